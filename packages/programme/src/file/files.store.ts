import { randomUUID } from 'node:crypto';
import type { ReadStream } from 'node:fs';
import type { Selectable } from 'kysely';
import type { Asker } from '../account/asker.ts';
import { record as tell } from '../ground/audit.store.ts';
import type { Records } from '../ground/records.store.ts';
import { NotFound } from '../ground/refusal.ts';
import type { Tables } from '../ground/tables.store.ts';
import type { Bytes, Received } from './bytes.store.ts';
import { FileFault } from './file-fault.ts';
import { type FileType, fileNameOf } from './file-type.ts';

/** A file on a record: evidence, a document. It is never erased. */
export interface RecordFile {
  readonly id: string;
  readonly record: string;
  readonly sha256: string;
  readonly name: string;
  readonly type: FileType;
  readonly size: number;
  readonly note: string;
  /** Everybody may have it once its record is published. */
  readonly public: boolean;
  readonly account: string;
  readonly by: string;
  readonly at: string;
  readonly withdrawn?: { readonly at: string; readonly by: string; readonly why: string };
}

/** A file as it comes in. */
export interface Incoming {
  readonly name: string;
  readonly stream: AsyncIterable<Uint8Array>;
}

/** Files of any record. A row is written when the bytes are on disk, so none points to what is not there. */
export class Files {
  readonly #records: Records;
  readonly #bytes: Bytes;

  constructor(records: Records, bytes: Bytes) {
    this.#records = records;
    this.#bytes = bytes;
  }

  /**
   * Takes files in, all or none.
   * @throws FileFault naming the file
   */
  async add(
    record: string,
    incoming: AsyncIterable<Incoming>,
    { note, open }: { readonly note: () => string; readonly open: () => boolean },
    asker: Asker,
  ): Promise<RecordFile[]> {
    const received: { name: string; bytes: Received }[] = [];
    try {
      for await (const { name, stream } of incoming)
        received.push({ name, bytes: await this.#bytes.receive(stream, name) });
      if (received.length === 0) throw new FileFault('file-none', 'files');
      for (const { bytes } of received) await this.#bytes.keep(bytes);
    } catch (error) {
      for (const { bytes } of received) await this.#bytes.discard(bytes);
      throw error;
    }
    const at = this.#records.world.now().toISOString();
    return this.#records.together(async (_, writing) => {
      const rows: Selectable<Tables['file']>[] = [];
      for (const { name, bytes } of received) {
        const row = {
          id: `file-${randomUUID()}`,
          record,
          sha256: bytes.sha256,
          name: fileNameOf(name, bytes.type),
          type: bytes.type,
          size: bytes.size,
          note: note(),
          public: open(),
          account: asker.account,
          by: asker.name,
          at,
        };
        rows.push(await writing.insertInto('file').values(row).returningAll().executeTakeFirstOrThrow());
        const { id: file, sha256, name: kept } = row;
        await tell(writing, at, asker, 'file.add', { record, file, sha256, name: kept });
      }
      return rows.map(fileOf);
    });
  }

  async of(record: string): Promise<RecordFile[]> {
    const rows = await this.#records.reading
      .selectFrom('file')
      .selectAll()
      .where('record', '=', record)
      .orderBy('at')
      .orderBy('id')
      .execute();
    return rows.map(fileOf);
  }

  /** @throws NotFound */
  async get(id: string): Promise<RecordFile> {
    const row = await this.#records.reading
      .selectFrom('file')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    if (row) return fileOf(row);
    throw new NotFound(`there is no file ${id}`);
  }

  /** @throws FileFault `file-missing` */
  read({ sha256, name }: RecordFile): Promise<ReadStream> {
    return this.#bytes.read(sha256, name);
  }

  /**
   * Says whether everybody may have it.
   * @throws NotFound
   */
  async mark(id: string, open: boolean, asker: Asker): Promise<RecordFile> {
    return this.#records.together(async (_, writing) => {
      const at = this.#records.world.now().toISOString();
      const row = await writing
        .updateTable('file')
        .set({ public: open })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      if (!row) throw new NotFound(`there is no file ${id}`);
      await tell(writing, at, asker, 'file.mark', { record: row.record, file: id, public: open });
      return fileOf(row);
    });
  }

  /**
   * It stays, and is marked with the reason.
   * @throws NotFound, FileFault `file-withdrawn`
   */
  async withdraw(id: string, why: string, asker: Asker): Promise<RecordFile> {
    const { name } = await this.get(id);
    return this.#records.together(async (_, writing) => {
      const at = this.#records.world.now().toISOString();
      const row = await writing
        .updateTable('file')
        .set({ withdrawn_at: at, withdrawn_by: asker.name, withdrawn_why: why })
        .where('id', '=', id)
        .where('withdrawn_at', 'is', null)
        .returningAll()
        .executeTakeFirst();
      if (!row) throw new FileFault('file-withdrawn', name);
      await tell(writing, at, asker, 'file.withdraw', { record: row.record, file: id, why });
      return fileOf(row);
    });
  }
}

const fileOf = ({
  withdrawn_at,
  withdrawn_by,
  withdrawn_why,
  at,
  type,
  ...row
}: Selectable<Tables['file']>): RecordFile => ({
  ...row,
  type: type as FileType,
  at: at.toISOString(),
  ...(withdrawn_at && {
    withdrawn: { at: withdrawn_at.toISOString(), by: withdrawn_by ?? '', why: withdrawn_why ?? '' },
  }),
});
