import { RegionalFault } from '../fault.ts';
import { type Matrix, matrixOf } from './matrix.ts';

/**
 * Regions × industries where most cells are nothing: row by row, only those that are not zero
 * (compressed sparse rows). A missing cell is kept, as NaN; a cell that is not kept is zero.
 */
export interface SparseMatrix {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Where each row begins in `column` and `value`; one more than rows. */
  readonly start: Uint32Array;
  readonly column: Uint32Array;
  readonly value: Float64Array;
}

/**
 * From cells in any order; zeros are dropped.
 *
 * @param cells  row, column and value of each, by position
 * @throws   RegionalFault `unknown-label` (a position without a label), `repeated-label` (a cell twice)
 * @example  toDense(sparseMatrix(['a', 'b'], ['x', 'y'], [[1, 0, 5]])).at(1, 0) // 5
 */
export function sparseMatrix(
  rows: readonly string[],
  columns: readonly string[],
  cells: readonly (readonly [row: number, column: number, value: number])[],
): SparseMatrix {
  const kept = cells.filter(([row, column, value]) => {
    if (!(row in rows && column in columns)) {
      throw new RegionalFault(
        'unknown-label',
        `cell (${row}, ${column}) of ${rows.length} × ${columns.length}`,
      );
    }
    return value !== 0;
  });
  const sorted = kept.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const start = new Uint32Array(rows.length + 1);
  sorted.forEach(([row, column], k) => {
    const before = sorted[k - 1];
    if (before?.[0] === row && before[1] === column) {
      throw new RegionalFault(
        'repeated-label',
        `row "${rows[row]}", column "${columns[column]}" stands twice`,
      );
    }
    start[row + 1] += 1;
  });
  for (let i = 0; i < rows.length; i += 1) start[i + 1] += start[i];
  return {
    rows,
    columns,
    start,
    column: Uint32Array.from(sorted, ([, column]) => column),
    value: Float64Array.from(sorted, ([, , value]) => value),
  };
}

/** @example fromDense(matrix([[0, 3], [0, 0]])).value.length // 1 */
export function fromDense({ rows, columns, cells }: Matrix): SparseMatrix {
  const kept = cells.reduce((count, value) => (value === 0 ? count : count + 1), 0);
  const start = new Uint32Array(rows.length + 1);
  const column = new Uint32Array(kept);
  const value = new Float64Array(kept);
  let next = 0;
  for (let i = 0, k = 0; i < rows.length; i += 1) {
    for (let j = 0; j < columns.length; j += 1, k += 1) {
      if (cells[k] === 0) continue;
      column[next] = j;
      value[next] = cells[k];
      next += 1;
    }
    start[i + 1] = next;
  }
  return { rows, columns, start, column, value };
}

/** @example toArrays(toDense(fromDense(matrix([[0, 3]])))) // [[0, 3]] */
export function toDense({ rows, columns, start, column, value }: SparseMatrix): Matrix {
  const cells = new Float64Array(rows.length * columns.length);
  for (let i = 0; i < rows.length; i += 1) {
    for (let k = start[i]; k < start[i + 1]; k += 1) cells[i * columns.length + column[k]] = value[k];
  }
  return matrixOf(rows, columns, cells);
}
