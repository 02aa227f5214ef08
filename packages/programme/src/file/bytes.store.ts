import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, type ReadStream, readdirSync, rmSync } from 'node:fs';
import { access, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FileFault } from './file-fault.ts';
import { type FileType, fileTypeOf, looked, mayBeText } from './file-type.ts';

/** Bytes that have come and are not kept yet. */
export interface Received {
  readonly part: string;
  readonly sha256: string;
  readonly size: number;
  readonly type: FileType;
}

/** Larger files are refused. */
export const largestFile = 50 * 1024 * 1024;

/**
 * Bytes in a folder under their checksum: `ab/abcd…`. They are written beside, brought to disk and then
 * given their name, so that under a name there is the whole of it or nothing, whenever the power goes.
 */
export class Bytes {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    if (!existsSync(folder)) return;
    // What a killed server was receiving.
    for (const name of readdirSync(folder))
      if (name.endsWith('.part')) rmSync(join(folder, name), { force: true });
  }

  /**
   * Takes a stream in as far as a file beside.
   * @throws FileFault naming the file
   */
  async receive(stream: AsyncIterable<Uint8Array>, name: string): Promise<Received> {
    mkdirSync(this.#folder, { recursive: true });
    const part = join(this.#folder, `${randomUUID()}.part`);
    const hash = createHash('sha256');
    let [size, text] = [0, true];
    let [head, tail] = [Buffer.alloc(0), Buffer.alloc(0)];
    const handle = await open(part, 'wx');
    try {
      for await (const chunk of stream) {
        size += chunk.length;
        if (size > largestFile) throw new FileFault('file-too-large', name);
        hash.update(chunk);
        text &&= mayBeText(chunk);
        if (head.length < looked) head = Buffer.concat([head, chunk.subarray(0, looked - head.length)]);
        tail = Buffer.concat([tail, chunk]);
        if (tail.length > looked) tail = tail.subarray(tail.length - looked);
        await handle.write(chunk);
      }
      if (size === 0) throw new FileFault('file-empty', name);
      const type = fileTypeOf({ head, tail, text }, name);
      if (!type) throw new FileFault('file-type', name);
      await handle.sync();
      return { part, sha256: hash.digest('hex'), size, type };
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
  }

  /** Gives received bytes their name; what lies there already is the same. */
  async keep({ part, sha256 }: Received): Promise<void> {
    const folder = join(this.#folder, sha256.slice(0, 2));
    mkdirSync(folder, { recursive: true });
    await rename(part, join(folder, sha256));
    for (const written of [folder, this.#folder]) await brought(written);
  }

  /** Received bytes that nobody wants. */
  async discard({ part }: Received): Promise<void> {
    await rm(part, { force: true });
  }

  /** @throws FileFault when the bytes are not there, which a restored backup may bring about */
  async read(sha256: string, name: string): Promise<ReadStream> {
    const path = join(this.#folder, sha256.slice(0, 2), sha256);
    await access(path).catch(() => {
      throw new FileFault('file-missing', name);
    });
    return createReadStream(path);
  }
}

/** Brings a folder's own entries to disk; some systems cannot, and need not. */
async function brought(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
