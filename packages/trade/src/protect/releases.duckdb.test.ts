import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPack } from '@tidu/reference/pack';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFile } from '../load/import-file.duckdb.ts';
import { openStore, type Store } from '../store.duckdb.ts';
import { type ReleaseRequest, usualPolicy } from './release-request.ts';
import { type Releases, releasesIn } from './releases.duckdb.ts';

const pack = readPack(fileURLToPath(new URL('../../../../packs/cn', import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'tidu-releases-'));
let store: Store;
let releases: Releases;
let hour = 0;

/** Six firms declare the same in each place and chapter; in Nanning one firm alone makes what is of chapter 85. */
const places = ['34019', '44019', '45019'];
const lines = ['202401', '202402', '202403'].flatMap((month, m) =>
  places.flatMap((place) =>
    ['84713000', '85423119', '61091000'].flatMap((goods) =>
      (place === '45019' && goods.startsWith('85') ? [1] : [1, 2, 3, 4, 5, 6]).map(
        (firm) =>
          `出口,${month},${place}${goods.slice(0, 2)}${firm},0615,${goods},502,${place},${100 + 10 * firm + m}`,
      ),
    ),
  ),
);

beforeAll(async () => {
  store = await openStore({ path: join(folder, 'statistics.duckdb'), places: pack.places });
  const file = join(folder, 'declared.csv');
  writeFileSync(
    file,
    ['进出口标志,数据年月,企业编码,监管方式编码,商品编码,贸易伙伴编码,注册地编码,人民币', ...lines].join(
      '\n',
    ),
  );
  await importFile(store, pack, file);
  releases = await releasesIn(
    store,
    (_, code) => ({ zh: code, en: code }),
    () => new Date(Date.UTC(2024, 5, 1, hour++)),
  );
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const request = (period: string, rest: Partial<ReleaseRequest> = {}): ReleaseRequest => ({
  title: { zh: '分省出口', en: 'Exports by province' },
  flow: 'export',
  currency: 'CNY',
  period,
  place: 'province',
  commodity: 'chapter',
  mode: 'all',
  month: 'all',
  policy: usualPolicy,
  ...rest,
});
const cell = async (id: string, ...key: string[]) =>
  (await releases.get(id)).cells.find((one) => one.key.join() === key.join());

test('a draft adds up, hides the single firm, and the same table has the same bytes', async () => {
  const first = await releases.draft(request('2024-01'));
  const proof = await releases.certificate(first.id);
  expect(proof).toMatchObject({ recoverable: [], against: [], rules: { frequency: expect.any(Number) } });
  expect(await cell(first.id, '450000', '85', 'all', '2024-01')).toMatchObject({
    value: null,
    suppressed: 'primary',
  });
  expect(await cell(first.id, '100000', 'all', 'all', '2024-01')).toMatchObject({ value: 8 * 810 + 110 });
  const hidden = proof.attacked.find(({ suppressed }) => suppressed === 'primary');
  expect(hidden).toMatchObject({ value: 110 });
  expect(hidden?.lower).toBeLessThanOrEqual(99);
  const again = await releases.draft(request('2024-01'));
  expect((await releases.certificate(again.id)).sha256).toBe(proof.sha256);
  await releases.discard(again.id);
  await releases.publish(first.id);
});

test('what was published is not suppressed again, and a quarter cannot undo its months', async () => {
  const february = await releases.draft(request('2024-02'));
  expect((await releases.certificate(february.id)).against).toEqual([]);
  await releases.publish(february.id);

  const quarter = await releases.draft(request('2024-01..2024-03'));
  const proof = await releases.certificate(quarter.id);
  expect(proof.against).toEqual(['R1', february.id]);
  expect(proof.recoverable).toEqual([]);
  await releases.publish(quarter.id);

  // March is the quarter less January and February: it may tell nothing that these three withhold together.
  const march = await releases.draft(request('2024-03'));
  const told = await releases.certificate(march.id);
  expect(told.against).toEqual(['R1', february.id, quarter.id]);
  expect(told.recoverable).toEqual([]);
  expect(await cell(march.id, '450000', '85', 'all', '2024-03')).toMatchObject({ value: null });
});

test('a draft is published only if nothing that bears on it was published since', async () => {
  const coarse = await releases.draft(request('2024-03', { commodity: 'all' }));
  const rival = await releases.draft(request('2024-03', { commodity: 'all', place: 'country' }));
  await releases.publish(rival.id);
  await expect(releases.publish(coarse.id)).rejects.toMatchObject({
    code: 'release-state',
    remedy: expect.stringContaining('draft the table again'),
  });
  await expect(releases.publish(rival.id)).rejects.toMatchObject({ code: 'release-state' });
});

test('a release can be taken from view, and counts in the ledger still', async () => {
  await expect(releases.withdraw('R1', ' ')).rejects.toMatchObject({ code: 'not-understood' });
  await releases.withdraw('R1', 'wrong month');
  expect((await releases.get('R1')).status).toBe('withdrawn');
  const again = await releases.draft(request('2024-01'));
  expect((await releases.certificate(again.id)).against).toContain('R1');
  await expect(releases.discard('R1')).rejects.toMatchObject({ code: 'release-state' });
});

test('a revision that tells of too few firms is not published, and the earlier vintage can be', async () => {
  const declared = (name: string, amounts: readonly number[]) => {
    const file = join(folder, name);
    writeFileSync(
      file,
      [
        '进出口标志,数据年月,企业编码,监管方式编码,商品编码,贸易伙伴编码,注册地编码,人民币',
        ...amounts.map((amount, firm) => `出口,202307,3401900${firm},0615,84713000,502,34019,${amount}`),
      ].join('\n'),
    );
    return importFile(store, pack, file);
  };
  await declared('july.csv', [100, 110, 120, 130, 140]);
  const first = await releases.draft(request('2023-07'));
  await releases.publish(first.id);

  await declared('july-one-revised.csv', [100, 110, 120, 130, 190]);
  const one = await releases.draft(request('2023-07'));
  const proof = await releases.certificate(one.id);
  expect(proof.revised?.map(({ key }) => key.join())).toContain('340000,84,all,2023-07');
  expect(proof.revised?.map(({ key }) => key.join())).toContain('100000,all,all,2023-07');
  await expect(releases.publish(one.id)).rejects.toMatchObject({
    code: 'release-state',
    remedy: expect.stringContaining(`as known after load ${first.asKnownAt}`),
  });
  const earlier = await releases.draft(request('2023-07', { asKnownAt: first.asKnownAt ?? 0 }));
  expect(earlier.cells).toEqual(first.cells);
  await releases.publish(earlier.id);

  await declared('july-all-revised.csv', [150, 160, 170, 180, 190]);
  const all = await releases.draft(request('2023-07'));
  expect((await releases.certificate(all.id)).revised).toEqual([]);
  await releases.publish(all.id);
});

test.each([
  ['a period that crosses one released', request('2024-03..2024-04'), 'periods-cross'],
  ['nothing declared', request('1999'), 'nothing-to-protect'],
  ['no period', request('2024-13'), 'not-understood'],
  ['no title', request('2024-01', { title: { zh: ' ', en: 'x' } }), 'not-understood'],
  ['a detail that is none', request('2024-01', { place: 'village' as 'country' }), 'not-understood'],
  ['a policy that is none', request('2024-01', { policy: { ...usualPolicy, p: 0 } }), 'bad-policy'],
])('refuses %s, with a remedy', async (_, asked, code) => {
  await expect(releases.draft(asked)).rejects.toMatchObject({ code, remedy: expect.stringMatching(/\w/) });
});
