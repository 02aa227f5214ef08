import type { DuckDBConnection } from '@duckdb/node-api';
import { cubes } from './cubes.ts';
import { parcels, shapesOf, summed } from './keep-cubes.duckdb.ts';

/** Cubes that are not what their definition gives, in words. Sums all facts up once for each cube. */
export async function cubeFaults(connection: DuckDBConnection): Promise<string[]> {
  const shapes = await shapesOf(connection);
  const kept = [
    { table: 'parcel', definition: `${parcels} GROUP BY ALL` },
    ...cubes.map((cube) => ({ table: cube.table, definition: summed(cube, shapes, 'TRUE') })),
  ];
  const found: string[] = [];
  for (const { table, definition } of kept) {
    const expected = definition ?? `FROM ${table} LIMIT 0`;
    const [row] = (
      await connection.runAndReadAll(
        `SELECT count(*) FROM ((FROM ${table} EXCEPT ALL (${expected})) UNION ALL ((${expected}) EXCEPT ALL FROM ${table}))`,
      )
    ).getRows();
    const apart = Number(row?.[0]);
    if (apart > 0) {
      found.push(
        `${apart} rows of ${table} are not the sums of the facts: empty the table parcel, then all sums are made anew at the next start`,
      );
    }
  }
  return found;
}
