import type { Period, Place, PlaceLevel } from '@tidu/reference';
import { parsePeriod } from '@tidu/reference';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fact, Shape } from './fact.ts';
import type { CannotAnswer } from './query/cannot-answer.ts';
import type { Answer, Query, Warehouse } from './warehouse.ts';

/** What an engine's test puts into a new warehouse: loads in order, a later one superseding cells of an earlier. */
export interface Contents {
  readonly places: readonly Place[];
  readonly loads: readonly ContentsLoad[];
}
export interface ContentsLoad {
  readonly shape: Shape;
  readonly facts: readonly Fact[];
  readonly synthetic?: boolean;
}
export interface Engine {
  readonly name: string;
  readonly open: (contents: Contents) => Promise<Warehouse>;
}

const place = (code: string, level: PlaceLevel, parent?: string, region?: Place['region']): Place => ({
  code,
  level,
  name: { zh: code, en: code },
  source: 'test',
  ...(parent && { parent }),
  ...(region && { region }),
});

export const places: readonly Place[] = [
  place('100000', 'country'),
  place('110000', 'province', '100000', 'east'),
  place('330000', 'province', '100000', 'east'),
  place('330100', 'prefecture', '330000', 'east'),
  place('410000', 'province', '100000', 'central'),
  place('410100', 'prefecture', '410000', 'central'),
  place('419001', 'county', '410000', 'central'),
  place('zone-henan', 'zone', '410100', 'central'),
  place('500000', 'province', '100000', 'west'),
  place('zone-chongqing', 'zone', '500000', 'west'),
  place('210000', 'province', '100000', 'northeast'),
  place('210200', 'prefecture', '210000', 'northeast'),
  place('41019', 'district', '410100', 'central'),
  place('41209', 'district', '419001', 'central'),
  place('50069', 'district', '500000', 'west'),
];

const nested: Shape = {
  id: 'month,place:nested,CNY',
  span: 'month',
  dimensions: ['place'],
  levels: ['country', 'province', 'prefecture', 'zone'],
  nested: true,
  currency: 'CNY',
};
const detailed: Shape = {
  id: 'month,commodity:8,mode,partner,place:district,CNY',
  span: 'month',
  dimensions: ['place', 'commodity', 'partner', 'mode'],
  levels: ['district'],
  nested: false,
  hsDigits: 8,
  currency: 'CNY',
};
const yearly: Shape = {
  ...detailed,
  id: 'year,commodity:8,CNY',
  span: 'year',
  dimensions: ['commodity'],
  levels: [],
};
const ranged: Shape = { ...yearly, id: 'range,commodity:8,CNY', span: 'range' };

/** Two years of one amount a month and place, revised by one in each year to date from March on. */
const monthly: Readonly<Record<string, number>> = {
  '110000': 100,
  '330000': 200,
  '330100': 80,
  '410000': 60,
  '410100': 30,
  '419001': 5,
  'zone-henan': 10,
  '500000': 70,
  'zone-chongqing': 20,
  '210000': 40,
  '210200': 25,
};
const provinces = ['110000', '210000', '330000', '410000', '500000'];
const revision = (month: number) => (month >= 3 ? 1 : 0);

function tableOf(year: number, month: number): Fact[] {
  const at = `${year}-${String(month).padStart(2, '0')}`;
  const amounts: [string, number, number][] = Object.entries(monthly).map(([code, amount]) => [
    code,
    amount,
    1,
  ]);
  const country = provinces.reduce((sum, code) => sum + (monthly[code] ?? 0), 0);
  return [...amounts, ['100000', country, provinces.length] as const].flatMap(([code, amount, revisions]) =>
    (['export', 'import', 'total'] as const).map((flow) => {
      const parts = { export: 2, import: 1, total: 3 }[flow];
      return {
        from: at,
        to: at,
        flow,
        place: code,
        value: amount * parts,
        valueYtd:
          amount * parts * month -
          revision(month) * revisions * (flow === 'export' ? 1 : flow === 'total' ? 1 : 0),
        printedGrowth: amount / 10,
      };
    }),
  );
}

