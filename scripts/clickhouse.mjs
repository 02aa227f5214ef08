import { existsSync } from 'node:fs';
import { installPackages } from './debian.mjs';

const places = [process.env.CLICKHOUSE_SERVER, '/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server'];

/** The server of which the tests make a cluster; `CLICKHOUSE_SERVER` names another. */
export const findClickHouse = () => places.find((path) => path && existsSync(path));

/**
 * Installs Debian's ClickHouse.
 * @returns a sentence for people when that is not possible here
 */
export function installClickHouse() {
  if (installPackages('clickhouse-server')) return undefined;
  return 'the cluster tests need a clickhouse-server, and none could be installed: install the package clickhouse-server, or set CLICKHOUSE_SERVER to the path of one';
}
