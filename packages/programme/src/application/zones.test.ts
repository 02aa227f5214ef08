import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { squareZone } from './application.cases.ts';
import { NotZones, readZones } from './read-zones.ts';
import { areaKm2, contains, crossesItself, overlap, type Polygon } from './zones.ts';

const square = (x: number, y: number, side: number): Polygon => squareZone('', side, [x, y]).geometry;

describe('polygons', () => {
  it('of one degree at the equator have some 12 364 km²', () => {
    expect(areaKm2(square(0, 0, 1))).toBeCloseTo(12_364, -1);
  });

  it('overlap whichever comes first, and always with themselves moved a little', () => {
    const at = fc.double({ min: 100, max: 120, noNaN: true });
    fc.assert(
      fc.property(at, at, fc.double({ min: 0.1, max: 2, noNaN: true }), (x, y, side) => {
        const one = square(x, y / 3, side);
        expect(overlap(one, square(x + side / 3, y / 3 + side / 4, side))).toBe(true);
        expect(overlap(one, square(x + 3 * side, y / 3, side))).toBe(false);
        expect(overlap(square(x + side / 3, y / 3 + side / 3, side / 4), one)).toBe(true);
        expect(contains(one, [x + side / 2, y / 3 + side / 2])).toBe(true);
      }),
      { seed: 7 },
    );
  });

  it('that only touch do not overlap', () => {
    expect(overlap(square(0, 0, 1), square(1, 0, 1))).toBe(false);
    expect(overlap(square(0, 0, 1), square(0, 0, 1))).toBe(true);
  });

  it('are not contained in their holes', () => {
    const ring = square(0, 0, 4).coordinates[0] ?? [];
    const hole = square(1, 1, 1).coordinates[0] ?? [];
    expect(contains({ type: 'Polygon', coordinates: [ring, hole] }, [1.5, 1.5])).toBe(false);
  });

  it('like a figure of eight cross themselves', () => {
    expect(
      crossesItself([
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ]),
    ).toBe(true);
    expect(crossesItself(square(0, 0, 1).coordinates[0] ?? [])).toBe(false);
  });
});

const feature = (geometry: unknown, properties: unknown = {}) => ({ type: 'Feature', properties, geometry });
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const faultsOf = (text: string): readonly string[] => {
  try {
    readZones(text);
  } catch (error) {
    if (error instanceof NotZones) return error.faults.map(({ en }) => en);
    throw error;
  }
  return [];
};

describe('zones in a GeoJSON file', () => {
  it('are its polygons by their names; rings are closed', () => {
    const open = [
      [
        [112, 37],
        [113, 37],
        [113, 38],
      ],
    ];
    const several = { type: 'MultiPolygon', coordinates: [open, open] };
    const zones = readZones(
      collection(
        feature({ type: 'Polygon', coordinates: open }, { 名称: ' 东区 ' }),
        feature(several, { name: 'W' }),
      ),
    );
    expect(zones.map(({ name }) => name)).toEqual(['东区', 'W 1', 'W 2']);
    expect(zones[0]?.geometry.coordinates[0]).toHaveLength(4);
  });

  it('say what is wrong with feature, ring and point', () => {
    const projected = {
      type: 'Polygon',
      coordinates: [
        [
          [112, 37],
          [500123, 4190000],
          [113, 38],
        ],
      ],
    };
    const eight = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
        ],
      ],
    };
    expect(
      faultsOf(
        collection(feature({ type: 'Point', coordinates: [1, 2] }), feature(projected), feature(eight)),
      ),
    ).toEqual([
      'feature 1: the geometry is Point; it has to be a Polygon or MultiPolygon',
      'feature 2, ring 1, point 2: (500123, 4190000) is no longitude and latitude; convert projected coordinates first',
      'feature 3, ring 1: crosses itself; its area would mean nothing',
    ]);
    expect(
      faultsOf(
        collection(
          feature({
            type: 'Polygon',
            coordinates: [
              [
                [1, 2],
                ['a', 3],
              ],
            ],
          }),
        ),
      ),
    ).toEqual(['feature 1, ring 1, point 2: is not two numbers']);
    expect(
      faultsOf(
        collection(
          feature({
            type: 'Polygon',
            coordinates: [
              [
                [1, 2],
                [2, 2],
              ],
            ],
          }),
        ),
      ),
    ).toEqual(['feature 1, ring 1: has 3 point(s); it takes three different ones']);
  });

  it('that have none, or are no JSON, say so', () => {
    expect(faultsOf(collection())).toEqual(['there is no polygon in the file']);
    expect(faultsOf('{')[0]).toMatch(/^the file is not JSON/);
  });

  it('are read or refused, whatever JSON comes', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        faultsOf(text);
      }),
      { seed: 3 },
    );
  });
});
