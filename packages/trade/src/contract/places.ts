import { describe, expect, it } from 'vitest';
import type { Query } from '../warehouse.ts';
import { detailed, yearly } from './nation.ts';
import { ask, asRecord, only, refused, type Stage } from './stage.ts';

export function placesContract(stage: Stage): void {
  describe('places', () => {
    it('answers for the country from its own row, and never adds levels', async () => {
      expect(only(await stage.table.aggregate(ask('2024-01')))).toBe(470 * 3);
    });
    it('adds provinces to regions, and the regions are the country', async () => {
      const answer = await stage.table.aggregate(ask('2024-01', { by: ['region'] }));
      expect(answer.rows).toEqual([
        { region: 'east', value: 900 },
        { region: 'central', value: 180 },
        { region: 'west', value: 210 },
        { region: 'northeast', value: 120 },
      ]);
    });
    it('compares prefectures together with municipalities and counties that stand for themselves', async () => {
      const answer = await stage.table.aggregate(ask('2024-01', { by: ['prefecture'], flow: 'import' }));
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
      const answer = await stage.table.aggregate(
        ask('2024-01', { by: ['zone'], where: { region: ['west'] } }),
      );
      expect(answer.rows).toEqual([{ zone: 'zone-chongqing', value: 60 }]);
    });
    it('names the places asked for of which no figure is published', async () => {
      const answer = await stage.table.aggregate(
        ask('2024-01', { where: { prefecture: ['410100', '341600', '500000'] } }),
      );
      expect(only(answer)).toBe(300);
      expect(answer.unpublished).toEqual(['341600']);
    });
    it('rolls customs districts up, and shows those that the tree does not know', async () => {
      const by = (query: Partial<Query>) =>
        stage.warehouse.aggregate(ask('2024-01', { shape: detailed.id, ...query }));
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
      await refused(
        stage.warehouse,
        ask('2024-01', { by: ['zone'], where: { mode: ['15'] } }),
        'no-place-level',
      );
      await refused(
        stage.warehouse,
        ask('2022', { by: ['region'], shape: yearly.id, flow: 'export' }),
        'no-place-level',
      );
    });
  });
}
