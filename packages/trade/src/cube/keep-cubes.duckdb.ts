import type { DuckDBConnection } from '@duckdb/node-api';
import type { Shape } from '../fact.ts';
import { type Cube, cubes, summarises } from './cubes.ts';

/** Tables of the cubes and of `parcel`: how many facts each load brought, by shape, months and flow. */
export const cubeTables = [
  `CREATE TABLE IF NOT EXISTS parcel (
    load INTEGER NOT NULL, until INTEGER, shape SMALLINT NOT NULL,
    month_from INTEGER NOT NULL, month_to INTEGER NOT NULL, flow VARCHAR NOT NULL,
    facts BIGINT NOT NULL, years_to_date BIGINT NOT NULL, quantities BIGINT NOT NULL
  )`,
  ...cubes.map(
    ({ table, dimensions }) => `CREATE TABLE IF NOT EXISTS ${table} (
    load INTEGER NOT NULL, until INTEGER, shape SMALLINT NOT NULL,
    month_from INTEGER NOT NULL, month_to INTEGER NOT NULL, flow VARCHAR NOT NULL,
    ${dimensions.map((name) => `${name} VARCHAR`).join(', ')}, value BIGINT, facts BIGINT NOT NULL
  )`,
  ),
].join(';\n');

/** Which facts have changed: those that a load brought, or all of some shapes and months. */
export type Changed =
  | { readonly load: number }
  | { readonly shapes: readonly number[]; readonly months: readonly number[] };

/**
 * Brings the cubes up to date with the facts, within the transaction that changed them. What a load
 * added is summed up and added; where facts were superseded too, their months are summed up anew, so
 * that a cube is at any time what its definition gives, and no drift can build up.
 */
export async function keepCubes(connection: DuckDBConnection, changed: Changed): Promise<void> {
  if (!('load' in changed) && (changed.shapes.length === 0 || changed.months.length === 0)) return;
  const scope =
    'load' in changed
      ? `load = ${changed.load}`
      : `shape IN (${changed.shapes.join(', ')}) AND month_from IN (${changed.months.join(', ')})`;
  const anew = !('load' in changed);
  if (anew) await connection.run(`DELETE FROM parcel WHERE ${scope}`);
  await connection.run(`INSERT INTO parcel ${parcels} WHERE ${scope} GROUP BY ALL ORDER BY ALL`);
  const shapes = await shapesOf(connection);
  for (const cube of cubes) {
    if (anew) await connection.run(`DELETE FROM ${cube.table} WHERE ${scope}`);
    await fill(connection, cube, shapes, scope);
  }
}

/** Sums everything up anew: for a store whose cubes are missing, or whose provinces have changed. */
export async function rebuildCubes(connection: DuckDBConnection): Promise<void> {
  await connection.run('DELETE FROM parcel');
  await connection.run(`INSERT INTO parcel ${parcels} GROUP BY ALL ORDER BY ALL`);
  const shapes = await shapesOf(connection);
  for (const cube of cubes) {
    await connection.run(`DELETE FROM ${cube.table}`);
    await fill(connection, cube, shapes, 'TRUE');
  }
}

export const parcels = `SELECT load, until, shape, month_from, month_to, flow,
  count(*), count(value_ytd), count(quantity) FROM fact`;

async function fill(
  connection: DuckDBConnection,
  cube: Cube,
  shapes: ReadonlyMap<number, Shape>,
  scope: string,
): Promise<void> {
  const statement = summed(cube, shapes, scope);
  if (statement) await connection.run(`INSERT INTO ${cube.table} ${statement} ORDER BY month_from, flow, 7`);
}

/** The definition of a cube over the facts in `scope`; nothing where no shape has it. */
export function summed(cube: Cube, shapes: ReadonlyMap<number, Shape>, scope: string): string | undefined {
  const numbers = [...shapes].filter(([, shape]) => summarises(cube, shape)).map(([number]) => number);
  if (numbers.length === 0) return undefined;
  const key = 'load, until, shape, month_from, month_to, flow';
  const own = cube.dimensions.map((name) =>
    name === 'commodity' ? `left(commodity, ${cube.hsDigits}) AS commodity` : name,
  );
  const sums = `SELECT ${key}, ${own.join(', ')}, sum(value)::BIGINT AS value, count(*) AS facts
    FROM fact WHERE shape IN (${numbers.join(', ')}) AND ${scope} GROUP BY ALL`;
  if (!cube.provinces) return sums;
  // Places first, then their provinces: of facts that are not committed yet the engine does not know
  // how many there are, and would put all of them in the hash table of the join.
  const kept = cube.dimensions.map((name) =>
    name === 'place' ? 'coalesce(p.province, f.place)' : `f.${name}`,
  );
  return `SELECT ${key}, ${kept.join(', ')}, sum(value)::BIGINT, sum(facts)::BIGINT
    FROM (${sums}) f LEFT JOIN place p ON p.code = f.place GROUP BY ALL`;
}

export async function shapesOf(connection: DuckDBConnection): Promise<Map<number, Shape>> {
  const found = await connection.runAndReadAll('SELECT id, definition FROM shape');
  return new Map(
    found.getRows().map(([id, definition]) => [Number(id), JSON.parse(String(definition)) as Shape]),
  );
}
