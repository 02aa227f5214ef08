import type { PlacementProblem } from './placement-problem.ts';

/** Clothing and toys of one city, two parks, one term; 亿元 and hectares in round numbers. */
export const twoParks = (over: Partial<PlacementProblem> = {}): PlacementProblem => ({
  movable: [
    { origin: 'dongguan', group: 'clothing', volume: 10e8 },
    { origin: 'dongguan', group: 'toys', volume: 10e8 },
  ],
  parks: [
    { id: 'meishan', limits: { land: 10 } },
    { id: 'xian', limits: {} },
  ],
  needs: { clothing: { land: 1 }, toys: { land: 2 } },
  terms: [
    {
      id: 'fit',
      weight: 1,
      side: 'both',
      values: [
        [0.9, 0.5],
        [0.8, 0.6],
      ],
    },
  ],
  pairings: [],
  preferences: [],
  excluded: [],
  required: [],
  least: 0,
  lot: 0,
  ...over,
});

const goods = 24;
const parks = 20;

/** So many pairs that they are not searched to the end, with two limits that bind and lots; no draw, but no order either. */
export const manyPairs: PlacementProblem = {
  movable: Array.from({ length: goods }, (_, i) => ({
    origin: `city-${i % 6}`,
    group: `group-${Math.floor(i / 6)}`,
    volume: (1 + ((i * 37) % 11)) * 1e8,
  })),
  parks: Array.from({ length: parks }, (_, p) => ({
    id: `park-${p}`,
    limits: { land: 3 + ((p * 29) % 13), ...(p % 4 === 0 ? {} : { labour: 400 + ((p * 613) % 900) }) },
  })),
  needs: Object.fromEntries(
    Array.from({ length: 4 }, (_, g) => [`group-${g}`, { land: 1 + g / 2, labour: 50 + ((g * 90) % 170) }]),
  ),
  terms: ['near', 'cheap'].map((id, t) => ({
    id,
    weight: 0.5,
    side: t === 0 ? ('park' as const) : ('firm' as const),
    values: Array.from({ length: goods }, (_, i) =>
      Array.from({ length: parks }, (_, p) => ((i * 7919 + p * 1049 + t * 331 + i * p * 17) % 997) / 997),
    ),
  })),
  pairings: [{ origin: 'city-0', park: 'park-3', bonus: 0.1, share: 0.1 }],
  preferences: [],
  excluded: [],
  required: [],
  least: 0.1,
  most: 3,
  lot: 8e7,
};
