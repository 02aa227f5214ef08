import { GuidanceRefused } from '../ground/guidance.ts';

import { blockingPairs } from './blocking-pairs.ts';
import { type Chosen, chooseLots, quick, thorough } from './chosen-lots.ts';
import { conflictsOf } from './conflicts.ts';
import { openChosen } from './held-lots.ts';
import { limitKinds } from './limit-kinds.ts';
import type { Solver } from './linear-program.ts';
import type { LimitOfPark, Placement, PlacementPlan } from './placement-plan.ts';
import type { PlacementProblem } from './placement-problem.ts';
import { inOrder, type PlacementProgram, programOf } from './placement-program.ts';
import { nextBest, paid, type Standing, standing } from './reasons.ts';
import { type Prepared, type Priced, relaxationOf } from './relaxation.ts';
import { evenSplit, yi } from './rules.ts';

const mostBlocking = 100;
const nearlyFull = 1e-6;

/** What a plan says besides what goes where: of a problem, whether it has a plan or not. */
function frame(problem: PlacementProblem) {
  const { movable, parks, needs, terms } = problem;
  const groups = [...new Set(movable.map(({ group }) => group))].sort();
  return {
    movable: movable.reduce((sum, { volume }) => sum + volume, 0),
    unlimited: parks.flatMap(({ id, limits }) =>
      limitKinds.filter((kind) => limits[kind] === undefined).map((kind) => ({ park: id, kind })),
    ),
    needsUnknown: groups.flatMap((group) =>
      limitKinds
        .filter(
          (kind) =>
            needs[group]?.[kind] === undefined && parks.some(({ limits }) => limits[kind] !== undefined),
        )
        .map((kind) => ({ group, kind })),
    ),
    valuesUnknown: terms
      .map(({ id, values }) => ({
        term: id,
        pairs: values.reduce((sum, row) => sum + row.filter((value) => value === null).length, 0),
      }))
      .filter(({ pairs }) => pairs > 0),
  };
}

/** Limits with what is used of them, and the price of one unit more as long as the same placements are chosen. */
function limitsOf(at: Standing, solver: Solver, columns: readonly number[]): LimitOfPark[] {
  const { program, used } = at;
  const open = openChosen(program, solver, columns);
  const found = columns.length > 0 ? open.solve() : undefined;
  const priced = found?.status === 'optimal' ? { duals: found.duals, ranges: open.ranges() } : undefined;
  open.close();
  return program.rules.flatMap(({ says, bound }, row) => {
    if (says.rule !== 'limit' || says.park === undefined || says.kind === undefined) return [];
    const uses = used[row] as number;
    const full = uses >= bound * (1 - nearlyFull);
    const to = priced?.ranges.to[row] as number;
    return [
      {
        park: says.park,
        kind: says.kind,
        limit: bound,
        used: uses,
        full,
        priceOpen: Math.max(0, (at.prices[row] as number) * yi),
        price: priced ? Math.max(0, (priced.duals[row] as number) * yi) : null,
        holds:
          priced && full
            ? { from: Math.max(0, priced.ranges.from[row] as number), to: Number.isFinite(to) ? to : null }
            : null,
      },
    ];
  });
}

function staying(program: PlacementProgram, left: Float64Array): PlacementPlan['stays'] {
  const best = new Float64Array(left.length).fill(Number.NEGATIVE_INFINITY);
  const { movable, parks, lot } = program.problem;
  return movable.flatMap(({ origin, group, volume }, i) => {
    const amount = left[i] as number;
    if (amount <= Math.max(1, volume * nearlyFull)) return [];
    parks.forEach((_, p) => {
      const value = program.values.of(i, p);
      if (!Number.isNaN(value)) best[i] = Math.max(best[i] as number, value);
    });
    const why =
      best[i] === Number.NEGATIVE_INFINITY
        ? ('unknown-value' as const)
        : volume < lot
          ? ('below-lot' as const)
          : (best[i] as number) <= 0
            ? ('no-value' as const)
            : ('full' as const);
    return [{ origin, group, amount, why }];
  });
}

function placementsOf(at: Standing, { columns, amounts }: Chosen): Placement[] {
  const { program } = at;
  const parksOf: number[][] = program.problem.movable.map(() => []);
  program.movable.forEach((i, j) => {
    parksOf[i]?.push(program.park[j] as number);
  });
  const got = new Set(columns.map((j) => `${program.movable[j]} ${program.park[j]}`));
  return columns
    .map((j, k) => {
      const i = program.movable[j] as number;
      const p = program.park[j] as number;
      const goods = program.problem.movable[i] as PlacementProblem['movable'][number];
      const others = (parksOf[i] ?? []).filter((q) => !got.has(`${i} ${q}`));
      return {
        origin: goods.origin,
        group: goods.group,
        park: program.problem.parks[p]?.id ?? '',
        amount: (amounts[k] as number) * yi,
        ...program.values.explained(i, p),
        paid: paid(at, i, p),
        next: nextBest(at, i, p, others),
      };
    })
    .sort((a, b) => {
      const key = ({ origin, group, park }: Placement) => `${origin} ${group} ${park}`;
      return key(a) < key(b) ? -1 : 1;
    });
}

