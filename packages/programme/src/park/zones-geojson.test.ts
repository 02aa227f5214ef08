import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap, selfMeeting } from './ring.ts';
import { drawnAreaKm2, type Position, type Zone } from './zone.ts';
import { shapeFaults, zonesFromGeoJson } from './zones-geojson.ts';
import { zonesToGeoJson } from './zones-out.ts';

const square = (x: number, y: number, size = 0.02): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const feature = (coordinates: unknown, properties: object = { name: '东片区', name_en: 'East' }) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates },
});
const file = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
const faultOf = (text: string) => zonesFromGeoJson(text).faults[0];

describe('a file of zones', () => {
  it('gives zones with their names and declared areas, wound as the standard asks', () => {
    const clockwise = square(112.5, 37.8).reverse();
    const { zones, faults } = zonesFromGeoJson(file(feature([clockwise], { 名称: '东片区', areaKm2: 4 })));
    expect(faults).toEqual([]);
    expect(zones[0]).toMatchObject({ name: { zh: '东片区', en: 'Zone 1' }, areaKm2: 4 });
    expect(zones[0]?.geometry?.coordinates[0]?.[0]?.[1]).toEqual([112.52, 37.8]);
  });

  it('goes out and comes in again as it was', () => {
    const { zones } = zonesFromGeoJson(file(feature([square(112.5, 37.8)])));
    const again = zonesToGeoJson(zones, true);
    expect(again.features[0]?.properties).toMatchObject({ drawnKm2: expect.closeTo(3.906, 2), sample: true });
    expect(zonesFromGeoJson(JSON.stringify(again)).zones).toEqual(zones);
  });

  it('says where it is no JSON', () => {
    expect(faultOf('{"type": ')?.problem.en).toContain('it is no JSON');
    expect(faultOf('3')?.remedy.en).toContain('FeatureCollection');
    expect(faultOf('{"type":"Topology"}')?.problem.en).toBe('its type is Topology, no FeatureCollection');
    expect(faultOf(file())?.problem.en).toBe('it has 0 features');
  });

  it('takes WGS84 and refuses other systems, with a remedy', () => {
    const said = (name: string) =>
      faultOf(
        JSON.stringify({
          type: 'FeatureCollection',
          crs: { type: 'name', properties: { name } },
          features: [feature([square(112.5, 37.8)])],
        }),
      );
    expect(said('urn:ogc:def:crs:OGC:1.3:CRS84')).toBeUndefined();
    expect(said('EPSG:4326')).toBeUndefined();
    expect(said('EPSG:4549')?.remedy.en).toContain('-t_srs EPSG:4326');
    expect(said('GCJ-02')?.remedy.zh).toContain('偏移');
  });

  it('names feature, polygon, ring and point', () => {
    const good = feature([square(112.5, 37.8)]);
    expect(faultOf(file(good, feature([[...square(112.6, 37.8).slice(0, 2), ['east', 1]]])))).toMatchObject({
      feature: 2,
      polygon: 1,
      ring: 1,
      point: 3,
    });
    const bow: Position[] = [
      [112.5, 37.8],
      [112.6, 37.9],
      [112.6, 37.8],
      [112.5, 37.9],
      [112.5, 37.8],
    ];
    expect(faultOf(file(good, feature([bow])))).toMatchObject({ feature: 2, ring: 1, point: 1 });
    expect(faultOf(file(feature([square(112.5, 37.8).slice(0, 4)])))?.problem.en).toBe(
      'the ring is not closed',
    );
    expect(faultOf(file(feature([square(112.5, 37.8), square(112.51, 37.81)])))?.problem.en).toContain(
      'hole',
    );
  });

  it('knows degrees from metres, and longitude from latitude', () => {
    expect(faultOf(file(feature([square(512_000, 4_180_000, 10)])))?.remedy.en).toContain('projected');
    expect(faultOf(file(feature([square(37.8, 112.5)])))?.remedy.en).toContain('exchange');
  });

  it('asks for areas', () => {
    const line = {
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates: square(112, 37) },
    };
    expect(faultOf(file(line))?.problem.en).toBe('its geometry is LineString');
  });

  it('refuses zones that overlap, and lets them share a border', () => {
    expect(faultOf(file(feature([square(112.5, 37.8)]), feature([square(112.51, 37.81)])))?.problem.en).toBe(
      'it overlaps with polygon 1 of feature 1',
    );
    expect(
      zonesFromGeoJson(file(feature([square(112.5, 37.8)]), feature([square(112.52, 37.8)]))).faults,
    ).toEqual([]);
    expect(faultOf(file(feature([square(112.5, 37.8)]), feature([square(112.5, 37.8)])))).toBeDefined();
  });

  it('asks to simplify what has too many points', () => {
    const circle = Array.from(
      { length: 5000 },
      (_, i): Position => [
        112 + Math.cos((i / 5000) * 2 * Math.PI) / 10,
        37 + Math.sin((i / 5000) * 2 * Math.PI) / 10,
      ],
    );
    expect(faultOf(file(feature([[...circle, circle[0]]])))?.remedy.en).toContain('simplify');
  });

  it('never throws, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { zones, faults } = zonesFromGeoJson(JSON.stringify(value));
        expect(zones.length === 0 || faults.length === 0).toBe(true);
      }),
      { seed: 5, numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(() =>
          zonesFromGeoJson(
            JSON.stringify({ type: 'FeatureCollection', features: [{ geometry: value }, feature(value)] }),
          ),
        ).not.toThrow();
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});

