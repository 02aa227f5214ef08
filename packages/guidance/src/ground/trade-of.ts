import { months, parsePeriod } from '@tidu/reference';
import type { Ground } from './ground.ts';
import { GuidanceRefused } from './guidance.ts';
import type { TradePanel } from './trade-panel.ts';

/**
 * The statistics that guidance rests on.
 * @throws GuidanceRefused `no-statistics`
 */
export function tradeOf({ trade }: Pick<Ground, 'trade'>): TradePanel {
  if (trade) return trade;
  throw new GuidanceRefused(
    'no-statistics',
    'no trade by city is loaded for two periods that can be compared',
    'load customs statistics by place for the same months of two years at least',
  );
}

/** How many months a period of the panel has, so that its amounts can be brought to a year. */
export const monthsOfPeriod = ({ exports }: TradePanel): number =>
  months(parsePeriod(exports.periods.at(-1) as string)).length;
