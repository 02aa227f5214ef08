import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, type Store } from '@tidu/trade';
import type { Cells, ToldTable } from './table.ts';

/** Rows of a part, which wait in memory until it is written. */
const rowsOfPart = 8_192;

/**
 * Writes a table as Parquet: codes and names as text, amounts as doubles, and in the file's own
 * metadata what it rests on. It is written in parts that are then read into one, so that memory does
 * not grow with the rows.
 */
export async function writeParquet(
  { columns, batches, about }: ToldTable,
  file: string,
  scratch: string,
): Promise<void> {
  const folder = join(scratch, `parquet-${crypto.randomUUID()}`);
  mkdirSync(folder, { recursive: true });
  const store = await openStore({ path: ':memory:', places: [], memoryLimit: '128MB' });
  try {
    const run = (sql: string) => store.connection.run(sql);
    await run('SET threads = 1');
    const typed = columns.map(
      ({ key, kind }) => `${identifier(key)} ${kind === 'text' ? 'VARCHAR' : 'DOUBLE'}`,
    );
    const parts: string[] = [];
    const begin = async () => {
      await run(`CREATE OR REPLACE TABLE part (${typed.join(', ')})`);
      return store.connection.createAppender('part');
    };
    let appender = await begin();
    let rows = 0;
    const endPart = async () => {
      appender.closeSync();
      const part = literal(join(folder, `${parts.length}.parquet`));
      await run(`COPY part TO ${part} (FORMAT parquet)`);
      parts.push(part);
      appender = await begin();
      rows = 0;
    };
    for await (const batch of batches) {
      append(appender, batch);
      rows += batch.size;
      if (rows >= rowsOfPart) await endPart();
    }
    if (rows > 0 || parts.length === 0) await endPart();
    appender.closeSync();
    await run('DROP TABLE part');
    const told = [...Map.groupBy(about, ([label]) => label)].map(
      ([label, pairs]) => `${literal(label)}: ${literal(pairs.map(([, text]) => text).join('\n'))}`,
    );
    await run(
      `COPY (FROM read_parquet([${parts.join(', ')}])) TO ${literal(file)}
       (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowsOfPart}, KV_METADATA {${told.join(', ')}})`,
    );
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Appender = Awaited<ReturnType<Store['connection']['createAppender']>>;

function append(appender: Appender, { size, columns }: Cells): void {
  for (let i = 0; i < size; i++) {
    for (const cells of columns) {
      const value = cells[i];
      if (typeof value === 'number') appender.appendDouble(value);
      else if (value === null || value === undefined) appender.appendNull();
      else appender.appendVarchar(value);
    }
    appender.endRow();
  }
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
