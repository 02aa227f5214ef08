import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPack } from '../packages/reference/src/pack.file.ts';
import type { PlaceLevel } from '../packages/reference/src/place.ts';
import { PlaceHistory } from '../packages/reference/src/place-event.ts';
import { root } from './repository.ts';

const folder = join(root, 'packs/cn');
const pack = readPack(folder);
const today = pack.places.filter((place) => place.validTo === undefined);
const at = (level: PlaceLevel) => today.filter((place) => place.level === level);
const placeOf = new Map(today.map((place) => [place.code, place]));
const agglomeration = (id: string) => pack.agglomerations.find((one) => one.id === id);
const namesOf = (codes: readonly string[]) => codes.map((code) => placeOf.get(code)?.short?.zh).sort();

describe('the places of the China pack', () => {
  it('are 31 provinces in four regions, and Hong Kong, Macao and Taiwan outside them', () => {
    const regions = Map.groupBy(at('province'), (province) => province.region ?? 'none');
    expect([...regions].map(([region, members]) => [region, members.length]).sort()).toEqual([
      ['central', 6],
      ['east', 10],
      ['none', 3],
      ['northeast', 3],
      ['west', 12],
    ]);
    expect(regions.get('none')?.map(({ code }) => code)).toEqual(['710000', '810000', '820000']);
  });

  it('have every prefecture-level unit of mainland provinces: 293 cities, 30 prefectures, 7 areas and 3 leagues', () => {
    expect(at('prefecture')).toHaveLength(333);
    expect(at('prefecture').filter(({ name }) => name.zh.endsWith('盟'))).toHaveLength(3);
    expect(at('prefecture').filter(({ name }) => name.zh.endsWith('地区'))).toHaveLength(7);
    expect(at('prefecture').filter(({ name }) => name.zh.endsWith('自治州'))).toHaveLength(30);
  });

  it('lie under the province of their code, within China, and every province and prefecture has a centroid', () => {
    for (const { code, parent, longitude, latitude } of [...at('province'), ...at('prefecture')]) {
      expect(code).toMatch(/^\d{6}$/);
      expect(longitude, code).toBeGreaterThan(73);
      expect(longitude, code).toBeLessThan(136);
      expect(latitude, code).toBeGreaterThan(3);
      expect(latitude, code).toBeLessThan(54);
      if (code.endsWith('0000')) expect(parent, code).toBe('100000');
      else expect(parent, code).toBe(`${code.slice(0, 2)}0000`);
    }
  });

  it('have Jiyuan, which is of county level, directly under Henan, as the place of its park', () => {
    expect(placeOf.get('419001')).toMatchObject({ level: 'county', parent: '410000' });
    expect(pack.parks.find(({ place }) => place === '419001')).toBeDefined();
  });

  it('have names in Chinese and English, and no name that two places of a level share in a province', () => {
    for (const level of ['province', 'prefecture'] as const) {
      const names = at(level).map(({ name }) => name.zh);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(today.filter(({ name }) => !/^\p{Script=Han}/u.test(name.zh))).toEqual([]);
    expect(today.filter(({ name }) => /\p{Script=Han}/u.test(name.en))).toEqual([]);
  });

  it('have customs districts of five digits, each under a living prefecture or province', () => {
    const districts = at('district');
    expect(districts.length).toBeGreaterThan(1000);
    const parents = districts.map(({ parent }) => placeOf.get(parent ?? ''));
    expect(parents.every((parent) => /^(province|prefecture|county)$/.test(parent?.level ?? ''))).toBe(true);
    const onProvince = districts.filter(({ parent = '' }) => {
      const divided = at('prefecture').some((prefecture) => prefecture.parent === parent);
      return placeOf.get(parent)?.level === 'province' && divided;
    });
    expect(onProvince.length).toBeLessThanOrEqual(28);
  });

  it('bear every name that the official table prints', () => {
    const csv = readFileSync(join(folder, 'statistics/gacc-by-location.csv'), 'utf8').trim().split('\n');
    const head = csv[0]?.split(',') ?? [];
    const [code, name] = [head.indexOf('place'), head.indexOf('name')];
    const aliases = new Set(pack.aliases.map((alias) => `${alias.code} ${alias.name}`));
    const strangers = csv.slice(1).flatMap((line) => {
      const cells = line.split(',');
      const place = pack.places.find((one) => one.code === cells[code]);
      const own = [place?.name.zh, place?.short?.zh];
      const known = own.includes(cells[name] ?? '') || aliases.has(`${cells[code]} ${cells[name]}`);
      return known ? [] : [`${cells[code]} ${cells[name]}`];
    });
    expect([...new Set(strangers)]).toEqual([]);
  });
});

describe('the events of places', () => {
  const history = new PlaceHistory(pack.placeEvents, pack.places);
  const now = (code: string, month: string) =>
    history.at(code, month as `${number}-${number}`, '2026-01').candidates;

  it('lead every prefecture of the past to those of today', () => {
    const former = pack.places.filter(
      ({ code, validTo }) => validTo !== undefined && history.codes.has(code),
    );
    expect(former).toHaveLength(58);
    for (const { code } of former) {
      const codes = now(code, '2000-01');
      expect(codes.length, code).toBeGreaterThan(0);
      expect(codes.filter((one) => !placeOf.has(one))).toEqual([]);
    }
    expect(now('371200', '2018-06')).toEqual(['370100']);
    expect(now('341400', '2010-06')).toEqual(['340100', '340200', '340500']);
    expect(now('452200', '2001-06')).toEqual(['450200', '451300']);
    expect(now('532700', '2001-06')).toEqual(['530800']);
  });

  it('leave a place in its province', () => {
    for (const { from, to } of pack.placeEvents) {
      for (const code of to) expect(code.slice(0, 2)).toBe((from ?? code).slice(0, 2));
    }
  });
});

describe('the urban agglomerations of the China pack', () => {
  it('have the Greater Bay Area with its nine cities and two special administrative regions', () => {
    expect(namesOf(agglomeration('greater-bay-area')?.members ?? [])).toEqual(
      ['广州', '深圳', '珠海', '佛山', '惠州', '东莞', '中山', '江门', '肇庆', '香港', '澳门'].sort(),
    );
  });

  it('have the Yangtze River Delta with its 26 cities in Shanghai, Jiangsu, Zhejiang and Anhui', () => {
    const members = agglomeration('yangtze-river-delta')?.members ?? [];
    expect(members).toHaveLength(26);
    const provinces = Map.groupBy(members, (code) => code.slice(0, 2));
    expect([...provinces].map(([province, cities]) => [province, cities.length]).sort()).toEqual([
      ['31', 1],
      ['32', 9],
      ['33', 8],
      ['34', 8],
    ]);
  });

  it('hold the place of every park that names one, and every member is a place of today', () => {
    for (const park of pack.parks) {
      for (const { value } of park.agglomerations) {
        const { members = [], doubtful = [] } = agglomeration(value) ?? {};
        expect([...members, ...doubtful], `${park.id} in ${value}`).toContain(park.place);
      }
    }
    const members = pack.agglomerations.flatMap((one) => [...one.members, ...one.doubtful]);
    expect(members.filter((code) => !placeOf.has(code))).toEqual([]);
  });
});
