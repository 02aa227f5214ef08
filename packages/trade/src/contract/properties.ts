import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CannotAnswer } from '../query/cannot-answer.ts';
import { gapless, places, provinces } from './nation.ts';
import { flow, questions, stretch } from './questions.ts';
import { ask, only, type Stage, sum } from './stage.ts';

export function propertiesContract(stage: Stage): void {
  describe('properties', () => {
    const runs = stage.runs(25);

    it('the provinces of the regions add up to the country', async () => {
      await fc.assert(
        fc.asyncProperty(stretch, flow, async (period, flow) => {
          const country = only(await stage.table.aggregate(ask(period, { flow })));
          const byRegion = await stage.table.aggregate(ask(period, { flow, by: ['region'] }));
          const byProvince = await stage.table.aggregate(ask(period, { flow, by: ['region', 'province'] }));
          expect(sum(byRegion)).toBe(country);
          expect(sum(byProvince)).toBe(country);
        }),
        runs,
      );
    });
    it('the months add up to the period, and so do its parts', async () => {
      await fc.assert(
        fc.asyncProperty(stretch, flow, async (period, flow) => {
          const whole = only(await stage.table.aggregate(ask(period, { flow })));
          expect(sum(await stage.table.aggregate(ask(period, { flow, by: ['month'] })))).toBe(whole);
          expect(sum(await stage.table.aggregate(ask(period, { flow, by: ['year'] })))).toBe(whole);
        }),
        runs,
      );
    });
    it('exports and imports add up to the total', async () => {
      await fc.assert(
        fc.asyncProperty(stretch, async (period) => {
          const total = only(await stage.table.aggregate(ask(period)));
          expect(sum(await stage.table.aggregate(ask(period, { by: ['flow'] })))).toBe(total);
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
          expect((await stage.table.aggregate(kept)).rows).toEqual((await stage.table.aggregate(free)).rows);
        }),
        runs,
      );
    });
    it('what was known after a load does not change by later loads', async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 24 }), async (asKnownAt) => {
          const earlier = await stage.open({ places, loads: gapless.loads.slice(0, asKnownAt) });
          const query = ask('2023..2024', { by: ['month', 'region'] });
          const then = await earlier.aggregate(query);
          await earlier.close();
          expect((await stage.table.aggregate({ ...query, asKnownAt })).rows).toEqual(then.rows);
        }),
        stage.runs(4),
      );
    });

    it('every question has an answer or a reason, whatever its form', async () => {
      let answered = 0;
      await fc.assert(
        fc.asyncProperty(questions, async (query) => {
          try {
            const { rows } = await stage.warehouse.aggregate(query);
            const keys = rows.map((row) => query.by.map((name) => row[name]).join('|'));
            expect(new Set(keys).size).toBe(rows.length);
            answered += 1;
          } catch (error) {
            if (!(error instanceof CannotAnswer)) throw error;
          }
        }),
        stage.runs(400),
      );
      expect(answered).toBeGreaterThan(0);
    });
  });
}
