import { createHash } from 'node:crypto';
import type { Asker } from '../account/asker.ts';
import type { ApplicationContent } from '../application/application.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { RecordReader } from '../ground/record-reader.store.ts';
import type { Records } from '../ground/records.store.ts';
import type { Registered } from '../ground/registered.ts';
import { conflictsOf, type Judge, keyOf, type Party } from './conflicts.ts';
import { type Drawn, digestOf, type Pool, replacementFor } from './draw.ts';
import { type ExpertAct, type ExpertContent, type ExpertState, expert } from './expert.ts';
import { type PanelContent, panel } from './panel.ts';
import type { PanelAct, PanelFacts, PanelState } from './panel.workflow.ts';
import { rank } from './ranks.ts';
import { totalOf } from './rules.ts';
import { type ScoreAct, type ScoreContent, type ScoreFacts, type ScoreState, score } from './score.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The state of a record, without reading what it holds. */
export async function stateOf(records: RecordReader, id: string): Promise<string> {
  const row = await records.reading
    .selectFrom('record')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.state ?? '';
}

export const registeredExpert: Registered<ExpertContent, ExpertState, ExpertAct, undefined> = {
  kind: expert,
};

/** About these it is not decided yet whether they are complete. */
const undecided = ['submitted', 'reported', 'incomplete'];

export const registeredPanel: Registered<PanelContent, PanelState, PanelAct, PanelFacts['extra']> = {
  kind: panel,
  extra: async (records, { content }) => {
    const [batchState, experts, applications, scores] = await Promise.all([
      stateOf(records, content.batch),
      records.counts({ kind: 'expert', state: 'listed' }),
      records.counts({ kind: 'application', parent: content.batch }),
      scoresOf(records, content.batch),
    ]);
    const judged = new Set(scores.flatMap(({ state, parent }) => (state === 'submitted' ? [parent] : [])));
    return {
      sha256,
      batchState,
      experts: experts.listed ?? 0,
      applications: applications.accepted ?? 0,
      undecided: undecided.reduce((sum, state) => sum + (applications[state] ?? 0), 0),
      scores: Object.fromEntries(
        [...Map.groupBy(scores, ({ state }) => state)].map(([state, of]) => [state, of.length]),
      ),
      unscored: (content.pool?.applications ?? []).filter((one) => !judged.has(one)).length,
    };
  },
  effects: {
    create: async (records, { id, content }, { asker }) => {
      const { criteria, panel: rules } = records.world.rules.review;
      const { strata, perApplication, perInstitution, conflicts } = rules;
      const fresh = {
        batch: content.batch,
        criteria,
        strata,
        perApplication,
        perInstitution,
        rules: conflicts,
      };
      await records.revise<PanelContent>(id, () => panel.content.parse(fresh), 'prepare', asker);
    },
    commit: async (records, { id, content }, { asker }) => {
      const known = await poolOf(records, content);
      await records.revise<PanelContent>(id, (was) => ({ ...was, ...known }), 'freeze', asker);
    },
    openScoring: async (records, record, { asker }) => {
      const assignments = record.content.drawn?.assignments ?? [];
      await assign(
        records,
        record,
        assignments.map((one) => ({ ...one, fresh: one.experts })),
        asker,
      );
    },
    close: count,
    recommend: tell,
  },
};

export const registeredScore: Registered<ScoreContent, ScoreState, ScoreAct, ScoreFacts['extra']> = {
  kind: score,
  extra: async (records, { content }) => ({ panelState: await stateOf(records, content.panel) }),
  effects: {
    recuse: async (records, { content }, { asker }) => {
      const { application, expert: left, reason = '' } = content;
      const sitting = await records.get<PanelContent>(content.panel, 'panel');
      const { pool, drawn, seed, replaced } = sitting.content;
      const before = replaced.filter((one) => one.application === application);
      const used = [left, ...before.flatMap((one) => [one.expert, ...(one.by ? [one.by] : [])])];
      const by =
        pool && drawn && seed
          ? replacementFor(application, used, pool as Pool, drawn as Drawn, seed, sha256)
          : undefined;
      const entry = { application, expert: left, reason, ...(by && { by }) };
      await records.revise<PanelContent>(
        sitting.id,
        (was) => ({ ...was, replaced: [...was.replaced, entry] }),
        'replace',
        asker,
      );
      const sat = drawn?.assignments.find((one) => one.application === application)?.experts ?? [];
      const gone = new Set([left, ...before.map((one) => one.expert)]);
      const now = [...sat, ...before.flatMap((one) => one.by ?? []), ...(by ? [by] : [])];
      const experts = now.filter((one) => !gone.has(one));
      await assign(records, sitting, [{ application, experts, fresh: by ? [by] : [] }], asker);
    },
  },
};

