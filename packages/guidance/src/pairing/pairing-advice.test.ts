import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ground } from '../ground/ground.ts';
import { smallGround } from '../ground/small-ground.cases.ts';
import { pairingAdvice } from './pairing-advice.ts';
import type { PairingAdvice } from './pairing-result.ts';

const advised = (ground: Ground = smallGround, asked: object = {}): PairingAdvice =>
  pairingAdvice.compute(ground, pairingAdvice.request.parse(asked)) as PairingAdvice;
const pairsOf = (pairs: PairingAdvice['proposed']) => pairs.map(({ city, park }) => `${city} ${park}`);

describe('advice on pairings', () => {
  it('gives what it says it gives', () => {
    expect(pairingAdvice.result.parse(advised())).toEqual(advised());
  });

  it('leaves what is agreed as it is and takes its places from both sides', () => {
    const { standing, proposed } = advised(smallGround, { perCity: 1, perPark: 1 });
    expect(standing.map(({ pair, records }) => [pair.city, pair.park, records[0]?.record])).toEqual([
      ['441900', 'park-changsha', 'agreement-1'],
    ]);
    expect(proposed.filter(({ city, park }) => city === '441900' || park === 'park-changsha')).toEqual([]);
    expect(proposed.length).toBe(2);
  });

  it('says of a standing pair what the lists say, as information alone', () => {
    const [{ pair, far }] = advised().standing as [PairingAdvice['standing'][number]];
    // Dongguan loses clothing and toys, which Changsha gains: first on each other's lists.
    expect([pair.cityRank, pair.parkRank, far]).toEqual([1, 1, false]);
    const badly = { ...smallGround, ties: smallGround.ties.map((tie) => ({ ...tie, park: 'park-taiyuan' })) };
    expect(advised(badly).standing[0]?.pair.park).toBe('park-taiyuan');
  });

  it('names the goods that would pass, what the city loses of them and what the park city has for them', () => {
    const { pair } = advised().standing[0] as PairingAdvice['standing'][number];
    expect(pair.goods.map(({ group }) => group)).toContain('clothing');
    for (const { shed, take } of pair.goods) {
      expect(shed).toBeGreaterThan(0);
      expect(take).toBeGreaterThanOrEqual(0);
      expect(take).toBeLessThanOrEqual(1);
    }
  });

  it('leaves no pair that would rather have each other, within what each can have, whatever the weights', () =>
    fc.assert(
      fc.property(
        fc.record({
          perCity: fc.integer({ min: 1, max: 3 }),
          perPark: fc.integer({ min: 1, max: 3 }),
          goods: fc.double({ min: 0.1, max: 1, noNaN: true }),
          distance: fc.double({ min: 0, max: 1, noNaN: true }),
          ties: fc.double({ min: 0, max: 1, noNaN: true }),
          proposing: fc.constantFrom('cities', 'parks'),
        }),
        (asked) => {
          const { blocking, proposed, standing, next } = advised(smallGround, asked);
          expect(blocking).toEqual([]);
          const all = [...proposed, ...standing.map(({ pair }) => pair)];
          for (const { code } of smallGround.places)
            expect(all.filter(({ city }) => city === code).length).toBeLessThanOrEqual(asked.perCity);
          for (const { record } of smallGround.parks)
            expect(all.filter(({ park }) => park === record).length).toBeLessThanOrEqual(asked.perPark);
          const chosen = pairsOf(proposed);
          expect(pairsOf(next.map(({ pair }) => pair)).filter((key) => chosen.includes(key))).toEqual([]);
        },
      ),
      { numRuns: 40 },
    ));

  it('gives no weight to what nothing is known of, and says so', () => {
    const { unknown, weights } = advised();
    expect(unknown).toEqual(['links']);
    expect(weights.find(({ term }) => term === 'links')?.weight).toBe(0);
    expect(weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it('tells how much each takes of what the other makes, where the pack has a table', () => {
    const sector = (id: string, inputs: Record<string, number>) => ({
      id,
      name: { zh: id, en: id },
      industries: ['18'],
      output: 100,
      pay: 0.1,
      valueAdded: 0.2,
      inputs,
    });
    const inputOutput = {
      year: 2020,
      sure: 'proposal' as const,
      source: 'test',
      sectors: [sector('a', { a: 0.2, b: 0.1 }), sector('b', { b: 0.4 })],
      groups: [
        { group: 'clothing', sectors: ['a'] },
        { group: 'electronics', sectors: ['b'] },
      ],
    };
    const { unknown, standing } = advised({ ...smallGround, pack: { ...smallGround.pack, inputOutput } });
    expect(unknown).toEqual([]);
    // Shares of clothing and electronics at the last year: what clothing takes of itself counts twice, both ways.
    const shares = (clothing: number, electronics: number) => [
      clothing / (clothing + electronics),
      electronics / (clothing + electronics),
    ];
    const [c0 = 0, e0 = 0] = shares(50e9 * 0.88 ** 5, 110e9 * 0.98 ** 5);
    const [c1 = 0, e1 = 0] = shares(6e9 * 1.25 ** 5, 15e9 * 1.12 ** 5);
    const link = standing[0]?.pair.terms.find(({ term }) => term === 'links')?.amount;
    expect(link).toBeCloseTo(c0 * c1 * 0.4 + e0 * e1 * 0.8 + (c0 * e1 + e0 * c1) * 0.1, 6);
  });

  it('names parks whose city is not told of and proposes nothing for them', () => {
    const [first, ...others] = smallGround.parks;
    const ground = { ...smallGround, parks: [{ ...first, place: '999999' }, ...others] } as Ground;
    const { untoldParks, proposed, unfilled } = advised(ground);
    expect(untoldParks.map(({ park }) => park)).toEqual(['park-taiyuan']);
    expect(proposed.filter(({ park }) => park === 'park-taiyuan')).toEqual([]);
    expect(unfilled).toContainEqual({ park: 'park-taiyuan', names: first?.names, places: 2 });
  });

  it('cannot tell without statistics', () => {
    expect(() => advised({ ...smallGround, trade: undefined })).toThrow(/load customs statistics/);
  });
});
