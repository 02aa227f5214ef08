import { coOccurrence, type Matrix, presence, relatedness, relatednessDensity } from '@tidu/regional';
import type { GuidedPlace } from '../ground/ground.ts';
import { monthsOfPeriod } from '../ground/trade-of.ts';
import type { TradePanel } from '../ground/trade-panel.ts';
import { competitiveLoss } from '../leaving/competitive-loss.ts';

/** Most years over which losses and gains are looked at. */
const longest = 3;

/** What places lose and what they could take, by commodity group; NaN where it is not known. */
export interface GoodsToPass {
  readonly groups: readonly string[];
  readonly from: string;
  readonly to: string;
  /** Yuan of exports in the last period. */
  exports(place: string, group: number): number;
  /**
   * Yuan of exports that a place loses a year to the rest of the country; 0 where it gains. What is told of some months is
   * brought to twelve.
   */
  shed(place: string, group: number): number;
  /** Percent of what is related to the group that the place has already. */
  density(place: string, group: number): number;
  /** How much faster than the country the place grows in the group, a year. */
  gain(place: string, group: number): number;
  /** Where the place stands among the cities of the interior by density and gain, 0 to 1. */
  take(place: string, group: number): number;
}

/**
 * What eastern cities lose and what park cities could take of it.
 *
 *   shed[r,i] = max(0, L[r,i]),  gain[r,i] = −L[r,i] / X[r,i]    L the competitive loss a year
 *   take[p,i] = mean of the percentiles of density[p,i] and gain[p,i] among the cities of the interior
 *
 * Where goods are not told, density is unknown and the gain speaks alone.
 *
 * @param trade  of two periods at least
 */
export function goodsToPass(trade: TradePanel, places: readonly GuidedPlace[]): GoodsToPass {
  const { exports } = trade;
  const toYear = 12 / monthsOfPeriod(trade);
  const steps = Math.min(longest, exports.periods.length - 1);
  const until = exports.periods.length - 1;
  const [before, after] = [exports.at[until - steps] as Matrix, exports.at[until] as Matrix];
  const lost = competitiveLoss(exports, steps);
  const told = { ...after, cells: after.cells.map((value) => (Number.isNaN(value) ? 0 : value)) };
  const related = relatednessDensity(presence(told), relatedness(coOccurrence(told)));
  const rows = new Map(exports.rows.map((code, r) => [code, r]));
  const at = (x: Matrix, place: string, group: number): number => {
    const row = rows.get(place);
    return row === undefined || Number.isNaN(after.at(row, group)) ? Number.NaN : x.at(row, group);
  };
  const density = (place: string, group: number) => at(related, place, group);
  const gain = (place: string, group: number) => {
    const base = at(before, place, group);
    return base > 0 ? -at(lost, place, group) / base : Number.NaN;
  };
  const interior = places.filter(({ region }) => region !== 'east').map(({ code }) => code);
  const among = exports.columns.map((_, group) =>
    [density, gain].map((of) => interior.map((place) => of(place, group)).filter((x) => !Number.isNaN(x))),
  );
  return {
    groups: exports.columns,
    from: exports.periods[until - steps] as string,
    to: exports.periods[until] as string,
    exports: (place, group) => at(after, place, group),
    shed: (place, group) => toYear * Math.max(at(lost, place, group), 0),
    density,
    gain,
    take: (place, group) => {
      const known = [density, gain].flatMap((of, k) => {
        const own = of(place, group);
        return Number.isNaN(own) ? [] : [percentile(own, among[group]?.[k] ?? [])];
      });
      return known.length === 0 ? Number.NaN : known.reduce((a, b) => a + b, 0) / known.length;
    },
  };
}

/** Part of the values that lie below, those that equal it counted by half. */
function percentile(own: number, values: readonly number[]): number {
  const below = values.filter((value) => value < own).length;
  return (below + values.filter((value) => value === own).length / 2) / values.length;
}
