import type { DuckDBConnection, DuckDBDataChunk, DuckDBValue } from '@duckdb/node-api';
import { labelOf } from './read-answer.duckdb.ts';
import type { Batch, Dimension, StreamedAnswer } from './warehouse.ts';

/** An answer whose rows lie in temporary tables. */
export interface Spooled extends Omit<StreamedAnswer, 'batches' | 'close'> {
  /** Reads the rows from the temporary tables. */
  readonly from: string;
}

/** The rows of it, batch by batch; `end` hears when they are all given, or nobody wants more. */
export async function* reading(
  connection: DuckDBConnection,
  { from, heads, across, count }: Spooled,
  end: () => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<Batch> {
  try {
    if (count === 0) return;
    const width = heads.length + (across?.length ?? 1);
    const result = await connection.stream(from);
    for (;;) {
      signal?.throwIfAborted();
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      for (let at = 0; at < chunk.rowCount; at += rowsAtOnce) {
        yield batchOf(chunk, at, Math.min(chunk.rowCount, at + rowsAtOnce), heads, width);
      }
    }
  } finally {
    end();
  }
}

/** Rows handed on at once: few enough that they are forgotten before the memory for long-lived things is touched. */
const rowsAtOnce = 256;

function batchOf(
  chunk: DuckDBDataChunk,
  from: number,
  to: number,
  heads: readonly Dimension[],
  width: number,
): Batch {
  const column = <T>(i: number, read: (value: DuckDBValue) => T): T[] => {
    const vector = chunk.getColumnVector(i);
    return Array.from({ length: to - from }, (_, row) => read(vector.getItem(from + row)));
  };
  return {
    size: to - from,
    codes: heads.map((name, i) => column(i, (value) => labelOf(name, value))),
    amounts: Array.from({ length: width - heads.length }, (_, i) =>
      column(heads.length + i, (value) => value as number | null),
    ),
  };
}
