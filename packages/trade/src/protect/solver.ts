import loader, { type Model } from 'highs';

/** The package's types speak of its CommonJS form, in which the loader is one level deeper. */
const loadHighs = loader as unknown as typeof loader.default;

/**
 * minimise cost · x  subject to  A x = 0,  lower ≤ x ≤ upper.
 * A is given by columns: those of column j stand from `starts[j]` to `starts[j + 1]`.
 */
export interface LinearProgramme {
  readonly rows: number;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly coefficients: Float64Array;
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export interface Solver {
  /** The optimal x; undefined when there is none. */
  solve(programme: LinearProgramme): Float64Array | undefined;
  /** Solves the last programme again, for another cost of a few columns, from where it stands. */
  again(costs: ReadonlyMap<number, number>): Float64Array | undefined;
  close(): void;
}

/** HiGHS, the same each time: one thread, the simplex method, a fixed seed. */
export async function openSolver(): Promise<Solver> {
  const highs = await loadHighs();
  const model = highs.createModel();
  model.options.set({ output_flag: false, random_seed: 0, solver: 'simplex', presolve: 'off' });
  const { optimal } = highs.constants.modelStatus;
  return {
    solve({ rows, starts, indices, coefficients, cost, lower, upper }) {
      const zeros = new Float64Array(rows);
      model.clearModel();
      model.passModel({
        numCols: cost.length,
        numRows: rows,
        colCost: cost,
        colLower: lower,
        colUpper: upper,
        rowLower: zeros,
        rowUpper: zeros,
        matrix: { format: 'csc', numRows: rows, numCols: cost.length, starts, indices, values: coefficients },
      });
      return optimum(model, optimal);
    },
    again(costs) {
      for (const [column, cost] of costs) model.changeColCost(column, cost);
      return optimum(model, optimal);
    },
    close: () => model.dispose(),
  };
}

function optimum(model: Model, optimal: number): Float64Array | undefined {
  model.run();
  return model.getModelStatus() === optimal ? Float64Array.from(model.getSolution().colValue) : undefined;
}
