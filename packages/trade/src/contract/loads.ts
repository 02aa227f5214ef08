import { describe, expect, it } from 'vitest';
import { detail, detailed, inMonth, nested, places, provinces, tableOf } from './nation.ts';
import { ask, only, refused, type Stage } from './stage.ts';

export function loadsContract(stage: Stage): void {
  describe('shapes, vintages and loads', () => {
    it('prefers the coarsest shape among those that hold as many of the months', async () => {
      expect((await stage.warehouse.aggregate(ask('2024-01'))).shape.id).toBe(nested.id);
      expect((await stage.warehouse.aggregate(ask('2024-01', { by: ['partner'] }))).shape.id).toBe(
        detailed.id,
      );
    });
    it('tells what is loaded', async () => {
      const coverage = await stage.warehouse.coverage();
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
      const march = await stage.table.aggregate(ask('2024-03'));
      expect(march.loads.map(({ id }) => id)).toEqual([14, 15]);
      const detailedAnswer = await stage.warehouse.aggregate(ask('2024-01', { where: { mode: ['15'] } }));
      expect(detailedAnswer.loads).toHaveLength(1);
      expect(detailedAnswer.loads[0]?.synthetic).toBe(true);
    });
    it('answers as known before a revision, and after it', async () => {
      const revised = tableOf(2024, 1).map((fact) => ({
        ...fact,
        value: (fact.value ?? 0) + 1,
        valueYtd: (fact.valueYtd ?? 0) + 1,
      }));
      const two = await stage.open({
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
      await refused(two, { ...ask('2024-01'), asKnownAt: 0 }, 'not-loaded');
      expect(await two.faults()).toEqual([]);
      await two.close();
    });
    it('answers many questions at once', async () => {
      const questions = provinces.flatMap((province) =>
        ['2023', '2024'].map((year) => ask(year, { by: ['month'], where: { province: [province] } })),
      );
      const together = await Promise.all(questions.map((query) => stage.table.aggregate(query)));
      for (const [i, query] of questions.entries()) {
        expect(together[i]?.rows).toEqual((await stage.table.aggregate(query)).rows);
      }
    });
    it('refuses to round what passes 2^53', async () => {
      const facts = ['110000', '330000'].map((code) =>
        inMonth('2024-01', { flow: 'export', place: code, value: Number.MAX_SAFE_INTEGER }),
      );
      const large = await stage.open({ places, loads: [{ shape: nested, facts }] });
      await refused(large, ask('2024-01', { flow: 'export', by: ['region'] }), 'too-large');
      await large.close();
    });
    it('is sound, but for places that the tree does not know', async () => {
      expect(await stage.table.faults()).toEqual([]);
      const [fault, ...others] = await stage.warehouse.faults();
      expect(fault).toContain('99999');
      expect(others).toEqual([]);
    });
    it('refuses when nothing is loaded', async () => {
      const empty = await stage.open({ places, loads: [] });
      await refused(empty, ask('2024'), 'not-loaded');
      expect(await empty.coverage()).toEqual([]);
      await empty.close();
    });
  });
}
