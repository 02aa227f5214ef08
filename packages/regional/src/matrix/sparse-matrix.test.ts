import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDense, matrix, RegionalFault, sparseMatrix, toArrays, toDense } from '../index.ts';

const table = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.constantFrom(0, 0, 0, 1.5, -2, Number.NaN), { minLength: columns, maxLength: columns }),
      { minLength: rows, maxLength: rows },
    ),
  );

describe('a sparse matrix', () => {
  it('comes back dense as it was, missing cells too', () =>
    fc.assert(
      fc.property(table, (values) => {
        expect(toArrays(toDense(fromDense(matrix(values))))).toEqual(values);
      }),
    ));

  it('is the same from cells in any order as from a dense matrix', () => {
    const cells = [
      [1, 1, 4],
      [0, 1, 2],
      [1, 0, 0],
    ] as const;
    const built = sparseMatrix(['a', 'b'], ['x', 'y'], cells);
    expect(built).toEqual(
      fromDense(
        matrix(
          [
            [0, 2],
            [0, 4],
          ],
          { rows: ['a', 'b'], columns: ['x', 'y'] },
        ),
      ),
    );
    expect(built.value).toHaveLength(2);
  });

  it('refuses a cell without a label, and a cell twice', () => {
    const build = (cells: [number, number, number][]) => () => sparseMatrix(['a'], ['x'], cells);
    expect(build([[0, 1, 5]])).toThrow(RegionalFault);
    expect(build([[-1, 0, 5]])).toThrow(RegionalFault);
    expect(
      build([
        [0, 0, 5],
        [0, 0, 6],
      ]),
    ).toThrow(/row "a", column "x" stands twice/);
  });
});
