import type { DuckDBConnection } from '@duckdb/node-api';
import { keepCubes } from '../cube/keep-cubes.duckdb.ts';
import type { Shape } from '../fact.ts';
import type { Scope } from '../facts-elsewhere.duckdb.ts';
import { quote } from './map-codes.duckdb.ts';
import { type Staged, yyyymm } from './stage.duckdb.ts';

/** What became of the staged facts. */
export interface Settled {
  readonly loaded: number;
  readonly unchanged: number;
  readonly superseded: number;
  /** Rows of the file all of whose facts are known already. */
  readonly unchangedRows: number;
}

export const cell = [
  'month_from',
  'month_to',
  'flow',
  'place',
  'commodity',
  'partner',
  'mode',
  'supervision',
  'company',
];
export const figures = ['value', 'value_ytd', 'printed_growth', 'quantity', 'unit', 'quantity2', 'unit2'];
export const columns = [...cell, ...figures];

/**
 * Compares the staged facts with the current ones, cell by cell (shape, months, flow, place,
 * commodity, partner, modes, company): the same stay, other figures supersede, new cells are added. A cell
 * that a newer edition does not name stays as it was.
 *
 * @param onlyMissing a known cell stays whatever is staged for it
 *
 * Within the caller's transaction, so that nothing of it is seen before all of it is.
 */
export async function settle(
  connection: DuckDBConnection,
  load: number,
  { shapes, facts, flows, period }: Staged,
  onlyMissing = false,
): Promise<Settled> {
  await recordShapes(connection, shapes);
  if (period === undefined || facts === 0)
    return { loaded: 0, unchanged: 0, superseded: 0, unchangedRows: 0 };
  const known = await number(
    connection,
    `SELECT count(*) FROM (SELECT 1 FROM fact f JOIN shape s ON s.id = f.shape
       WHERE f.until IS NULL AND s.key IN (${list(shapes.map((shape) => shape.id))}) AND f.flow IN (${list(flows)})
         AND f.month_from BETWEEN ${yyyymm(period.from)} AND ${yyyymm(period.to)} LIMIT 1)`,
  );
  if (known === 0) {
    await insert(connection, load, 'staged');
    await keepCubes(connection, { load });
    return { loaded: facts, unchanged: 0, superseded: 0, unchangedRows: 0 };
  }
  const same = cell.map((name) => `f.${name} IS NOT DISTINCT FROM t.${name}`).join(' AND ');
  const equal = figures.map((name) => `f.${name} IS NOT DISTINCT FROM t.${name}`).join(' AND ');
  await connection.run(`CREATE OR REPLACE TEMP TABLE compared AS
    SELECT t.*, f.row AS before, (coalesce(${equal}, false) OR ${onlyMissing}) AND f.row IS NOT NULL AS same
    FROM staged t JOIN shape s ON s.key = t.shape
    LEFT JOIN (SELECT rowid AS row, * FROM fact WHERE until IS NULL) f ON f.shape = s.id AND ${same}`);
  const unchanged = await number(connection, 'SELECT count(*) FROM compared WHERE same');
  const superseded = await number(
    connection,
    'SELECT count(DISTINCT before) FROM compared WHERE NOT same AND before IS NOT NULL',
  );
  const unchangedRows = await number(
    connection,
    'SELECT count(*) FROM (SELECT line FROM compared GROUP BY line HAVING bool_and(same))',
  );
  if (superseded > 0) {
    await connection.run(
      `UPDATE fact SET until = ${load}
       WHERE rowid IN (SELECT before FROM compared WHERE NOT same AND before IS NOT NULL)`,
    );
  }
  await insert(connection, load, 'compared WHERE NOT same');
  if (superseded === 0) await keepCubes(connection, { load });
  else await keepCubes(connection, await partsOf(connection, load));
  await connection.run('DROP TABLE compared');
  return { loaded: facts - unchanged, unchanged, superseded, unchangedRows };
}

/** What the staged facts may meet: all that was ever said of their shapes and months. */
export async function scopeOf(connection: DuckDBConnection, { shapes, period }: Staged): Promise<Scope> {
  const found = await connection.runAndReadAll(
    `SELECT id FROM shape WHERE key IN (${list(shapes.map((shape) => shape.id)) || 'NULL'})`,
  );
  return {
    shapes: found.getRows().map(([id]) => Number(id)),
    from: yyyymm(period?.from ?? '0'),
    to: yyyymm(period?.to ?? '0'),
  };
}

/** Shapes and months of which a load has facts. */
export async function partsOf(connection: DuckDBConnection, load: number) {
  const found = await connection.runAndReadAll(
    `SELECT DISTINCT shape, month_from FROM fact WHERE load = ${load} OR until = ${load}`,
  );
  const rows = found.getRows();
  const distinct = (at: number) => [...new Set(rows.map((row) => Number(row[at])))].sort((a, b) => a - b);
  return { shapes: distinct(0), months: distinct(1) };
}

/** In the order in which questions read: month, place, commodity. */
async function insert(connection: DuckDBConnection, load: number, from: string): Promise<void> {
  const taken = columns.map((name) => `t.${name}`).join(', ');
  await connection.run(`INSERT INTO fact (load, shape, ${columns.join(', ')}) SELECT ${load}, s.id, ${taken}
    FROM (FROM ${from}) t JOIN shape s ON s.key = t.shape
    ORDER BY t.month_from, t.place, t.commodity`);
}

const list = (texts: readonly string[]): string => texts.map(quote).join(', ');

async function recordShapes(connection: DuckDBConnection, shapes: readonly Shape[]): Promise<void> {
  for (const shape of shapes) {
    await connection.run(
      `INSERT INTO shape SELECT (SELECT coalesce(max(id), 0) + 1 FROM shape), $1, $2
       WHERE NOT EXISTS (FROM shape WHERE key = $1)`,
      [shape.id, JSON.stringify(shape)],
    );
  }
}

export async function number(connection: DuckDBConnection, sql: string): Promise<number> {
  const [row] = (await connection.runAndReadAll(sql)).getRows();
  return Number(row?.[0] ?? 0);
}
