import { type ClusterAddress, clusterAddress, hostOf } from './address.ts';
import { ClusterFault } from './cluster-fault.ts';
import { type Node, nodeAt, type Stored } from './node.clickhouse.ts';
import { type TableOptions, tables } from './tables.ts';

/** A server as the cluster describes it, with the way to it where it answers. */
export interface Member {
  readonly shard: number;
  readonly replica: number;
  /** Host and port by which the servers reach one another. */
  readonly name: string;
  readonly node?: Node;
}

export interface MemberStatus extends Omit<Member, 'node'> {
  readonly answers: boolean;
  readonly version?: string;
  /** Copies are kept alike by a keeper. */
  readonly replicated?: boolean;
  readonly ready?: boolean;
  readonly rows?: number;
  readonly bytes?: number;
}

export interface Cluster {
  readonly address: ClusterAddress;
  /** Every server of the cluster, also those that do not answer. */
  members(): Promise<Member[]>;
  /** One server of each shard, by the shard's number. @throws ClusterFault `shard-down` where none answers */
  shards(): Promise<Map<number, Node>>;
  /** Asks the first server that answers, which asks the shards. */
  first<T>(work: (node: Node) => Promise<T>): Promise<T>;
  rows(sql: string): Promise<Stored[][]>;
  /** Makes what tables are missing, on every server. @returns their names */
  init(): Promise<string[]>;
  status(): Promise<MemberStatus[]>;
  close(): Promise<void>;
}

/** Milliseconds for which it need not be asked again who answers: a load asks several times. */
const keepsFor = 500;

/** A cluster at an address such as `http://node-1:8123,node-2:8123/tidu`. Nothing is asked of it yet. */
export function clusterAt(url: string, name?: string): Cluster {
  const address = clusterAddress(url, name);
  const { database, cluster } = address;
  const nodes = new Map<string, Node>();
  const nodeOf = (at: string): Node => {
    const node = nodes.get(at) ?? nodeAt(at, address);
    nodes.set(at, node);
    return node;
  };

  const asked = async (): Promise<Member[]> => {
    const { described, asked } = await describe(address, nodeOf);
    const ways = [...asked];
    if (address.nodes.length === 1) ways.push(...(await others(address, described, asked, nodeOf)));
    return described.map(({ shard, replica, name }) => {
      const node = ways.find((way) => way.name === name)?.node;
      return { shard, replica, name, ...(node && { node }) };
    });
  };

  let known: { readonly at: number; readonly members: Promise<Member[]> } | undefined;
  const members = (): Promise<Member[]> => {
    const now = performance.now();
    if (known === undefined || now - known.at > keepsFor) known = { at: now, members: asked() };
    return known.members;
  };

  const first: Cluster['first'] = async (work) => {
    for (const at of address.nodes) {
      try {
        return await work(nodeOf(at));
      } catch (fault) {
        if (!(fault instanceof ClusterFault) || fault.code !== 'cluster-unreachable') throw fault;
      }
    }
    throw noneAnswers(address);
  };

  return {
    address,
    members,
    first,
    rows: (sql) => first((node) => node.rows(sql)),

    shards: async () => {
      const found = await asked();
      const ways = new Map<number, Node>();
      for (const { shard, node } of found) if (node && !ways.has(shard)) ways.set(shard, node);
      const down = found.find(({ shard }) => !ways.has(shard));
      if (down) throw shardDown(down);
      return ways;
    },

    init: async () => {
      const made: string[] = [];
      for (const member of await members()) {
        const { node } = member;
        if (!node) throw shardDown(member);
        const copy = await copyOf(node, member);
        for (const statement of tables({ database, cluster, ...copy })) await node.run(statement);
        made.push(member.name);
      }
      return made;
    },

    status: async () => Promise.all((await members()).map((member) => statusOf(member, database))),

    close: async () => {
      await Promise.all([...nodes.values()].map((node) => node.close()));
    },
  };
}

interface Described {
  readonly shard: number;
  readonly replica: number;
  readonly name: string;
  readonly host: string;
}

const answering = async <T>(work: Promise<T>): Promise<T | undefined> => {
  try {
    return await work;
  } catch (fault) {
    if (fault instanceof ClusterFault && fault.code === 'cluster-unreachable') return undefined;
    throw fault;
  }
};

