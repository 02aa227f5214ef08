/** The rooms as a program uses them: through their doors. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '../packages/indicators/src/index.ts';
import { clock, openProgramme, readProgrammePack } from '../packages/programme/src/index.ts';
import { readPack } from '../packages/reference/src/pack.file.ts';
import { writeNation } from '../packages/synthetic/src/index.ts';
import {
  clusterAt,
  factsIn,
  importFile,
  openStore,
  openWarehouse as openStoreToAsk,
  rebuildCubes,
  releasesIn,
  warehouseOver,
} from '../packages/trade/src/index.ts';

export { parsePeriod } from '../packages/reference/src/index.ts';
export { writeExport } from '../packages/synthetic/src/index.ts';

const packRoot = join(import.meta.dirname, '../packs/cn');
export const pack = () => readPack(packRoot);

export const openWarehouse = (path, { places }) => openStoreToAsk({ path, places, readOnly: true });

/** Sums up facts that were not loaded but laid into the store. */
export async function keepSums(path, pack) {
  const store = await openStore({ path, places: pack.places });
  await rebuildCubes(store.connection);
  await store.connection.run('CHECKPOINT');
  await store.close();
}

/** Imports one file into a store of its own, and makes sure that every row is in. */
export async function importInto(path, file, pack, rows) {
  const store = await openStore({ path, places: pack.places });
  try {
    const { facts } = await importFile(store, pack, file);
    if (facts.loaded !== rows) throw new Error(`${facts.loaded} of ${rows} rows were loaded`);
  } finally {
    await store.close();
  }
}

/** A store whose facts lie in a new database of a cluster. */
export async function clusterStore(url, { path, pack }) {
  const cluster = clusterAt(url);
  await cluster.init();
  const store = await openStore({ path, places: pack.places, elsewhere: factsIn(url) });
  return {
    store,
    warehouse: warehouseOver(store),
    take: async (file, rows) => {
      const { facts } = await importFile(store, pack, file);
      if (facts.loaded !== rows) throw new Error(`${facts.loaded} of ${rows} rows were loaded`);
    },
    lastLoad: async () => (await warehouseOver(store).loads()).at(-1).id,
    download: async (shard, sql, file) => (await cluster.shards()).get(shard + 1).download(sql, file),
    close: async () => {
      await store.close();
      await cluster.close();
    },
  };
}

/** A store of its own with the declarations of a made-up nation, and the releases in it. */
export async function declaredStore(folder, { pack, ...nation }) {
  const { files } = await writeNation({
    ...nation,
    out: folder,
    pack,
    declarations: true,
    progress: () => {},
  });
  const store = await openStore({ path: join(folder, 'statistics.duckdb'), places: pack.places });
  for (const file of files) await importFile(store, pack, join(folder, file.split('/').at(-1)));
  return { store, releases: await releasesIn(store, (_, code) => ({ zh: code, en: code })) };
}

export const checksOf = () => checks;

/** A store of its own with a made-up nation's exports of the query site, as the checks see it. */
export async function nationStore(folder, { pack, ...nation }) {
  const { files } = await writeNation({ ...nation, out: folder, pack, progress: () => {} });
  const store = await openStore({ path: join(folder, 'statistics.duckdb'), places: pack.places });
  for (const file of files) await importFile(store, pack, join(folder, file.split('/').at(-1)));
  const warehouse = warehouseOver(store);
  const [coverage, loads] = [await warehouse.coverage(), await warehouse.loads()];
  return { store, ground: { warehouse, coverage, loads, pack, today: '2025-02-01' } };
}

/** Adds parks to a data folder until there are so many, each with the facts of a sample one. @returns the last */
export async function manyParks(folder, { pack, parks }) {
  const programme = await programmeIn(folder, pack);
  const { records } = programme;
  try {
    const [model] = await records.whole({ kind: 'park', limit: 1 });
    const { total } = await records.list({ kind: 'park', limit: 1 });
    const prefectures = pack.places.filter(({ level, validTo }) => level === 'prefecture' && !validTo);
    let last = model;
    await records.together(async (within) => {
      for (let i = total; i < parks; i++) {
        const { code, name } = prefectures[i % prefectures.length];
        const { packId, ...profile } = model.content;
        const content = {
          ...profile,
          name: { zh: `${name.zh}${i}`, en: `${name.en} ${i}` },
          place: code,
          committee: `org-${i}`,
        };
        last = await within.create('park', content, clock, { sample: true, state: 'recognised' });
      }
    });
    return last.id;
  } finally {
    await programme.close();
  }
}

/** A data folder with the demonstration and one more batch, to which every prefecture in turn applies. */
export async function largeBatch(folder, { pack, applications }) {
  const programme = await programmeIn(folder, pack);
  const { records } = programme;
  const { rules } = records.world;
  try {
    const sample = true;
    const call = { name: { zh: '大批次', en: 'large batch' }, call: rules.calls[1].call };
    const batch = await records.create('batch', call, clock, { sample, state: 'called' });
    const [model] = await records.whole({ kind: 'application', state: 'submitted', limit: 1 });
    const prefectures = pack.places.filter(({ level, validTo }) => level === 'prefecture' && !validTo);
    const states = ['submitted', 'returned', 'reported', 'accepted'];
    let last;
    await records.together(async (within) => {
      for (let i = 0; i < applications; i++) {
        const { code, name } = prefectures[i % prefectures.length];
        const form = {
          ...model.content.form,
          place: code,
          parkName: { zh: `${name.zh}${i}`, en: `${name.en} ${i}` },
        };
        const content = { ...model.content, batch: batch.id, form };
        last = await within.create('application', content, clock, {
          sample,
          state: states[i % states.length],
        });
      }
    });
    return { batch: batch.id, application: last.id };
  } finally {
    await programme.close();
  }
}
async function programmeIn(folder, pack) {
  mkdirSync(folder, { recursive: true });
  const rules = readProgrammePack(packRoot);
  return openProgramme({
    where: { folder: join(folder, 'programme') },
    files: join(folder, 'files'),
    key: join(folder, 'second-factor.key'),
    world: {
      pack,
      rules,
      figures: { trade: async () => nothing },
      measures: { faults: async () => [], touched: async () => [] },
      plans: { faults: () => [] },
      now: () => new Date(),
    },
  });
}
const nothing = { known: false, why: { zh: '未装载', en: 'not loaded' } };
