import type { Matrix } from '@tidu/regional';
import type { Ground } from '../ground/ground.ts';
import { monthsOfPeriod, tradeOf } from '../ground/trade-of.ts';
import { competitiveLoss, windowsOf } from './competitive-loss.ts';
import type { MovableVolume } from './leaving-result.ts';

/** Years over which the pace of the past is carried on: as far as the prediction looks. */
export const horizon = 3;

/**
 * How much of a place's yearly exports of a group is likely to move within three years, if it goes on as it did.
 *
 *   mid  = min( X, 3 · L over the longest window )       X the exports of the latest period, L lost a year
 *   low  = min( X, 3 · least L of the windows )
 *   high = min( X, 3 · greatest L of the windows )
 *
 * Where one year alone can be compared nothing shows that the loss lasts: low is then 0, and mid one year of it.
 *
 * @param losses  a year, over windows from the shortest on; NaN where unknown, negative where gained
 * @param yearly  12 / months of a period
 * @returns  yuan of exports a year, low ≤ mid ≤ high ≤ what is there; nothing where no loss is known
 */
export function movableOf(
  exports: number,
  losses: readonly number[],
  yearly: number,
): MovableVolume | undefined {
  const known = losses.filter((loss) => !Number.isNaN(loss)).map((loss) => Math.max(0, loss));
  if (known.length === 0 || Number.isNaN(exports)) return undefined;
  const within = (loss: number, years: number = horizon) => Math.min(exports, years * loss) * yearly;
  const [first, last] = [known[0] as number, known.at(-1) as number];
  if (known.length === 1) return { low: 0, mid: within(first, 1), high: within(first) };
  return { low: within(Math.min(...known)), mid: within(last), high: within(Math.max(...known)) };
}

export interface Movable extends MovableVolume {
  readonly place: string;
  readonly group: string;
}

/**
 * What may leave the east, by place and group: what a plan places.
 * @throws GuidanceRefused `no-statistics`
 * @see    movableOf
 */
export function movable(ground: Ground): Movable[] {
  const trade = tradeOf(ground);
  const { exports } = trade;
  const losses = windowsOf(exports).map((steps) => competitiveLoss(exports, steps));
  const now = exports.at.at(-1) as Matrix;
  const yearly = 12 / monthsOfPeriod(trade);
  return ground.places.flatMap(({ code, region }) => {
    const r = exports.rows.indexOf(code);
    if (region !== 'east' || r < 0) return [];
    return exports.columns.flatMap((group, i) => {
      const volume = movableOf(
        now.at(r, i),
        losses.map((loss) => loss.at(r, i)),
        yearly,
      );
      return volume && volume.high > 0 ? [{ place: code, group, ...volume }] : [];
    });
  });
}
