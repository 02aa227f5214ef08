import { type RawBuilder, sql } from 'kysely';
import type { Asker } from '../account/asker.ts';
import type { Reading, Writing } from '../ground/database.store.ts';
import { type Deeds, grantsOf } from '../ground/grant.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import { inPieces } from '../ground/pieces.ts';
import type { Listener, Records } from '../ground/records.store.ts';
import type { AnyRegistered } from '../ground/registered.ts';
import { type Listed, listedColumns, listedOf, whereSeen } from '../ground/stored-record.store.ts';
import { type Span, spansOf, squeezed, waysToSay } from './search-match.ts';
import { searchWords, wordsAsked, writtenWords } from './search-words.ts';

export interface Found extends Listed {
  /** Which characters of the titles answer the question. */
  readonly spans: { readonly zh: readonly Span[]; readonly en: readonly Span[] };
}

/** No public text is indexed beyond so many characters. */
const mostPublic = 2000;

/** Keeps the words by which records are found up to date, in the transaction of each change. */
export function indexing(records: Records, kinds: readonly AnyRegistered[]): Listener {
  const words = wordsOf(records, kinds);
  return async (writing, happenings) => {
    // As each came to stand: an entry can be written once in a statement.
    const last = new Map(happenings.map(({ record }) => [record.id, record]));
    for (const some of inPieces([...last.values()])) await keep(writing, some.map(words));
  };
}

/** Indexes what no change has told of: records from before there was an index. */
export async function indexMissing(records: Records, kinds: readonly AnyRegistered[]): Promise<number> {
  const words = wordsOf(records, kinds);
  let count = 0;
  for (;;) {
    const missing = await records.reading
      .selectFrom('record')
      .select('id')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(selectFrom('search_entry').select('entry').whereRef('search_entry.entry', '=', 'record.id')),
        ),
      )
      .limit(500)
      .execute();
    if (missing.length === 0) return count;
    await records.together(async (within, writing) => {
      const entries = [];
      for (const { id } of missing) entries.push(words(await within.get(id)));
      await keep(writing, entries);
    });
    count += missing.length;
  }
}

interface Entry {
  readonly entry: string;
  readonly said: readonly string[];
  readonly words: readonly string[];
}

function wordsOf({ world }: Records, kinds: readonly AnyRegistered[]): (record: ProgrammeRecord) => Entry {
  const places = new Map(world.pack.places.map(({ code, name }) => [code, `${name.zh} ${name.en}`]));
  const publicOf = new Map(kinds.map(({ kind }) => [kind.name, kind.publicContent]));
  return (record) => {
    const { id, kind, title, territory, words = [], published, content } = record;
    const place = territory === '100000' ? '' : (places.get(territory) ?? '');
    const open = published ? textIn(publicOf.get(kind)?.(content)).slice(0, mostPublic) : '';
    return {
      entry: id,
      said: [...waysToSay(title.zh), squeezed(title.en)],
      words: [
        ...new Set([
          ...[title.zh, title.en, place, id, ...words].flatMap(searchWords),
          ...writtenWords(open),
        ]),
      ],
    };
  };
}

async function keep(writing: Writing, entries: readonly Entry[]): Promise<void> {
  await writing
    .insertInto('search_entry')
    .values(
      entries.map(({ entry, said, words }) => ({
        entry,
        said: [...said],
        search_words: sql`array_to_tsvector(${[...words]}::text[])`,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('entry').doUpdateSet({
        said: sql`excluded.said`,
        search_words: sql`excluded.search_words`,
      }),
    )
    .execute();
}

/**
 * Records that answer a question and that the asker may read, the best first: whose title is what was
 * typed, then whose title begins with it, then whose title has it anywhere, then by other words; among equals
 * the shorter title.
 */
export async function search(
  reading: Reading,
  kinds: readonly AnyRegistered[],
  deeds: Deeds,
  asker: Asker,
  { question, limit, kind }: { question: string; limit: number; kind?: string | undefined },
): Promise<Found[]> {
  const asked = wordsAsked(question);
  const whole = squeezed(question);
  if (asked.length === 0) return [];
  const seen = seenOf(kinds, deeds, asker, kind);
  if (!seen) return [];
  const rows = await reading
    .selectFrom('search_entry')
    .innerJoin('record', 'record.id', 'search_entry.entry')
    .select(listedColumns)
    .where(sql<boolean>`search_words @@ ${queryOf(asked)}::tsquery`)
    .where(seen)
    .orderBy(
      sql`case when ${whole} = any(said) then 0 else
        (select min(case strpos(way, ${whole}) when 1 then 1 when 0 then 3 else 2 end) from unnest(said) as way) end`,
    )
    .orderBy(sql`length(title_zh)`)
    .orderBy('changed_at', 'desc')
    .orderBy('record.id')
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const found = listedOf(row);
    return {
      ...found,
      spans: { zh: spansOf(found.title.zh, question), en: spansOf(found.title.en, question) },
    };
  });
}

/** What the asker may read, kind by kind; nothing where that is nothing at all. */
function seenOf(
  kinds: readonly AnyRegistered[],
  deeds: Deeds,
  asker: Asker,
  only: string | undefined,
): RawBuilder<boolean> | undefined {
  const clauses = kinds
    .map(({ kind }) => ({ name: kind.name, grants: grantsOf(deeds, `${kind.name}.read`, asker.role) }))
    .filter(({ name, grants }) => grants.length > 0 && (only === undefined || name === only))
    .map(({ name, grants }) => sql<boolean>`(record.kind = ${name} and ${whereSeen(grants, asker)})`);
  return clauses.length === 0 ? undefined : sql<boolean>`(${sql.join(clauses, sql` or `)})`;
}

/** Every word as the beginning of one that is indexed: `'haer':* & 'park':*`. */
const queryOf = (asked: readonly string[]): string =>
  asked.map((word) => `'${word.replace(/['\\]/g, '')}':*`).join(' & ');

function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return '';
  return Object.values(value).map(textIn).join(' ');
}
