import loader, { type Model } from 'highs';
import type {
  Answer,
  Basis,
  Columns,
  LinearProgram,
  MixedAnswer,
  OpenProgram,
  Solver,
} from './linear-program.ts';

/** The package's types speak of its CommonJS form, in which the loader is one level deeper. */
const loadHighs = loader as unknown as typeof loader.default;

const primalSimplex = 4;
const always = { output_flag: false, random_seed: 0 };

/** Of no columns HiGHS says only that they are none. */
function nothing({ rowLower, rowUpper }: LinearProgram): Answer {
  if (rowLower.some((lower) => lower > 0) || rowUpper.some((upper) => upper < 0))
    return { status: 'infeasible' };
  const none = new Float64Array(0);
  return {
    status: 'optimal',
    objective: 0,
    primal: none,
    duals: new Float64Array(rowLower.length),
    reducedCosts: none,
  };
}

/** HiGHS as a solver: one thread, a fixed seed, no limit of time, so that it answers the same each run. */
export async function openHighs(): Promise<Solver> {
  const highs = await loadHighs();
  const { modelStatus, variableType, objectiveSense } = highs.constants;
  const matrix = ({ starts, rows, coefficients }: Columns, numRows: number) =>
    ({
      format: 'csc',
      numRows,
      numCols: starts.length - 1,
      starts,
      indices: rows,
      values: coefficients,
    }) as const;
  const pass = (model: Model, { columns, rowLower, rowUpper }: LinearProgram, lots: boolean) =>
    model.passModel({
      numCols: columns.value.length,
      numRows: rowLower.length,
      sense: objectiveSense.maximize,
      colCost: columns.value,
      colLower: columns.lower,
      colUpper: columns.upper,
      rowLower,
      rowUpper,
      matrix: matrix(columns, rowLower.length),
      ...(lots
        ? {
            integrality: Int32Array.from(columns.lower, (lower) =>
              lower > 0 ? variableType.semiContinuous : variableType.continuous,
            ),
          }
        : {}),
    });

  function open(program: LinearProgram, from?: Basis): OpenProgram {
    const model = highs.createModel();
    model.options.set({ ...always, solver: 'simplex', presolve: 'off' });
    pass(model, program, false);
    if (from) {
      // What was the best keeps every rule: the primal method goes on from it.
      model.options.set({ simplex_strategy: primalSimplex, presolve: 'off' });
      model.setBasis({ colStatus: from.columns, rowStatus: from.rows });
    }
    let columns = program.columns.value.length;
    return {
      solve: (): Answer => {
        if (columns === 0) return nothing(program);
        model.run();
        if (model.getModelStatus() !== modelStatus.optimal) return { status: 'infeasible' };
        const { colValue, colDual, rowDual } = model.getSolution();
        return {
          status: 'optimal',
          objective: model.getObjectiveValue(),
          primal: Float64Array.from(colValue),
          duals: Float64Array.from(rowDual),
          reducedCosts: Float64Array.from(colDual),
        };
      },
      add: (more) => {
        columns += more.value.length;
        model.addCols({
          cost: more.value,
          lower: more.lower,
          upper: more.upper,
          matrix: matrix(more, program.rowLower.length),
        } as Parameters<Model['addCols']>[0]);
      },
      bound: (column, lower, upper) => void model.changeColBounds(column, lower, upper),
      ranges: () => {
        const { rowBoundUp, rowBoundDown } = model.getRanging();
        return { from: Float64Array.from(rowBoundDown.value), to: Float64Array.from(rowBoundUp.value) };
      },
      basis: () => {
        const { colStatus, rowStatus } = model.getBasis();
        return { columns: Int32Array.from(colStatus), rows: Int32Array.from(rowStatus) };
      },
      close: () => model.dispose(),
    };
  }

  function solveLots(program: LinearProgram, { gap, nodes }: { gap: number; nodes: number }): MixedAnswer {
    if (program.columns.value.length === 0) {
      const { status } = nothing(program);
      if (status === 'infeasible') return { status };
      return { status: 'found', primal: new Float64Array(0), objective: 0, bound: 0, nodes: 0, proven: true };
    }
    return highs.withModel((model): MixedAnswer => {
      model.options.set({ ...always, mip_rel_gap: gap, mip_max_nodes: nodes });
      pass(model, program, true);
      model.run();
      const status = model.getModelStatus();
      if (status === modelStatus.infeasible) return { status: 'infeasible' };
      const primal = Float64Array.from(model.getSolution().colValue);
      if (primal.length === 0 || !Number.isFinite(model.getObjectiveValue()))
        return { status: 'nothing-found' };
      return {
        status: 'found',
        primal,
        objective: model.getObjectiveValue(),
        bound: Number(model.info.get('mip_dual_bound')),
        nodes: Number(model.info.get('mip_node_count')),
        proven: status === modelStatus.optimal,
      };
    });
  }

  return { open, solveLots };
}
