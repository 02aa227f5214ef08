import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '@tidu/trade';
import type { ToldTable } from './table.ts';

/**
 * Writes a table as Parquet: codes and names as text, amounts as doubles, and in the file's own
 * metadata what it rests on. The rows wait in a file of the engine's, so that memory does not grow with them.
 */
export async function writeParquet(
  { columns, batches, about }: ToldTable,
  file: string,
  scratch: string,
): Promise<void> {
  const folder = join(scratch, `parquet-${crypto.randomUUID()}`);
  mkdirSync(folder, { recursive: true });
  const store = await openStore({ path: join(folder, 'rows.duckdb'), places: [], memoryLimit: '96MB' });
  try {
    const { connection } = store;
    const typed = columns.map(
      ({ key, kind }) => `${identifier(key)} ${kind === 'text' ? 'VARCHAR' : 'DOUBLE'}`,
    );
    await connection.run(`CREATE TABLE answer (${typed.join(', ')})`);
    const appender = await connection.createAppender('answer');
    for await (const { size, columns: cells } of batches) {
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < cells.length; j++) {
          const value = cells[j]?.[i];
          if (typeof value === 'number') appender.appendDouble(value);
          else if (value === null || value === undefined) appender.appendNull();
          else appender.appendVarchar(value);
        }
        appender.endRow();
      }
    }
    appender.closeSync();
    const told = [...Map.groupBy(about, ([label]) => label)].map(
      ([label, pairs]) => `${literal(label)}: ${literal(pairs.map(([, text]) => text).join('\n'))}`,
    );
    await connection.run(
      `COPY answer TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 32768, KV_METADATA {${told.join(', ')}})`,
    );
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
