import { describe, expect, it } from 'vitest';
import { nested, places, ranged, tableOf, yearly } from './nation.ts';
import { ask, asRecord, only, refused, type Stage } from './stage.ts';

export function timeContract(stage: Stage): void {
  describe('time', () => {
    it('reckons a period from the year to date, because months are not revised', async () => {
      const year = await stage.table.aggregate(ask('2024', { where: { province: ['110000'] } }));
      expect(only(year)).toBe(100 * 3 * 12 - 1);
      const printed = await stage.table.aggregate(
        ask('2024', { where: { province: ['110000'] }, measure: 'value-as-printed' }),
      );
      expect(only(printed)).toBe(100 * 3 * 12);
    });
    it('crosses the turn of the year', async () => {
      const answer = await stage.table.aggregate(
        ask('2023-11..2024-03', { by: ['year'], where: { province: ['110000'] } }),
      );
      expect(answer.rows).toEqual([
        { year: '2023', value: 600 },
        { year: '2024', value: 899 },
      ]);
    });
    it('takes the month as printed where the year to date is not known on both sides', async () => {
      const partial = await stage.open({
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
      expect(whole.missingMonths).toEqual(['2024-07', '2024-08', '2024-09', '2024-10', '2024-11', '2024-12']);
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
      const partial = await stage.open({ places, loads: [{ shape: nested, facts }] });
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
      const ytd = await stage.table.aggregate(
        ask('2024-01..2024-06', { measure: 'value-ytd', where: { province: ['110000'] } }),
      );
      expect(only(ytd)).toBe(1799);
      const growth = await stage.table.aggregate(
        ask('2024-06', { measure: 'printed-growth', by: ['province'] }),
      );
      expect(growth.unit).toBe('percent');
      expect(asRecord(growth, 'province')).toMatchObject({ '110000': 10, '500000': 7 });
      await refused(
        stage.table,
        ask('2024-06', { measure: 'printed-growth', by: ['region'] }),
        'not-additive',
      );
      await refused(stage.table, ask('2024', { measure: 'printed-growth' }), 'not-additive');
      await refused(stage.table, ask('2024-03..2024-06', { measure: 'value-ytd' }), 'not-additive');
    });
    it('answers whole years from yearly facts and a range only exactly', async () => {
      expect(only(await stage.warehouse.aggregate(ask('2022', { shape: yearly.id, flow: 'export' })))).toBe(
        12,
      );
      await refused(stage.warehouse, ask('2022-03', { shape: yearly.id, flow: 'export' }), 'mixed-spans');
      await refused(
        stage.warehouse,
        ask('2022', { shape: yearly.id, flow: 'export', by: ['month'] }),
        'mixed-spans',
      );
      expect(
        only(await stage.warehouse.aggregate(ask('2021-01..2021-06', { shape: ranged.id, flow: 'export' }))),
      ).toBe(6);
      await refused(
        stage.warehouse,
        ask('2021-01..2021-05', { shape: ranged.id, flow: 'export' }),
        'mixed-spans',
      );
    });
    it('refuses months that are not loaded, and says what is', async () => {
      const { message } = await refused(stage.table, ask('2031'), 'not-loaded');
      expect(message).toContain('2023-01 to 2024-12');
    });
  });
}
