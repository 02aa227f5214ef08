import { eachSum, type Grid } from './grid.ts';

/** The sums in which some cells take part, as a sparse matrix with a column for each cell. */
export interface SumsAmong {
  readonly rows: number;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly coefficients: Float64Array;
}

/** Cells that are not listed are held still, so each sum says that the listed changes cancel. */
export function sumsAmong(grid: Grid, cells: readonly number[]): SumsAmong {
  const rowOf = new Map<number, number>();
  const starts = new Int32Array(cells.length + 1);
  const indices: number[] = [];
  const coefficients: number[] = [];
  for (const [column, cell] of cells.entries()) {
    eachSum(grid, cell, (sum, sign) => {
      let row = rowOf.get(sum);
      if (row === undefined) {
        row = rowOf.size;
        rowOf.set(sum, row);
      }
      indices.push(row);
      coefficients.push(sign);
    });
    starts[column + 1] = indices.length;
  }
  return {
    rows: rowOf.size,
    starts,
    indices: Int32Array.from(indices),
    coefficients: Float64Array.from(coefficients),
  };
}
