import loader, { type Model } from 'highs';

/** The package's types speak of its CommonJS form, in which the loader is one level deeper. */
const loadHighs = loader as unknown as typeof loader.default;

/**
 * minimise cost · x  subject to  A x = 0,  lower ≤ x ≤ upper.
 * A is given by columns: those of column j stand from `starts[j]` to `starts[j + 1]`.
 */
interface LinearProgramme {
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
  /** Solves the last programme again, from where it stands, with a cost on one column that had none. */
  again(column: number, cost: number): Float64Array | 'unbounded' | undefined;
  close(): void;
}

const dualSimplex = 1;
const primalSimplex = 4;

/** HiGHS, the same each time: one thread, the simplex method, a fixed seed. */
export async function openSolver(): Promise<Solver> {
  const highs = await loadHighs();
  const model = highs.createModel();
  model.options.set({ output_flag: false, random_seed: 0, solver: 'simplex', presolve: 'off' });
  const { optimal, unbounded } = highs.constants.modelStatus;
  return {
    solve({ rows, starts, indices, coefficients, cost, lower, upper }) {
      const zeros = new Float64Array(rows);
      model.clearModel();
      model.options.set('simplex_strategy', dualSimplex);
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
    again(column, cost) {
      // The last optimum is still possible, only no longer the best: what the primal method starts from.
      model.options.set('simplex_strategy', primalSimplex);
      model.changeColCost(column, cost);
      const found = optimum(model, optimal);
      const endless = model.getModelStatus() === unbounded;
      model.changeColCost(column, 0);
      return endless ? 'unbounded' : found;
    },
    close: () => model.dispose(),
  };
}

function optimum(model: Model, optimal: number): Float64Array | undefined {
  model.run();
  return model.getModelStatus() === optimal ? Float64Array.from(model.getSolution().colValue) : undefined;
}