describe('shapes', () => {
  const zoneAt = (ring: Position[]): Zone => ({
    name: { zh: '区', en: 'Zone' },
    geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
  });

  it('have the area of the sphere', () => {
    // R² Δλ (sin φ₂ − sin φ₁), but with edges that are no parallels: within a ten-thousandth at this size
    const R = 6371.0088;
    const rad = Math.PI / 180;
    const exact = R * R * 0.02 * rad * (Math.sin(37.82 * rad) - Math.sin(37.8 * rad));
    expect(Math.abs((drawnAreaKm2([zoneAt(square(112.5, 37.8))]) as number) / exact - 1)).toBeLessThan(1e-4);
    expect(drawnAreaKm2([{ name: { zh: '区', en: 'Zone' } }])).toBeUndefined();
  });

  it('of a star around a point never meet themselves, wherever it lies and however it is turned', () => {
    const star = fc.record({
      x: fc.double({ min: 75, max: 130, noNaN: true }),
      y: fc.double({ min: 20, max: 50, noNaN: true }),
      radii: fc.array(fc.double({ min: 0.01, max: 0.05, noNaN: true }), { minLength: 5, maxLength: 40 }),
    });
    fc.assert(
      fc.property(star, ({ x, y, radii }) => {
        const ring = radii.map((r, i): Position => {
          const angle = (i / radii.length) * 2 * Math.PI;
          return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
        });
        ring.push(ring[0] as Position);
        expect(selfMeeting(ring)).toBeUndefined();
        expect(shapeFaults([zoneAt(ring)])).toEqual([]);
        const far = ring.map(([a, b]): Position => [a + 1, b]);
        expect(
          overlap(
            { type: 'MultiPolygon', coordinates: [[ring]] },
            { type: 'MultiPolygon', coordinates: [[far]] },
          ),
        ).toBe(false);
        const near = ring.map(([a, b]): Position => [a + 0.001, b]);
        expect(
          overlap(
            { type: 'MultiPolygon', coordinates: [[ring]] },
            { type: 'MultiPolygon', coordinates: [[near]] },
          ),
        ).toBe(true);
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  it('that go back on themselves are found', () => {
    expect(
      selfMeeting([
        [0, 0],
        [2, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ]),
    ).toBeDefined();
  });

  it('inside of another overlap with it, and in its hole they do not', () => {
    const [outer, hole] = [square(112, 37, 0.4), square(112.1, 37.1, 0.2).reverse()];
    const ringed = { type: 'MultiPolygon' as const, coordinates: [[outer, hole]] };
    const inner = (x: number, y: number) => ({
      type: 'MultiPolygon' as const,
      coordinates: [[square(x, y, 0.05)]],
    });
    expect(overlap(ringed, inner(112.15, 37.15))).toBe(false);
    expect(overlap(ringed, inner(112.02, 37.02))).toBe(true);
    expect(overlap(ringed, inner(112.08, 37.15))).toBe(true);
  });
});
