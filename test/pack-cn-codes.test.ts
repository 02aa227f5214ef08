import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { relations, targetsBy } from '../packages/reference/src/concordance.ts';
import { editionOf } from '../packages/reference/src/edition.ts';
import { readPack } from '../packages/reference/src/pack.file.ts';
import { readConcordance } from '../packages/trade/src/read/concordance.file.ts';
import { root } from './repository.ts';

type Ring = [number, number][];
interface Feature {
  properties: { code: string; name: string; province?: string };
  geometry:
    | { type: 'Polygon'; coordinates: Ring[] }
    | { type: 'MultiPolygon'; coordinates: Ring[][] }
    | { type: 'LineString'; coordinates: Ring }
    | { type: 'Point'; coordinates: [number, number] };
}

const folder = join(root, 'packs/cn');
const pack = readPack(folder);
const placeCodes = new Map(pack.places.map((place) => [place.code, place]));
const layer = (name: string): Feature[] =>
  JSON.parse(readFileSync(join(folder, 'map', `${name}.json`), 'utf8')).features;
const prefectures = layer('prefectures');
const provinces = layer('provinces');

/** Even–odd rule over all rings, so that a hole is outside. */
function contains(feature: Feature, longitude: number, latitude: number): boolean {
  const { geometry } = feature;
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return false;
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  let inside = false;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1] as [number, number];
      const [x2, y2] = ring[i] as [number, number];
      if (y1 > latitude === y2 > latitude) continue;
      if (longitude < x1 + ((latitude - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
  }
  return inside;
}

describe('the first batch', () => {
  it('has thirteen parks: five central, six west, two northeast', () => {
    const regions = pack.parks.map((park) => placeCodes.get(park.place)?.region);
    expect(regions).toHaveLength(13);
    for (const [region, count] of [
      ['central', 5],
      ['west', 6],
      ['northeast', 2],
    ] as const) {
      expect(regions.filter((each) => each === region)).toHaveLength(count);
    }
  });

  it('went from call to public notice to list to explanation', () => {
    const [first] = pack.batches;
    expect(first?.notices.map(({ kind, date }) => [kind, date])).toEqual([
      ['call', '2021-04'],
      ['public-notice', '2021-09-01'],
      ['list', '2021-09-10'],
      ['explanation', '2021-09-15'],
    ]);
  });

  it('gives the list as the source of every park and a source for every fact', () => {
    const sources = new Set(pack.sources.map((source) => source.id));
    for (const park of pack.parks) {
      expect(park.source).toBe('mofcom-2021-483');
      const facts = [...park.facts, ...park.partners, ...park.agglomerations, ...park.leadingIndustries];
      for (const fact of facts) expect(sources).toContain(fact.source);
    }
  });

  it('leaves unknown what the sources do not tell', () => {
    const withArea = pack.parks.filter((park) => park.areaKm2 !== undefined).map((park) => park.id);
    expect(withArea).toEqual(['nanning', 'guiyang', 'dalian']);
    const withZones = pack.parks.filter((park) => park.zones.length > 0).map((park) => park.id);
    expect(withZones).toEqual(['nanning', 'dalian']);
    expect(pack.parks.find((park) => park.id === 'meishan')?.partners).toEqual([]);
  });

  it('has zones that add up to the area of the park', () => {
    const dalian = pack.parks.find((park) => park.id === 'dalian');
    const sum = dalian?.zones.reduce((total, zone) => total + (zone.areaKm2 ?? 0), 0);
    expect(sum).toBeCloseTo(dalian?.areaKm2?.value ?? Number.NaN, 6);
  });
});

describe('code lists', () => {
  it('count 14 and 15, and nothing else, as processing trade', () => {
    const processing = pack.tradeModes.filter((mode) => mode.processing).map((mode) => mode.code);
    expect(processing).toEqual(['14', '15']);
    expect(pack.tradeModes).toHaveLength(20);
  });

  it('count a supervision mode as processing exactly where its statistics mode is', () => {
    const modes = new Map(pack.tradeModes.map((mode) => [mode.code, mode]));
    expect(pack.supervisionModes).toHaveLength(104);
    for (const { code, tradeMode, processing } of pack.supervisionModes) {
      if (tradeMode !== undefined) {
        expect(modes.has(tradeMode), code).toBe(true);
        expect(tradeMode, code).toBe(code.slice(2));
      }
      expect(processing, code).toBe(modes.get(tradeMode ?? '')?.processing ?? false);
    }
    expect(pack.supervisionModes.filter((mode) => mode.tradeMode !== undefined)).toHaveLength(55);
  });

  it('keep transfers between factories and sales at home out of processing trade', () => {
    for (const code of ['0255', '0654', '0245', '0644']) {
      const mode = pack.supervisionModes.find((each) => each.code === code);
      expect(mode).toMatchObject({ processing: false });
      expect(mode?.tradeMode).toBeUndefined();
    }
  });

  it('name no partner, unit or commodity twice', () => {
    for (const list of [pack.partners, pack.units, pack.commodities]) {
      expect(new Set(list.map((record) => record.code)).size).toBe(list.length);
    }
    expect(pack.partners.find((partner) => partner.code === '110')?.name.zh).toBe('中国香港');
    expect(pack.partners.find((partner) => partner.code === '102')?.name.en).toBe('Bahrain');
  });

  it('hold 21 sections, 96 chapters and all headings of HS 2022, each under its parent', () => {
    const hs = pack.commodities.filter((commodity) => commodity.edition === 'HS2022');
    const ofLength = (length: number) => hs.filter(({ code }) => /^\d/.test(code) && code.length === length);
    expect(hs.filter(({ code }) => /^[IVX]/.test(code))).toHaveLength(21);
    expect(ofLength(2)).toHaveLength(96);
    expect(ofLength(4)).toHaveLength(1228);
    const codes = new Set(hs.map(({ code }) => code));
    for (const { code, parent } of hs) expect(parent === undefined || codes.has(parent), code).toBe(true);
  });

  it('name sections, chapters and headings in Chinese', () => {
    const unnamed = pack.commodities.filter(({ code, name }) => code.length <= 4 && name.zh === undefined);
    expect(unnamed.map(({ code }) => code)).toEqual([]);
  });
});

describe('the classifications', () => {
  it('say since when the statistics are in which edition of the HS', () => {
    expect(
      ['1995', '1996', '2011', '2012', '2021', '2022', '2031'].map((year) => editionOf(year, pack.editions)),
    ).toEqual([undefined, 'HS1996', 'HS2007', 'HS2012', 'HS2017', 'HS2022', 'HS2022']);
  });

  it('give every subheading of HS 2022 but monetary gold and coin its use in BEC 4, seldom more than one', async () => {
    const bec = await readConcordance(join(folder, 'concordances/HS2022-BEC4.csv'));
    const hs = pack.commodities.filter(({ code }) => /^\d{6}$/.test(code)).map(({ code }) => code);
    const linked = relations(bec);
    expect(hs.filter((code) => !linked.has(code) && !code.startsWith('98'))).toEqual(['710820', '711890']);
    expect([...linked.values()].filter((relation) => relation.endsWith(':n')).length).toBeLessThan(300);
    expect(targetsBy(bec)('870321').toSorted()).toEqual(['51']);
  });
});

describe('the map', () => {
  it('draws only places that the pack knows', () => {
    for (const { properties } of [...prefectures, ...provinces]) {
      expect(placeCodes.has(properties.code), `${properties.code} ${properties.name}`).toBe(true);
    }
    expect(provinces).toHaveLength(34);
  });

  it('draws every prefecture of today but Sansha', () => {
    const drawn = new Set(prefectures.map(({ properties }) => properties.code));
    const missing = pack.places.filter(
      ({ level, code, validTo }) => level === 'prefecture' && validTo === undefined && !drawn.has(code),
    );
    expect(missing.map(({ name }) => name.zh)).toEqual(['三沙市']);
  });

  it('places every park inside its own polygon', () => {
    for (const park of pack.parks) {
      const feature = prefectures.find(({ properties }) => properties.code === park.place);
      expect(feature && contains(feature, park.longitude, park.latitude), park.id).toBe(true);
    }
  });

  it('says that the source gives no approval number', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'map/map.json'), 'utf8'));
    expect(manifest.approvalNumber).toBeNull();
    const sources = new Set(pack.sources.map(({ id }) => id));
    for (const each of manifest.layers) expect(sources).toContain(each.source);
  });

  it('has the ten dashes, nine of them in the inset', () => {
    const dashes = layer('inset').filter(({ geometry }) => geometry.type === 'LineString');
    expect(dashes).toHaveLength(10);
  });
});
