import { openStore } from '@tidu/trade';
import type { BriefAnswer } from './desk.ts';

/** Writes an answer as Parquet: dimensions as text, the value as a double. */
export async function writeParquet({ query, rows }: BriefAnswer, file: string): Promise<void> {
  const store = await openStore({ path: ':memory:', places: [] });
  try {
    const columns = query.by.map((dimension) => `"${dimension}" VARCHAR`);
    await store.connection.run(`CREATE TABLE answer (${[...columns, 'value DOUBLE'].join(', ')})`);
    const appender = await store.connection.createAppender('answer');
    for (const row of rows) {
      for (const dimension of query.by) {
        const code = row[dimension];
        if (code === undefined) appender.appendNull();
        else appender.appendVarchar(code);
      }
      if (row.value === null) appender.appendNull();
      else appender.appendDouble(row.value);
      appender.endRow();
    }
    appender.closeSync();
    await store.connection.run(`COPY answer TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`);
  } finally {
    await store.close();
  }
}
