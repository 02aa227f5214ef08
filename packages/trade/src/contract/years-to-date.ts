import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fact, Shape } from '../fact.ts';
import { withYearsToDate } from '../recast/with-years-to-date.ts';
import type { Query, Warehouse } from '../warehouse.ts';
import { places } from './nation.ts';
import { ask, only, refused, type Stage } from './stage.ts';

const monthly: Shape = {
  id: 'month,commodity:2,CNY',
  span: 'month',
  dimensions: ['commodity'],
  levels: [],
  nested: false,
  hsDigits: 2,
  currency: 'CNY',
};
const ranges: Shape = { ...monthly, id: 'range,commodity:2,CNY', span: 'range' };
const years: Shape = { ...monthly, id: 'year,commodity:2,CNY', span: 'year' };
const fact = (from: string, to: string, commodity: string, value: number): Fact => ({
  from,
  to,
  flow: 'export',
  commodity,
  value,
});
const asked = (period: string, rest: Partial<Query> = {}) => ask(period, { flow: 'export', ...rest });

export function yearsToDateContract(stage: Stage): void {
  describe('months and years to date', () => {
    let warehouse: Warehouse;
    beforeAll(async () => {
      const engine = await stage.open({
        places,
        loads: [
          { shape: monthly, facts: [fact('2023-01', '2023-01', '85', 100)] },
          {
            shape: ranges,
            facts: [fact('2023-01', '2023-04', '85', 400), fact('2023-01', '2023-04', '03', 7)],
          },
          {
            shape: ranges,
            facts: [fact('2023-01', '2023-05', '85', 510), fact('2023-01', '2023-05', '84', 30)],
          },
          {
            shape: years,
            facts: [fact('2023-01', '2023-12', '85', 1200), fact('2023-01', '2023-12', '84', 90)],
          },
          {
            shape: monthly,
            facts: ['01', '02', '03', '05'].map((month, i) =>
              fact(`2024-${month}`, `2024-${month}`, i === 1 ? '84' : '85', 10 * (i + 1)),
            ),
          },
        ],
      });
      warehouse = withYearsToDate(engine);
    });
    afterAll(() => warehouse?.close());

    it('are told from one another: a month is what the year to date has grown by', async () => {
      const may = await warehouse.aggregate(asked('2023-05', { by: ['month', 'chapter'] }));
      expect(may.rows).toEqual([
        { month: '2023-05', chapter: '03', value: -7 },
        { month: '2023-05', chapter: '84', value: 30 },
        { month: '2023-05', chapter: '85', value: 110 },
      ]);
      expect(may.reckoned).toBe('difference-of-years-to-date');
      expect(may.loads).toHaveLength(2);
    });
    it('bridge a stretch that no file is about, up to the whole year', async () => {
      expect(only(await warehouse.aggregate(asked('2023-02..2023-05')))).toBe(540 - 100);
      expect(only(await warehouse.aggregate(asked('2023-06..2023-12')))).toBe(1290 - 540);
      const byMonth = await warehouse.aggregate(asked('2023-01..2023-05', { by: ['month'] }));
      expect(byMonth.rows).toEqual([
        { month: '2023-01', value: 100 },
        { month: '2023-05', value: 133 },
      ]);
      expect(byMonth.missingMonths).toEqual(['2023-02', '2023-03', '2023-04']);
    });
    it('leave to the engine what it answers in full', async () => {
      const range = await warehouse.aggregate(asked('2023-01..2023-05'));
      expect(range).toMatchObject({ rows: [{ value: 540 }], missingMonths: [] });
      expect(range.reckoned).toBeUndefined();
    });
    it('add months up to a year to date where all are loaded, and say so', async () => {
      const march = await warehouse.aggregate(asked('2024-03', { measure: 'value-ytd', by: ['chapter'] }));
      expect(march).toMatchObject({
        rows: [
          { chapter: '84', value: 20 },
          { chapter: '85', value: 40 },
        ],
        reckoned: 'sum-of-months',
      });
      expect(only(await warehouse.aggregate(asked('2023-05', { measure: 'value-ytd' })))).toBe(540);
    });
    it('are refused with what is missing', async () => {
      const may = await refused(warehouse, asked('2024-05', { measure: 'value-ytd' }), 'no-year-to-date');
      expect(may.message).toContain('2024-01..2024-05');
      const july = await refused(warehouse, asked('2023-07', { by: ['chapter'] }), 'mixed-spans');
      expect(july.message).toContain('2023-01..2023-06 and 2023-01..2023-07');
    });
    it('come as a stream too', async () => {
      const { batches, count } = await warehouse.stream(asked('2023-05', { by: ['chapter'] }));
      const values: unknown[] = [];
      for await (const { amounts } of batches) values.push(...(amounts[0] ?? []));
      expect({ count, values }).toEqual({ count: 3, values: [-7, 30, 110] });
    });
  });
}
