import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * Writes all of the bytes, or leaves nothing: they go to a file beside it that says that it is a
 * part, which takes the name when it is whole. What stood there before stays until then.
 */
export async function writeWhole(bytes: AsyncIterable<Uint8Array | string>, file: string): Promise<void> {
  const part = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  const discard = () => rmSync(part, { force: true });
  const interrupted = (signal: NodeJS.Signals) => {
    discard();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted);
  try {
    await pipeline(bytes, createWriteStream(part));
    renameSync(part, file);
  } catch (error) {
    discard();
    throw error;
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupted);
  }
}