const isLocal =
  'SELECT shard_num, replica_num, host_name, port, is_local FROM system.clusters WHERE cluster =';

/** What the servers named in the address say of the cluster, and which of its members each is itself. */
async function describe({ nodes, cluster }: ClusterAddress, nodeOf: (at: string) => Node) {
  let described: Described[] = [];
  const asked: { name: string; node: Node }[] = [];
  for (const node of nodes.map(nodeOf)) {
    const rows = await answering(node.rows(`${isLocal} '${cluster}' ORDER BY shard_num, replica_num`));
    if (rows === undefined) continue;
    described = rows.map(([shard, replica, host, port]) => ({
      shard: Number(shard),
      replica: Number(replica),
      host: String(host),
      name: `${host}:${port}`,
    }));
    // Release 18.16 calls all copies of a server's own shard local: the host's name then tells which it is.
    const own = described.filter(
      ({ name }, i) => Number(rows[i]?.[4]) === 1 && !asked.some((one) => one.name === name),
    );
    const itself = own.find(({ host }) => node.host.startsWith(`${host}:`)) ?? own[0];
    if (itself) asked.push({ name: itself.name, node });
    if (described.length === 0) {
      throw new ClusterFault(
        'cluster-unready',
        `the node ${node.host} knows no cluster "${cluster}"`,
        'describe it under remote_servers on every node (docs/operate/cluster.md), or name another in CLICKHOUSE_CLUSTER',
      );
    }
  }
  if (described.length === 0) throw noneAnswers({ nodes });
  return { described, asked };
}

/** The way to those that the address does not name: they listen on the port of the one that it does. */
async function others(
  { nodes }: ClusterAddress,
  described: readonly Described[],
  asked: readonly { readonly name: string }[],
  nodeOf: (at: string) => Node,
) {
  const [first = ''] = nodes;
  const port = first.split(':').at(-1);
  const protocol = first.split(':')[0];
  const found: { name: string; node: Node }[] = [];
  for (const { host, name } of described) {
    if (asked.some((one) => one.name === name)) continue;
    const node = nodeOf(`${protocol}://${host}:${port}`);
    if (hostOf(first) !== node.host && (await answering(node.rows('SELECT 1')))) found.push({ name, node });
  }
  return found;
}

const shardDown = ({ shard, name }: Member): ClusterFault =>
  new ClusterFault(
    'shard-down',
    `shard ${shard} (${name}) does not answer`,
    'start clickhouse-server there, or name its HTTP address in CLICKHOUSE_URL; tidu cluster status shows all',
  );

const noneAnswers = ({ nodes }: Pick<ClusterAddress, 'nodes'>): ClusterFault =>
  new ClusterFault(
    'cluster-unreachable',
    `no node of the cluster answers (${nodes.map(hostOf).join(', ')})`,
    'start clickhouse-server there, or correct CLICKHOUSE_URL',
  );

/** How a node names its copy of a shard, where a keeper is configured; a server without one has no such table. */
export async function copyOf(
  node: Node,
  { shard, replica, name }: Member,
): Promise<Pick<TableOptions, 'replica'>> {
  const keeper = await node.rows(
    "SELECT name FROM system.tables WHERE database = 'system' AND name = 'zookeeper'",
  );
  return keeper.length > 0 ? { replica: { shard, name: `${replica}-${name}` } } : {};
}

async function statusOf(member: Member, database: string): Promise<MemberStatus> {
  const { node, ...named } = member;
  if (!node) return { ...named, answers: false };
  const [version] = (await node.rows('SELECT version()'))[0] ?? [];
  const engines = await node.rows(
    `SELECT engine FROM system.tables WHERE database = '${database}' AND name = 'fact'`,
  );
  const [parts] = await node.rows(
    `SELECT sumIf(rows, table = 'fact'), sum(bytes_on_disk) FROM system.parts WHERE active AND database = '${database}'`,
  );
  return {
    ...named,
    answers: true,
    version: String(version),
    ready: engines.length > 0,
    replicated: String(engines[0]?.[0] ?? '').startsWith('Replicated'),
    rows: Number(parts?.[0] ?? 0),
    bytes: Number(parts?.[1] ?? 0),
  };
}
