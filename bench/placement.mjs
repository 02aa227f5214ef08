import { openHighs } from '../packages/guidance/src/plan/highs-solver.ts';
import { inOrder, programOf } from '../packages/guidance/src/plan/placement-program.ts';
import { planPlacement, preparePlacement } from '../packages/guidance/src/plan/plan-placement.ts';
import { timed } from './clock.mjs';
import { placementNation } from './placement-nation.mjs';

const whole = { cities: 20, groups: 30, parks: 200 };
const small = { cities: 6, groups: 10, parks: 30 };
const aim = { seconds: 30, gap: 0.01, quick: 1 };
const rawNodes = 200;

/** Pairs by value, the best first, each filled as far as its limits leave room for a lot: what a table and a day's work give. */
function greedy(problem) {
  const { rules, lot, movable, whole: of } = programOf(inOrder({ ...problem, least: 0, pairings: [] }));
  const { starts, rows, coefficients, value } = of.columns;
  const left = Float64Array.from(rules, ({ bound }) => bound);
  const order = Array.from(movable.keys()).sort((a, b) => value[b] - value[a]);
  let objective = 0;
  for (const j of order) {
    let room = Number.POSITIVE_INFINITY;
    for (let e = starts[j]; e < starts[j + 1]; e++) room = Math.min(room, left[rows[e]] / coefficients[e]);
    if (room < lot || value[j] <= 0) continue;
    for (let e = starts[j]; e < starts[j + 1]; e++) left[rows[e]] -= room * coefficients[e];
    objective += room * value[j];
  }
  return objective * 1e8;
}

/** The same problem as one mixed-integer program, left to the solver. */
function alone(problem, solver) {
  const { lot, whole: of } = programOf(inOrder(problem));
  const columns = { ...of.columns, lower: of.columns.value.map(() => lot) };
  return solver.solveLots({ ...of, columns }, { gap: aim.gap, nodes: rawNodes });
}

const processor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

async function measured(work) {
  const before = processor();
  const { ms, result } = await timed(work);
  return { seconds: ms / 1000, processor: processor() - before, result };
}

/** A plan of the size that a nation has, twice; sliders moved; and the solver alone where it gets to an end. */
export async function benchPlacement() {
  const solver = await openHighs();
  const problem = placementNation(whole);
  const first = await measured(() => planPlacement(problem, solver));
  const second = await measured(() => planPlacement(problem, solver));
  const prepared = preparePlacement(problem, solver);
  const moved = {
    ...problem,
    terms: problem.terms.map((term, t) => ({ ...term, weight: term.weight + (t === 1 ? 0.05 : 0) })),
  };
  const quick = await measured(() => planPlacement(moved, solver, prepared));
  const few = placementNation(small);
  const ours = await measured(() => planPlacement(few, solver));
  const raw = await measured(() => alone(few, solver));
  const told = ({ seconds, processor: used, result }) => ({ seconds, processor: used, gap: result.gap });
  return {
    pairs: first.result.work.pairs,
    whole: told(first),
    same: JSON.stringify(first.result) === JSON.stringify(second.result),
    searched: first.result.work.searched,
    greedyGap: 1 - greedy(problem) / first.result.bound,
    quick: told(quick),
    small: {
      pairs: ours.result.work.pairs,
      ours: told(ours),
      alone: {
        seconds: raw.seconds,
        processor: raw.processor,
        gap: raw.result.status === 'found' ? 1 - (raw.result.objective * 1e8) / ours.result.bound : null,
      },
    },
  };
}

export function printPlacement({ pairs, whole: all, same, searched, greedyGap, quick, small: few }, say) {
  const percent = (part) => (part === null ? 'nothing found' : `${(100 * part).toFixed(2)} %`);
  const line = ({ seconds, processor: used, gap }) =>
    `${seconds.toFixed(1)} s (${used.toFixed(1)} s of processor), at most ${percent(gap)} below the best`;
  const missed = (is) => (is ? '  missed' : '');
  say(`\nplacement: ${pairs} pairs of goods and parks, ${searched} of them looked into`);
  say(
    `  plan   ${line(all)} (aim ${aim.seconds} s, ${percent(aim.gap)})${missed(all.seconds > aim.seconds || all.gap > aim.gap)}`,
  );
  say(`  again  ${same ? 'the same answer' : 'another answer  missed'}`);
  say(`  quick  ${line(quick)} (aim ${aim.quick} s)${missed(quick.seconds > aim.quick)}`);
  say(`  best pairs first, without fairness and pairings: ${percent(greedyGap)} below the bound`);
  say(`  of ${few.pairs} pairs: ${line(few.ours)}`);
  say(`  HiGHS alone:  ${line(few.alone)}`);
}