const inMonth = (at: string, rest: Partial<Fact> & Pick<Fact, 'flow' | 'value'>): Fact => ({
  from: at,
  to: at,
  ...rest,
});
const cell = (
  at: string,
  flow: 'export' | 'import',
  where: string,
  hs: string,
  mode: string,
  value: number,
): Fact =>
  inMonth(at, {
    flow,
    place: where,
    commodity: hs,
    partner: '502',
    mode,
    value,
    quantity: value / 10,
    unit: hs.startsWith('85') ? '台' : '千克',
  });

const detail: Fact[] = [
  cell('2024-01', 'export', '41019', '85423111', '15', 700),
  cell('2024-01', 'export', '41019', '85171300', '10', 100),
  cell('2024-01', 'export', '41209', '79011100', '14', 50),
  cell('2024-01', 'export', '50069', '84713000', '15', 900),
  cell('2024-01', 'import', '41019', '85423111', '15', 400),
  cell('2024-01', 'import', '99999', '26030000', '10', 9),
  cell('2024-02', 'export', '41019', '85423111', '15', 650),
];

const gapless: Contents = {
  places,
  loads: [2023, 2024].flatMap((year) =>
    Array.from({ length: 12 }, (_, i) => ({ shape: nested, facts: tableOf(year, i + 1) })),
  ),
};
const everything: Contents = {
  places,
  loads: [
    ...gapless.loads,
    { shape: detailed, facts: detail, synthetic: true },
    {
      shape: yearly,
      facts: [{ from: '2022-01', to: '2022-12', flow: 'export', commodity: '85423111', value: 12 }],
    },
    {
      shape: ranged,
      facts: [{ from: '2021-01', to: '2021-06', flow: 'export', commodity: '85423111', value: 6 }],
    },
  ],
};

const ask = (period: string | Period, rest: Partial<Query> = {}): Query => ({
  measure: 'value',
  by: [],
  where: {},
  flow: 'total',
  period: typeof period === 'string' ? parsePeriod(period) : period,
  ...rest,
});
const only = ({ rows }: Answer): number | null | undefined => rows[0]?.value;
const sum = ({ rows }: Answer): number => rows.reduce((total, { value }) => total + (value ?? 0), 0);
const asRecord = ({ rows }: Answer, name: keyof Answer['rows'][number]) =>
  Object.fromEntries(rows.map((row) => [row[name], row.value]));

