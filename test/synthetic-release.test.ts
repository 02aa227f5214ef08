import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPack } from '../packages/reference/src/pack.file.ts';
import { writeNation } from '../packages/synthetic/src/index.ts';
import {
  importFile,
  openStore,
  type Release,
  type ReleaseRequest,
  type Releases,
  releasesIn,
  type Store,
  usualPolicy,
} from '../packages/trade/src/index.ts';
import { root } from './repository.ts';

/** Firms of a made-up nation declare; what is published of them is attacked with everything published before. */
describe('the releases of a synthetic nation', () => {
  const pack = readPack(join(root, 'packs/cn'));
  const folder = mkdtempSync(join(tmpdir(), 'tidu-release-'));
  let store: Store;
  let releases: Releases;
  let january: Release;

  const request = (period: string): ReleaseRequest => ({
    title: { zh: '分省出口', en: 'Exports by province' },
    flow: 'export',
    currency: 'CNY',
    period,
    place: 'province',
    commodity: 'chapter',
    mode: 'all',
    month: 'all',
    policy: usualPolicy,
  });

  beforeAll(async () => {
    const { files } = await writeNation({
      seed: 7,
      out: folder,
      pack,
      rows: 17_200,
      firms: 1_500,
      years: [2020, 2020],
      declarations: true,
    });
    store = await openStore({ path: join(folder, 'statistics.duckdb'), places: pack.places });
    for (const file of files) await importFile(store, pack, file);
    releases = await releasesIn(store, (_, code) => ({ zh: code, en: code }));
    january = await releases.draft(request('2020-01'));
  });
  afterAll(async () => {
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leave every sensitive cell open by p % to either side, and an attack finds nothing', async () => {
    const proof = await releases.certificate(january.id);
    expect(proof.cells).toBeGreaterThan(1_500);
    expect(proof.recoverable).toEqual([]);
    const sensitive = proof.attacked.filter(({ suppressed }) => suppressed === 'primary');
    expect(sensitive.length).toBe(proof.primary);
    expect(sensitive.length).toBeGreaterThan(100);
    const margin = (usualPolicy.p / 100) * (1 - 1e-5);
    for (const { value, lower, upper } of sensitive) {
      expect(value - lower).toBeGreaterThanOrEqual(margin * value);
      expect((upper ?? Number.POSITIVE_INFINITY) - value).toBeGreaterThanOrEqual(margin * value);
    }
    expect(january.synthetic).toBe(true);
  });

  it('have the same bytes each time, and withstand the next months and the quarter together', async () => {
    const again = await releases.draft(request('2020-01'));
    const [one, other] = [await releases.certificate(january.id), await releases.certificate(again.id)];
    expect(other.sha256).toBe(one.sha256);
    await releases.discard(again.id);
    await releases.publish(january.id);
    await releases.publish((await releases.draft(request('2020-02'))).id);
    const quarter = await releases.draft(request('2020-01..2020-03'));
    const proof = await releases.certificate(quarter.id);
    expect(proof.against).toHaveLength(2);
    expect(proof.recoverable).toEqual([]);
    expect(proof.revised).toEqual([]);
  });
});
