import { parsePeriod } from '@tidu/reference';
import { describe, expect, it } from 'vitest';
import type { Query } from '../warehouse.ts';
import { detailed } from './nation.ts';
import { ask, asRecord, only, refused, type Stage } from './stage.ts';

export function goodsContract(stage: Stage): void {
  describe('goods, partners and modes', () => {
    it('refuses a question about processing trade put to data without a trade mode', async () => {
      const { message } = await refused(
        stage.table,
        ask('2024', { where: { processing: ['true'] } }),
        'no-trade-mode',
      );
      expect(message).toContain('processing trade');
      await refused(stage.table, ask('2024', { by: ['mode'] }), 'no-trade-mode');
      await refused(stage.table, ask('2024', { by: ['commodity'] }), 'no-commodity');
      await refused(stage.table, ask('2024', { by: ['partner'] }), 'no-partner');
      await refused(stage.table, ask('2024', { measure: 'quantity' }), 'no-quantity');
      await refused(stage.table, ask('2024', { currency: 'USD' }), 'no-currency');
    });
    it('tells processing trade apart, as supplied and imported materials', async () => {
      const answer = await stage.warehouse.aggregate(ask('2024-01', { by: ['processing'], flow: 'export' }));
      expect(asRecord(answer, 'processing')).toEqual({ false: 100, true: 1650 });
      expect(answer.shape.id).toBe(detailed.id);
      const kept = await stage.warehouse.aggregate(
        ask('2024-01', { by: ['region'], where: { processing: ['true'] }, flow: 'export' }),
      );
      expect(asRecord(kept, 'region')).toEqual({ central: 750, west: 900 });
    });
    it('matches commodities by prefix and breaks them down by chapter and heading', async () => {
      const exported = (rest: Partial<Query>) =>
        stage.warehouse.aggregate(ask('2024-01', { flow: 'export', ...rest }));
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
      expect(await stage.warehouse.aggregate(query)).toMatchObject({ unit: '台', rows: [{ value: 80 }] });
      await refused(stage.warehouse, { ...query, where: {} }, 'mixed-units');
    });
    it('tells quantities of several units apart by unit, and the amounts that belong to them', async () => {
      const query = ask('2024-01', { flow: 'export', by: ['unit'], where: {} });
      const quantities = await stage.warehouse.aggregate({ ...query, measure: 'quantity' });
      expect(asRecord(quantities, 'unit').台).toBeGreaterThanOrEqual(80);
      expect(quantities.rows.length).toBeGreaterThan(1);
      const amounts = await stage.warehouse.aggregate({ ...query, shape: quantities.shape.id });
      expect(amounts.rows.map(({ unit }) => unit)).toEqual(quantities.rows.map(({ unit }) => unit));
      await refused(stage.table, query, 'no-quantity');
    });
    it('marks a month missing where a total has only one of its two flows', async () => {
      const query = ask('2024-01..2024-02', { where: { mode: ['15'] }, by: ['month'] });
      const answer = await stage.warehouse.aggregate(query);
      expect(answer.rows).toEqual([{ month: '2024-01', value: 2000 }]);
      expect(answer.missingMonths).toEqual(['2024-02']);
      await refused(stage.warehouse, { ...query, period: parsePeriod('2024-02') }, 'not-loaded');
    });
    it('breaks a total down into exports and imports, never into a third kind', async () => {
      expect(asRecord(await stage.table.aggregate(ask('2024-01', { by: ['flow'] })), 'flow')).toEqual({
        export: 940,
        import: 470,
      });
      await refused(
        stage.table,
        ask('2024-01', { flow: 'export', where: { flow: ['import'] } }),
        'contradiction',
      );
    });
    it('refuses words that it does not know', async () => {
      await refused(stage.table, ask('2024', { where: { chapter: ["85' OR 1=1 --"] } }), 'not-understood');
      await refused(stage.table, ask('2024', { where: { region: ['south'] } }), 'not-understood');
      await refused(stage.table, ask('2024', { by: ['planet' as 'region'] }), 'not-understood');
      await refused(stage.table, ask({ from: '2024-12', to: '2024-01' }), 'not-understood');
    });
    it('takes what people type as a value, never as a part of the query', async () => {
      const answer = await stage.warehouse.aggregate(
        ask('2024-01', { flow: 'export', where: { partner: ["502'); DROP TABLE fact; --"] } }),
      );
      expect(only(answer)).toBeNull();
      expect((await stage.warehouse.coverage()).length).toBe(4);
    });
  });
}
