import type { RecordReader } from '../ground/record-reader.store.ts';

/** An application as the page of the review lists it. */
export interface Reviewed {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly place: string;
  readonly state: string;
  readonly scores: readonly { readonly id: string; readonly expert: string; readonly state: string }[];
}

/** The applications of a batch that have come to the review, with how far each expert is, and no mark of anybody. */
export async function reviewedIn(records: RecordReader, batch: string): Promise<Reviewed[]> {
  const [applications, scores] = await Promise.all([
    records.reading
      .selectFrom('record')
      .select(['id', 'title_zh', 'title_en', 'territory', 'state'])
      .where('kind', '=', 'application')
      .where('parent', '=', batch)
      .where('state', 'in', ['accepted', 'reviewed', 'proposed', 'listed', 'rejected'])
      .orderBy('territory')
      .orderBy('id')
      .execute(),
    records.reading
      .selectFrom('record as score')
      .innerJoin('record as application', 'application.id', 'score.parent')
      .select([
        'score.id as id',
        'score.parent as application',
        'score.people as people',
        'score.state as state',
      ])
      .where('score.kind', '=', 'score')
      .where('application.parent', '=', batch)
      .orderBy('score.made_at')
      .orderBy('score.id')
      .execute(),
  ]);
  const own = Map.groupBy(scores, ({ application }) => application ?? '');
  return applications.map(({ id, title_zh, title_en, territory, state }) => ({
    id,
    title: { zh: title_zh, en: title_en },
    place: territory,
    state,
    scores: (own.get(id) ?? []).map((one) => ({ id: one.id, expert: one.people[0] ?? '', state: one.state })),
  }));
}
