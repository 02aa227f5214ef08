import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Servers of one machine that are a cluster, for tests and benches: everything of theirs goes when it stops. */
export interface LoopbackCluster {
  /** As `CLICKHOUSE_URL` names it. */
  url(database: string): string;
  readonly nodes: readonly LoopbackNode[];
  stop(): Promise<void>;
}

interface LoopbackNode {
  readonly http: number;
  readonly tcp: number;
  /** The process, while it runs. */
  pid(): number | undefined;
  start(): Promise<void>;
  stop(): Promise<void>;
}

const user = 'tidu';
export const password = 'p@ss:word/π';

/** The server's program; `CLICKHOUSE_SERVER` names another. */
export const clickhouseServer = (): string | undefined =>
  [process.env.CLICKHOUSE_SERVER, '/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server'].find(
    (path) => path && existsSync(path),
  );

/** Starts a cluster called `tidu`, of so many shards with one copy each; one thread suffices for a question to few facts. */
export async function loopbackCluster(shards = 2, threads = 1): Promise<LoopbackCluster> {
  const program = clickhouseServer();
  if (!program) throw new Error('there is no clickhouse-server: install the package clickhouse-server');
  const folder = mkdtempSync(join(tmpdir(), 'tidu-cluster-'));
  const ports = await freePorts(shards * 3);
  const port = (shard: number, which: 0 | 1 | 2) => ports[shard * 3 + which] as number;
  const described = Array.from({ length: shards }, (_, i) => shardXml(port(i, 1))).join('');
  const nodes = Array.from({ length: shards }, (_, i): LoopbackNode => {
    const own = join(folder, `node-${i + 1}`);
    for (const part of ['data', 'tmp']) mkdirSync(join(own, part), { recursive: true });
    const [http, tcp, interserver] = [port(i, 0), port(i, 1), port(i, 2)];
    writeFileSync(join(own, 'config.xml'), configXml({ own, http, tcp, interserver, described }));
    writeFileSync(join(own, 'users.xml'), usersXml(threads));
    let running: ChildProcess | undefined;
    const kill = () => running?.kill('SIGKILL');
    return {
      http,
      tcp,
      pid: () => running?.pid,
      start: async () => {
        running = spawn(program, [`--config-file=${join(own, 'config.xml')}`], { cwd: own, stdio: 'ignore' });
        process.once('exit', kill);
        await answering(http, join(own, 'error.log'));
      },
      stop: async () => {
        if (!running) return;
        const ended = once(running, 'exit');
        kill();
        await ended;
        running = undefined;
        process.removeListener('exit', kill);
      },
    };
  });
  const stop = async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(nodes.map((node) => node.start()));
  } catch (fault) {
    await stop();
    throw fault;
  }
  const hosts = nodes.map(({ http }) => `127.0.0.1:${http}`).join(',');
  return {
    url: (database) => `http://${user}:${encodeURIComponent(password)}@${hosts}/${database}`,
    nodes,
    stop,
  };
}

async function answering(http: number, log: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const ok = await fetch(`http://127.0.0.1:${http}/ping`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  const said = existsSync(log) ? readFileSync(log, 'utf8').slice(-1000) : 'nothing';
  throw new Error(`clickhouse-server did not start on port ${http}; its log says ${said}`);
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

const shardXml = (tcp: number): string =>
  `<shard><replica><host>127.0.0.1</host><port>${tcp}</port><user>${user}</user><password>${password}</password></replica></shard>`;

const configXml = (at: {
  own: string;
  http: number;
  tcp: number;
  interserver: number;
  described: string;
}): string => `<yandex>
<logger><level>warning</level><log>${at.own}/server.log</log><errorlog>${at.own}/error.log</errorlog></logger>
<listen_host>127.0.0.1</listen_host>
<http_port>${at.http}</http_port><tcp_port>${at.tcp}</tcp_port><interserver_http_port>${at.interserver}</interserver_http_port>
<path>${at.own}/data/</path><tmp_path>${at.own}/tmp/</tmp_path><users_config>${at.own}/users.xml</users_config>
<default_profile>default</default_profile><default_database>default</default_database>
<mark_cache_size>268435456</mark_cache_size>
<remote_servers><tidu>${at.described}</tidu></remote_servers>
</yandex>`;

const usersXml = (threads: number): string => `<yandex>
<profiles><default><max_memory_usage>6000000000</max_memory_usage><max_threads>${threads}</max_threads><background_pool_size>2</background_pool_size></default></profiles>
<users><${user}><password>${password}</password><networks><ip>127.0.0.1</ip></networks>
<profile>default</profile><quota>default</quota></${user}></users>
<quotas><default></default></quotas>
</yandex>`;
