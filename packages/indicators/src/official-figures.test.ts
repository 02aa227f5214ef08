import { join } from 'node:path';
import type { Pack } from '@tidu/reference';
import { readPack } from '@tidu/reference/pack';
import { importFile, openStore, type Warehouse, warehouseOver } from '@tidu/trade';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computeFigure, type FigureRequest, verify } from './index.ts';

const folder = join(import.meta.dirname, '../../../packs/cn');
let pack: Pack;
let warehouse: Warehouse;

beforeAll(async () => {
  pack = readPack(folder);
  const store = await openStore({ path: ':memory:', places: pack.places });
  warehouse = warehouseOver(store);
  await importFile(store, pack, join(folder, 'statistics/gacc-by-location.csv'));
});
afterAll(() => warehouse?.close());

const made = (request: Partial<FigureRequest> & { figure: string }) =>
  computeFigure(warehouse, pack, { period: '2024', flow: 'total', ...request });
const figure = async (request: Partial<FigureRequest> & { figure: string }) => (await made(request)).figure;
const rounded = (values: Readonly<Record<string, number | null>>, digits = 2) =>
  Object.fromEntries(
    Object.entries(values).map(([k, v]) => [k, v === null ? null : Number(v.toFixed(digits))]),
  );

describe('figures on the official table', () => {
  it('shares of the regions in 2024 and in January to July', async () => {
    const year = await figure({ figure: 'region-shares' });
    expect(rounded(year.values)).toEqual({ east: 79.7, central: 8.21, west: 9.24, northeast: 2.85 });
    expect(year.coverage).toMatchObject({ named: 31, of: 31 });
    const months = await figure({ figure: 'region-shares', period: '2024-01..2024-07' });
    expect(rounded(months.values)).toEqual({ east: 80.27, central: 7.77, west: 9.08, northeast: 2.89 });
  });

  it('the ten park cities that the table names', async () => {
    const { values, coverage, notes } = await figure({ figure: 'park-cities-share' });
    expect(rounded(values)).toEqual({ share: 25.52 });
    expect(coverage).toMatchObject({ missing: ['341600', '419001', '511400'], of: 13 });
    expect(coverage.named).toHaveLength(10);
    expect(notes).toEqual(
      expect.arrayContaining(['total-trade', 'ten-of-thirteen', 'registration-not-production']),
    );
  });

  it('processing trade is refused: the table does not tell trade modes', async () => {
    await expect(made({ figure: 'park-cities-share', processing: true })).rejects.toMatchObject({
      code: 'no-trade-mode',
    });
  });

  it('growth of the first half of 2025, by own division and as implied by the printed rates', async () => {
    const period = '2025-01..2025-06';
    const own = await figure({ figure: 'region-growth', period });
    expect(rounded(own.values)).toEqual({ east: 1.37, central: 12.35, west: 10.11, northeast: -1.52 });
    const implied = await figure({ figure: 'region-growth', period, parameters: { kind: 'implied' } });
    expect(rounded(implied.values)).toEqual({ east: 1.4, central: 12.18, west: 10.41, northeast: -1.6 });
    const parts = await figure({ figure: 'contribution-to-growth', period });
    expect(rounded(parts.values)).toEqual({
      east: 1.1,
      central: 0.95,
      west: 0.92,
      northeast: -0.04,
      total: 2.93,
    });
  });

  it('growth of 2024 is unknown without 2023, and implied by what is printed', async () => {
    const own = await figure({ figure: 'region-growth' });
    expect(Object.values(own.values)).toEqual([null, null, null, null]);
    expect(own.notes).toContain('base-not-loaded');
    const implied = await figure({ figure: 'region-growth', parameters: { kind: 'implied' } });
    expect(rounded(implied.values)).toEqual({ east: 5.37, central: -0.42, west: 8.35, northeast: 1.54 });
  });

  it('concentration, Theil and the centre of gravity as the manual prints them', async () => {
    expect(rounded((await figure({ figure: 'concentration' })).values, 4).herfindahl).toBe(0.1019);
    const { values } = await figure({ figure: 'theil' });
    expect(rounded(values, 4)).toMatchObject({ total: 0.7782, between: 0.4833, within: 0.2949 });
    const centre = await figure({ figure: 'gravity-centre', period: '2025-01..2025-06' });
    expect(rounded(centre.values, 3)).toEqual({ longitude: 116.045, latitude: 31.003 });
  });

  it('every figure that the table can answer is verified from its receipt', async () => {
    for (const name of [
      'region-shares',
      'park-cities-share',
      'place-shares',
      'place-growth',
      'gravity-path',
    ]) {
      const { receipt } = await made({ figure: name, period: '2025-01..2025-03' });
      const copy = JSON.parse(JSON.stringify(receipt));
      expect(await verify(copy, warehouse, pack)).toEqual({ same: true, differences: [] });
    }
  });
});
