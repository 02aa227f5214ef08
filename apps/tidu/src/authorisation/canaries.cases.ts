import { type Kind, kinds, type Programme, type ProgrammeRecord } from '@tidu/programme';
import fc from 'fast-check';

/** A record with a word of its own in every text of its content, and in its title. */
export interface Watched {
  readonly record: ProgrammeRecord;
  readonly kind: Kind;
  /** As it was before: what may be sent in. */
  readonly plain: unknown;
  /** By which the texts of this record begin, wherever they turn up. */
  readonly mark: string;
  /** Where in the content each canary sits: `course.review.comment`. */
  readonly texts: ReadonlyMap<string, string>;
}

export const canary = /cnry(\d+)x\d+q/g;

/**
 * Takes two records of each kind that lie apart, puts copies of them into every state that the kind has, and
 * a canary into every text: a word that is found wherever the text comes out.
 */
export async function watchedRecords(programme: Programme, seed: number): Promise<Watched[]> {
  const { database, records } = programme;
  const watched: Watched[] = [];
  for (const { kind } of kinds) {
    const found = await records.whole({ kind: kind.name });
    const states = Object.keys(kind.workflow.states);
    const [shuffled = []] = fc.sample(fc.shuffledSubarray(found, { minLength: found.length }), {
      seed,
      numRuns: 1,
    });
    const apart = twoApart(shuffled);
    const wanted = apart.flatMap((record, nth) =>
      (nth === 0 ? states : states.slice(0, 2)).map((state) => ({ record, state })),
    );
    for (const { record, state } of wanted) {
      const id = `${kind.name}-${9000 + watched.length}`;
      const mark = `cnry${watched.length}x`;
      const texts = new Map<string, string>();
      const content = withCanaries(record.content, mark, texts, (one) => staysAsItIs(kind, record, one));
      const face = kind.face(content, state);
      const title = { zh: `${mark}0q`, en: `${mark}0q` };
      await database.write(async (writing) => {
        const [row] = await writing.selectFrom('record').selectAll().where('id', '=', record.id).execute();
        if (!row) throw new Error(`${record.id} is gone`);
        const text = JSON.stringify(content);
        await writing
          .insertInto('record')
          .values({
            ...row,
            id,
            state,
            content: text,
            title_zh: title.zh,
            title_en: title.en,
            territory: face.territory,
            organisations: [...face.organisations],
            people: [...(face.people ?? [])],
            published: face.published,
          })
          .execute();
        await writing
          .insertInto('record_version')
          .values({
            record: id,
            version: row.version,
            state,
            act: 'create',
            content: text,
            given: JSON.stringify({ why: `${mark}999q` }),
            account: 'x',
            by: 'x',
            at: row.made_at,
          })
          .execute();
      });
      watched.push({
        record: { ...(await records.get(id)), title },
        kind,
        plain: record.content,
        mark,
        texts,
      });
    }
  }
  return watched;
}

/** Two records of different places and organisations, where there are two. */
function twoApart(found: readonly ProgrammeRecord[]): ProgrammeRecord[] {
  const [first] = found;
  if (!first) return [];
  const other = found.find(
    ({ territory, organisations }) =>
      territory !== first.territory && !organisations.some((one) => first.organisations.includes(one)),
  );
  return other ? [first, other] : [first];
}

/** Still what the kind accepts, and still belonging to the same people and places. */
function staysAsItIs(kind: Kind, { content, state }: ProgrammeRecord, changed: unknown): boolean {
  if (!kind.content.safeParse(changed).success) return false;
  const belongs = (one: unknown) => {
    const { title: _, words: __, ...rest } = kind.face(one, state);
    return JSON.stringify(rest);
  };
  return belongs(changed) === belongs(content);
}

/** The content with a canary at the end of every text that still is what the kind accepts. */
function withCanaries(
  content: unknown,
  mark: string,
  texts: Map<string, string>,
  accepted: (content: unknown) => boolean,
): unknown {
  let whole = structuredClone(content);
  let nth = 0;
  const visit = (value: unknown, path: readonly (string | number)[]): void => {
    if (typeof value === 'string') {
      nth += 1;
      const tried = replaced(whole, path, `${value}${mark}${nth}q`);
      if (accepted(tried)) {
        whole = tried;
        texts.set(`${mark}${nth}q`, path.join('.'));
      }
    } else if (Array.isArray(value)) for (const [at, inner] of value.entries()) visit(inner, [...path, at]);
    else if (value && typeof value === 'object') {
      for (const [name, inner] of Object.entries(value)) visit(inner, [...path, name]);
    }
  };
  visit(content, []);
  return whole;
}

function replaced(whole: unknown, [first, ...rest]: readonly (string | number)[], by: string): unknown {
  if (first === undefined) return by;
  if (Array.isArray(whole)) return whole.map((one, at) => (at === first ? replaced(one, rest, by) : one));
  const object = whole as Record<string, unknown>;
  return { ...object, [first]: replaced(object[first], rest, by) };
}
