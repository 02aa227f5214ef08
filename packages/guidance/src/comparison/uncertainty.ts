import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Figure, Values } from './figures.ts';

/** A place's NPV as a function of the figures. */
export interface Worth {
  readonly code: string;
  /** Positions of the figures that matter to it. */
  readonly uses: ReadonlySet<number>;
  /** Costs without what measures give, and that, at these values. */
  costs(values: Values): number;
  benefits(values: Values): number;
}

/** What one figure does to one place, when it alone goes to its ends. */
interface Swing {
  readonly low: number;
  readonly high: number;
  /** Of these, what comes from measures. */
  readonly benefits: { readonly low: number; readonly high: number };
}

/** By position of the figure, then by code of the place; only where a figure matters. */
export type Swings = ReadonlyMap<number, ReadonlyMap<string, Swing>>;

/** Change of each place's NPV with each uncertain figure alone at its low and its high end. */
export function swings(figures: readonly Figure[], places: readonly Worth[], likely: Values): Swings {
  const now = new Map(
    places.map((place) => [place.code, { costs: place.costs(likely), benefits: place.benefits(likely) }]),
  );
  const found = new Map<number, Map<string, Swing>>();
  for (const [position, { shape, low, high }] of figures.entries()) {
    if (shape === 'point') continue;
    const there = places.filter(({ uses }) => uses.has(position));
    if (there.length === 0) continue;
    const at = (value: number) => Float64Array.from(likely).fill(value, position, position + 1);
    const [lower, upper] = [at(low), at(high)];
    found.set(
      position,
      new Map(
        there.map((place) => {
          const { costs, benefits } = now.get(place.code) as { costs: number; benefits: number };
          const gain = { low: place.benefits(lower) - benefits, high: place.benefits(upper) - benefits };
          return [
            place.code,
            {
              low: place.costs(lower) - costs + gain.low,
              high: place.costs(upper) - costs + gain.high,
              benefits: gain,
            },
          ];
        }),
      ),
    );
  }
  return found;
}

export interface Drawn {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly first: number;
}

/**
 * Places at so many draws of the uncertain figures, each drawn once for all places that share it. Costs and tax are reckoned
 * anew in every draw; what measures give is taken between its values at the figures' ends, which were reckoned for the swings:
 *
 *   benefits(draw) ≈ benefits + Σ figures  (draw − likely) / (end − likely) · (benefits(end) − benefits)
 *
 * @param places in the order in which the first of equals is taken
 */
export function drawn(
  figures: readonly Figure[],
  places: readonly Worth[],
  likely: Values,
  found: Swings,
  { seed, count }: { readonly seed: number; readonly count: number },
): Map<string, Drawn> {
  const varied = [...found.keys()].map((position) => ({ position, ...(figures[position] as Figure) }));
  const generator = xoroshiro128plus(seed);
  const uniform = () => (generator.next() >>> 0) / 2 ** 32;
  const standing = places.map((place) => place.benefits(likely));
  const sums = places.map(() => new Float64Array(count));
  const wins = new Array<number>(places.length).fill(0);
  const gains = places.map(({ code }) =>
    varied.map(({ position }) => found.get(position)?.get(code)?.benefits),
  );
  const values = Float64Array.from(likely);
  for (let d = 0; d < count; d++) {
    for (const { position, low, likely: mode, high, shape } of varied) {
      const u = uniform();
      values[position] = shape === 'triangular' ? triangular(low, mode, high, u) : low + u * (high - low);
    }
    let least = 0;
    for (const [p, place] of places.entries()) {
      let sum = place.costs(values) + (standing[p] as number);
      for (const [i, gain] of (gains[p] as (typeof gains)[number]).entries()) {
        if (!gain) continue;
        const { position, low, likely: mode, high } = varied[i] as (typeof varied)[number];
        const off = (values[position] as number) - mode;
        sum += off < 0 ? (off / (low - mode)) * gain.low : off > 0 ? (off / (high - mode)) * gain.high : 0;
      }
      (sums[p] as Float64Array)[d] = sum;
      if (sum < ((sums[least] as Float64Array)[d] as number)) least = p;
    }
    wins[least] = (wins[least] as number) + 1;
  }
  return new Map(
    places.map(({ code }, p) => {
      const sorted = (sums[p] as Float64Array).sort();
      const [p10, p50, p90] = [0.1, 0.5, 0.9].map((share) => quantile(sorted, share)) as [
        number,
        number,
        number,
      ];
      return [code, { p10, p50, p90, first: (wins[p] as number) / count }];
    }),
  );
}

/**
 * The value at a share of a triangular distribution, by its inverse.
 * @example triangular(0, 1, 2, 0.5) // 1
 */
export function triangular(low: number, mode: number, high: number, u: number): number {
  const width = high - low;
  const cut = (mode - low) / width;
  return u < cut
    ? low + Math.sqrt(u * width * (mode - low))
    : high - Math.sqrt((1 - u) * width * (high - mode));
}

/** The value below which a share of a sorted list lies, straight between neighbours. */
function quantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] as number;
  return below + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] as number) - below);
}

/** Within reason: from half of what a figure is to twice. */
const reason = { from: 0.5, to: 2 } as const;
const halvings = 20;

/**
 * The value of one figure at which two places change, all else standing, by bisection between what it is and the nearer end at
 * which they have changed.
 * @returns nothing where neither half of the figure nor twice it changes them
 */
export function flip(first: Worth, second: Worth, likely: Values, position: number): number | undefined {
  const values = Float64Array.from(likely);
  const worth = (place: Worth) => place.costs(values) + place.benefits(values);
  const standing = [worth(first), worth(second)] as const;
  const ahead = (value: number) => {
    values[position] = value;
    const one = first.uses.has(position) ? worth(first) : standing[0];
    const two = second.uses.has(position) ? worth(second) : standing[1];
    return two - one;
  };
  const now = likely[position] as number;
  const ends = [now * reason.from, now * reason.to].filter((end) => end !== now && ahead(end) < 0);
  const found = ends.map((end) => {
    let [keeps, changes] = [now, end];
    for (let i = 0; i < halvings; i++) {
      const middle = (keeps + changes) / 2;
      if (ahead(middle) < 0) changes = middle;
      else keeps = middle;
    }
    return changes;
  });
  return found.sort((a, b) => Math.abs(a - now) - Math.abs(b - now))[0];
}
