import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fact, Shape } from '../fact.ts';
import { inBothCurrencies } from '../recast/in-both-currencies.ts';
import type { Query, Warehouse } from '../warehouse.ts';
import { places } from './nation.ts';
import { ask, refused, type Stage } from './stage.ts';

const yuan: Shape = {
  id: 'month,commodity:2,place:province,CNY',
  span: 'month',
  dimensions: ['place', 'commodity'],
  levels: ['province'],
  nested: false,
  hsDigits: 2,
  currency: 'CNY',
};
const dollars: Shape = { ...yuan, id: 'month,commodity:2,place:province,USD', currency: 'USD' };
const coarse: Shape = { ...yuan, id: 'month,place:province,CNY', dimensions: ['place'] };
const fact = (place: string, commodity: string, value: number | null): Fact => ({
  from: '2023-01',
  to: '2023-01',
  flow: 'export',
  place,
  commodity,
  value,
});
const both = (rest: Partial<Query> = {}) => ask('2023-01', { flow: 'export', currency: 'both', ...rest });

export function currenciesContract(stage: Stage): void {
  describe('amounts in both currencies', () => {
    let warehouse: Warehouse;
    beforeAll(async () => {
      const { commodity: _, ...placeOnly } = fact('330000', '85', 2100);
      const opened = await stage.open({
        places,
        loads: [
          {
            shape: yuan,
            facts: [fact('330000', '85', 1400), fact('330000', '03', 700), fact('410000', '85', 70)],
          },
          { shape: dollars, facts: [fact('330000', '85', 200), fact('410000', '03', 10)] },
          { shape: coarse, facts: [placeOnly] },
        ],
      });
      warehouse = inBothCurrencies(opened);
    });
    afterAll(() => warehouse?.close());

    it('stand side by side with the rate between them, and say how many have one alone', async () => {
      const answer = await warehouse.aggregate(both({ by: ['province', 'chapter'] }));
      expect(answer.rows).toEqual([
        { province: '330000', chapter: '03', value: 700, valueCny: 700, valueUsd: null, rate: null },
        { province: '330000', chapter: '85', value: 1400, valueCny: 1400, valueUsd: 200, rate: 7 },
        { province: '410000', chapter: '03', value: null, valueCny: null, valueUsd: 10, rate: null },
        { province: '410000', chapter: '85', value: 70, valueCny: 70, valueUsd: null, rate: null },
      ]);
      expect(answer.currencies).toEqual({ onlyCny: 2, onlyUsd: 1 });
      expect(answer.loads).toHaveLength(2);
    });
    it('come from tables that differ in nothing but the currency', async () => {
      const answer = await warehouse.aggregate(both({ by: ['province'] }));
      expect(answer.shape.id).toBe(yuan.id);
      expect(answer.rows[0]).toMatchObject({ province: '330000', valueCny: 2100, valueUsd: 200, rate: 10.5 });
      await refused(warehouse, both({ by: ['province'], shape: coarse.id }), 'no-currency');
    });
    it('are of one vintage, though a load is committed while they are asked', async () => {
      const asked: Query[] = [];
      const heard: Warehouse = {
        ...warehouse,
        aggregate: (query) => {
          asked.push(query);
          return warehouse.aggregate(query);
        },
      };
      await inBothCurrencies(heard).aggregate(both({ by: ['chapter'] }));
      expect(asked.map(({ asKnownAt }) => asKnownAt)).toEqual(asked.map(() => 3));
    });
    it('are refused where no money is asked for', async () => {
      await refused(warehouse, both({ measure: 'quantity' }), 'contradiction');
      await refused(warehouse, both({ by: ['partner'] }), 'no-partner');
    });
  });
}
