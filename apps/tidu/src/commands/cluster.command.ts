import { type Cluster, clusterAt, type MemberStatus } from '@tidu/trade';
import { Command } from 'commander';
import { exits, Refused } from '../errors.ts';
import { openHouse } from '../house.store.ts';
import { commandOn, print, printJson, say } from '../terminal.file.ts';
import { columnsOfText } from '../text-table.ts';

export function clusterCommand(): Command {
  return new Command('cluster')
    .description('look after the ClickHouse cluster that CLICKHOUSE_URL names')
    .addCommand(initCommand())
    .addCommand(statusCommand());
}

/** The cluster of the environment. @throws Refused where none is named */
function withCluster<T>(work: (cluster: Cluster) => Promise<T>): Promise<T> {
  const { CLICKHOUSE_URL: url, CLICKHOUSE_CLUSTER: name } = process.env;
  if (!url) {
    throw new Refused(
      'no-cluster',
      'no cluster is named, so facts lie in the data folder',
      'set CLICKHOUSE_URL, e.g. http://user:password@node-1:8123,node-2:8123/tidu (docs/operate/cluster.md)',
    );
  }
  const cluster = clusterAt(url, name);
  return work(cluster).finally(() => cluster.close());
}

function initCommand(): Command {
  return commandOn('init', 'make what tables are missing on every node; what is there stays', [
    'CLICKHOUSE_URL=http://node-1:8123,node-2:8123/tidu tidu cluster init',
  ]).action(async ({ data }: { data?: string }) => {
    await withCluster(async (cluster) => {
      const nodes = await cluster.init();
      print(`the tables of ${cluster.address.database} are on ${nodes.join(', ')}`);
    });
    const house = await openHouse({ data, say });
    await house.close();
    print(`the facts of ${house.folder} go there from now on`);
  });
}

function statusCommand(): Command {
  return commandOn('status', 'shards and their copies: which answer, and what they hold', [
    'tidu cluster status',
    'tidu cluster status --json',
  ])
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const members = await withCluster((cluster) => cluster.status());
      const wrong = members.filter(({ answers, ready }) => !answers || !ready);
      if (json) printJson({ sound: wrong.length === 0, members });
      else print(columnsOfText([heading, ...members.map(row)], [0, 1, 6, 7]));
      for (const { shard, name, answers } of wrong) {
        say(
          answers
            ? `shard ${shard} (${name}) lacks tables; tidu cluster init makes them`
            : `shard ${shard} (${name}) does not answer; start clickhouse-server there`,
        );
      }
      if (wrong.length > 0) process.exitCode = exits.unsound;
    });
}

const heading = ['shard', 'copy', 'node', 'state', 'tables', 'version', 'facts', 'MiB'];
const row = ({
  shard,
  replica,
  name,
  answers,
  ready,
  replicated,
  version,
  rows,
  bytes,
}: MemberStatus): string[] => [
  String(shard),
  String(replica),
  name,
  answers ? 'answers' : 'DOWN',
  ready ? (replicated ? 'replicated' : 'one copy') : answers ? 'none' : '',
  version ?? '',
  rows === undefined ? '' : rows.toLocaleString('en'),
  bytes === undefined ? '' : (bytes / 2 ** 20).toFixed(1),
];
