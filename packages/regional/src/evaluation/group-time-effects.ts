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
  /** Mean by periods since the start, weighted likewise; before the start they should be about 0. */
  readonly byRelativePeriod: readonly { readonly relative: number; readonly effect: number }[];
}

/**
 * Group-time effects for treatment that starts at different times: each group against units that are not treated
 * yet, from the period before it started. No group treated earlier ever serves as a control.
 *
 *   ATT(g,t) = mean(y[t] − y[g−1] | start = g) − mean(y[t] − y[g−1] | controls),  V = s₁²/n₁ + s₀²/n₀
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
  const effects = groups.flatMap((group) => {
    const base = periods.filter((period) => period < group).pop();
    if (base === undefined) return [];
    return periods
      .filter((period) => period !== base)
      .flatMap((period): GroupTimeEffect[] => {
        const changes = (is: (unit: Unit) => boolean) =>
          units.filter(is).flatMap((unit) => change(unit, base, period));
        const own = changes((unit) => unit.start === group);
        const other = changes((unit) =>
          Number.isNaN(unit.start)
            ? true
            : controls === 'not-yet' && unit.start !== group && unit.start > Math.max(period, group),
        );
        if (own.length === 0 || other.length === 0) return [];
        const error = Math.sqrt(squaredError(own) + squaredError(other));
        const sizes = { group, period, treated: own.length, controls: other.length };
        return [{ ...sizes, ...effectOf(mean(own) - mean(other), error) }];
      });
  });
  const after = effects.filter(({ group, period }) => period >= group);
  if (after.length === 0)
    throw new RegionalFault('not-computable', 'no group can be compared with untreated units');
  const relative = [...new Set(effects.map(({ group, period }) => period - group))].sort((a, b) => a - b);
  return {
    effects,
    overall: weighted(after),
    byRelativePeriod: relative.map((k) => ({
      relative: k,
      effect: weighted(effects.filter(({ group, period }) => period - group === k)),
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

function change({ outcomes }: Unit, from: number, to: number): number[] {
  const [before, after] = [outcomes.get(from), outcomes.get(to)];
  return before === undefined || after === undefined ? [] : [after - before];
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const squaredError = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1) / values.length;
const weighted = (effects: readonly GroupTimeEffect[]): number =>
  effects.reduce((sum, { effect, treated }) => sum + effect * treated, 0) /
  effects.reduce((sum, { treated }) => sum + treated, 0);
