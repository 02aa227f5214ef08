import { columnOf, rowOf } from '@tidu/regional';
import type { Ground } from '../ground/ground.ts';

/** What cities exported in whole years, yuan. */
export interface CityExports {
  readonly years: readonly number[];
  readonly groups: readonly string[];
  /** @param group of all goods together where null; @returns nothing where it is not told */
  of(place: string, group: string | null, year: number): number | null;
}

/** Promises are made by the year: periods that are parts of years tell nothing of them. */
export function cityExports(trade: Ground['trade']): CityExports {
  if (!trade) return { years: [], groups: [], of: () => null };
  const { exports } = trade;
  const years = exports.periods.flatMap((period) => (/^\d{4}$/.test(period) ? [Number(period)] : []));
  return {
    years,
    groups: exports.columns,
    of(place, group, year) {
      const at = exports.at[years.indexOf(year)];
      const row = exports.rows.indexOf(place);
      if (!at || row < 0) return null;
      const amount =
        group === null
          ? rowOf(at, row).reduce((sum, value) => sum + value, 0)
          : columnOf(at, exports.columns.indexOf(group))[row];
      return amount === undefined || Number.isNaN(amount) ? null : amount;
    },
  };
}
