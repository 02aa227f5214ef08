import type { Cells } from './cells.ts';
import { eachSum } from './grid.ts';

/** A sum as an outsider sees it: Σ parts − total = known, over those of its cells that are not published. */
interface OpenSum {
  readonly cells: readonly number[];
  /** +1 for a part, −1 for the total. */
  readonly signs: readonly (1 | -1)[];
  readonly known: number;
}

/** What is not published, and the sums that still tie it. */
export interface Unknowns {
  readonly cells: readonly number[];
  readonly sums: readonly OpenSum[];
  /** The sums of a cell. */
  readonly sumsOf: ReadonlyMap<number, readonly OpenSum[]>;
}

export function unknownsOf({ grid, values }: Cells, suppressed: (cell: number) => boolean): Unknowns {
  const cells: number[] = [];
  const byNumber = new Map<number, { cells: number[]; signs: (1 | -1)[]; known: number }>();
  const numbersOf = new Map<number, number[]>();
  for (let cell = 0; cell < values.length; cell++) {
    if (!suppressed(cell)) continue;
    cells.push(cell);
    const numbers: number[] = [];
    eachSum(grid, cell, (sum, sign) => {
      const open = byNumber.get(sum) ?? { cells: [], signs: [], known: 0 };
      byNumber.set(sum, open);
      open.cells.push(cell);
      open.signs.push(sign);
      open.known += sign * (values[cell] as number);
      numbers.push(sum);
    });
    numbersOf.set(cell, numbers);
  }
  const sumsOf = new Map(
    cells.map((cell) => [
      cell,
      (numbersOf.get(cell) as number[]).map((number) => byNumber.get(number) as OpenSum),
    ]),
  );
  return { cells, sums: [...byNumber.values()], sumsOf };
}

/**
 * Cells around one, nearest first by the sums that they share, until there are `most`.
 * When fewer come back than asked for, these are all that the cell hangs together with.
 */
export function around({ sumsOf }: Unknowns, cell: number, most: number): number[] {
  const found = new Set([cell]);
  for (const at of found) {
    for (const { cells } of sumsOf.get(at) as readonly OpenSum[]) {
      for (const one of cells) {
        found.add(one);
        if (found.size >= most) return [...found];
      }
    }
  }
  return [...found];
}
