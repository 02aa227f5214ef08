import { RegionalFault, requireSameLength } from '../fault.ts';
import { type Effect, effectOf } from './difference-in-differences.ts';
import { type Observations, requireObservations } from './panel-observations.ts';

export interface GroupTimeEffect extends Effect {
  /** First treated period of the group. */
  readonly group: number;
  readonly period: number;
  readonly treated: number;
  readonly controls: number;
}

export interface GroupTimeEffects {
  readonly effects: readonly GroupTimeEffect[];
  /** Mean over groups and periods from their start on, weighted by treated units. */
  readonly overall: number;
  /** Of `overall`, clustered by unit; NaN with one unit a side. */
  readonly standardError: number;
  /** Mean by periods since the start, weighted likewise; before the start they should be about 0. */
  readonly byRelativePeriod: readonly {
    readonly relative: number;
    readonly effect: number;
    readonly standardError: number;
  }[];
}

/** An effect with what each unit adds to its error. */
interface Scored extends GroupTimeEffect {
  readonly scores: ReadonlyMap<Unit, number>;
}

/**
 * Group-time effects for treatment that starts at different times: each group against units that are not treated
 * yet, from the period before it started. No group treated earlier ever serves as a control.
 *
 *   ATT(g,t) = mean(y[t] − y[g−1] | start = g) − mean(y[t] − y[g−1] | controls),  V = s₁²/n₁ + s₀²/n₀
 *   means of them: V = Σ_u (Σ_(g,t) weight · ψ[u,g,t])²,  ψ the part of a unit in the deviation of ATT(g,t)
 *
 * @param start     first treated period of each observation's unit; NaN for never
 * @param controls  `never` treated, or `not-yet` treated by t (which contains them)
 * @returns  effects of all groups that were seen the period before they started; NaN errors with one unit a side
 * @throws   RegionalFault `wrong-shape`, `not-computable` (no group can be compared with anybody)
 * @see      Callaway & Sant'Anna (2021), Difference-in-differences with multiple time periods (unconditional)
 * @example  groupTimeEffects({ outcome: [1, 2, 1, 5], unit: ['a', 'a', 'b', 'b'], period: [0, 1, 0, 1] }, [NaN, NaN, 1, 1]).overall // 3
 */
export function groupTimeEffects(
  observations: Observations,
  start: readonly number[],
  controls: 'never' | 'not-yet' = 'not-yet',
): GroupTimeEffects {
  requireObservations(observations);
  requireSameLength('starts', start.length, 'outcomes', observations.outcome.length);
  const units = unitsOf(observations, start);
  const groups = [...new Set(start)].filter((g) => !Number.isNaN(g)).sort((a, b) => a - b);
  const periods = [...new Set(observations.period)].sort((a, b) => a - b);
  const scored = groups.flatMap((group) => {
    const base = periods.filter((period) => period < group).pop();
    if (base === undefined) return [];
    return periods
      .filter((period) => period !== base)
      .flatMap((period): Scored[] => {
        const changes = (is: (unit: Unit) => boolean) =>
          units.filter(is).flatMap((unit) => change(unit, base, period));
        const own = changes((unit) => unit.start === group);
        const other = changes((unit) =>
          Number.isNaN(unit.start)
            ? true
            : controls === 'not-yet' && unit.start !== group && unit.start > Math.max(period, group),
        );
        if (own.length === 0 || other.length === 0) return [];
        const scores = new Map([...deviations(own, 1), ...deviations(other, -1)]);
        const sizes = { group, period, treated: own.length, controls: other.length };
        return [{ ...sizes, ...effectOf(meanOf(own) - meanOf(other), norm(scores.values())), scores }];
      });
  });
  const after = scored.filter(({ group, period }) => period >= group);
  if (after.length === 0)
    throw new RegionalFault('not-computable', 'no group can be compared with untreated units');
  const relative = [...new Set(scored.map(({ group, period }) => period - group))].sort((a, b) => a - b);
  const { effect, standardError } = weighted(after);
  return {
    effects: scored.map(({ scores, ...effect }) => effect),
    overall: effect,
    standardError,
    byRelativePeriod: relative.map((k) => ({
      relative: k,
      ...weighted(scored.filter(({ group, period }) => period - group === k)),
    })),
  };
}

interface Unit {
  readonly start: number;
  readonly outcomes: ReadonlyMap<number, number>;
}

function unitsOf({ outcome, unit, period }: Observations, start: readonly number[]): Unit[] {
  const units = new Map<string | number, { start: number; outcomes: Map<number, number> }>();
  unit.forEach((name, t) => {
    const known = units.get(name) ?? { start: start[t], outcomes: new Map() };
    known.outcomes.set(period[t], outcome[t]);
    units.set(name, known);
  });
  return [...units.values()];
}

interface Change {
  readonly unit: Unit;
  readonly by: number;
}

function change(unit: Unit, from: number, to: number): Change[] {
  const [before, after] = [unit.outcomes.get(from), unit.outcomes.get(to)];
  return before === undefined || after === undefined ? [] : [{ unit, by: after - before }];
}

const meanOf = (changes: readonly Change[]): number =>
  changes.reduce((sum, { by }) => sum + by, 0) / changes.length;

/** Squares of these add up to s²/n of the changes. */
function deviations(changes: readonly Change[], sign: 1 | -1): [Unit, number][] {
  const [mean, n] = [meanOf(changes), changes.length];
  return changes.map(({ unit, by }) => [unit, (sign * (by - mean)) / Math.sqrt(n * (n - 1))]);
}

const norm = (values: Iterable<number>): number =>
  Math.sqrt([...values].reduce((sum, value) => sum + value * value, 0));

function weighted(effects: readonly Scored[]): { effect: number; standardError: number } {
  const all = effects.reduce((sum, { treated }) => sum + treated, 0);
  const scores = new Map<Unit, number>();
  for (const { treated, scores: own } of effects) {
    for (const [unit, score] of own) scores.set(unit, (scores.get(unit) ?? 0) + (score * treated) / all);
  }
  return {
    effect: effects.reduce((sum, { effect, treated }) => sum + effect * treated, 0) / all,
    standardError: norm(scores.values()),
  };
}
