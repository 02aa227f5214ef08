import type { Coordinates } from './compared-places.ts';
import { asFact, type Costs, type Fact, type FreightRate, freightFact, type Range } from './cost-facts.ts';
import type { Missing } from './cost-item.ts';
import { factNames } from './fact-names.ts';
import type { Figures, Values } from './figures.ts';
import { greatCircleKm } from './great-circle.ts';

/** A part of a way, or several one after the other. */
export interface Leg {
  /** Along the way, as far as it is estimated. */
  readonly km: number;
  /** Yuan per TEU; nothing where a rate is missing. */
  readonly cost?: ((values: Values) => number) | undefined;
  readonly uses: readonly number[];
  readonly missing: readonly Missing[];
  readonly days?: Range | undefined;
  /** Records that tell the days. */
  readonly daysFrom?: readonly FreightRate[] | undefined;
}

export const plus = (a: Leg, b: Leg): Leg => {
  const { cost: first, days: early } = a;
  const { cost: second, days: late } = b;
  return {
    km: a.km + b.km,
    uses: [...a.uses, ...b.uses],
    missing: [...a.missing, ...b.missing],
    ...(first && second && { cost: (v) => first(v) + second(v) }),
    ...(early &&
      late && {
        days: { low: early.low + late.low, high: early.high + late.high },
        daysFrom: [...(a.daysFrom ?? []), ...(b.daysFrom ?? [])],
      }),
  };
};

/**
 * Distances along a mode from great circles: km = great circle × detour, yuan = km × rate.
 * A detour or rate that is missing leaves the cost unknown; the distance is then the great circle.
 */
export function legs(costs: Costs, figures: Figures) {
  const position = (fact: Fact | undefined) => fact && figures.ofFact(fact);
  return (mode: 'road' | 'rail') => {
    const detour = position(freightFact(costs, mode, 'detour'));
    const rate = position(freightFact(costs, mode, 'TEU-km'));
    const pace = costs.freight.find((one) => one.mode === mode && one.per === 'TEU-km' && one.daysPerKm);
    const { daysPerKm } = pace ?? {};
    const missing = [
      ...(detour === undefined ? [lacking(`freight.${mode}.detour`)] : []),
      ...(rate === undefined ? [lacking(`freight.${mode}.TEU-km`)] : []),
    ];
    const factor = detour === undefined ? 1 : (figures.all[detour]?.likely as number);
    return (from: Coordinates, to: Coordinates): Leg => {
      const straight = greatCircleKm(from, to);
      const km = straight * factor;
      return {
        km,
        uses: [detour, rate].filter((one) => one !== undefined),
        missing,
        ...(detour !== undefined &&
          rate !== undefined && {
            cost: (v) => straight * (v[detour] as number) * (v[rate] as number),
          }),
        ...(pace &&
          daysPerKm !== undefined && {
            days: { low: km * daysPerKm, high: km * daysPerKm },
            daysFrom: [pace],
          }),
      };
    };
  };
}

/** A charge per TEU that does not depend on distance. */
export function charge(figures: Figures, rate: FreightRate | Fact | undefined, name: string): Leg {
  const fact = rate && ('mode' in rate ? asFact(rate) : rate);
  const told = rate && 'mode' in rate && rate.days !== undefined ? rate : undefined;
  const days = { days: daysOf(told), daysFrom: told && [told] };
  if (!fact) return { km: 0, uses: [], missing: [lacking(name)], ...days };
  const position = figures.ofFact(fact);
  return { km: 0, uses: [position], missing: [], cost: (v) => v[position] as number, ...days };
}

const lacking = (fact: string): Missing => ({ fact, names: factNames(fact) });

export const daysOf = (rate: FreightRate | undefined): Range | undefined =>
  typeof rate?.days === 'number' ? { low: rate.days, high: rate.days } : rate?.days;
