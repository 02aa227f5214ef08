import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@tidu/trade';

/** Whole numbers, or text. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: 'BIGINT' | 'VARCHAR';
}

/** A table that is small enough to be given at once, as a Parquet file. */
export async function parquetOf(
  columns: readonly ParquetColumn[],
  rows: Iterable<readonly (string | number | null)[]>,
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'tidu-parquet-'));
  const file = join(folder, 'table.parquet');
  const store = await openStore({ path: ':memory:', places: [] });
  try {
    const named = columns.map(({ name, type }) => `"${name.replaceAll('"', '""')}" ${type}`);
    await store.connection.run(`CREATE TABLE exchanged (${named.join(', ')})`);
    const appender = await store.connection.createAppender('exchanged');
    for (const row of rows) {
      for (const [i, cell] of row.entries()) {
        if (cell === null) appender.appendNull();
        else if (columns[i]?.type === 'BIGINT') appender.appendBigInt(BigInt(cell));
        else appender.appendVarchar(String(cell));
      }
      appender.endRow();
    }
    appender.closeSync();
    await store.connection.run(`COPY exchanged TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`);
    return await readFile(file);
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}
