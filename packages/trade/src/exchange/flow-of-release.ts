import { parsePeriod } from '@tidu/reference';
import type { Release, ReleaseDimension } from '../protect/release.ts';
import { fixedLists } from './code-lists.ts';
import { type CodeList, type Dataflow, type FlowDimension, marked, type Observation } from './dataflow.ts';
import { timeCode } from './time-period.ts';

const told = { place: 'PLACE', commodity: 'COMMODITY', mode: 'MODE' } as const;
type Told = keyof typeof told;
const isTold = (id: ReleaseDimension['id']): id is Told => id in told;

export const flowCodes = { export: 'X', import: 'M', total: 'T' } as const;

/** A release as a flow. Its codes are its own: they are a hierarchy, whose sums the release tells too. */
export function flowOfRelease({ id, title, dimensions, period, synthetic }: Release): Dataflow {
  return {
    id,
    name: marked(title, synthetic),
    dimensions: [
      { id: 'FREQ', list: fixedLists.frequency },
      { id: 'FLOW', list: fixedLists.flow },
      ...dimensions.flatMap((dimension): FlowDimension[] =>
        isTold(dimension.id) ? [{ id: told[dimension.id], list: listOf(id, dimension) }] : [],
      ),
      { id: 'CURRENCY', list: fixedLists.currency },
    ],
    period,
    synthetic,
    from: { kind: 'release', release: id },
  };
}

function listOf(release: string, { id, codes }: ReleaseDimension): CodeList {
  const name = told[id as Told];
  return {
    id: `CL_${release}_${name}`,
    name: { zh: `${release} 的${listNames[id as Told]}`, en: `${name.toLowerCase()} codes of ${release}` },
    codes: codes.map(({ code, parent, name }) => ({
      id: code,
      ...(parent !== undefined && { parent }),
      name,
    })),
  };
}
const listNames: Readonly<Record<Told, string>> = { place: '地区', commodity: '商品', mode: '贸易方式' };

/** The cells of a release. What is suppressed has no value, and says that it was missing because it is suppressed. */
export function observationsOfRelease({ dimensions, cells, flow, unit }: Release): Observation[] {
  const time = dimensions.findIndex(({ id }) => id === 'month');
  const keyed = dimensions.flatMap(({ id }, position) => (isTold(id) ? [position] : []));
  return cells.map(({ key, value, suppressed }): Observation => {
    const { frequency, text } = timeCode(parsePeriod(key[time] as string));
    return {
      key: [frequency, flowCodes[flow], ...keyed.map((position) => key[position] as string), unit, text],
      value,
      status: suppressed ? 'Q' : value === null ? 'O' : 'A',
      confidentiality: confidentialityOf(suppressed),
    };
  });
}

/** As SDMX code list CL_CONF_STATUS: free, confidential, confidential for the sake of others. */
export const confidentialityOf = (
  why: 'primary' | 'secondary' | undefined,
): Observation['confidentiality'] => (why === undefined ? 'F' : why === 'primary' ? 'C' : 'D');
