import { readMeasures, ruleSet } from '@tidu/policy';
import { readPack } from '@tidu/reference/pack';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedPlaces } from '../comparison/compared-places.ts';
import { readCosts } from '../comparison/costs.file.ts';
import type { Ground } from '../ground/ground.ts';
import { readGuidancePack } from '../ground/guidance-pack.file.ts';
import { smallGround } from '../ground/small-ground.cases.ts';
import { capacity } from './capacity.ts';
import { type CapacityResult, capacityResult } from './capacity-result.ts';
import { parkFit } from './park-fit.ts';
import { type ParkFit, parkFitResult } from './park-fit-result.ts';

const ranked = (ground: Ground) => capacity.compute(ground, {}) as CapacityResult;
const fitted = (ground: Ground, request = {}) => parkFit.compute(ground, request) as ParkFit;
const indicatorOf = (told: CapacityResult, name: string) =>
  told.indicators.find(({ indicator }) => indicator === name);
const park = (told: CapacityResult, id: string) =>
  told.parks.find((one) => one.id === id) as CapacityResult['parks'][number];

describe('the capacity of parks to undertake', () => {
  it('is an index from 0 to 1 over what most parks are known for, with weights that sum to 1', () => {
    const told = ranked(smallGround);
    expect(capacityResult.parse(told)).toEqual(told);
    const used = told.indicators.filter(({ weights }) => weights !== null);
    for (const way of ['entropy', 'critic', 'equal'] as const)
      expect(used.reduce((sum, { weights }) => sum + (weights?.[way] ?? 0), 0)).toBeCloseTo(1, 9);
    for (const { index, known } of told.parks) {
      expect(index).toBeGreaterThanOrEqual(0);
      expect(index).toBeLessThanOrEqual(1);
      expect(known).toBeLessThanOrEqual(1 + 1e-12);
    }
    expect(told.parks.map(({ rank }) => rank)).toEqual([1, 2, 3]);
  });

  it('says of how many parks an indicator is known, and leaves out what is known of few', () => {
    const told = ranked(smallGround);
    expect(indicatorOf(told, 'land-left')).toMatchObject({ known: 2, better: 1 });
    expect(indicatorOf(told, 'factories-left')).toMatchObject({ known: 0, weights: null });
    const land = park(told, 'chongqing').values.find(({ indicator }) => indicator === 'land-left');
    expect(land).toMatchObject({ value: null, source: null });
  });

  it('does not hang on the order in which parks stand', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray(smallGround.parks as Ground['parks'][number][], { minLength: 3 }),
        (parks) => {
          expect(ranked({ ...smallGround, parks })).toEqual(ranked(smallGround));
          expect(fitted({ ...smallGround, parks })).toEqual(fitted(smallGround));
        },
      ),
      { numRuns: 6 },
    ));

  it('counts no number that was made up for the demonstration, unless asked to', () => {
    const parks = smallGround.parks.map((one) => {
      const land = one.left['land-left'];
      return land ? { ...one, left: { 'land-left': { ...land, sample: true } } } : one;
    });
    const ground = { ...smallGround, parks };
    expect(indicatorOf(ranked(ground), 'land-left')).toMatchObject({ known: 0, weights: null });
    expect(park(ranked(ground), 'changsha').values.find(({ sample }) => sample)).toMatchObject({ value: 80 });
    const counted = capacity.compute(ground, { sample: 'count' }) as CapacityResult;
    expect(indicatorOf(counted, 'land-left')).toMatchObject({ known: 2 });
  });

  it('never falls for a park that has more land', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (more) => {
        const parks = smallGround.parks.map((one) => {
          const land = one.left['land-left'];
          return one.id === 'changsha' && land
            ? { ...one, left: { 'land-left': { ...land, value: land.value + more } } }
            : one;
        });
        const before = park(ranked(smallGround), 'changsha').ranks.equal;
        expect(park(ranked({ ...smallGround, parks }), 'changsha').ranks.equal).toBeLessThanOrEqual(before);
      }),
      { numRuns: 10 },
    ));

  it('is told without statistics too, from what parks state and places cost', () => {
    const told = ranked({ ...smallGround, trade: undefined });
    expect(told.measured).toBeNull();
    expect(indicatorOf(told, 'exports')).toMatchObject({ known: 0, weights: null });
    expect(() => ranked({ ...smallGround, parks: [] })).toThrow(/recognise two parks/);
  });
});

describe('how a park fits a group', () => {
  it('tells each feature by itself, of every park and group', () => {
    const told = fitted(smallGround);
    expect(parkFitResult.parse(told)).toEqual(told);
    expect(told.rows).toHaveLength(9);
    const row = told.rows.find((one) => one.park === 'changsha' && one.group === 'clothing');
    expect(row?.gainPerYear).toBeGreaterThan(0);
    expect(row?.gradient?.basis).toBe('lq');
    expect(row?.gradient?.coefficient).toBeCloseTo(row?.quotient as number, 12);
    expect(told.parks.find(({ id }) => id === 'changsha')?.ties).toMatchObject([{ partnerPlace: '441900' }]);
  });

  it('tells of a city that is not published nothing, and of goods that are not told no relatedness', () => {
    const parks = smallGround.parks.map((one) => ({ ...one, place: '999999' }));
    expect(
      fitted({ ...smallGround, parks }).rows.every(
        ({ exports, density }) => exports === null && density === null,
      ),
    ).toBe(true);
    expect(fitted({ ...smallGround, trade: undefined }).rows[0]?.exports).toBeNull();
  });

  it('refuses a park or a group that is not there', () => {
    expect(() => fitted(smallGround, { park: 'nowhere' })).toThrow(/taiyuan, changsha, chongqing/);
    expect(() => fitted(smallGround, { group: 'ships' })).toThrow(/clothing/);
  });

  it('has a typical firm in all thirteen parks: of a profile of the pack, or derived from what such goods take', () => {
    const root = new URL('../../../../packs/cn', import.meta.url).pathname;
    const pack = readPack(root);
    const ground: Ground = {
      ...smallGround,
      groups: readGuidancePack(root).groups,
      pack: readGuidancePack(root),
      parks: pack.parks.map(({ id, name, place, longitude, latitude }) => ({
        ...(smallGround.parks[0] as Ground['parks'][number]),
        id,
        record: id,
        names: name,
        place,
        longitude,
        latitude,
      })),
      costs: readCosts(root),
      compared: comparedPlaces(pack),
      rules: ruleSet(readMeasures(`${root}/measures`).rules),
    };
    const { firms, parks } = fitted(ground, { group: 'clothing' });
    expect(firms.map(({ profile, groups }) => [profile, groups.map(({ id }) => id)])).toEqual([
      ['garments', ['clothing']],
    ]);
    expect(firms[0]?.parks.map(({ rank }) => rank)).toEqual(pack.parks.map((_, i) => i + 1));
    const [derived] = fitted(ground, { group: 'paper' }).firms;
    expect([derived?.profile, derived?.sure]).toEqual(['derived-paper', 'derived']);
    expect(derived?.parks.every(({ npv }) => npv > 0)).toBe(true);
    expect(derived?.leftOut).toContain('building');
    for (const { access } of parks) expect(access?.routes.some(({ taken }) => taken)).toBe(true);
  });
});
