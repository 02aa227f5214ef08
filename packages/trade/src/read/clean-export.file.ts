import { isUtf8 } from 'node:buffer';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LineScanner } from './line-scanner.ts';

/** What became of the lines of an export while they were cleaned. */
export interface Cleaned {
  /** Lines after the header that are not blank. */
  readonly rows: number;
  readonly odd: readonly { line: number; text: string; why: string }[];
  /** Lines that are one row with the next. */
  readonly joined: readonly number[];
}

const whyOdd = {
  quotes: 'the quotes of this line do not match up',
  columns: 'this line has another number of columns than the header',
  'too-long': 'this line is longer than any row can be',
} as const;

/** How an export is cleaned, and what becomes of its clean lines. */
export interface Cleaning {
  readonly encoding: 'utf-8' | 'gb18030';
  /** Columns of the header, and those of them that are wanted. */
  readonly columns: number;
  readonly wanted: readonly number[];
  /** The folder for the parts that the clean lines are written to. */
  readonly scratch: string;
  /** Takes a part, which is gone afterwards; the next is written in the meantime. */
  readonly take: (part: string) => Promise<void>;
  readonly progress?: ((bytes: number) => void) | undefined;
}

const bytesOfPart = 24 << 20;

/** Writes an export's lines, clean, numbered and in UTF-8, part by part, and hands each part on. */
export async function cleanExport(
  from: string,
  { encoding, columns, wanted, scratch, take, progress }: Cleaning,
): Promise<Cleaned> {
  const scanner = new LineScanner(columns, 0, wanted);
  const decoder = new TextDecoder(encoding);
  const parts = new Parts(scratch, take);
  const odd: { line: number; text: string; why: string }[] = [];
  const write = async (clean: Uint8Array) => {
    for (const { line, bytes, why } of scanner.odd.splice(0)) {
      odd.push({ line, text: new TextDecoder(encoding).decode(bytes), why: whyOdd[why] });
    }
    // The lines are whole, so no character is cut in two; bytes that are none become U+FFFD, which no code has.
    const asIs = encoding === 'utf-8' && isUtf8(clean);
    if (clean.length > 0) await parts.write(asIs ? clean : decoder.decode(clean));
  };
  const source = await open(from);
  try {
    let done = 0;
    for await (const chunk of source.createReadStream({ highWaterMark: 1 << 20 })) {
      await write(scanner.push(chunk));
      done += chunk.length;
      progress?.(done);
    }
    await write(scanner.finish());
  } finally {
    await parts.end();
  }
  return { rows: scanner.kept + odd.length, odd, joined: scanner.joined };
}

/** A long text in files of a bounded size, of which one is written while the one before is taken. */
class Parts {
  readonly #scratch: string;
  readonly #take: (part: string) => Promise<void>;
  #count = 0;
  #size = 0;
  #file: FileHandle | undefined;
  #taking: Promise<void> = Promise.resolve();

  constructor(scratch: string, take: (part: string) => Promise<void>) {
    this.#scratch = scratch;
    this.#take = take;
  }

  get #path(): string {
    return join(this.#scratch, `part-${this.#count}.csv`);
  }

  async write(text: string | Uint8Array): Promise<void> {
    this.#file ??= await open(this.#path, 'w');
    const { bytesWritten } =
      typeof text === 'string' ? await this.#file.write(text) : await this.#file.write(text);
    this.#size += bytesWritten;
    if (this.#size >= bytesOfPart) await this.#hand();
  }

  async #hand(): Promise<void> {
    await this.#file?.close();
    this.#file = undefined;
    this.#size = 0;
    const path = this.#path;
    this.#count++;
    await this.#taking;
    this.#taking = this.#take(path).then(() => rm(path));
    // heard when the next part is handed on, or at the end
    this.#taking.catch(() => {});
  }

  /** There is at least one part, if an empty one. */
  async end(): Promise<void> {
    if (this.#count === 0) this.#file ??= await open(this.#path, 'w');
    if (this.#file) await this.#hand();
    await this.#taking;
  }
}
