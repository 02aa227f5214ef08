import { type Feature, features } from './feature.ts';
import type { Contribution } from './model.ts';

const inRegions = ['central', 'west', 'northeast'] as const;
type InRegion = (typeof inRegions)[number];
export type Reason = Exclude<Feature, InRegion> | 'region';

const isRegion = (feature: Feature): feature is InRegion => inRegions.some((region) => region === feature);
export const reasons = [...features.filter((feature) => !isRegion(feature)), 'region'] as Reason[];

export interface GivenReason {
  readonly feature: Reason;
  /**
   * As people say it: a change about the middle (0.1 = a tenth), a quotient, a share, a rate, the wage over the country's − 1,
   * 1 for a park; null where it is not known, and for the region.
   */
  readonly value: number | null;
  readonly logOdds: number;
}

/** What speaks for and against, the strongest first; the regions as one. */
export function reasonsOf(contributions: readonly Contribution[]): GivenReason[] {
  const region = contributions.filter(({ feature }) => isRegion(feature));
  const rest = contributions.flatMap(({ feature, value, logOdds }): GivenReason[] =>
    isRegion(feature) ? [] : [{ feature, value: Number.isNaN(value) ? null : said(feature, value), logOdds }],
  );
  const together: GivenReason[] =
    region.length > 0
      ? [{ feature: 'region', value: null, logOdds: region.reduce((sum, { logOdds }) => sum + logOdds, 0) }]
      : [];
  return [...rest, ...together].sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds));
}

/** The model's own value turned back into what it was made from. */
function said(feature: Feature, value: number): number {
  if (feature === 'specialisation' || feature === 'share') return Math.exp(value);
  return feature === 'wage-gap' ? Math.exp(value) - 1 : value;
}
