import type { Release } from '@tidu/trade';
import { confidentialityOf, type DataAnswer, flatTable } from '@tidu/trade/exchange';
import type { Cell } from './csv.ts';
import { inColumns, type ToldTable } from './table.ts';

type About = ToldTable['about'];

/** The cells of a release under the names of its dimensions. */
export function releaseTable({ id, title, dimensions, cells, unit, synthetic }: Release): ToldTable {
  const names = [...dimensions.map((dimension) => dimension.id), 'value', 'unit', 'CONF_STATUS'];
  const rows = cells.map(({ key, value, suppressed }) => [
    ...key,
    value,
    unit,
    confidentialityOf(suppressed),
  ]);
  return atHand(names, 'value', rows, [
    ['release', id],
    ['title', `${title.zh} / ${title.en}`],
    ...madeUp(synthetic),
  ]);
}

/** Observations under the names that SDMX gives them. */
export function observationTable(answer: DataAnswer): ToldTable {
  const { names, rows } = flatTable(answer);
  const { id, name, synthetic } = answer.flow;
  return atHand(names, 'OBS_VALUE', rows, [
    ['dataflow', id],
    ['title', `${name.zh} / ${name.en}`],
    ...madeUp(synthetic),
  ]);
}

const atHand = (
  names: readonly string[],
  amount: string,
  rows: readonly (readonly Cell[])[],
  about: About,
): ToldTable => ({
  columns: names.map((name) => ({ heading: name, key: name, kind: name === amount ? 'amount' : 'text' })),
  count: rows.length,
  batches: inColumns(rows),
  about,
});

const madeUp = (synthetic: boolean): About => (synthetic ? [['synthetic', '合成数据 / made up']] : []);
