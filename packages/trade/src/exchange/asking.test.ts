import { addMonths, type Month } from '@tidu/reference';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Coverage, Query, Warehouse } from '../warehouse.ts';
import { observationsOfShape } from './ask-flow.ts';
import { packLists } from './code-lists.ts';
import { dataKey } from './data-key.ts';
import { dataQuery } from './data-query.ts';
import { flowsOfShapes } from './flow-of-shape.ts';
import { bounds, periodOfTime, timeCode } from './time-period.ts';

const place = (code: string, level: 'country' | 'province', zh: string, en: string) => ({
  code,
  level,
  name: { zh, en },
  source: 'made-up',
});
const pack = {
  id: 'xx',
  name: { zh: '某国', en: 'Nowhere' },
  edition: '1',
  sources: [],
  places: [place('100000', 'country', '某国', 'Nowhere'), place('110000', 'province', '甲', 'A')],
  aliases: [],
  agglomerations: [],
  batches: [],
  parks: [],
  tradeModes: [],
  supervisionModes: [],
  partners: [],
  commodities: [],
  units: [],
  placeEvents: [],
  editions: [],
  unitFactors: [],
};
const coverage: Coverage = {
  shape: {
    id: 'month,place:nested,CNY',
    span: 'month',
    dimensions: ['place'],
    levels: ['country', 'province'],
    nested: true,
    currency: 'CNY',
  },
  months: ['2024-01', '2024-02'],
  flows: ['export', 'import'],
  facts: 8,
  synthetic: false,
  spans: (['2024-01', '2024-02'] as const).map((month) => ({
    from: month,
    to: month,
    flows: ['export', 'import'],
  })),
  yearToDate: true,
  quantities: false,
};
const flowOf = (held: Coverage) => {
  const [flow] = flowsOfShapes([held], packLists(pack, {}));
  if (!flow) throw new Error('a shape has a flow');
  return flow;
};
const flow = flowOf(coverage);

describe('a key', () => {
  it('names a code of each dimension, several, or all', () => {
    expect(flow.dimensions.map(({ id }) => id)).toEqual(['FREQ', 'FLOW', 'PLACE', 'CURRENCY']);
    expect(dataKey('M.X+M..CNY', flow)).toEqual({
      FREQ: new Set(['M']),
      FLOW: new Set(['X', 'M']),
      CURRENCY: new Set(['CNY']),
    });
    for (const all of ['all', '', '...']) expect(dataKey(all, flow)).toEqual({});
  });
  it.each([
    ['M.X', 'key-not-understood', '2 positions, and MONTH-PLACE_NESTED has 4'],
    ['M.X.1+.CNY', 'key-not-understood', 'no code of PLACE'],
    ["M.X.'; DROP.CNY", 'key-not-understood', 'no code of PLACE'],
    ['M.X.999999.CNY', 'no-results', 'PLACE has no code 999999'],
  ])('%s is refused', (key, code, message) => {
    expect(() => dataKey(key, flow)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
  });
  it('never fails but by a refusal with a remedy', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        try {
          dataKey(text, flow);
        } catch (error) {
          expect(error).toMatchObject({ name: 'CannotExchange', remedy: expect.stringMatching(/\w/) });
        }
      }),
    );
  });
});

describe('an address', () => {
  it.each([
    ['R1', {}, { flow: 'R1', key: 'all' }],
    ['TIDU,R1,1.0/..A/TIDU', {}, { flow: 'R1', key: '..A' }],
    ['all,R1,latest/all/all', { lastNObservations: '3' }, { last: 3 }],
  ])('%s is understood', (path, parameters, understood) => {
    expect(dataQuery(path, parameters)).toMatchObject(understood);
  });
  it.each([
    ['', {}, 'path-not-understood'],
    ['R1/all/all/more', {}, 'path-not-understood'],
    ['R1', { detail: 'some' }, 'path-not-understood'],
    ['R1', { firstNObservations: '-1' }, 'path-not-understood'],
    ['R1', { startperiod: '2024' }, 'path-not-understood'],
    ['R1', { updatedAfter: '2024-01-01' }, 'not-offered'],
    ['ECB,R1', {}, 'no-results'],
    ['R1/all/ECB', {}, 'no-results'],
  ])('%s %j is refused', (path, parameters, code) => {
    expect(() => dataQuery(path, parameters)).toThrow(expect.objectContaining({ code }));
  });
});

