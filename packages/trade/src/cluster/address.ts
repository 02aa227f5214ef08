import { ClusterFault } from './cluster-fault.ts';

/** Where a cluster is, as `CLICKHOUSE_URL` says it. */
export interface ClusterAddress {
  /** HTTP addresses of nodes, e.g. `http://node-1:8123`. */
  readonly nodes: readonly string[];
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Its name in `remote_servers` of the nodes. */
  readonly cluster: string;
}

const form = 'http://USER:PASSWORD@NODE:8123,NODE:8123/DATABASE?cluster=NAME';
const remedy = `write CLICKHOUSE_URL like ${form}; database and cluster are tidu when not given`;

/**
 * Reads `http://user:password@node-1:8123,node-2:8123/database?cluster=name`. One node is enough where
 * all listen on the same port: the others are in the description of the cluster.
 * @throws ClusterFault `cluster-address`, without repeating what may be a password
 */
export function clusterAddress(url: string, cluster?: string): ClusterAddress {
  const found = /^(https?):\/\/(?:([^@/]*)@)?([^@/?]+)(?:\/([^?]*))?(?:\?(.*))?$/.exec(url.trim());
  const [, protocol, account = '', hosts = '', path = '', search = ''] = found ?? [];
  if (!protocol)
    throw new ClusterFault('cluster-address', 'CLICKHOUSE_URL is no address of a cluster', remedy);
  const colon = account.indexOf(':');
  const [user, password] = colon < 0 ? [account, ''] : [account.slice(0, colon), account.slice(colon + 1)];
  const database = path || 'tidu';
  const name = cluster || new URLSearchParams(search).get('cluster') || 'tidu';
  for (const word of [database, name]) {
    if (!/^\w+$/.test(word)) {
      throw new ClusterFault('cluster-address', `"${word}" is no name of a database or cluster`, remedy);
    }
  }
  const port = protocol === 'https' ? 8443 : 8123;
  const nodes = hosts.split(',').map((host) => {
    const whole = /:\d+$/.test(host) ? host : `${host}:${port}`;
    if (!URL.canParse(`${protocol}://${whole}`)) {
      throw new ClusterFault('cluster-address', `"${host}" is no address of a node`, remedy);
    }
    return `${protocol}://${whole}`;
  });
  return { nodes, user: plain(user) || 'default', password: plain(password), database, cluster: name };
}

function plain(written = ''): string {
  try {
    return decodeURIComponent(written);
  } catch {
    throw new ClusterFault('cluster-address', 'user or password in CLICKHOUSE_URL has a stray %', remedy);
  }
}

/** @example hostOf('http://node-1:8123') // 'node-1:8123' */
export const hostOf = (node: string): string => node.replace(/^https?:\/\//, '');
