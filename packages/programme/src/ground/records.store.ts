import { type Insertable, sql } from 'kysely';
import { type Asker, clock } from '../account/asker.ts';
import { holdTrail, record as tell } from './audit.store.ts';
import type { Database, Reading, Writing } from './database.store.ts';
import type { Face, Facts, ProgrammeRecord } from './kind.ts';
import { inPieces } from './pieces.ts';
import { RecordReader } from './record-reader.store.ts';
import { NotCurrent, NotFound } from './refusal.ts';
import type { AnyRegistered } from './registered.ts';
import { recordOf, rowOf, type StoredRecord } from './stored-record.store.ts';
import type { Tables } from './tables.store.ts';
import { understood } from './understood.ts';
import { NotPossible, type Possibility } from './workflow.ts';
import { dateIn, type World } from './world.ts';

/** What happened to a record, for whoever wants to tell people of it. */
export interface Happening {
  readonly record: ProgrammeRecord;
  /** `create`, `edit` or an act of its lifecycle. */
  readonly act: string;
  readonly asker: Asker;
  readonly given: Readonly<Record<string, unknown>>;
}

/** Hears of all changes of a transaction at its end: what it writes is written with them, or not at all. */
export type Listener = (writing: Writing, happenings: readonly Happening[]) => Promise<void>;

/**
 * The programme's records: found, made, changed and acted upon. Every change is checked against the
 * version that it was made on, kept as a version, told to the audit trail and followed by its effects,
 * all in one transaction. Who may is decided before, in the program (`allow.ts`).
 */
export class Records extends RecordReader {
  readonly world: World;
  readonly #database: Database;
  readonly #kinds: ReadonlyMap<string, AnyRegistered>;
  readonly #listeners: Listener[];
  readonly #writing: Writing | undefined;
  /** What a transaction writes at its end, many rows at a time. */
  readonly #versions: Insertable<Tables['record_version']>[] = [];
  readonly #happenings: Happening[] = [];

  constructor(
    database: Database,
    kinds: readonly AnyRegistered[],
    world: World,
    listeners: Listener[] = [],
    writing?: Writing,
  ) {
    super();
    this.#database = database;
    this.#kinds = new Map(kinds.map((registered) => [registered.kind.name, registered]));
    this.world = world;
    this.#listeners = listeners;
    this.#writing = writing;
  }

