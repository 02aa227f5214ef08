import type { Names } from '@tidu/reference';
import { conceptName } from './concepts.ts';
import {
  type AttributeId,
  currencyAttributes,
  type Observation,
  positionOf,
  timeDimension,
  urn,
} from './dataflow.ts';
import { type JsonVersion, localised, meta, type Tongue } from './sdmx-json.ts';
import { attributesAt, attributesOf } from './sdmx-ml-data.ts';
import { attributeList } from './sdmx-ml-structure.ts';
import {
  type DataAnswer,
  dimensionIds,
  flat,
  inOrder,
  seriesOf,
  showsAttributes,
  showsValues,
} from './series.ts';
import { periodOfTime } from './time-period.ts';

/** Codes in the order in which they are first met, by number. */
interface Numbered {
  readonly codes: string[];
  number(code: string): number;
}

function numbered(codes: Iterable<string>): Numbered {
  const known = new Map([...new Set(codes)].map((code, i) => [code, i]));
  return { codes: [...known.keys()], number: (code) => known.get(code) as number };
}

/** An SDMX-JSON data message, in pieces: the structure first, for whoever reads it as it comes. */
export function* jsonData(answer: DataAnswer, version: JsonVersion, tongue: Tongue): Generator<string> {
  const { flow, at, detail, prepared } = answer;
  const ids = dimensionIds(flow);
  const currency = positionOf(flow, 'CURRENCY');
  const values = ids.map((_, i) => numbered(answer.observations.map(({ key }) => key[i] as string).sort()));
  const belongs = attributesAt(at);
  const shown = showsAttributes(detail);
  const attributes = {
    series: shown ? belongs.series : [],
    observation: shown ? belongs.observation : [],
  };
  const taken = new Map<AttributeId, Numbered>(
    [...attributes.series, ...attributes.observation].map((id) => [
      id,
      numbered(answer.observations.map((one) => attributesOf(one, currency)[id]).sort()),
    ]),
  );
  const numbersOf = (names: readonly AttributeId[], one: Observation | undefined): number[] => {
    if (!one) return [];
    const own = attributesOf(one, currency);
    return names.map((id) => (taken.get(id) as Numbered).number(own[id]));
  };

  const dimension = (id: string) => {
    const position = positionOf(flow, id);
    const { codes } = values[position] as Numbered;
    const names = new Map(flow.dimensions[position]?.list.codes.map((code) => [code.id, code.name]));
    return {
      id,
      ...localised(conceptName(id), tongue),
      keyPosition: position,
      ...(isRole(id) && { roles: [id] }),
      values: codes.map((code) =>
        id === timeDimension ? timeValue(code) : named(code, names.get(code), tongue),
      ),
    };
  };
  const attribute = (id: AttributeId) => {
    const names = new Map(attributeList[id].codes.map((code) => [code.id, code.name]));
    return {
      id,
      ...localised(conceptName(id), tongue),
      relationship: relationshipOf(id, version),
      values: (taken.get(id) as Numbered).codes.map((code) => named(code, names.get(code), tongue)),
    };
  };
  const measure = { id: 'OBS_VALUE', ...localised(conceptName('OBS_VALUE'), tongue) };
  const described = {
    links: [{ rel: 'dataflow', urn: urn('datastructure.Dataflow', flow.id) }],
    ...localised(flow.name, tongue),
    dimensions: {
      dataSet: [],
      series: at === flat ? [] : ids.filter((id) => id !== at).map(dimension),
      observation: (at === flat ? ids : [at]).map(dimension),
    },
    ...(version === '2.0' && { measures: { observation: [measure] }, dataSets: [0] }),
    attributes: {
      dataSet: [],
      ...(version === '2.0' && { dimensionGroup: [] }),
      series: attributes.series.map(attribute),
      observation: attributes.observation.map(attribute),
    },
    annotations: [],
  };
  const structure =
    version === '1.0'
      ? `"structure":${JSON.stringify(described)}`
      : `"structures":[${JSON.stringify(described)}]`;
  yield `{"meta":${JSON.stringify(meta('data', version, flow.id, prepared, tongue))},"data":{${structure},"dataSets":[{${version === '2.0' ? '"structure":0,' : ''}"action":"Information",`;

  const cell = (one: Observation): string =>
    JSON.stringify([one.value, ...numbersOf(attributes.observation, one)]);
  const number = (position: number, code: string): number => (values[position] as Numbered).number(code);
  let comma = '';
  if (at === flat) {
    yield '"observations":{';
    if (showsValues(detail)) {
      for (const one of inOrder(answer.observations)) {
        yield `${comma}"${one.key.map((code, i) => number(i, code)).join(':')}":${cell(one)}`;
        comma = ',';
      }
    }
  } else {
    const along = positionOf(flow, at);
    const positions = ids.flatMap((id, i) => (id === at ? [] : [i]));
    yield '"series":{';
    for (const { key, observations } of seriesOf(answer)) {
      const own = key.map((code, i) => number(positions[i] as number, code)).join(':');
      const inside = showsValues(detail)
        ? observations.map((one) => `"${number(along, one.key[along] as string)}":${cell(one)}`).join(',')
        : '';
      yield `${comma}"${own}":{"attributes":${JSON.stringify(numbersOf(attributes.series, observations[0]))},"observations":{${inside}}}`;
      comma = ',';
    }
  }
  yield '}}]},"errors":[]}';
}

/** What an attribute depends on, however the answer is laid out. */
function relationshipOf(id: AttributeId, version: JsonVersion) {
  if ((currencyAttributes as readonly AttributeId[]).includes(id)) return { dimensions: ['CURRENCY'] };
  return version === '1.0' ? { primaryMeasure: 'OBS_VALUE' } : { observation: {} };
}

const isRole = (id: string): boolean => id === 'FREQ' || id === timeDimension;
const named = (id: string, names: Names | undefined, tongue: Tongue) => ({
  id,
  ...localised(names ?? { zh: id, en: id }, tongue),
});

function timeValue(code: string) {
  const { from, to } = periodOfTime(code);
  const last = new Date(Date.UTC(Number(to.slice(0, 4)), Number(to.slice(5)), 0)).getUTCDate();
  return {
    id: code,
    name: code,
    names: { zh: code, en: code },
    start: `${from}-01T00:00:00`,
    end: `${to}-${last}T23:59:59`,
  };
}
