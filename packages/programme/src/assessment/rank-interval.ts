import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type Framework, indicatorsOf } from './framework.ts';
import { type PointTable, ranksOf, totalsOf } from './score.ts';

export interface RankInterval {
  /** 5 of 100 draws rank the park better than `from`, 5 worse than `to`; its own rank lies within. */
  readonly from: number;
  readonly to: number;
}

/**
 * How far ranks depend on what was chosen and on what is not known.
 *
 * Each draw takes every weight w to w · (1 + spread · u), u even between −1 and 1, all scaled to 100 again, and
 * gives every unknown value either 0 or 100 points, by the toss of a coin; ranks follow. A park's coins depend on
 * its id alone, so the order in which parks are listed changes nothing.
 *
 * @param ranks   the ranks as they stand, in the table's order
 * @param spread  0 leaves the weights as they are; ¼ unless said
 * @returns one interval per park, from 5 % to 95 % of the draws
 * @see Saisana, Saltelli & Tarantola (2005), Uncertainty and sensitivity analysis techniques as tools for the quality
 *      assessment of composite indicators
 */
export function rankIntervals(
  framework: Framework,
  table: PointTable,
  ranks: ArrayLike<number>,
  { draws = 400, spread = 0.25, seed = 1 }: { draws?: number; spread?: number; seed?: number } = {},
): RankInterval[] {
  const weights = indicatorsOf(framework).map(({ weight }) => weight);
  const unit = drawer(seed);
  const gaps = gapsOf(table, seed);
  const cells = table.points.slice();
  const drawn = new Uint32Array(table.parks.length * draws);
  for (let draw = 0; draw < draws; draw++) {
    const turned = weights.map((weight) => weight * (1 + spread * (2 * unit() - 1)));
    for (const { at, coin } of gaps) cells[at] = coin() < 0.5 ? 0 : 100;
    const found = ranksOf(totalsOf(table, cells, turned));
    for (let row = 0; row < found.length; row++) drawn[row * draws + draw] = found[row] as number;
  }
  return table.parks.map((_, row) => {
    const own = drawn.subarray(row * draws, (row + 1) * draws).sort();
    const rank = ranks[row] as number;
    return {
      from: Math.min(rank, own[Math.ceil(0.05 * draws) - 1] as number),
      to: Math.max(rank, own[Math.ceil(0.95 * draws) - 1] as number),
    };
  });
}

/** Cells of which nothing is known, each with the coin of its park. */
function gapsOf({ parks, width, points }: PointTable, seed: number): { at: number; coin: () => number }[] {
  const coins = new Map<string, () => number>();
  const gaps: { at: number; coin: () => number }[] = [];
  points.forEach((value, at) => {
    if (!Number.isNaN(value)) return;
    const park = parks[Math.floor(at / width)] as string;
    const coin = coins.get(park) ?? drawer(seed, park);
    coins.set(park, coin);
    gaps.push({ at, coin });
  });
  return gaps;
}

/** Numbers from 0 to 1, the same for the same seed and name on every machine. */
function drawer(seed: number, name = ''): () => number {
  let mixed = seed | 0;
  for (const letter of name) {
    mixed = Math.imul(mixed ^ (letter.codePointAt(0) as number), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  const generator = xoroshiro128plus(mixed);
  // The first numbers still show the seed itself.
  for (let i = 0; i < 4; i++) generator.next();
  return () => (generator.next() >>> 0) / 2 ** 32;
}
