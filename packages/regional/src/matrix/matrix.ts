import { RegionalFault, requireSameLength } from '../fault.ts';

/** Regions × industries (or periods), row by row. A missing cell is NaN, and so is every sum it enters. */
export interface Matrix {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: Float64Array;
  at(row: number, column: number): number;
}

export interface Labels {
  readonly rows?: readonly string[];
  readonly columns?: readonly string[];
}

/**
 * A dense matrix from its rows. Without labels, rows and columns are named `0`, `1`, ….
 *
 * @param values  one array per row, all of one length; `null` is missing
 * @throws   RegionalFault `wrong-shape` (a row of another length, labels of another count),
 *           `repeated-label`
 * @example  matrix([[8, 2], [2, 8]]).at(1, 0) // 2
 * @example  matrix([[1, null]]).at(0, 1) // NaN
 */
export function matrix(values: readonly (readonly (number | null)[])[], labels: Labels = {}): Matrix {
  const width = values[0]?.length ?? labels.columns?.length ?? 0;
  const rows = labels.rows ?? values.map((_, i) => String(i));
  const columns = labels.columns ?? Array.from({ length: width }, (_, j) => String(j));
  requireSameLength('row labels', rows.length, 'rows', values.length);
  requireSameLength('column labels', columns.length, 'columns', width);
  const cells = new Float64Array(values.length * width);
  values.forEach((row, i) => {
    requireSameLength(`row "${rows[i]}": cells`, row.length, 'columns', width);
    row.forEach((value, j) => {
      cells[i * width + j] = value ?? Number.NaN;
    });
  });
  return shaped(rows, columns, cells);
}

/**
 * A matrix from long records, one per cell, in order of first appearance; a pair that no record
 * names is missing. Given labels fix the order and admit no others.
 *
 * @throws   RegionalFault `unknown-label` (a record outside the given labels), `repeated-label`
 *           (two records for one cell)
 * @example  matrixFromRecords([{ place: 'a', goods: 'x', value: 3 }], ['place', 'goods', 'value']).at(0, 0) // 3
 */
export function matrixFromRecords(
  records: readonly Readonly<Record<string, unknown>>[],
  [rowKey, columnKey, valueKey]: readonly [row: string, column: string, value: string],
  labels: Labels = {},
): Matrix {
  const distinct = (key: string) => [...new Set(records.map((record) => String(record[key])))];
  const rows = labels.rows ?? distinct(rowKey);
  const columns = labels.columns ?? distinct(columnKey);
  const rowAt = indexOf(rows, 'row');
  const columnAt = indexOf(columns, 'column');
  const cells = new Float64Array(rows.length * columns.length).fill(Number.NaN);
  const seen = new Set<number>();
  for (const record of records) {
    const cell =
      at(rowAt, String(record[rowKey]), rowKey) * columns.length +
      at(columnAt, String(record[columnKey]), columnKey);
    if (seen.has(cell)) {
      throw new RegionalFault(
        'repeated-label',
        `two records for ${rowKey} "${record[rowKey]}", ${columnKey} "${record[columnKey]}"`,
      );
    }
    seen.add(cell);
    const value = record[valueKey];
    cells[cell] = typeof value === 'number' ? value : Number.NaN;
  }
  return shaped(rows, columns, cells);
}

/**
 * The cell under two labels.
 * @throws   RegionalFault `unknown-label` naming the label
 * @example  cell(matrix([[8, 2]], { rows: ['east'], columns: ['84', '85'] }), 'east', '85') // 2
 */
export function cell(x: Matrix, row: string, column: string): number {
  return x.at(at(indexOf(x.rows, 'row'), row, 'row'), at(indexOf(x.columns, 'column'), column, 'column'));
}

/**
 * The same labels and shape over cells that are already flat, row by row; they are not copied.
 *
 * @throws   RegionalFault `wrong-shape`, `repeated-label`
 * @example  matrixOf(['east'], ['84', '85'], Float64Array.of(8, 2)).at(0, 1) // 2
 */
export function matrixOf(rows: readonly string[], columns: readonly string[], cells: Float64Array): Matrix {
  requireSameLength('cells', cells.length, 'rows × columns', rows.length * columns.length);
  return shaped(rows, columns, cells);
}

/** @example toArrays(matrix([[8, 2], [2, 8]])) // [[8, 2], [2, 8]] */
export const toArrays = (x: Matrix): number[][] => x.rows.map((_, i) => rowOf(x, i));

export const rowOf = (x: Matrix, i: number): number[] =>
  Array.from(x.cells.subarray(i * x.columns.length, (i + 1) * x.columns.length));

