import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computeFigure } from '../packages/indicators/src/index.ts';
import { parsePeriod, regions } from '../packages/reference/src/index.ts';
import { readPack } from '../packages/reference/src/pack.file.ts';
import { type WrittenNation, writeNation } from '../packages/synthetic/src/index.ts';
import { importFile, openStore, type Warehouse, warehouseOver } from '../packages/trade/src/index.ts';
import { root } from './repository.ts';

/** What was known before the first row was drawn is found again at the end of the whole way. */
describe('the truth of a synthetic nation, through import, query and figure', () => {
  const pack = readPack(join(root, 'packs/cn'));
  const folder = mkdtempSync(join(tmpdir(), 'tidu-truth-'));
  let nation: WrittenNation;
  let warehouse: Warehouse;

  beforeAll(async () => {
    nation = await writeNation({ seed: 39, out: folder, pack, rows: 60_000, years: [2019, 2020] });
    const store = await openStore({ path: join(folder, 'facts.duckdb'), places: pack.places });
    for (const file of nation.files) await importFile(store, pack, file);
    warehouse = warehouseOver(store);
  });
  afterAll(async () => {
    await warehouse?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes in every row and marks every load as synthetic', async () => {
    const loads = await warehouse.loads();
    expect(loads.map((load) => load.rows.quarantined)).toEqual(loads.map(() => 0));
    expect(loads.reduce((sum, load) => sum + load.rows.loaded, 0)).toBe(60_000);
    expect(loads.every((load) => load.synthetic)).toBe(true);
    expect(await warehouse.faults()).toEqual([]);
  });

  it('finds that the thirteen park cities hold exactly 39 % of the interior’s processing trade in 2020', async () => {
    const { figure } = await computeFigure(warehouse, pack, {
      figure: 'park-cities-share',
      period: '2020',
      flow: 'total',
      processing: true,
    });
    expect(figure.values).toEqual({ share: 39 });
    expect(figure.synthetic).toBe(true);
    expect(figure.coverage).toMatchObject({ missing: [] });
    expect(figure.coverage.named).toHaveLength(13);
  });

  it('finds every total by region, flow and month, and the processing trade in it', async () => {
    const found = new Map<string, { value: number; processing: number }>();
    for (const flow of ['export', 'import'] as const) {
      const { rows } = await warehouse.aggregate({
        measure: 'value',
        by: ['region', 'month', 'processing'],
        where: {},
        flow,
        period: parsePeriod('2019..2020'),
      });
      for (const { region, month, processing, value } of rows) {
        const key = `${region} ${flow} ${month}`;
        const cell = found.get(key) ?? { value: 0, processing: 0 };
        cell.value += value ?? 0;
        if (processing === 'true') cell.processing += value ?? 0;
        found.set(key, cell);
      }
    }
    expect(found).toEqual(
      new Map(
        nation.truth.regions.map(({ region, flow, month, value, processing }) => [
          `${region} ${flow} ${month}`,
          { value, processing },
        ]),
      ),
    );
  });

  it('finds the processing trade of each city and year', async () => {
    const { rows } = await warehouse.aggregate({
      measure: 'value',
      by: ['prefecture', 'year'],
      where: { processing: ['true'] },
      flow: 'total',
      period: parsePeriod('2019..2020'),
    });
    const found: Record<string, Record<string, number | null>> = {};
    for (const { prefecture = '', year = '', value } of rows) {
      found[prefecture] = { ...found[prefecture], [year]: value };
    }
    expect(found).toEqual(nation.truth.processing);
  });

  it('finds the shares of the four regions, and the points that the east has lost', async () => {
    for (const year of ['2019', '2020']) {
      const { figure } = await computeFigure(warehouse, pack, {
        figure: 'region-shares',
        period: year,
        flow: 'total',
        processing: true,
      });
      for (const region of regions) {
        expect(figure.values[region]).toBeCloseTo(nation.truth.processingShares[year]?.[region] ?? NaN, 9);
      }
    }
    const { processingShares, eastLosesPerYear } = nation.truth;
    expect((processingShares[2019]?.east ?? 0) - (processingShares[2020]?.east ?? 0)).toBeCloseTo(
      eastLosesPerYear,
      9,
    );
  });
});