describe('a time period', () => {
  it('is written by its name, and read again', () => {
    const texts = [
      ['2024-03', '2024-03'],
      ['2024-04', '2024-06'],
      ['2024-07', '2024-12'],
      ['2024-01', '2024-12'],
      ['2024-02', '2024-04'],
    ].map(([from, to]) => timeCode({ from: from as Month, to: to as Month }).text);
    expect(texts).toEqual(['2024-03', '2024-Q2', '2024-S2', '2024', '2024-02-01/P3M']);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 40 }), (start, length) => {
        const from = addMonths('2000-01', start);
        const period = { from, to: addMonths(from, length) };
        expect(periodOfTime(timeCode(period).text)).toEqual(period);
      }),
    );
  });
  it('bounds a question, however it is written', () => {
    expect(bounds('2024', '2024-Q3')).toEqual({ from: '2024-01', to: '2024-09' });
    expect(bounds('2024-02-15', '2024-S1')).toEqual({ from: '2024-02', to: '2024-06' });
    expect(bounds(undefined, '2024-A1')).toEqual({ to: '2024-12' });
    for (const wrong of ['24', '2024-13', '2024-Q5', '2024-T4', 'x']) {
      expect(() => bounds(wrong, undefined)).toThrow(
        expect.objectContaining({ code: 'path-not-understood' }),
      );
    }
  });
});

describe('the statistics are asked', () => {
  const asked: Query[] = [];
  const warehouse = {
    aggregate: async (query: Query) => {
      asked.push(query);
      const level = query.by.includes('province') ? { province: '110000' } : {};
      const months = ['2024-01', '2024-02'] as const;
      const rows = months.map((month, i) => ({
        month,
        ...level,
        value: i === 0 ? 100 : query.measure === 'value' ? 90 : 80,
      }));
      return { rows } as unknown as Answer;
    },
  } as unknown as Warehouse;

  it('level by level, of the one shape; a month that was reckoned is estimated', async () => {
    const key = dataKey('.X..', flow);
    const found = await observationsOfShape(warehouse, flow, { key, asked: {}, country: '100000' });
    expect(found.map(({ key, value, status }) => [...key.slice(2), value, status])).toEqual([
      ['100000', 'CNY', '2024-01', 100, 'A'],
      ['100000', 'CNY', '2024-02', 90, 'E'],
      ['110000', 'CNY', '2024-01', 100, 'A'],
      ['110000', 'CNY', '2024-02', 90, 'E'],
    ]);
    expect(new Set(asked.map(({ shape, flow }) => `${shape} ${flow}`))).toEqual(
      new Set(['month,place:nested,CNY export']),
    );
  });

  it('of one province alone where a table is about it', async () => {
    asked.length = 0;
    const { nested: _, ...shape } = coverage.shape;
    const about: Coverage = {
      ...coverage,
      shape: {
        ...shape,
        id: 'month,place:province,within:110000,CNY',
        levels: ['province'],
        nested: false,
        within: '110000',
      },
    };
    const [flow] = flowsOfShapes([about], packLists(pack, {}));
    expect(flow).toMatchObject({
      id: 'MONTH-PLACE_PROVINCE-WITHIN_110000',
      name: { en: 'Trade of A by province (monthly)' },
    });
    await observationsOfShape(warehouse, flow as never, { key: {}, asked: {}, country: '100000' });
    expect(asked[0]?.where).toEqual({ province: ['110000'] });
  });

  it('not at all when more could match than is given at once', async () => {
    asked.length = 0;
    const large: Coverage = {
      ...coverage,
      shape: { ...coverage.shape, id: 'month,partner,CNY', dimensions: ['partner'], levels: [] },
      facts: 5_000_000,
    };
    const partners = Array.from({ length: 200_000 }, (_, i) => ({
      code: String(i),
      name: { zh: 'x', en: 'x' },
      source: 'made-up',
    }));
    const [wide] = flowsOfShapes([large], packLists({ ...pack, partners }, {}));
    const all = observationsOfShape(warehouse, wide as never, { key: {}, asked: {}, country: '100000' });
    await expect(all).rejects.toMatchObject({
      code: 'exchange-too-large',
      remedy: expect.stringContaining('startPeriod'),
    });
    expect(asked).toEqual([]);
    const few = { PARTNER: new Set(['1', '2']) };
    await observationsOfShape(warehouse, wide as never, { key: few, asked: {}, country: '100000' });
    expect(asked.length).toBeGreaterThan(0);
  });
});
