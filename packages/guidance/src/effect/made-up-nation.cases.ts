import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Ground, GuidedPark, GuidedPlace } from '../ground/ground.ts';
import { smallGround } from '../ground/small-ground.cases.ts';
import { panelOfAmounts } from '../ground/trade-panel.ts';

interface MadeUp {
  readonly seed: number;
  readonly parks?: number;
  readonly others?: number;
  readonly years?: readonly [number, number];
  /** Added to ln of exports of a park city from its first treated year on. */
  readonly effect?: number;
  readonly recognised?: (park: number) => string;
  /** Standard deviation of a city's yearly shock, which stays. */
  readonly shock?: number;
}

/** Cities of the interior with own levels and growth, common years, shocks that stay; parks with an effect that is known. */
export function madeUpNation({
  seed,
  parks = 13,
  others = 60,
  years = [2016, 2024],
  effect = 0,
  recognised = () => '2021-09-10',
  shock = 0.06,
}: MadeUp): Ground {
  // Seeds that follow one another begin alike.
  const generator = xoroshiro128plus(Math.imul(seed, 0x9e3779b1));
  const draw = () => (generator.next() >>> 0) / 2 ** 32;
  // Twelve uniform draws make nearly a normal one.
  const normal = () => Array.from({ length: 12 }, draw).reduce((sum, one) => sum + one, -6);
  const periods = Array.from({ length: years[1] - years[0] + 1 }, (_, i) => years[0] + i);
  const common = periods.map(() => 0.05 + 0.04 * normal());
  const cities = Array.from({ length: parks + others }, (_, c) => {
    const start = c < parks ? Number(recognised(c).slice(0, 4)) + 1 : Number.POSITIVE_INFINITY;
    let level = 22 + normal();
    return {
      code: String(600000 + 100 * c),
      course: periods.map((year, t) => {
        level += (common[t] as number) + shock * normal();
        return level + (year >= start ? effect : 0);
      }),
    };
  });
  const places = cities.map(
    ({ code }): GuidedPlace => ({
      code,
      names: { zh: code, en: code },
      region: 'central',
      province: '600000',
    }),
  );
  const table = (part: number) =>
    panelOfAmounts(
      cities.map(({ code }) => code),
      ['all'],
      periods.map((year, t) => ({
        period: String(year),
        amounts: new Map(
          cities.map(({ code, course }) => [code, new Map([['all', part * Math.exp(course[t] as number)]])]),
        ),
      })),
    );
  const [first] = smallGround.parks as [GuidedPark];
  return {
    ...smallGround,
    trade: {
      exports: table(1),
      imports: table(0.6),
      measured: 'processing',
      synthetic: true,
      figures: [],
    },
    places,
    parks: cities.slice(0, parks).map(({ code }, c) => ({
      ...first,
      id: `park-${c}`,
      record: `record-${c}`,
      place: code,
      recognised: recognised(c),
    })),
  };
}
