import type { Pack } from '@tidu/reference';
import type { City } from './city.ts';
import { type Industry, industries, industryOfChapter } from './industry.ts';
import { apportion, type Draw, pick } from './random.ts';
import { NationRefused } from './refusal.ts';

/** A made-up enterprise: registered in one customs district, in one industry, trading in one mode. */
export interface Firm {
  readonly id: string;
  readonly city: string;
  readonly district: string;
  readonly industry: string;
  readonly mode: string;
  readonly processing: boolean;
  /** Its number among, and the count of, firms of the same district, industry and mode. */
  readonly rank: number;
  readonly peers: number;
}

/** Industries whose goods the pack can name, with their commodities of eight digits. */
export interface Branch {
  readonly industry: Industry;
  readonly commodities: readonly string[];
}

/** The finest commodities of the pack, filled up to eight digits, by industry. */
export function branchesOf(pack: Pack): Branch[] {
  const finest = Math.max(...pack.commodities.map(({ code }) => (/^\d+$/.test(code) ? code.length : 0)));
  const byIndustry = new Map<Industry, string[]>();
  for (const { code } of pack.commodities) {
    if (code.length !== finest || !/^\d+$/.test(code)) continue;
    const industry = industryOfChapter(Number(code.slice(0, 2)));
    if (industry) byIndustry.set(industry, [...(byIndustry.get(industry) ?? []), code.padEnd(8, '0')]);
  }
  return industries.flatMap((industry) => {
    const commodities = byIndustry.get(industry);
    return commodities ? [{ industry, commodities }] : [];
  });
}

/** Trade modes in which firms trade, with how often; the rest of the list is too rare to matter. */
const modesOfFirms = {
  processing: { 14: 3, 15: 7 },
  other: { 10: 40, 19: 1, 33: 3, 34: 4, 39: 2 },
} as const;

/**
 * Firms of every city: in each at least two that process and two that do not.
 * @param weights how large the cities are, in their order
 */
export function firmsOf(
  cities: readonly City[],
  weights: readonly number[],
  count: number,
  pack: Pack,
  branches: readonly Branch[],
  draw: Draw,
): Firm[] {
  if (count < 4 * cities.length) {
    throw new NationRefused(
      `${count} firms are too few for ${cities.length} cities: ask for ${4 * cities.length}`,
    );
  }
  const lottery = (processing: boolean) => ({
    modes: tickets(modesOfFirms[processing ? 'processing' : 'other'], (code) =>
      pack.tradeModes.some((mode) => mode.code === code && mode.processing === processing),
    ),
    branches: branches.flatMap((branch) =>
      new Array<Branch>(branch.industry.weights[processing ? 0 : 1]).fill(branch),
    ),
  });
  const lotteries = [lottery(true), lottery(false)] as const;
  const peers = new Map<string, number>();
  const drawn = apportion(count, weights, 4).flatMap((inCity, c) => {
    const city = cities[c] as City;
    return Array.from({ length: inCity }, (_, i) => {
      const processing = i % 2 === 0;
      const { modes, branches } = lotteries[processing ? 0 : 1];
      const district = pick(city.districts, draw()).code;
      const { industry } = pick(branches, draw());
      const mode = pick(modes, draw());
      const key = `${district} ${industry.code} ${mode}`;
      const rank = peers.get(key) ?? 0;
      peers.set(key, rank + 1);
      return { city: city.code, district, industry: industry.code, mode, processing, rank };
    });
  });
  return drawn.map((firm, i) => ({
    id: `合成${String(i + 1).padStart(6, '0')}`,
    ...firm,
    peers: peers.get(`${firm.district} ${firm.industry} ${firm.mode}`) as number,
  }));
}

function tickets(weights: Readonly<Record<string, number>>, known: (code: string) => boolean): string[] {
  const all = Object.entries(weights).flatMap(([code, n]) =>
    known(code) ? new Array<string>(n).fill(code) : [],
  );
  if (all.length === 0) {
    throw new NationRefused(
      `the pack lists none of the trade modes ${Object.keys(weights).join(', ')}: add one`,
    );
  }
  return all;
}