  onChange(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /** To read with: the transaction under way, else the database. */
  override get reading(): Reading {
    return this.#writing ?? this.#database.reading;
  }

  override async readingVersions(): Promise<Reading> {
    if (this.#writing) await this.#writeVersions(this.#writing);
    return this.reading;
  }

  /**
   * Several changes, all or none. Within a transaction it is that one. One goes after another: who came to
   * the trail with records in hand could wait for somebody who has it and waits for these.
   */
  async together<T>(work: (records: Records, writing: Writing) => Promise<T>): Promise<T> {
    if (this.#writing) return work(this, this.#writing);
    const kinds = [...this.#kinds.values()];
    return this.#database.write(async (writing) => {
      await holdTrail(writing);
      const within = new Records(this.#database, kinds, this.world, this.#listeners, writing);
      const result = await work(within, writing);
      await within.#writeVersions(writing);
      for (const listener of this.#listeners) await listener(writing, within.#happenings);
      return result;
    });
  }

  /** @throws NotFound */
  registered(kind: string): AnyRegistered {
    const found = this.#kinds.get(kind);
    if (!found) throw new NotFound(`there is no kind of record "${kind}"`);
    return found;
  }

  /** @throws NotAcceptable naming the field */
  async create<C>(
    kind: string,
    content: C,
    asker: Asker,
    as: { sample?: boolean; state?: string } = {},
  ): Promise<ProgrammeRecord<C>> {
    return this.together(async (records) => {
      const [id] = await records.createAll(kind, [content], asker, as);
      return records.get<C>(id as string);
    });
  }

  /**
   * Many of a kind, all or none; the effects of each find all the others there.
   * @returns their ids
   * @throws NotAcceptable naming the field
   */
  async createAll<C>(
    kind: string,
    contents: readonly C[],
    asker: Asker,
    { sample = false, state }: { sample?: boolean; state?: string } = {},
  ): Promise<string[]> {
    if (contents.length === 0) return [];
    const registered = this.registered(kind);
    const first = state ?? registered.kind.workflow.initial;
    const accepted = contents.map((content): C => understood(registered.kind.content, content));
    const faces = accepted.map((content) => registered.kind.face(content, first));
    return this.together(async (records, writing) => {
      await records.mustExist(faces.flatMap(({ parent }) => parent ?? []));
      const now = this.world.now().toISOString();
      const ids = await nextIds(writing, kind, contents.length);
      const made = faces.map((face, i): ProgrammeRecord<C> => {
        const [id, content] = [ids[i] as string, accepted[i] as C];
        return { ...face, id, kind, state: first, version: 1, content, sample, madeAt: now, changedAt: now };
      });
      for (const some of inPieces(made)) await writing.insertInto('record').values(some.map(rowOf)).execute();
      for (const one of made) {
        await records.#keep(writing, one, 'create', asker, {});
        await records.#follow(registered, one, 'create', asker, {});
      }
      return ids;
    });
  }

  /**
   * Puts another content in its place.
   * @throws NotFound, NotCurrent, NotAcceptable, NotPossible
   */
  async edit<C>(id: string, content: C, version: number, asker: Asker): Promise<ProgrammeRecord<C>> {
    return this.together(async (records, writing) => {
      const was = await records.#current<C>(writing, id, version);
      const registered = this.registered(was.kind);
      const { workflow } = registered.kind;
      if (!workflow.editable.includes(was.state)) {
        const state = workflow.states[was.state];
        throw new NotPossible('edit', was.state, [
          {
            zh: `状态为“${state?.zh ?? was.state}”时不能修改`,
            en: `it cannot be edited in the state "${state?.en ?? was.state}"`,
          },
        ]);
      }
      const edited: C = understood(registered.kind.content, content);
      const accepted: C = registered.kind.kept ? registered.kind.kept(was.content, edited) : edited;
      const next = await records.#replace(writing, was, accepted, was.state, 'edit', asker, {});
      await records.#follow(registered, next, 'edit', asker, {});
      return records.get<C>(id);
    });
  }

  /**
   * An act of the lifecycle, by a person or by the clock.
   * @throws NotFound, NotCurrent, NotAcceptable, NotPossible
   */
  async act<C = unknown>(
    id: string,
    act: string,
    given: Readonly<Record<string, unknown>>,
    version: number,
    asker: Asker,
  ): Promise<ProgrammeRecord<C>> {
    return this.together(async (records, writing) => {
      const was = await records.#current<C>(writing, id, version);
      const registered = this.registered(was.kind);
      const { workflow, doing } = registered.kind;
      const found = Object.hasOwn(workflow.acts, act) ? workflow.acts[act] : undefined;
      if (found?.by === 'clock' && asker.account !== clock.account) {
        throw new NotPossible(act, was.state, [
          { zh: '这由时间决定', en: 'time brings this about, nobody does' },
        ]);
      }
      const does = doing?.[act];
      const accepted = does?.given ? understood(does.given, given, 'given') : {};
      const facts = await records.facts(was, asker, accepted);
      const state = workflow.next(act, was.state, facts);
      const changed = does?.change ? does.change(was.content, facts) : was.content;
      const content: C = understood(registered.kind.content, changed);
      const next = await records.#replace(writing, was, content, state, act, asker, accepted);
      await records.#follow(registered, next, act, asker, accepted);
      return records.get<C>(id);
    });
  }

  /**
   * A change that follows from something else, whatever the state: what effects and the clock do.
   * @throws NotFound, NotAcceptable
   */
  async revise<C>(
    id: string,
    change: (content: C) => C,
    act: string,
    asker: Asker,
  ): Promise<ProgrammeRecord<C>> {
    return this.together(async (records, writing) => {
      const was = await records.#held<C>(writing, id);
      const content: C = understood(this.registered(was.kind).kind.content, change(was.content));
      const next = await records.#replace(writing, was, content, was.state, act, asker, {});
      records.#happenings.push({ record: next, act, asker, given: {} });
      return next;
    });
  }

  /** What may be done with it now, whoever asks; acts that the asker may not do at all are left to the caller. */
  async possible(record: ProgrammeRecord, asker: Asker): Promise<Possibility[]> {
    const { workflow } = this.registered(record.kind).kind;
    return workflow.possible(record.state, await this.facts(record, asker, {}));
  }

  async facts(
    record: ProgrammeRecord,
    asker: Asker,
    given: Readonly<Record<string, unknown>>,
  ): Promise<Facts<unknown, unknown>> {
    const now = this.world.now();
    const extra = await this.registered(record.kind).extra?.(this, record, asker);
    return { record, today: dateIn(now), now: now.toISOString(), asker, given, extra };
  }

  /** The record, if it is still what the asker saw. */
  async #current<C>(writing: Writing, id: string, version: number): Promise<ProgrammeRecord<C>> {
    const held = await this.#held<C>(writing, id);
    if (held.version !== version) throw new NotCurrent(id, version, held.version);
    return held;
  }

  /** The record as it is now: nobody else changes it until the transaction ends. */
  async #held<C>(writing: Writing, id: string): Promise<ProgrammeRecord<C>> {
    const row = await writing
      .selectFrom('record')
      .selectAll()
      .where('id', '=', id)
      // Not against those who write a row that points to it.
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!row) throw new NotFound(`there is no record ${id}`);
    return recordOf<C>(row as StoredRecord);
  }

  async #replace<C>(
    writing: Writing,
    was: ProgrammeRecord<C>,
    content: C,
    state: string,
    act: string,
    asker: Asker,
    given: Readonly<Record<string, unknown>>,
  ): Promise<ProgrammeRecord<C>> {
    const face: Face = this.registered(was.kind).kind.face(content, state);
    const next: ProgrammeRecord<C> = {
      ...face,
      id: was.id,
      kind: was.kind,
      state,
      version: was.version + 1,
      content,
      sample: was.sample,
      madeAt: was.madeAt,
      changedAt: this.world.now().toISOString(),
    };
    const { id, ...row } = rowOf(next);
    await writing.updateTable('record').set(row).where('id', '=', id).execute();
    await this.#keep(writing, next, act, asker, given);
    return next;
  }

