import type { DuckDBConnection } from '@duckdb/node-api';
import { cubes, summarises } from '../cube/cubes.ts';
import { shapesOf } from '../cube/keep-cubes.duckdb.ts';
import type { Cluster } from './cluster.clickhouse.ts';
import { cubeOfChanges } from './cubes-of-cluster.ts';
import { type Consignment, send } from './send.clickhouse.ts';
import { cubeColumns, factColumns, realColumns, supersededColumns, textColumns } from './tables.ts';

interface Sending {
  readonly load: number;
  readonly edition: string;
  /** A folder for the block that is being sent. */
  readonly scratch: string;
  /** Rows of a block, which is sent to a shard at once. */
  readonly rowsOfBlock: number;
  /** Something may have been sent under this number already. */
  readonly begunBefore: boolean;
}

const cell = 'shape, flow, month_from, month_to, place, commodity, partner, mode, supervision, company';

/**
 * What the load changed among the borrowed facts. Whatever order they were written in, they are sent in
 * the order of their cells, so that the same file always gives the same numbers and blocks. All rows of a
 * cell lie on the shard that its codes say; what supersedes a fact, and the sums of it, on the shard of the fact.
 */
export async function sendLoad(
  connection: DuckDBConnection,
  cluster: Cluster,
  { load, edition, rowsOfBlock, ...how }: Sending,
): Promise<void> {
  const shards = await cluster.shards();
  const numbers = [...shards.keys()];
  const at = `[${numbers.join(', ')}][1 + (hash(concat_ws('|', place, commodity, partner, mode, supervision, company)) % ${numbers.length})::BIGINT]`;
  const lay = (table: string, rows: string) =>
    connection.run(
      `CREATE OR REPLACE TEMP TABLE ${table} AS SELECT row_number() OVER () - 1 AS n, * FROM (${rows})`,
    );
  await lay(
    'sent',
    `SELECT * EXCLUDE (id, shard), ${at} AS shard FROM fact WHERE load = ${load} ORDER BY ${cell}`,
  );
  await lay('gone', `SELECT * FROM fact WHERE until = ${load} ORDER BY id`);
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE changed AS SELECT *, ${load} AS known, 1 AS sign FROM sent
     UNION ALL BY NAME SELECT * EXCLUDE (id), ${load} AS known, -1 AS sign FROM gone`,
  );
  const shapes = await shapesOf(connection);
  const told = await connection.runAndReadAll('SELECT DISTINCT shape FROM changed');
  const changed = told.getRows().flatMap(([number]) => shapes.get(Number(number)) ?? []);
  const kept = cubes.filter((cube) => changed.some((shape) => summarises(cube, shape)));
  for (const cube of kept) await lay(`sent_${cube.table}`, cubeOfChanges(cube, shapes));
  // Sums come last: where some were left by a load that was killed, facts were too, and are looked for.
  const consignments: Consignment[] = [
    {
      from: 'gone',
      into: 'superseded',
      columns: supersededColumns,
      written: (column) => column,
      by: 'until',
    },
    {
      from: 'sent',
      into: 'fact',
      through: 'fact_in',
      columns: factColumns,
      written: (column) => writtenFact(column, load),
      by: 'load',
    },
    ...cubes.map((cube) => ({
      ...(kept.includes(cube) && { from: `sent_${cube.table}` }),
      into: `${cube.table}_${edition}`,
      columns: cubeColumns(cube),
      written: (column: string) =>
        column === 'valued'
          ? 'coalesce(valued, 0)'
          : textColumns.includes(column)
            ? `coalesce(${column}, '')`
            : column,
      by: 'known',
    })),
  ];
  await send(connection, shards, consignments, {
    ...how,
    rowsAtOnce: rowsOfBlock * numbers.length,
    load,
    database: cluster.address.database,
  });
  for (const { from } of consignments) if (from) await connection.run(`DROP TABLE ${from}`);
}

/** Facts are numbered within their load, in 36 bits, and loads within the store. */
function writtenFact(column: string, load: number): string {
  if (column === 'id') return `(${load}::UBIGINT << 36) + n::UBIGINT`;
  if (textColumns.includes(column)) return `coalesce(${column}, '')`;
  return realColumns.includes(column) ? `${column}::BIT::BIGINT` : column;
}
