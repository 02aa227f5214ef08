import fc from 'fast-check';
import type { PlacementProblem } from './placement-problem.ts';

const goods = [
  { origin: 'a', group: 'x' },
  { origin: 'a', group: 'y' },
  { origin: 'b', group: 'x' },
];

/** Small problems in round numbers: up to three movable volumes and two parks, any of the rules. Lots may not fit. */
export const smallProblem: fc.Arbitrary<PlacementProblem> = fc
  .record({
    volumes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
    limits: fc.array(
      fc.record({
        land: fc.integer({ min: 0, max: 12 }),
        labour: fc.option(fc.integer({ min: 1, max: 20 })),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    needs: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 })),
    values: fc.array(fc.option(fc.integer({ min: 0, max: 10 }), { freq: 8 }), { minLength: 6, maxLength: 6 }),
    preferences: fc.integer({ min: -12, max: 5 }),
    share: fc.constantFrom(0, 0, 0.2),
    required: fc.constantFrom(0, 0, 2),
    least: fc.constantFrom(0, 0, 0.1, 0.5),
    most: fc.constantFrom(undefined, 1.2),
    lot: fc.constantFrom(0, 1, 2, 3),
  })
  .map(({ volumes, limits, needs, values, preferences, share, required, least, most, lot }) => {
    const movable = volumes.map((volume, i) => ({
      ...(goods[i] as (typeof goods)[number]),
      volume: volume * 1e8,
    }));
    const first = { ...(goods[0] as (typeof goods)[number]), park: 'p0' };
    return {
      movable,
      parks: limits.map(({ land, labour }, p) => ({
        id: `p${p}`,
        limits: { land, ...(labour === null ? {} : { labour }) },
      })),
      needs: { x: { land: needs[0], labour: 2 }, y: { land: 1, labour: needs[1] } },
      terms: [
        {
          id: 'fit',
          weight: 1,
          side: 'both' as const,
          values: movable.map((_, i) =>
            limits.map((_, p) => {
              const value = values[i * 2 + p] ?? null;
              return value === null ? null : value / 10;
            }),
          ),
        },
      ],
      pairings: [{ origin: 'a', park: 'p0', bonus: 0.05, share }],
      preferences: [{ ...first, value: preferences / 10 }],
      excluded: [],
      required: required > 0 ? [{ ...first, amount: required * 1e8 }] : [],
      least,
      ...(most === undefined ? {} : { most }),
      lot: lot * 1e8,
    };
  });
