import type { UnitFactor } from '@tidu/reference';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fact, Shape } from '../fact.ts';
import { withUnitValues } from '../recast/with-unit-values.ts';
import { withUnits } from '../recast/with-units.ts';
import type { Query, Warehouse } from '../warehouse.ts';
import { places } from './nation.ts';
import { ask, asRecord, only, refused, type Stage } from './stage.ts';

const shape: Shape = {
  id: 'month,commodity:8,CNY',
  span: 'month',
  dimensions: ['commodity'],
  levels: [],
  nested: false,
  hsDigits: 8,
  currency: 'CNY',
};
const factors: readonly UnitFactor[] = [
  { unit: '吨', base: '千克', times: 1000, per: 1, source: 'test' },
  { unit: '克', base: '千克', times: 1, per: 1000, source: 'test' },
];
const fact = (commodity: string, value: number, quantity?: number, unit?: string): Fact => ({
  from: '2023-01',
  to: '2023-01',
  flow: 'export',
  commodity,
  value,
  ...(quantity !== undefined && { quantity }),
  ...(unit && { unit }),
});
const facts: readonly Fact[] = [
  fact('26030000', 9000, 3, '吨'),
  fact('26040000', 500, 250, '千克'),
  fact('26050000', 500, 500, '克'),
  fact('26060000', 77),
  { ...fact('85423110', 600, 30, '个'), quantity2: 2, unit2: '千克' },
];
const asked = (rest: Partial<Query> = {}) => ask('2023-01', { flow: 'export', measure: 'quantity', ...rest });

export function unitsContract(stage: Stage): void {
  describe('quantities', () => {
    let engine: Warehouse;
    let warehouse: Warehouse;
    beforeAll(async () => {
      engine = await stage.open({ places, loads: [{ shape, facts }] });
      warehouse = withUnitValues(withUnits(engine, factors), factors);
    });
    afterAll(() => engine?.close());

    it('in units that convert exactly are added, and in others refused as ever', async () => {
      const ores = await warehouse.aggregate(asked({ where: { chapter: ['26'] } }));
      expect(ores).toMatchObject({ unit: '千克', rows: [{ value: 3250.5 }] });
      await refused(engine, asked({ where: { chapter: ['26'] } }), 'mixed-units');
      await refused(warehouse, asked(), 'mixed-units');
      const byChapter = asked({ by: ['chapter'], where: { unit: ['吨', '千克', '克'] } });
      expect(asRecord(await warehouse.aggregate(byChapter), 'chapter')).toEqual({ '26': 3250.5 });
    });
    it('break down by their unit', async () => {
      const answer = await warehouse.aggregate(asked({ by: ['unit'] }));
      expect(answer.unit).toBe('by-row');
      expect(asRecord(answer, 'unit')).toMatchObject({ 个: 30, 克: 500, 千克: 250, 吨: 3 });
      const value = await engine.aggregate(asked({ measure: 'value', where: { unit: ['吨', '个'] } }));
      expect(only(value)).toBe(9600);
    });
    it('have a second', async () => {
      const answer = await warehouse.aggregate(asked({ measure: 'quantity2' }));
      expect(answer).toMatchObject({ unit: '千克', rows: [{ value: 2 }] });
    });
    it('divide amounts to unit values, over the facts that have a quantity', async () => {
      const ores = await warehouse.aggregate(asked({ measure: 'unit-value', where: { chapter: ['26'] } }));
      expect(ores).toMatchObject({ unit: 'CNY/千克', rows: [{ value: 10000 / 3250.5 }] });
      const chips = asked({ measure: 'unit-value', by: ['heading'], where: { chapter: ['85'] } });
      expect(await warehouse.aggregate(chips)).toMatchObject({
        unit: 'CNY/个',
        rows: [{ heading: '8542', value: 20 }],
      });
      await refused(warehouse, asked({ measure: 'unit-value', by: ['unit'] }), 'mixed-units');
      await refused(engine, asked({ measure: 'unit-value' }), 'no-quantity');
    });
  });
}
