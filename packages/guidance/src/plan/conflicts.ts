import { irreducible } from './irreducible.ts';
import type { Solver } from './linear-program.ts';
import type { Conflict } from './placement-plan.ts';
import type { PlacementProblem } from './placement-problem.ts';
import { type PlacementProgram, programOf, some } from './placement-program.ts';
import { evenSplit, type Rule, yi } from './rules.ts';

const mostConflicts = 10;
const nodes = 2000;
/** So many pairs the solver can search whole. */
const fewPairs = 1000;
const lacking = 1e-6;

/** Some rules, by their rows. Lots count where `lots` is true. */
interface Part {
  readonly rows: readonly number[];
  readonly lots: boolean;
}

/** Asks whether parts of the rules can be held together. Only what some rule wants to be at least counts. */
function askable(program: PlacementProgram, solver: Solver) {
  const { rules, whole, lot } = program;
  const { starts, rows } = whole.columns;
  const wants = (row: number) => rules[row]?.sense === 'at-least';

  const columnsOf: number[][] = program.problem.parks.map(() => []);
  program.park.forEach((p, j) => {
    columnsOf[p]?.push(j);
  });

  const part = ({ rows: held, lots }: Part, value?: number) => {
    const inPart = new Set(held);
    const wanted = [...held, ...(value === undefined ? [] : [value])].filter(wants);
    const parks = [...new Set(wanted.flatMap((row) => rules[row]?.park ?? []))].sort((a, b) => a - b);
    const chosen = Int32Array.from(
      parks
        .flatMap((p) => columnsOf[p] ?? [])
        .filter((j) => {
          if (lots && (whole.columns.upper[j] as number) < lot) return false;
          const own = rows.subarray(starts[j], starts[j + 1]);
          return wanted.some((row) => own.includes(row));
        }),
    );
    const columns = some(whole.columns, chosen);
    const worth = new Float64Array(chosen.length);
    if (value !== undefined)
      for (let k = 0; k < chosen.length; k++)
        for (let e = columns.starts[k] as number; e < (columns.starts[k + 1] as number); e++)
          if (columns.rows[e] === value)
            worth[k] = (rules[value]?.sense === 'at-least' ? 1 : -1) * (columns.coefficients[e] as number);
    return {
      columns: { ...columns, value: worth, lower: columns.lower.fill(lots ? lot : 0) },
      rowLower: whole.rowLower.map((lower, row) => (inPart.has(row) ? lower : Number.NEGATIVE_INFINITY)),
      rowUpper: whole.rowUpper.map((upper, row) => (inPart.has(row) ? upper : Number.POSITIVE_INFINITY)),
    };
  };

  const best = (asked: Part, value?: number): number | undefined => {
    const linear = part(asked, value);
    if (asked.lots) {
      const found = solver.solveLots(linear, { gap: 0, nodes });
      return found.status === 'found' ? found.objective : undefined;
    }
    const open = solver.open(linear);
    const found = open.solve();
    open.close();
    return found.status === 'optimal' ? found.objective : undefined;
  };

  return {
    fails: (asked: Part) => asked.rows.some(wants) && best(asked) === undefined,
    /** How far a rule has to give way for the rest to hold; nothing where they do not. */
    gives: (row: number, rest: Part) => {
      const found = best(rest, row);
      return found === undefined ? undefined : Math.abs(found);
    },
  };
}

/** Rules that cannot hold together with no lots: those with a price where as little as possible is lacking. */
function pricedWhereLacking(program: PlacementProgram, solver: Solver, left: ReadonlySet<number>): number[] {
  const { rules, whole } = program;
  const wanting = rules.flatMap(({ sense }, row) => (sense === 'at-least' && left.has(row) ? [row] : []));
  const count = whole.columns.value.length;
  const open = solver.open({
    columns: { ...whole.columns, value: new Float64Array(count) },
    rowLower: whole.rowLower.map((lower, row) => (left.has(row) ? lower : Number.NEGATIVE_INFINITY)),
    rowUpper: whole.rowUpper,
  });
  open.add({
    starts: Int32Array.from({ length: wanting.length + 1 }, (_, k) => k),
    rows: Int32Array.from(wanting),
    coefficients: new Float64Array(wanting.length).fill(1),
    value: new Float64Array(wanting.length).fill(-1),
    lower: new Float64Array(wanting.length),
    upper: Float64Array.from(wanting, (row) => rules[row]?.bound ?? 0),
  });
  const found = open.solve();
  open.close();
  if (found.status !== 'optimal' || -found.objective < lacking) return [];
  return Array.from(left).filter((row) => Math.abs(found.duals[row] as number) > lacking);
}

/** Rules that cannot hold together with lots: those of one park with the volumes, or of few pairs all. */
function failingWithLots(
  { rules, lot, movable }: PlacementProgram,
  left: ReadonlySet<number>,
  fails: (part: Part) => boolean,
): number[] | undefined {
  if (lot === 0) return undefined;
  const rows = [...left];
  const parks = new Set(
    rows.flatMap((row) => (rules[row]?.sense === 'at-least' ? (rules[row]?.park ?? []) : [])),
  );
  for (const park of parks) {
    const own = rows.filter((row) => rules[row]?.park === undefined || rules[row]?.park === park);
    if (fails({ rows: own, lots: true })) return own;
  }
  return movable.length <= fewPairs && fails({ rows, lots: true }) ? rows : undefined;
}

/** A bound as people state it: yuan, units of the limit, or multiples of the even split. */
function stated({ says }: Rule, bound: number, problem: PlacementProblem): number {
  if (says.rule === 'limit') return bound;
  if (says.rule === 'least' || says.rule === 'most') return bound / evenSplit(problem);
  return bound * yi;
}

/**
 * Why a problem in order has no plan: sets of rules that cannot hold together, each so small that without any one of
 * its rules it can. No rule stands in two of them.
 */
export function conflictsOf(problem: PlacementProblem, solver: Solver): Conflict[] {
  const program = programOf(problem, true);
  const { rules } = program;
  const { fails, gives } = askable(program, solver);
  const left = new Set(rules.keys());
  const conflicts: Conflict[] = [];
  let lots = false;
  while (conflicts.length < mostConflicts) {
    const priced: readonly number[] = lots ? [] : pricedWhereLacking(program, solver, left);
    lots = priced.length === 0;
    const all = lots ? failingWithLots(program, left, fails) : priced;
    if (!all) break;
    const rows = irreducible(all, (part) => fails({ rows: part, lots }));
    conflicts.push({
      rules: [
        ...rows.map((row) => {
          const rule = rules[row] as Rule;
          const at = gives(row, { rows: rows.filter((other) => other !== row), lots });
          return {
            rule: rule.says,
            bound: stated(rule, rule.bound, problem),
            resolvedAt: at === undefined ? null : stated(rule, at, problem),
          };
        }),
        ...(lots ? [{ rule: { rule: 'lot' as const }, bound: problem.lot, resolvedAt: null }] : []),
      ],
    });
    for (const row of rows) left.delete(row);
  }
  return conflicts;
}
