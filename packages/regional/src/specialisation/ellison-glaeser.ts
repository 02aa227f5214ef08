import { RegionalFault, requireNonNegative, requireSameLength, sum } from '../fault.ts';
import { shares } from './share.ts';

export interface Plants {
  /** Employment of each plant of the industry. */
  readonly plants: readonly number[];
  /** The region of each plant, from 0. */
  readonly plantRegion: readonly number[];
  /** Employment of each region in all industries. */
  readonly regionTotals: readonly number[];
}

/**
 * Ellison–Glaeser's γ: whether an industry is more concentrated than darts thrown by so few plants would be.
 *
 *   G = Σ_r (s[r] − x[r])²,  H = Σ_p z[p]²,  γ = (G / (1 − Σ x²) − H) / (1 − H)
 *
 * s a region's part of the industry, x its part of all activity, z a plant's part of the industry.
 *
 * @returns  0 as by chance, above 0 concentrated (0.05 is much), below 0 spread out; NaN with one plant
 * @throws   RegionalFault `wrong-shape`, `negative-value`, `unknown-label` (a plant in no region)
 * @see      Ellison & Glaeser (1997), Geographic concentration in U.S. manufacturing industries
 * @example  ellisonGlaeser({ plants: [1, 1], plantRegion: [0, 1], regionTotals: [5, 5] }) // -1
 */
export function ellisonGlaeser({ plants, plantRegion, regionTotals }: Plants): number {
  const { parts, herfindahl } = partsOf(plants, plantRegion, regionTotals.length);
  const x = shares(regionTotals);
  const spread = 1 - sum(x.map((share) => share * share));
  const g = sum(parts.map((part, r) => (part - x[r]) ** 2));
  return (g / spread - herfindahl) / (1 - herfindahl || Number.NaN);
}

/**
 * Co-agglomeration of a group of industries: whether they stand together more than each would alone.
 *
 *   γᶜ = (G/(1 − Σx²) − H − Σ_j γ[j] w[j]² (1 − H[j])) / (1 − Σ_j w[j]²),  H = Σ_j w[j]² H[j]
 *
 * w an industry's part of the group, G as in γ over the group together.
 *
 * @param industries  two or more, over the same regions
 * @returns  0 as by chance, above 0 together, below 0 apart; NaN for one industry
 * @throws   RegionalFault `wrong-shape`, `negative-value`, `unknown-label`
 * @see      Ellison & Glaeser (1997), equation 8
 * @example  coagglomeration([{ plants: [1, 1], plantRegion: [0, 1] }, { plants: [1, 1], plantRegion: [0, 1] }], [5, 5]) // 0
 */
export function coagglomeration(
  industries: readonly Pick<Plants, 'plants' | 'plantRegion'>[],
  regionTotals: readonly number[],
): number {
  const weights = shares(industries.map(({ plants }) => sum(plants)));
  const each = industries.map(({ plants, plantRegion }) => ({
    ...partsOf(plants, plantRegion, regionTotals.length),
    gamma: plants.length > 1 ? ellisonGlaeser({ plants, plantRegion, regionTotals }) : 0,
  }));
  const x = shares(regionTotals);
  const spread = 1 - sum(x.map((share) => share * share));
  const group = x.map((_, r) => sum(each.map(({ parts }, j) => weights[j] * parts[r])));
  const g = sum(group.map((part, r) => (part - x[r]) ** 2));
  const h = sum(each.map(({ herfindahl }, j) => weights[j] ** 2 * herfindahl));
  const alone = sum(each.map(({ gamma, herfindahl }, j) => gamma * weights[j] ** 2 * (1 - herfindahl)));
  return (g / spread - h - alone) / (1 - sum(weights.map((weight) => weight * weight)) || Number.NaN);
}

function partsOf(plants: readonly number[], plantRegion: readonly number[], regions: number) {
  requireSameLength('regions of plants', plantRegion.length, 'plants', plants.length);
  requireNonNegative(plants, (p) => `plant ${p}`);
  const z = shares(plants);
  const parts = new Array<number>(regions).fill(0);
  z.forEach((part, p) => {
    const region = plantRegion[p];
    if (!(region in parts)) {
      throw new RegionalFault('unknown-label', `plant ${p} lies in region ${region}, of ${regions}`);
    }
    parts[region] += part;
  });
  return { parts, herfindahl: sum(z.map((part) => part * part)) };
}
