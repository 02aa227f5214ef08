import { names } from '@tidu/reference';
import { z } from 'zod';

export const pairTerms = ['goods', 'links', 'distance', 'ties'] as const;
export type PairTermName = (typeof pairTerms)[number];

const number = z.number().nullable();

const term = z.object({
  term: z.enum(pairTerms),
  /** 0 to 1, higher is better; each side may see it its own way. */
  forCity: number,
  forPark: number,
  /** Goods: yuan of exports a year. Links: yuan of goods per yuan that the two make. Distance: km. Ties: pairings and agreements of the city's province with the park. */
  amount: number,
});
export type PairTerm = z.infer<typeof term>;

const goods = z.object({
  group: z.string(),
  /** Yuan of exports that the city loses a year. */
  shed: z.number(),
  /** Percent of what is related to it that the park city has. */
  density: number,
  /** How much faster than the country the park city grows in it, a year. */
  gain: number,
  /** The park city's standing in it among the cities of the interior, 0 to 1. */
  take: z.number(),
});

const pair = z.object({
  city: z.string(),
  cityNames: names,
  park: z.string(),
  parkNames: names,
  parkPlace: z.string(),
  /** 0 to 1, as each side sees the other; nothing where no goods can pass. */
  cityScore: number,
  parkScore: number,
  /** The park's place on the city's list, the city's on the park's; 1 is first. */
  cityRank: z.int().nullable(),
  parkRank: z.int().nullable(),
  terms: z.array(term),
  /** What would pass, the most first. */
  goods: z.array(goods),
});
export type AdvisedPair = z.infer<typeof pair>;

export const pairingResult = z
  .object({
    from: z.string(),
    to: z.string(),
    measured: z.enum(['processing', 'all']),
    synthetic: z.boolean(),
    groups: z.array(z.object({ id: z.string(), name: names })),
    /** Weights of the terms, adding up to 1 over those that are known. */
    weights: z.array(z.object({ term: z.enum(pairTerms), weight: z.number() })),
    /** Terms of which nothing is known: they have no weight. */
    unknown: z.array(z.enum(pairTerms)),
    /** Pairings and agreements in force: they stand, whatever the advice. */
    standing: z.array(
      z.object({
        pair,
        records: z.array(
          z.object({ kind: z.enum(['pairing', 'agreement']), record: z.string(), state: z.string() }),
        ),
        sample: z.boolean(),
        /** Both sides stand in the lower half of each other's lists; nothing where they cannot be compared. */
        far: z.boolean().nullable(),
      }),
    ),
    proposed: z.array(pair),
    /** What the park would have liked better or next, and why it is not proposed. */
    next: z.array(z.object({ pair, why: z.enum(['city-has-better', 'park-has-better']) })),
    /** Pairs that would both rather have each other: none, or the advice is wrong. */
    blocking: z.array(z.object({ city: z.string(), park: z.string() })),
    /** Parks whose city the statistics do not tell of. */
    untoldParks: z.array(z.object({ park: z.string(), names })),
    /** Parks with a place left that no city fills. */
    unfilled: z.array(z.object({ park: z.string(), names, places: z.int() })),
    cities: z.object({
      /** Eastern cities that the statistics tell of, those that lose something, and those that are paired by the advice. */
      told: z.int(),
      shedding: z.int(),
      proposed: z.int(),
    }),
  })
  .meta({ id: 'PairingAdvice' });
export type PairingAdvice = z.infer<typeof pairingResult>;
