import { conceptName } from './concepts.ts';
import {
  agency,
  artefactVersion,
  currencyAttributes,
  observationAttributes,
  positionOf,
} from './dataflow.ts';
import { attributesOf } from './sdmx-ml-data.ts';
import { type DataAnswer, dimensionIds, inOrder, showsAttributes, showsValues } from './series.ts';

export type CsvVersion = '1.0' | '2.0';
/** Codes alone, or each with its name in one of the languages. */
export type CsvLabels = 'id' | 'both';

/** An SDMX-CSV message, line by line: the first says what the columns are, each other is an observation. */
export function* csvData(
  answer: DataAnswer,
  version: CsvVersion,
  labels: CsvLabels = 'id',
  language: 'zh' | 'en' = 'en',
): Generator<string> {
  const { flow, detail } = answer;
  const ids = dimensionIds(flow);
  const attributes = showsAttributes(detail) ? [...currencyAttributes, ...observationAttributes] : [];
  const heading = (id: string): string => (labels === 'id' ? id : `${id}: ${conceptName(id)[language]}`);
  const lookups = flow.dimensions.map(
    ({ list }) => new Map(list.codes.map(({ id, name }) => [id, name[language]])),
  );
  const code = (id: string, position: number): string => {
    const name = labels === 'both' ? lookups[position]?.get(id) : undefined;
    return name === undefined ? id : `${id}: ${name}`;
  };
  const full = `${agency.id}:${flow.id}(${artefactVersion})`;
  const lead =
    version === '1.0'
      ? { names: ['DATAFLOW'], values: [full] }
      : { names: ['STRUCTURE', 'STRUCTURE_ID', 'ACTION'], values: ['dataflow', full, 'I'] };
  yield line([...lead.names, ...ids.map(heading), heading('OBS_VALUE'), ...attributes.map(heading)]);
  const currency = positionOf(flow, 'CURRENCY');
  for (const one of inOrder(answer.observations)) {
    const values = attributesOf(one, currency);
    const value = one.value === null || !showsValues(detail) ? '' : String(one.value);
    yield line([...lead.values, ...one.key.map(code), value, ...attributes.map((name) => values[name])]);
  }
}

const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
