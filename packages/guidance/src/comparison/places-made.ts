import type { CompanyPlan } from './company-plan.ts';
import type { Places } from './compared-places.ts';
import type { Costs } from './cost-facts.ts';
import { type CostItem, horizon, type ItemName, itemNames } from './cost-item.ts';
import { type Figures, figureTable } from './figures.ts';
import { wageSeriesFor } from './labour.ts';
import { type PlaceItems, placeItems } from './place-model.ts';

/** A plan in each place, as far as facts and the plan alone tell. */
interface PlacesMade {
  /** By code, so that nothing depends on the order in which places are given. */
  readonly made: readonly PlaceItems[];
  readonly figures: Figures;
  /** Share of full production by year. */
  readonly ramp: readonly number[];
  /** Items that no place lacks. */
  readonly within: ReadonlySet<ItemName>;
}

export function placesMade(plan: CompanyPlan, places: Places, costs: Costs): PlacesMade {
  const chosen = [...places.compared].sort((a, b) => (a.code < b.code ? -1 : 1));
  const rampUp = plan.schedule?.rampUp ?? [1];
  const ramp = Array.from({ length: horizon }, (_, y) => rampUp[Math.min(y, rampUp.length - 1)] as number);
  const figures = figureTable();
  const wageSeries = wageSeriesFor(
    costs,
    chosen.map(({ code }) => code),
  );
  const made = chosen.map((place) => placeItems({ plan, place, costs, figures, ramp, wageSeries }, places));
  return { made, figures, ramp, within: knownEverywhere(made.map(({ items }) => items)) };
}

/** Items that no place lacks. */
export function knownEverywhere(places: readonly (readonly CostItem[])[]): Set<ItemName> {
  const known = new Set<ItemName>(itemNames);
  for (const items of places) {
    for (const name of itemNames) {
      if (!items.some(({ item, missing }) => item === name && missing.length === 0)) known.delete(name);
    }
  }
  return known;
}
