/** The rooms as a program uses them: through their doors. */
import { join } from 'node:path';
import { checks } from '../packages/indicators/src/index.ts';
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

export const pack = () => readPack(join(import.meta.dirname, '../packs/cn'));

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
