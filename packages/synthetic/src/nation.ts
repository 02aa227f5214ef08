/**
 * A nation made from a seed: the places, codes and parks are those of a pack, everything else is
 * invented, and what a correct program must find in its customs rows is known beforehand.
 */
import type { Pack } from '@tidu/reference';
import { type City, citiesOf } from './city.ts';
import { branchesOf, type Firm, firmsOf } from './firm.ts';
import { type Gradient, makeGradient, wholeNation } from './gradient.ts';
import { apportion, drawer, size } from './random.ts';
import { NationRefused } from './refusal.ts';
import { type CustomsRow, rowWriter } from './row.ts';
import { makeLedger, type OneWay, oneWays, type Truth, truthOf, yearsOf } from './truth.ts';

export interface NationOptions {
  readonly seed: number;
  readonly pack: Pack;
  /** First and last year, both included. */
  readonly years?: readonly [first: number, last: number];
  /** How many customs rows, in all flows and years together; given exactly. */
  readonly rows?: number;
  readonly firms?: number;
  readonly flows?: readonly OneWay[];
}

export interface Nation {
  readonly seed: number;
  readonly cities: readonly City[];
  readonly firms: readonly Firm[];
  readonly gradient: Gradient;
  readonly truth: Truth;
  /** The rows of one flow and year, month by month; drawn as they are read, never kept. */
  rows(flow: OneWay, year: number): Generator<CustomsRow>;
}

const streams = { gradient: 1, other: 2, firms: 3, ledger: 4, rows: 5 } as const;

/**
 * @throws NationRefused when the pack lacks what a nation needs, or the rows are too few or too many
 * @example makeNation({ seed: 1, pack }).truth.parks?.percent // 39
 */
export function makeNation(options: NationOptions): Nation {
  const { seed, pack, years = [2020, 2024], rows = 400_000, flows = oneWays } = options;
  const everyYear = yearsOf(years);
  if (everyYear.length === 0 || flows.length === 0) {
    throw new NationRefused(`from ${years[0]} to ${years[1]} there is no year: give the first year first`);
  }
  const cities = citiesOf(pack);
  const gradient = makeGradient(cities, drawer(seed, streams.gradient));
  const drawOther = drawer(seed, streams.other);
  const otherShares = apportion(
    wholeNation,
    cities.map((city) => size(drawOther()) * (city.region === 'east' ? 8 : 1)),
    50,
  );
  const branches = branchesOf(pack);
  const weights = cities.map(
    (city, c) => Math.sqrt(gradient.anchor.get(city.code) ?? 0) + Math.sqrt(otherShares[c] as number),
  );
  const firms = firmsOf(
    cities,
    weights,
    options.firms ?? 24 * cities.length,
    pack,
    branches,
    drawer(seed, streams.firms),
  );
  const ledger = makeLedger(cities, everyYear, flows, gradient, otherShares, drawer(seed, streams.ledger));
  const draw = rowWriter({
    seed: drawSeed(seed),
    pack,
    cities,
    weights,
    firms,
    branches,
    ledger,
    rows,
    years,
    flows,
  });
  return {
    seed,
    cities,
    firms,
    gradient,
    truth: truthOf({ seed, rows, years, flows }, cities, gradient, ledger),
    rows: draw,
  };
}

const drawSeed = (seed: number): number => Math.floor(drawer(seed, streams.rows)() * 2 ** 31);