/** Scores of a batch's applications, without what they say. */
function scoresOf(records: RecordReader, batch: string): Promise<{ state: string; parent: string | null }[]> {
  return records.reading
    .selectFrom('record as score')
    .innerJoin('record as application', 'application.id', 'score.parent')
    .select(['score.state as state', 'score.parent as parent'])
    .where('score.kind', '=', 'score')
    .where('application.kind', '=', 'application')
    .where('application.parent', '=', batch)
    .execute();
}

/** Everything that the draw depends on but the seed, as it is now. */
async function poolOf(
  records: Records,
  content: PanelContent,
): Promise<Pick<PanelContent, 'pool' | 'poolDigest' | 'names' | 'reasons'>> {
  const [experts, applications] = await Promise.all([
    records.whole<ExpertContent>({ kind: 'expert', state: 'listed' }),
    records.whole<ApplicationContent>({ kind: 'application', parent: content.batch, state: 'accepted' }),
  ]);
  const regionOf = new Map(records.world.pack.places.map(({ code, region }) => [code, region ?? '']));
  const judges = experts.map(({ content: one }): Judge => ({ ...one, id: one.account }));
  const conflicts = conflictsOf(judges, applications.map(partyOf), content.rules);
  const institutions = [...new Set(judges.map(({ employer }) => keyOf(employer)))].sort();
  const pool = {
    experts: experts
      .map(({ content: { account, employer, fields, place } }) => ({
        id: account,
        institution: `institution-${institutions.indexOf(keyOf(employer)) + 1}`,
        fields: [...fields],
        region: regionOf.get(place) ?? regionOf.get(`${place.slice(0, 2)}0000`) ?? '',
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    applications: applications.map(({ id }) => id).sort(),
    conflicts: conflicts.map(({ expert, application }) => ({ expert, application })),
    strata: content.strata,
    perApplication: content.perApplication,
    perInstitution: content.perInstitution,
  };
  return {
    pool,
    poolDigest: digestOf(pool, sha256),
    names: Object.fromEntries(experts.map(({ content: { account, name } }) => [account, name])),
    reasons: conflicts.map(({ expert, application, rule, reason }) => ({
      expert,
      application,
      rule,
      zh: reason.zh,
      en: reason.en,
    })),
  };
}

const partyOf = ({ id, title, content }: ProgrammeRecord<ApplicationContent>): Party => ({
  id,
  title,
  applicant: { id: content.organisation, name: content.form.applicant },
  place: content.form.place,
  concerned: content.form.applicant ? [{ name: content.form.applicant }] : [],
  ...(content.form.partner.name && { partner: { name: content.form.partner.name } }),
});

/** Lets experts read applications, and gives those who are new to one a score to fill in. */
async function assign(
  records: Records,
  { id: sitting, content, sample }: ProgrammeRecord<PanelContent>,
  assignments: readonly {
    readonly application: string;
    readonly experts: readonly string[];
    readonly fresh: readonly string[];
  }[],
  asker: Asker,
): Promise<void> {
  const { batch, criteria } = content;
  const scores: ScoreContent[] = [];
  for (const { application, experts, fresh } of assignments) {
    const {
      title,
      version,
      content: was,
    } = await records.get<ApplicationContent>(application, 'application');
    await records.act(application, 'assign', { people: experts }, version, asker);
    const { place } = was.form;
    for (const expert of fresh)
      scores.push(
        score.content.parse({ application, panel: sitting, batch, title, place, expert, criteria }),
      );
  }
  await records.createAll('score', scores, asker, { sample });
}

/** Counts the scores and ranks by them: from here on everybody on the desk sees what experts said. */
async function count(
  records: Records,
  { id, content }: ProgrammeRecord<PanelContent>,
  { asker }: PanelFacts,
): Promise<void> {
  const own = new Set(content.pool?.applications);
  const scores = (await records.whole<ScoreContent>({ kind: 'score', state: 'submitted' })).filter(
    (one) => one.content.panel === id && own.has(one.content.application),
  );
  const ranking = rank(
    scores.map(({ content: given }) => ({
      expert: given.expert,
      application: given.application,
      score: totalOf(given.criteria, given.marks) as number,
    })),
  );
  const told = panel.content.parse({ ...content, ranking });
  await records.revise<PanelContent>(id, () => told, 'rank', asker);
  for (const { id: counted, version } of scores) await records.act(counted, 'count', {}, version, asker);
}

/** Tells each application what came of its review. */
async function tell(
  records: Records,
  { content }: ProgrammeRecord<PanelContent>,
  { asker }: PanelFacts,
): Promise<void> {
  const recommended = new Set(content.recommended);
  for (const { application, adjusted, adjustedRank } of content.ranking?.applications ?? []) {
    const was = await records.get(application, 'application');
    const score = Math.round(adjusted * 100) / 100;
    const result = { recommended: recommended.has(application), score, rank: adjustedRank };
    await records.act(application, 'review', result, was.version, asker);
  }
}
