import { type Period, parsePeriod } from '@tidu/reference';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CannotAnswer } from '../query/cannot-answer.ts';
import { type Dimension, dimensions, measures, type Query } from '../warehouse.ts';
import { detailed, gapless, nested, places, provinces, yearly } from './nation.ts';
import { ask, only, type Stage, sum } from './stage.ts';

export function propertiesContract(stage: Stage): void {
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
        { numRuns: 4 },
      );
    });

    it('every question has an answer or a reason, whatever its form', async () => {
      const values: Partial<Record<Dimension, readonly string[]>> = {
        month: ['2023-05', '2024-01'],
        year: ['2022', '2024'],
        region: ['west', 'central'],
        province: ['410000', '990000'],
        prefecture: ['410100', '500000'],
        zone: ['zone-henan'],
        chapter: ['85', '79'],
        commodity: ['8542', '99'],
        partner: ['502'],
        mode: ['14', '10'],
        processing: ['true'],
      };
      const question = fc.record({
        measure: fc.constantFrom(...measures),
        by: fc.subarray([...dimensions], { maxLength: 3 }),
        where: fc
          .subarray(Object.keys(values) as Dimension[], { maxLength: 3 })
          .map((names) => Object.fromEntries(names.map((name) => [name, values[name]]))),
        flow,
        period: fc.oneof(stretch, fc.constantFrom(parsePeriod('2024-01'), parsePeriod('2022'))),
        shape: fc.option(fc.constantFrom(nested.id, detailed.id, yearly.id), { nil: undefined }),
        asKnownAt: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
      });
      let answered = 0;
      await fc.assert(
        fc.asyncProperty(question, async ({ shape, asKnownAt, ...rest }) => {
          const query: Query = {
            ...rest,
            ...(shape !== undefined && { shape }),
            ...(asKnownAt !== undefined && { asKnownAt }),
          };
          try {
            const { rows } = await stage.warehouse.aggregate(query);
            const keys = rows.map((row) => rest.by.map((name) => row[name]).join('|'));
            expect(new Set(keys).size).toBe(rows.length);
            answered += 1;
          } catch (error) {
            if (!(error instanceof CannotAnswer)) throw error;
          }
        }),
        { numRuns: 400 },
      );
      expect(answered).toBeGreaterThan(0);
    });
  });
}