  async #writeVersions(writing: Writing): Promise<void> {
    for (const some of inPieces(this.#versions.splice(0)))
      await writing.insertInto('record_version').values(some).execute();
  }

  async #keep(
    writing: Writing,
    { id, kind, version, state, content, changedAt }: ProgrammeRecord,
    act: string,
    asker: Asker,
    given: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    this.#versions.push({
      record: id,
      version,
      state,
      act,
      content: JSON.stringify(content),
      given: JSON.stringify(given),
      account: asker.account,
      by: asker.name,
      at: changedAt,
    });
    await tell(writing, changedAt, asker, `${kind}.${act}`, { record: id, state, version });
  }

  async #follow(
    registered: AnyRegistered,
    record: ProgrammeRecord,
    act: string,
    asker: Asker,
    given: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    this.#happenings.push({ record, act, asker, given });
    const effect = registered.effects?.[act];
    if (effect) await effect(this, record, await this.facts(record, asker, given));
  }
}

async function nextIds(writing: Writing, kind: string, count: number): Promise<string[]> {
  const { last } = await writing
    .insertInto('counter')
    .values({ kind, last: count })
    .onConflict((conflict) => conflict.column('kind').doUpdateSet({ last: sql`counter.last + ${count}` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return Array.from({ length: count }, (_, i) => `${kind}-${last - count + i + 1}`);
}