/** What every engine must do; an engine's own test calls this with a way to fill a new warehouse. */
export function warehouseContract({ name, open }: Engine): void {
  describe(`a warehouse on ${name}`, () => {
    let warehouse: Warehouse;
    let table: Warehouse;
    beforeAll(async () => {
      warehouse = await open(everything);
      table = await open(gapless);
    });
    afterAll(async () => {
      await warehouse.close();
      await table.close();
    });
    const refused = async (query: Query, code: CannotAnswer['code'], from = table): Promise<CannotAnswer> => {
      const error = await from.aggregate(query).then(
        () => undefined,
        (reason: CannotAnswer) => reason,
      );
      expect(error).toMatchObject({ name: 'CannotAnswer', code });
      expect(error?.message).toBeTruthy();
      expect(error?.remedy).toBeTruthy();
      return error as CannotAnswer;
    };

    describe('places', () => {
      it('answers for the country from its own row, and never adds levels', async () => {
        expect(only(await table.aggregate(ask('2024-01')))).toBe(470 * 3);
      });
      it('adds provinces to regions, and the regions are the country', async () => {
        const answer = await table.aggregate(ask('2024-01', { by: ['region'] }));
        expect(answer.rows).toEqual([
          { region: 'central', value: 180 },
          { region: 'east', value: 900 },
          { region: 'northeast', value: 120 },
          { region: 'west', value: 210 },
        ]);
      });
      it('compares prefectures together with municipalities and counties that stand for themselves', async () => {
        const answer = await table.aggregate(ask('2024-01', { by: ['prefecture'], flow: 'import' }));
        expect(asRecord(answer, 'prefecture')).toEqual({
          '110000': 100,
          '210200': 25,
          '330100': 80,
          '410100': 30,
          '419001': 5,
          '500000': 70,
        });
      });
      it('gives zones within a prefecture or region', async () => {
        const answer = await table.aggregate(ask('2024-01', { by: ['zone'], where: { region: ['west'] } }));
        expect(answer.rows).toEqual([{ zone: 'zone-chongqing', value: 60 }]);
      });
      it('names the places asked for of which no figure is published', async () => {
        const answer = await table.aggregate(
          ask('2024-01', { where: { prefecture: ['410100', '341600', '500000'] } }),
        );
        expect(only(answer)).toBe(300);
        expect(answer.unpublished).toEqual(['341600']);
      });
      it('rolls customs districts up, and shows those that the tree does not know', async () => {
        const by = (query: Partial<Query>) =>
          warehouse.aggregate(ask('2024-01', { shape: detailed.id, ...query }));
        expect(asRecord(await by({ by: ['region'] }), 'region')).toEqual({
          central: 1250,
          unknown: 9,
          west: 900,
        });
        expect(asRecord(await by({ by: ['prefecture'], flow: 'export' }), 'prefecture')).toEqual({
          '410100': 800,
          '419001': 50,
          '500000': 900,
        });
        expect(only(await by({ where: { province: ['410000'] }, flow: 'export' }))).toBe(850);
      });
      it('refuses a level that no table tells apart', async () => {
        await refused(ask('2024-01', { by: ['zone'], where: { mode: ['15'] } }), 'no-place-level', warehouse);
        await refused(
          ask('2022', { by: ['region'], shape: yearly.id, flow: 'export' }),
          'no-place-level',
          warehouse,
        );
      });
    });

    describe('time', () => {
      it('reckons a period from the year to date, because months are not revised', async () => {
        const year = await table.aggregate(ask('2024', { where: { province: ['110000'] } }));
        expect(only(year)).toBe(100 * 3 * 12 - 1);
        const printed = await table.aggregate(
          ask('2024', { where: { province: ['110000'] }, measure: 'value-as-printed' }),
        );
        expect(only(printed)).toBe(100 * 3 * 12);
      });
      it('crosses the turn of the year', async () => {
        const answer = await table.aggregate(
          ask('2023-11..2024-03', { by: ['year'], where: { province: ['110000'] } }),
        );
        expect(answer.rows).toEqual([
          { year: '2023', value: 600 },
          { year: '2024', value: 899 },
        ]);
      });
      it('takes the month as printed where the year to date is not known on both sides', async () => {
        const partial = await open({
          places,
          loads: [2, 3, 6].map((month) => ({ shape: nested, facts: tableOf(2024, month) })),
        });
        const answer = await partial.aggregate(
          ask('2024-02..2024-07', { by: ['month'], where: { province: ['110000'] } }),
        );
        expect(asRecord(answer, 'month')).toEqual({ '2024-02': 300, '2024-03': 299, '2024-06': 300 });
        expect(answer.missingMonths).toEqual(['2024-04', '2024-05', '2024-07']);
        const whole = await partial.aggregate(ask('2024', { where: { province: ['110000'] } }));
        expect(only(whole)).toBe(6 * 300 - 1);
        expect(whole.missingMonths).toEqual([
          '2024-07',
          '2024-08',
          '2024-09',
          '2024-10',
          '2024-11',
          '2024-12',
        ]);
        await partial.close();
      });
      it('gives no value where a year to date stands alone', async () => {
        const facts = [2, 4].map((month) => ({
          from: `2024-0${month}`,
          to: `2024-0${month}`,
          flow: 'export' as const,
          place: '330000',
          value: null,
          valueYtd: month * 10,
        }));
        const partial = await open({ places, loads: [{ shape: nested, facts }] });
        const asked = { flow: 'export', by: ['province'] } as const;
        expect((await partial.aggregate(ask('2024-01..2024-04', asked))).rows).toEqual([
          { province: '330000', value: 40 },
        ]);
        expect((await partial.aggregate(ask('2024-04', asked))).rows).toEqual([
          { province: '330000', value: null },
        ]);
        await partial.close();
      });
      it('gives the printed year to date and growth of one month, and refuses to add rates', async () => {
        const ytd = await table.aggregate(
          ask('2024-01..2024-06', { measure: 'value-ytd', where: { province: ['110000'] } }),
        );
        expect(only(ytd)).toBe(1799);
        const growth = await table.aggregate(ask('2024-06', { measure: 'printed-growth', by: ['province'] }));
        expect(growth.unit).toBe('percent');
        expect(asRecord(growth, 'province')).toMatchObject({ '110000': 10, '500000': 7 });
        await refused(ask('2024-06', { measure: 'printed-growth', by: ['region'] }), 'not-additive');
        await refused(ask('2024', { measure: 'printed-growth' }), 'not-additive');
        await refused(ask('2024-03..2024-06', { measure: 'value-ytd' }), 'not-additive');
      });
      it('answers whole years from yearly facts and a range only exactly', async () => {
        expect(only(await warehouse.aggregate(ask('2022', { shape: yearly.id, flow: 'export' })))).toBe(12);
        await refused(ask('2022-03', { shape: yearly.id, flow: 'export' }), 'mixed-spans', warehouse);
        await refused(
          ask('2022', { shape: yearly.id, flow: 'export', by: ['month'] }),
          'mixed-spans',
          warehouse,
        );
        expect(
          only(await warehouse.aggregate(ask('2021-01..2021-06', { shape: ranged.id, flow: 'export' }))),
        ).toBe(6);
        await refused(
          ask('2021-01..2021-05', { shape: ranged.id, flow: 'export' }),
          'mixed-spans',
          warehouse,
        );
      });
      it('refuses months that are not loaded, and says what is', async () => {
        const { message } = await refused(ask('2031'), 'not-loaded');
        expect(message).toContain('2023-01 to 2024-12');
      });
    });

    describe('goods, partners and modes', () => {
      it('refuses a question about processing trade put to data without a trade mode', async () => {
        const { message } = await refused(ask('2024', { where: { processing: ['true'] } }), 'no-trade-mode');
        expect(message).toContain('processing trade');
        await refused(ask('2024', { by: ['mode'] }), 'no-trade-mode');
        await refused(ask('2024', { by: ['commodity'] }), 'no-commodity');
        await refused(ask('2024', { by: ['partner'] }), 'no-partner');
        await refused(ask('2024', { measure: 'quantity' }), 'no-quantity');
        await refused(ask('2024', { currency: 'USD' }), 'no-currency');
      });
      it('tells processing trade apart, as supplied and imported materials', async () => {
        const answer = await warehouse.aggregate(ask('2024-01', { by: ['processing'], flow: 'export' }));
        expect(asRecord(answer, 'processing')).toEqual({ false: 100, true: 1650 });
        expect(answer.shape.id).toBe(detailed.id);
        const kept = await warehouse.aggregate(
          ask('2024-01', { by: ['region'], where: { processing: ['true'] }, flow: 'export' }),
        );
        expect(asRecord(kept, 'region')).toEqual({ central: 750, west: 900 });
      });
      it('matches commodities by prefix and breaks them down by chapter and heading', async () => {
        const exported = (rest: Partial<Query>) =>
          warehouse.aggregate(ask('2024-01', { flow: 'export', ...rest }));
        expect(only(await exported({ where: { commodity: ['8542', '79'] } }))).toBe(750);
        expect(asRecord(await exported({ by: ['chapter'] }), 'chapter')).toEqual({
          79: 50,
          84: 900,
          85: 800,
        });
        expect(asRecord(await exported({ by: ['heading'], where: { chapter: ['85'] } }), 'heading')).toEqual({
          8517: 100,
          8542: 700,
        });
      });
      it('adds quantities of one unit only', async () => {
        const query = ask('2024-01', { flow: 'export', measure: 'quantity', where: { chapter: ['85'] } });
        expect(await warehouse.aggregate(query)).toMatchObject({ unit: '台', rows: [{ value: 80 }] });
        await refused({ ...query, where: {} }, 'mixed-units', warehouse);
      });
      it('marks a month missing where a total has only one of its two flows', async () => {
        const query = ask('2024-01..2024-02', { where: { mode: ['15'] }, by: ['month'] });
        const answer = await warehouse.aggregate(query);
        expect(answer.rows).toEqual([{ month: '2024-01', value: 2000 }]);
        expect(answer.missingMonths).toEqual(['2024-02']);
        await refused({ ...query, period: parsePeriod('2024-02') }, 'not-loaded', warehouse);
      });
      it('breaks a total down into exports and imports, never into a third kind', async () => {
        expect(asRecord(await table.aggregate(ask('2024-01', { by: ['flow'] })), 'flow')).toEqual({
          export: 940,
          import: 470,
        });
        await refused(ask('2024-01', { flow: 'export', where: { flow: ['import'] } }), 'contradiction');
      });
      it('refuses words that it does not know', async () => {
        await refused(ask('2024', { where: { chapter: ["85' OR 1=1 --"] } }), 'not-understood');
        await refused(ask('2024', { by: ['planet' as 'region'] }), 'not-understood');
        await refused(ask({ from: '2024-12', to: '2024-01' }), 'not-understood');
      });
      it('takes what people type as a value, never as a part of the query', async () => {
        const answer = await warehouse.aggregate(
          ask('2024-01', { flow: 'export', where: { partner: ["502'); DROP TABLE fact; --"] } }),
        );
        expect(only(answer)).toBeNull();
        expect((await warehouse.coverage()).length).toBe(4);
      });
    });

    describe('shapes, vintages and loads', () => {
      it('prefers the coarsest shape among those that hold as many of the months', async () => {
        expect((await warehouse.aggregate(ask('2024-01'))).shape.id).toBe(nested.id);
        expect((await warehouse.aggregate(ask('2024-01', { by: ['partner'] }))).shape.id).toBe(detailed.id);
      });
      it('tells what is loaded', async () => {
        const coverage = await warehouse.coverage();
        const found = coverage.find(({ shape }) => shape.id === detailed.id);
        expect(found).toMatchObject({
          months: ['2024-01', '2024-02'],
          flows: ['export', 'import'],
          facts: detail.length,
          synthetic: true,
          yearToDate: false,
          quantities: true,
        });
      });
      it('names the loads that an answer rests on, with the year to date before the period', async () => {
        const march = await table.aggregate(ask('2024-03'));
        expect(march.loads.map(({ id }) => id)).toEqual([14, 15]);
        const detailedAnswer = await warehouse.aggregate(ask('2024-01', { where: { mode: ['15'] } }));
        expect(detailedAnswer.loads).toHaveLength(1);
        expect(detailedAnswer.loads[0]?.synthetic).toBe(true);
      });
      it('answers as known before a revision, and after it', async () => {
        const revised = tableOf(2024, 1).map((fact) => ({
          ...fact,
          value: (fact.value ?? 0) + 1,
          valueYtd: (fact.valueYtd ?? 0) + 1,
        }));
        const two = await open({
          places,
          loads: [
            { shape: nested, facts: tableOf(2024, 1) },
            { shape: nested, facts: revised },
          ],
        });
        const value = async (asKnownAt?: number) =>
          only(await two.aggregate({ ...ask('2024-01'), ...(asKnownAt && { asKnownAt }) }));
        expect(await value()).toBe(1411);
        expect(await value(2)).toBe(1411);
        expect(await value(1)).toBe(1410);
        expect((await two.aggregate(ask('2024-01'))).loads.map(({ id }) => id)).toEqual([2]);
        await refused({ ...ask('2024-01'), asKnownAt: 0 }, 'not-loaded', two);
        expect(await two.faults()).toEqual([]);
        await two.close();
      });
      it('refuses to round what passes 2^53', async () => {
        const facts = ['110000', '330000'].map((code) =>
          inMonth('2024-01', { flow: 'export', place: code, value: Number.MAX_SAFE_INTEGER }),
        );
        const large = await open({ places, loads: [{ shape: nested, facts }] });
        await refused(ask('2024-01', { flow: 'export', by: ['region'] }), 'too-large', large);
        await large.close();
      });
      it('is sound, but for places that the tree does not know', async () => {
        expect(await table.faults()).toEqual([]);
        const [fault, ...others] = await warehouse.faults();
        expect(fault).toContain('99999');
        expect(others).toEqual([]);
      });
      it('refuses when nothing is loaded', async () => {
        const empty = await open({ places, loads: [] });
        await refused(ask('2024'), 'not-loaded', empty);
        expect(await empty.coverage()).toEqual([]);
        await empty.close();
      });
    });

    describe('properties', () => {
      const stretch = fc
        .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 23 }))
        .map((ends) => ends.toSorted((a, b) => a - b))
        .map(([a = 0, b = 0]) => ({ from: monthNo(a), to: monthNo(b) }));
      const flow = fc.constantFrom('export', 'import', 'total');
      const monthNo = (n: number) =>
        `${2023 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}` as Period['from'];
      const runs = { numRuns: 25 };

      it('the provinces of the regions add up to the country', async () => {
        await fc.assert(
          fc.asyncProperty(stretch, flow, async (period, flow) => {
            const country = only(await table.aggregate(ask(period, { flow })));
            const byRegion = await table.aggregate(ask(period, { flow, by: ['region'] }));
            const byProvince = await table.aggregate(ask(period, { flow, by: ['region', 'province'] }));
            expect(sum(byRegion)).toBe(country);
            expect(sum(byProvince)).toBe(country);
          }),
          runs,
        );
      });
      it('the months add up to the period, and so do its parts', async () => {
        await fc.assert(
          fc.asyncProperty(stretch, flow, async (period, flow) => {
            const whole = only(await table.aggregate(ask(period, { flow })));
            expect(sum(await table.aggregate(ask(period, { flow, by: ['month'] })))).toBe(whole);
            expect(sum(await table.aggregate(ask(period, { flow, by: ['year'] })))).toBe(whole);
          }),
          runs,
        );
      });
      it('exports and imports add up to the total', async () => {
        await fc.assert(
          fc.asyncProperty(stretch, async (period) => {
            const total = only(await table.aggregate(ask(period)));
            expect(sum(await table.aggregate(ask(period, { by: ['flow'] })))).toBe(total);
          }),
          runs,
        );
      });
      it('to keep everything is to keep without a filter', async () => {
        await fc.assert(
          fc.asyncProperty(stretch, flow, async (period, flow) => {
            const free = ask(period, { flow, by: ['province'] });
            const kept = {
              ...free,
              where: { province: provinces, region: ['east', 'central', 'west', 'northeast'] },
            };
            expect((await table.aggregate(kept)).rows).toEqual((await table.aggregate(free)).rows);
          }),
          runs,
        );
      });
      it('what was known after a load does not change by later loads', async () => {
        await fc.assert(
          fc.asyncProperty(fc.integer({ min: 1, max: 24 }), async (asKnownAt) => {
            const earlier = await open({ places, loads: gapless.loads.slice(0, asKnownAt) });
            const query = ask('2023..2024', { by: ['month', 'region'] });
            const then = await earlier.aggregate(query);
            await earlier.close();
            expect((await table.aggregate({ ...query, asKnownAt })).rows).toEqual(then.rows);
          }),
          { numRuns: 4 },
        );
      });
    });
  });
}
