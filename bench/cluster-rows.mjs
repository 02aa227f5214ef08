/** The servers of the cluster bench, and rows laid into them or sent raw. */
import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { loopbackCluster } from '../packages/trade/src/cluster/loopback.cases.ts';

const database = 'bench';

/** A cluster of so many shards on this machine, and ways to it that go around our own code. */
export async function startCluster(shards) {
  const cluster = await loopbackCluster(shards, cpus().length);
  const { username, password } = new URL(cluster.url(database).replace(/,[^/]*/, ''));
  const account = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const ask = async (shard, body, query = '') => {
    const address = `http://127.0.0.1:${cluster.nodes[shard].http}/${query && `?query=${encodeURIComponent(query)}`}`;
    const headers = { authorization: `Basic ${Buffer.from(account).toString('base64')}` };
    const answer = await fetch(address, { method: 'POST', body, headers, duplex: 'half' });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text.slice(0, 300));
    return text;
  };
  const bytes = async (where) => {
    const sizes = cluster.nodes.map((_, shard) =>
      ask(
        shard,
        `SELECT sum(bytes_on_disk) FROM system.parts WHERE active AND database = '${database}' ${where}`,
      ),
    );
    return (await Promise.all(sizes)).reduce((sum, size) => sum + Number(size), 0);
  };
  return {
    url: cluster.url(database),
    stop: () => cluster.stop(),
    raw: (sql) => ask(0, sql),
    coreMilliseconds: () => cluster.nodes.reduce((sum, node) => sum + used(node.pid()), 0),
    insert: (shard, table, rows) => ask(shard, rows, `INSERT INTO ${database}.${table} FORMAT CSV`),
    held: async () => ({ fact: await bytes("AND table = 'fact'"), all: await bytes('') }),
    /** The facts of the last load as CSV, a file for each shard, and an empty table to take them. */
    exportLoad: async (store, folder) => {
      const load = await store.lastLoad();
      return Promise.all(
        cluster.nodes.map(async (_, shard) => {
          await ask(shard, `CREATE TABLE ${database}.raw_fact AS ${database}.fact`);
          const file = join(folder, `raw-${shard}.csv`);
          await store.download(shard, `SELECT * FROM ${database}.fact WHERE load = ${load}`, file);
          return file;
        }),
      );
    },
  };
}

/** Time that a process has had of a core, in milliseconds, where the system tells it. */
function used(pid) {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const fields = readFileSync(file, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Sends the loads of an embedded store to the cluster of another, as if they had just been settled there. */
export async function copyRows({ store }, from) {
  const { connection } = store;
  await connection.run(`ATTACH '${from}' AS source (READ_ONLY)`);
  await connection.run('INSERT INTO shape FROM source.shape');
  const loads = (await connection.runAndReadAll('SELECT id FROM source.load ORDER BY id')).getRows();
  for (const [load] of loads) {
    const own = await store.connect();
    try {
      const scratch = join(store.scratch, 'copy');
      await own.run('BEGIN TRANSACTION');
      await store.elsewhere.borrow(own, { shapes: [], from: 0, to: 0 }, scratch);
      await own.run(`INSERT INTO fact BY NAME FROM source.fact WHERE load = ${load}`);
      await store.elsewhere.send(own, Number(load), scratch);
      await own.run(`INSERT INTO parcel FROM source.parcel WHERE load = ${load}`);
      await own.run(`INSERT INTO load FROM source.load WHERE id = ${load}`);
      await own.run('COMMIT');
    } finally {
      own.closeSync();
    }
  }
  await connection.run('DETACH source');
}
