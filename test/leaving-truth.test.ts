import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smallGround } from '../packages/guidance/src/ground/small-ground.cases.ts';
import { type Ground, type PeriodAmounts, panelOfAmounts } from '../packages/guidance/src/index.ts';
import { flows } from '../packages/guidance/src/leaving/flows.ts';
import { leaving } from '../packages/guidance/src/leaving/leaving.ts';
import { readPack } from '../packages/reference/src/pack.file.ts';
import { kilometresBetween } from '../packages/regional/src/index.ts';
import { type Move, makeNation, type Nation } from '../packages/synthetic/src/index.ts';
import { drawer } from '../packages/synthetic/src/random.ts';
import { root } from './repository.ts';

const pack = readPack(join(root, 'packs/cn'));
const known = new Map(pack.places.map((place) => [place.code, place]));
const years = [2020, 2021, 2022, 2023] as const;
const seeds = [1, 2, 3, 4, 5];

/** Nothing is known of a nation but its trade. */
function groundOf({ cities }: Nation, amounts: (year: number) => PeriodAmounts): Ground {
  const panel = panelOfAmounts(
    cities.map(({ code }) => code),
    ['all'],
    years.map((year) => ({ period: String(year), amounts: amounts(year) })),
  );
  return {
    ...smallGround,
    trade: { exports: panel, imports: panel, measured: 'all', synthetic: true, figures: [] },
    groups: [],
    places: cities.map(({ code, name, region }) => ({
      code,
      names: { zh: name, en: name },
      region,
      province: `${code.slice(0, 2)}0000`,
      longitude: known.get(code)?.longitude,
      latitude: known.get(code)?.latitude,
    })),
    parks: [],
    costs: { ...smallGround.costs, places: [] },
  };
}

/** All goods, from what the nation was made to be. */
const together = (nation: Nation): Ground =>
  groundOf(
    nation,
    (year) =>
      new Map(
        Object.entries(nation.truth.processing).map(([code, of]) => [
          code,
          new Map([['all', of[year] as number]]),
        ]),
      ),
  );

/** The same places giving and taking, but each taker from a giver that is likelier the nearer it is. */
function movingNearby(nation: Nation, seed: number): { ground: Ground; moves: readonly Move[] } {
  const { anchor, moves } = nation.gradient;
  const origins = [...new Set(moves.map(({ from }) => from))];
  const draw = drawer(seed, 1);
  const nearby = moves.map(({ to, partsPerYear }) => {
    const odds = origins.map((from) => Math.exp(-kilometres(from, to) / 300));
    let at = draw() * odds.reduce((a, b) => a + b, 0);
    const from =
      origins.find((_, i) => {
        at -= odds[i] as number;
        return at < 0;
      }) ?? (origins.at(-1) as string);
    return { from, to, partsPerYear };
  });
  const share = (code: string, year: number) =>
    nearby.reduce(
      (sum, { from, to, partsPerYear }) =>
        sum + (year - 2020) * partsPerYear * (Number(to === code) - Number(from === code)),
      anchor.get(code) ?? 0,
    );
  return {
    moves: nearby,
    ground: groundOf(
      nation,
      (year) =>
        new Map(nation.cities.map(({ code }) => [code, new Map([['all', share(code, year) * 7_600_000]])])),
    ),
  };
}

const kilometres = (a: string, b: string): number => {
  const at = (code: string) => {
    const { longitude = Number.NaN, latitude = Number.NaN } = known.get(code) ?? {};
    return { longitude, latitude };
  };
  return kilometresBetween(at(a), at(b));
};

const leavingOf = (ground: Ground) =>
  leaving.compute(ground, { group: 'all' }) as Awaited<ReturnType<typeof leaving.compute>>;

/**
 * Part of the volume that implied flows put on the pairs that were meant, their correlation over all pairs of giver and
 * taker; and the same of attribution in proportion.
 */
function recovery(ground: Ground, moves: readonly Move[]) {
  const { flows: cells, moved } = flows.compute(ground, {}) as Awaited<ReturnType<typeof flows.compute>>;
  const key = (from: string, to: string) => `${from} ${to}`;
  const parts = moves.reduce((sum, { partsPerYear }) => sum + partsPerYear, 0);
  const meant = new Map<string, number>();
  for (const { from, to, partsPerYear } of moves)
    meant.set(key(from, to), (meant.get(key(from, to)) ?? 0) + (moved * partsPerYear) / parts);
  const sums = (end: 'from' | 'to') => {
    const by = new Map<string, number>();
    for (const cell of cells) by.set(cell[end], (by.get(cell[end]) ?? 0) + cell.flow);
    return [...by];
  };
  const pairs = sums('from').flatMap(([from, lost]) =>
    sums('to').map(([to, gained]) => ({ pair: key(from, to), even: (lost * gained) / moved })),
  );
  const truth = pairs.map(({ pair }) => meant.get(pair) ?? 0);
  const implied = pairs.map(({ pair }) => cells.find(({ from, to }) => key(from, to) === pair));
  const of = (values: readonly number[]) => ({
    overlap: sum(values.map((value, i) => Math.min(value, truth[i] as number))) / moved,
    correlation: correlation(values, truth),
  });
  return {
    implied: of(implied.map((cell) => cell?.flow ?? 0)),
    even: of(pairs.map(({ even }) => even)),
  };
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
function correlation(x: readonly number[], y: readonly number[]): number {
  const together = (a: readonly number[], b: readonly number[]) =>
    sum(a.map((value, i) => (value - mean(a)) * ((b[i] as number) - mean(b))));
  return together(x, y) / Math.sqrt(together(x, x) * together(y, y));
}

describe('where a synthetic nation moves its trade', () => {
  const nations = seeds.map((seed) => makeNation({ seed, pack, years: [years[0], years[3]] }));

  it('is seen as leaving from its origins, in every nation', () => {
    for (const nation of nations) {
      const origins = new Set(nation.gradient.moves.map(({ from }) => from));
      const { rows } = leavingOf(together(nation));
      expect(new Set(rows.slice(0, origins.size).map(({ place }) => place))).toEqual(origins);
    }
  });

  it('is traced no better than by chance where moves heed no distance, and better where they do', () => {
    const overlap = (found: readonly ReturnType<typeof recovery>[], of: 'implied' | 'even') =>
      mean(found.map((one) => one[of].overlap));
    const blind = nations.map((nation) => recovery(together(nation), nation.gradient.moves));
    expect(Math.abs(overlap(blind, 'implied') - overlap(blind, 'even'))).toBeLessThan(0.1);
    const nearby = nations.map((nation, i) => {
      const { ground, moves } = movingNearby(nation, i + 1);
      return recovery(ground, moves);
    });
    expect(overlap(nearby, 'implied')).toBeGreaterThan(overlap(nearby, 'even') + 0.05);
    expect(mean(nearby.map(({ implied }) => implied.correlation))).toBeGreaterThan(0.3);
  });
});