function planOf(
  program: PlacementProgram,
  priced: Priced,
  chosen: Chosen,
  solver: Solver,
  approximate: boolean,
) {
  const { problem } = program;
  const at = standing(
    program,
    chosen.columns.map((j, k) => [j, chosen.amounts[k] as number] as const),
    priced.duals,
  );
  const left = Float64Array.from(problem.movable, ({ volume }) => volume);
  const inPark = new Float64Array(problem.parks.length);
  chosen.columns.forEach((j, k) => {
    const amount = (chosen.amounts[k] as number) * yi;
    const [i, p] = [program.movable[j] as number, program.park[j] as number];
    left[i] = (left[i] as number) - amount;
    inPark[p] = (inPark[p] as number) + amount;
  });
  const even = evenSplit(problem) * yi;
  const blocking = approximate
    ? undefined
    : blockingPairs(
        at,
        chosen.columns.map((j, k) => ({
          i: program.movable[j] as number,
          p: program.park[j] as number,
          amount: chosen.amounts[k] as number,
        })),
      );
  return {
    placements: placementsOf(at, chosen),
    moved: inPark.reduce((sum, amount) => sum + amount, 0),
    stays: staying(program, left),
    parks: problem.parks.map(({ id }, p) => ({
      park: id,
      amount: inPark[p] as number,
      evenSplits: even > 0 ? (inPark[p] as number) / even : null,
      least: problem.least * even,
      most: problem.most === undefined ? null : problem.most * even,
    })),
    limits: limitsOf(at, solver, chosen.columns),
    blocking: (blocking ?? []).slice(0, mostBlocking),
    blockingInAll: blocking?.length ?? null,
  };
}

function readied(given: PlacementProblem): PlacementProgram {
  const problem = inOrder(given);
  if (problem.parks.length === 0)
    throw new GuidanceRefused(
      'not-computable',
      'there is no park to place anything in',
      'name at least one park',
    );
  if (problem.movable.every(({ volume }) => volume === 0))
    throw new GuidanceRefused(
      'not-computable',
      'nothing is movable',
      'name at least one volume above 0, or load statistics by city and commodity of two periods',
    );
  return programOf(problem);
}

/**
 * What makes plans of the same problem with other weights quick: the pairs that matter, and where to go on from.
 * @returns nothing where no plan keeps every rule
 */
export function preparePlacement(given: PlacementProblem, solver: Solver): Prepared | undefined {
  const relaxation = relaxationOf(readied(given), solver);
  const found = relaxation.solve();
  const prepared = found && relaxation.prepared();
  relaxation.close();
  return prepared;
}

/** Rounds in which a quick plan looks for pairs that other weights make matter. */
const roundsOfQuick = 1;

/**
 * What goes where. Maximises Σ v x over amounts x that keep every rule, each of them nothing or at least a lot.
 *
 * @param prepared  of the same problem with other weights: the plan is an approximation, made at once, whose gap says
 *                  how far it is off at most
 * @returns a plan with its gap to what no plan can be better than; or the rules that cannot hold together
 * @throws  GuidanceRefused where nothing is movable or there is no park
 */
export function planPlacement(given: PlacementProblem, solver: Solver, prepared?: Prepared): PlacementPlan {
  const program = readied(given);
  const { problem } = program;
  const relaxation = relaxationOf(program, solver, prepared);
  try {
    const priced = prepared ? relaxation.solve(1e-7, roundsOfQuick) : relaxation.solve();
    const found = priced && chooseLots(program, relaxation, solver, priced, prepared ? quick : thorough);
    const about = frame(problem);
    const searched = relaxation.entered();
    const pairs = problem.movable.length * problem.parks.length;
    if (!priced || !found) {
      const conflicts = conflictsOf(problem, solver);
      return {
        status: conflicts.length > 0 ? 'impossible' : 'not-found',
        objective: 0,
        bound: 0,
        gap: 0,
        approximate: false,
        placements: [],
        moved: 0,
        stays: [],
        parks: [],
        limits: [],
        ...about,
        conflicts,
        blocking: [],
        blockingInAll: 0,
        work: { pairs, searched, nodes: 0 },
      };
    }
    const bound = Math.max(found.objective, Math.min(priced.bound, found.bound)) * yi;
    return {
      status: 'planned',
      objective: found.objective * yi,
      bound,
      gap: bound > 0 ? (bound - found.objective * yi) / bound : 0,
      approximate: prepared !== undefined,
      ...planOf(program, priced, found, solver, prepared !== undefined),
      ...about,
      conflicts: [],
      work: { pairs, searched, nodes: found.nodes },
    };
  } finally {
    relaxation.close();
  }
}
