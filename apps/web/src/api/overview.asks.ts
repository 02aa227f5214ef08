import { type OverviewState, overviewDefaults } from '../url-state.ts';
import { yearToDatePeriod } from '../words/month.ts';
import { asks } from './asks.ts';

/** What the overview shows: what was chosen, the rest by default, at a month that is loaded. */
export function overviewView(chosen: OverviewState, { first, last }: { first: string; last: string }) {
  const { month: wish, ...choice } = { ...overviewDefaults, ...chosen };
  const month = wish && wish >= first && wish <= last ? wish : last;
  return { ...choice, month, period: choice.span === 'year' ? yearToDatePeriod(month) : month };
}
export type OverviewView = ReturnType<typeof overviewView>;

/** The figures of such a view, each asked once however many parts of the page show it. */
export function overviewAsks({ period, month, flow, level, show }: OverviewView) {
  const printed = (at: string) =>
    asks.figure('place-growth', { period: month, flow, level: at, kind: 'printed' });
  return {
    map: show === 'share' ? asks.figure('place-shares', { period, flow, level }) : printed(level),
    regionShares: asks.figure('region-shares', { period, flow }),
    regionGrowth: asks.figure('region-growth', { period, flow, kind: regionGrowthKind(period) }),
    parkShare: asks.figure('park-cities-share', { period, flow }),
    parkGrowth: printed('prefecture'),
  };
}

/** Up to the month of a year the base is what the printed growth implies; single months need the year before. */
const regionGrowthKind = (period: string): string =>
  period.includes('..') || period.length === 4 || period.endsWith('-01') ? 'implied' : 'year-on-year';
