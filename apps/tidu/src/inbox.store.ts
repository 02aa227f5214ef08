import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  type ImportOptions,
  isArchive,
  type LoadSummary,
  type Preview,
  type RecognisedFile,
  recogniseFile,
  unpackArchive,
} from '@tidu/trade';
import { type Explanation, explain, Refused } from './errors.ts';

const unfinished = '.unfinished';

type UploadState = 'received' | 'reading' | 'done' | 'refused';

/** A file that somebody handed in, and what has become of it. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly state: UploadState;
  readonly recognised?: RecognisedFile;
  /** How much of it has been read, while it is read. */
  readonly progress?: { readonly bytes: number; readonly of: number };
  readonly summary?: LoadSummary;
  readonly problem?: Pick<Explanation, 'code' | 'sentence' | 'remedy'>;
}

/** What an inbox does with a file; the statistics stay outside of it. */
export interface Taker {
  preview(path: string, options: ImportOptions): Promise<Preview>;
  take(path: string, options: ImportOptions): Promise<LoadSummary>;
}

/**
 * Where files wait that people have handed in, in a folder of their own until each is taken in or
 * put away: a restart loses none of them.
 */
export class Inbox {
  readonly #folder: string;
  readonly #taker: Taker;
  readonly #uploads = new Map<string, Upload>();
  #restored: Promise<void> | undefined;

  constructor(folder: string, taker: Taker) {
    this.#folder = folder;
    this.#taker = taker;
  }

  async list(): Promise<readonly Upload[]> {
    await this.#restore();
    return [...this.#uploads.values()];
  }

  /** Keeps a file as it arrives; of an archive, the customs files in it. */
  async receive(name: string, content: Readable): Promise<readonly Upload[]> {
    await this.#restore();
    const id = randomUUID();
    const folder = join(this.#folder, id);
    mkdirSync(folder, { recursive: true });
    const path = join(folder, basename(name.replaceAll('\\', '/')) || 'unnamed');
    try {
      // Under another name until it is whole: an upload that broke off is no file.
      await pipeline(content, createWriteStream(`${path}${unfinished}`));
      if ((content as Readable & { truncated?: boolean }).truncated) {
        throw new Refused('too-large', `${name} is larger than can be handed in here`, 'use tidu import');
      }
      renameSync(`${path}${unfinished}`, path);
      if (!isArchive(path)) return [await this.#admit(id, path)];
      return await this.#unpack(id, path);
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /** The files of an archive, which goes once all of them are out of it. */
  async #unpack(id: string, archive: string): Promise<readonly Upload[]> {
    const { files } = await unpackArchive(archive, dirname(archive));
    if (files.length === 0) {
      throw new Refused(
        'not-recognised',
        `${basename(archive)} holds no customs file`,
        'pack csv, xls or xlsx files',
      );
    }
    rmSync(archive);
    return Promise.all(files.map((file, i) => this.#admit(`${id}.${i}`, file)));
  }

  async preview(id: string, options: ImportOptions): Promise<Preview> {
    return this.#taker.preview(this.#pathOf((await this.#known(id)).id), options);
  }

  /** Begins to take a file in; how it goes is told by `list`. */
  async take(id: string, options: ImportOptions): Promise<Upload> {
    const upload = await this.#known(id);
    if (upload.state === 'reading' || upload.state === 'done') {
      throw new Refused('contradiction', `${upload.name} is ${upload.state} already`, 'look at its result');
    }
    const { problem: _, ...rest } = upload;
    const reading = this.#put({ ...rest, state: 'reading', progress: { bytes: 0, of: upload.bytes } });
    const progress: ImportOptions['progress'] = (done) => this.#put({ ...reading, progress: done });
    void this.#taker.take(this.#pathOf(id), { ...options, progress }).then(
      (summary) => {
        this.#remove(id);
        this.#put({ ...rest, state: 'done', summary });
      },
      (error) => {
        const { code, sentence, remedy } = explain(error);
        this.#put({
          ...rest,
          state: 'refused',
          problem: { code, sentence, ...(remedy !== undefined && { remedy }) },
        });
      },
    );
    return reading;
  }

  /** Puts a file away; one that is being read is left alone. */
  async discard(id: string): Promise<void> {
    const { state, name } = await this.#known(id);
    if (state === 'reading') {
      throw new Refused('contradiction', `${name} is being read`, 'wait until it is done');
    }
    this.#remove(id);
    this.#uploads.delete(id);
  }

  async #known(id: string): Promise<Upload> {
    await this.#restore();
    const upload = this.#uploads.get(id);
    if (upload) return upload;
    throw new Refused('not-found', 'there is no such file in the inbox', 'hand it in again');
  }

  async #admit(id: string, path: string): Promise<Upload> {
    const { size } = statSync(path);
    this.#paths.set(id, path);
    const upload = { id, name: basename(path), bytes: size };
    try {
      return this.#put({ ...upload, state: 'received', recognised: await recogniseFile(path) });
    } catch (error) {
      const { code, sentence, remedy } = explain(error);
      if (code === 'fault') throw error;
      const problem = { code, sentence, ...(remedy !== undefined && { remedy }) };
      return this.#put({ ...upload, state: 'refused', problem });
    }
  }

  readonly #paths = new Map<string, string>();

  #pathOf(id: string): string {
    const path = this.#paths.get(id);
    if (path !== undefined && existsSync(path)) return path;
    throw new Refused('not-found', 'the file is no longer in the inbox', 'hand it in again');
  }

  #put(upload: Upload): Upload {
    this.#uploads.set(upload.id, upload);
    return upload;
  }

  #remove(id: string): void {
    const path = this.#paths.get(id);
    if (path !== undefined) rmSync(path, { force: true });
    this.#paths.delete(id);
    const folder = join(this.#folder, id.split('.')[0] ?? '');
    if (![...this.#paths.keys()].some((other) => other.split('.')[0] === id.split('.')[0])) {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** Files that were handed in before the program last ended. */
  #restore(): Promise<void> {
    this.#restored ??= (async () => {
      if (!existsSync(this.#folder)) return;
      for (const id of readdirSync(this.#folder).sort()) await this.#restoreOne(id, join(this.#folder, id));
    })();
    return this.#restored;
  }

  async #restoreOne(id: string, folder: string): Promise<void> {
    const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile());
    for (const path of all.filter((one) => one.endsWith(unfinished))) rmSync(path);
    const whole = all.filter((path) => !path.endsWith(unfinished));
    // The archive is still there, so it broke off while it was unpacked, and what is out may be cut off.
    const archive = whole.find((path) => isArchive(path) && dirname(path) === folder);
    if (archive !== undefined) {
      await this.#unpack(id, archive).catch(() => rmSync(folder, { recursive: true, force: true }));
      return;
    }
    if (whole.length === 0) rmSync(folder, { recursive: true, force: true });
    for (const [i, path] of whole.entries()) await this.#admit(whole.length === 1 ? id : `${id}.${i}`, path);
  }
}