export const columnOf = (x: Matrix, j: number): number[] =>
  Array.from(x.rows, (_, i) => x.cells[i * x.columns.length + j]);

/** @example rowSums(matrix([[8, 2], [1, 8]])) // [10, 9] */
export function rowSums({ rows, columns, cells }: Matrix): number[] {
  const width = columns.length;
  return Array.from(rows, (_, i) => {
    let sum = 0;
    for (let k = i * width; k < (i + 1) * width; k += 1) sum += cells[k];
    return sum;
  });
}

/** @example columnSums(matrix([[8, 2], [1, 8]])) // [9, 10] */
export function columnSums({ rows, columns, cells }: Matrix): number[] {
  const sums = new Float64Array(columns.length);
  for (let i = 0, k = 0; i < rows.length; i += 1) {
    for (let j = 0; j < sums.length; j += 1, k += 1) sums[j] += cells[k];
  }
  return Array.from(sums);
}

/**
 * Both margins of a non-negative matrix in one pass.
 * @throws   RegionalFault `negative-value` with the labels of the cell
 */
export function margins(x: Matrix): { rows: Float64Array; columns: Float64Array; whole: number } {
  const rows = new Float64Array(x.rows.length);
  const columns = new Float64Array(x.columns.length);
  const { cells } = x;
  let whole = 0;
  for (let i = 0, k = 0; i < rows.length; i += 1) {
    let sum = 0;
    for (let j = 0; j < columns.length; j += 1, k += 1) {
      const value = cells[k];
      if (value < 0) requireNonNegativeCells(x);
      sum += value;
      columns[j] += value;
    }
    rows[i] = sum;
    whole += sum;
  }
  return { rows, columns, whole };
}

/** @example toArrays(transpose(matrix([[8, 2], [1, 4]]))) // [[8, 1], [2, 4]] */
export function transpose({ rows, columns, cells }: Matrix): Matrix {
  const turned = new Float64Array(cells.length);
  for (let i = 0, k = 0; i < rows.length; i += 1) {
    for (let j = 0; j < columns.length; j += 1, k += 1) turned[j * rows.length + i] = cells[k];
  }
  return shaped(columns, rows, turned);
}

/** The same labels over other cells. */
export function mapCells(x: Matrix, to: (value: number, row: number, column: number) => number): Matrix {
  const { rows, columns, cells } = x;
  const mapped = new Float64Array(cells.length);
  for (let i = 0, k = 0; i < rows.length; i += 1) {
    for (let j = 0; j < columns.length; j += 1, k += 1) mapped[k] = to(cells[k], i, j);
  }
  return shaped(rows, columns, mapped);
}

/** @throws RegionalFault `negative-value` with the labels of the cell */
export function requireNonNegativeCells({ rows, columns, cells }: Matrix): void {
  for (let k = 0; k < cells.length; k += 1) {
    if (!(cells[k] < 0)) continue;
    const [row, column] = [rows[Math.floor(k / columns.length)], columns[k % columns.length]];
    throw new RegionalFault('negative-value', `row "${row}", column "${column}" is ${cells[k]}: below zero`);
  }
}

/** @throws RegionalFault `wrong-shape` where two matrices do not stand for the same regions and industries */
export function requireSameShape(what: string, x: Matrix, against: string, y: Matrix): void {
  requireSameLength(`${what}: rows`, x.rows.length, `rows of ${against}`, y.rows.length);
  requireSameLength(`${what}: columns`, x.columns.length, `columns of ${against}`, y.columns.length);
}

function shaped(rows: readonly string[], columns: readonly string[], cells: Float64Array): Matrix {
  indexOf(rows, 'row');
  indexOf(columns, 'column');
  const width = columns.length;
  return {
    rows,
    columns,
    cells,
    at: (row, column) => {
      if (!(row >= 0 && row < rows.length && column >= 0 && column < width)) {
        throw new RegionalFault('wrong-shape', `no cell (${row}, ${column}) in ${rows.length} × ${width}`);
      }
      return cells[row * width + column];
    },
  };
}

function indexOf(labels: readonly string[], what: string): ReadonlyMap<string, number> {
  const index = new Map(labels.map((label, i) => [label, i]));
  if (index.size < labels.length) {
    const twice = labels.find((label, i) => index.get(label) !== i);
    throw new RegionalFault('repeated-label', `${what} "${twice}" stands twice`);
  }
  return index;
}

function at(index: ReadonlyMap<string, number>, label: string, what: string): number {
  const i = index.get(label);
  if (i === undefined) {
    throw new RegionalFault('unknown-label', `${what} "${label}" is none of ${[...index.keys()].join(', ')}`);
  }
  return i;
}
