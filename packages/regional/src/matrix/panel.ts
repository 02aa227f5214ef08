import { RegionalFault, requireSameLength } from '../fault.ts';
import { type Matrix, matrixOf } from './matrix.ts';

/** Regions × industries × periods: one matrix per period, all over the same labels in the same order. */
export interface Panel {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly periods: readonly string[];
  readonly at: readonly Matrix[];
}

/**
 * Matrices of consecutive periods as one panel.
 *
 * @param matrices  one per period
 * @throws   RegionalFault `wrong-shape` (none, or as many as periods they are not), `unknown-label` where
 *           a period has other labels, or the same in another order
 * @example  panel(['2023', '2024'], [matrix([[1]]), matrix([[2]])]).at[1].at(0, 0) // 2
 */
export function panel(periods: readonly string[], matrices: readonly Matrix[]): Panel {
  requireSameLength('matrices', matrices.length, 'periods', periods.length);
  const first = matrices[0];
  if (!first) throw new RegionalFault('wrong-shape', 'a panel has one period at least');
  matrices.forEach((x, t) => {
    requireSameLabels(x.rows, first.rows, `period "${periods[t]}": row`);
    requireSameLabels(x.columns, first.columns, `period "${periods[t]}": column`);
  });
  return { rows: first.rows, columns: first.columns, periods, at: matrices };
}

/**
 * A panel from long records, one per cell and period, in order of first appearance. What no record
 * names is missing.
 *
 * @throws   RegionalFault `repeated-label` (two records for one cell of one period)
 * @example  panelFromRecords([{ p: '2024', r: 'a', i: 'x', v: 3 }], ['p', 'r', 'i', 'v']).at[0].at(0, 0) // 3
 */
export function panelFromRecords(
  records: readonly Readonly<Record<string, unknown>>[],
  [periodKey, rowKey, columnKey, valueKey]: readonly [
    period: string,
    row: string,
    column: string,
    value: string,
  ],
): Panel {
  const index = (key: string) => {
    const labels = [...new Set(records.map((record) => String(record[key])))];
    return { labels, at: new Map(labels.map((label, i) => [label, i])) };
  };
  const [periods, rows, columns] = [index(periodKey), index(rowKey), index(columnKey)];
  const size = rows.labels.length * columns.labels.length;
  const cells = new Float64Array(periods.labels.length * size).fill(Number.NaN);
  const seen = new Uint8Array(cells.length);
  for (const record of records) {
    const [t, r, i] = [
      periods.at.get(String(record[periodKey])) ?? 0,
      rows.at.get(String(record[rowKey])) ?? 0,
      columns.at.get(String(record[columnKey])) ?? 0,
    ];
    const k = t * size + r * columns.labels.length + i;
    if (seen[k]) {
      throw new RegionalFault(
        'repeated-label',
        `two records for ${periodKey} "${record[periodKey]}", ${rowKey} "${record[rowKey]}", ${columnKey} "${record[columnKey]}"`,
      );
    }
    seen[k] = 1;
    const value = record[valueKey];
    if (typeof value === 'number') cells[k] = value;
  }
  return {
    rows: rows.labels,
    columns: columns.labels,
    periods: periods.labels,
    at: periods.labels.map((_, t) =>
      matrixOf(rows.labels, columns.labels, cells.subarray(t * size, (t + 1) * size)),
    ),
  };
}

function requireSameLabels(given: readonly string[], expected: readonly string[], what: string): void {
  requireSameLength(`${what}s`, given.length, `${what}s of the first period`, expected.length);
  const at = given.findIndex((label, i) => label !== expected[i]);
  if (at >= 0) {
    throw new RegionalFault(
      'unknown-label',
      `${what} ${at} is "${given[at]}", in the first period "${expected[at]}"`,
    );
  }
}
