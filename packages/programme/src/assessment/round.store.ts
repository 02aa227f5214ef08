import type { Names } from '@tidu/reference';
import { sql } from 'kysely';
import { type Asker, clock } from '../account/asker.ts';
import type { Facts, ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import { NotAcceptable } from '../ground/refusal.ts';
import type { Registered } from '../ground/registered.ts';
import { recordOf } from '../ground/stored-record.store.ts';
import type { ParkProfile } from '../park/park.ts';
import type { Answer } from './answer.ts';
import { askedOf } from './answer.ts';
import type { Assessment } from './assessment.ts';
import { type Framework, indicatorsOf, type Party } from './framework.ts';
import { prefillAll } from './prefill.store.ts';
import { proposals, type RankedRound } from './proposals.ts';
import { resultsOf } from './results.ts';
import type { Round } from './round.ts';
import { assessmentRound, type RoundSurroundings } from './round.workflow.ts';
import { countAnswers } from './round-reader.store.ts';

type RoundRecord = ProgrammeRecord<Round>;

/** Parks that are assessed: recognised, warned or not. */
const assessed = ['recognised', 'warned'];

export const registeredRound: Registered<
  Round,
  keyof typeof assessmentRound.workflow.states,
  keyof typeof assessmentRound.workflow.acts,
  RoundSurroundings
> = {
  kind: assessmentRound,
  extra: async (records, { id, state }) => {
    const [parks, assessments, waiting] = await Promise.all([
      records.counts({ kind: 'park', state: assessed }),
      records.counts({ kind: 'assessment', parent: id }),
      state === 'opened' ? countAnswers(records, id, 'draft') : 0,
    ]);
    const recognised = Object.values(parks).reduce((sum, count) => sum + count, 0);
    return { parks: recognised, assessments, waiting };
  },
  effects: {
    create: begin,
    open: openAssessments,
    close: closeAssessments,
    lapse: closeAssessments,
    score: scoreAssessments,
    consult: (records, { id }) => actOnAll(records, id, 'consult'),
    rework: (records, { id }) => actOnAll(records, id, 'rework'),
    publish: (records, { id }) => actOnAll(records, id, 'publish'),
    cancel: cancelAll,
    decide: carryOut,
  },
};

/** Whatever was sent with it, a round begins with its plan and a copy of a framework of the pack. */
async function begin(records: Records, { id, content }: RoundRecord, { asker }: Facts<Round, unknown>) {
  const { frameworks } = records.world.rules.frameworks;
  const framework = frameworks.find((one) => one.id === content.frameworkId);
  if (!framework) {
    throw new NotAcceptable([
      {
        field: 'content.frameworkId',
        message: `there is no framework "${content.frameworkId}": take one of ${frameworks.map((one) => one.id).join(', ')}`,
      },
    ]);
  }
  const { title, year, period, deadline, consultationUntil, frameworkId } = content;
  await records.revise<Round>(
    id,
    () => ({
      title,
      year,
      period,
      deadline,
      ...(consultationUntil && { consultationUntil }),
      frameworkId,
      framework,
      receipts: {},
      standings: [],
      proposals: [],
      reasons: [],
    }),
    'change',
    asker,
  );
}

async function openAssessments(records: Records, round: RoundRecord): Promise<void> {
  const framework = round.content.framework as Framework;
  const parks = await records.whole<ParkProfile>({ kind: 'park', state: assessed });
  const found = await prefillAll(records, framework, round.content.period, parks);
  await records.revise<Round>(
    round.id,
    (content) => ({ ...content, receipts: found.receipts }),
    'open',
    clock,
  );
  const others = await otherParties(records);
  for (const park of parks) {
    const { name, place, committee, packId } = park.content;
    const content: Assessment = {
      round: round.id,
      year: round.content.year,
      park: { id: park.id, names: name, territory: place, ...(packId && { packId }) },
      region: regionOf(records, place),
      organisation: committee,
      indicators: indicatorsOf(framework).map(({ id }) => id),
      prefilled: found.parks.get(park.id) ?? {},
      settled: {},
    };
    const made = await records.create('assessment', content, clock, { sample: round.sample });
    await ask(records, made, framework, 'park', committee, round.content.deadline);
    for (const [party, organisation] of others(committee)) {
      await ask(records, made, framework, party, organisation, round.content.deadline);
    }
  }
}

/** Asks one organisation to answer; it sees what the system found of what it is asked. */
export async function ask(
  records: Records,
  assessment: ProgrammeRecord<Assessment>,
  framework: Framework,
  party: Party,
  organisation: string,
  due: string,
): Promise<void> {
  const { round, year, park, prefilled } = assessment.content;
  const asked = askedOf(framework, party, prefilled);
  if (asked.length === 0) return;
  const content: Answer = {
    assessment: assessment.id,
    round,
    year,
    park: { id: park.id, names: park.names, territory: park.territory },
    party,
    organisation,
    due,
    asked,
    values: {},
    comment: '',
  };
  await records.create('assessment-answer', content, clock, { sample: assessment.sample });
}

/** Who answers beside a park: partners of pairings in force, and companies of its projects in production. */
async function otherParties(records: Records): Promise<(committee: string) => [Party, string][]> {
  const [pairings, projects] = await Promise.all([
    records.list({ kind: 'pairing', state: ['active', 'dormant'] }),
    records.list({ kind: 'project', state: ['production', 'exporting'] }),
  ]);
  const beside = (found: typeof pairings, committee: string, prefix: string) =>
    found.records
      .filter(({ organisations }) => organisations.includes(committee))
      .flatMap(({ organisations }) => organisations.filter((one) => one.startsWith(prefix)));
  return (committee) => {
    const partners = new Set(beside(pairings, committee, 'org-partner-'));
    const tenants = new Set(beside(projects, committee, 'org-company-'));
    return [
      ...[...partners].map((one): [Party, string] => ['partner', one]),
      ...[...tenants].map((one): [Party, string] => ['tenant', one]),
    ];
  };
}

function regionOf({ world }: Records, place: string): string {
  const { places } = world.pack;
  const at = (code: string) => places.find((one) => one.code === code);
  return at(place)?.region ?? at(`${place.slice(0, 2)}0000`)?.region ?? 'elsewhere';
}

async function closeAssessments(records: Records, { id }: RoundRecord): Promise<void> {
  for (const answer of await answersOf(records, id)) {
    const act = answer.state === 'submitted' ? 'unseal' : 'miss';
    if (['submitted', 'draft'].includes(answer.state)) {
      await records.act(answer.id, act, {}, answer.version, clock);
    }
  }
  await actOnAll(records, id, 'close');
}

async function scoreAssessments(records: Records, round: RoundRecord): Promise<void> {
  const framework = round.content.framework as Framework;
  const assessments = await records.whole<Assessment>({ kind: 'assessment', parent: round.id });
  const answers = await answersOf(records, round.id);
  const { results, standings } = resultsOf(
    framework,
    assessments.map(({ id, content }) => ({
      id,
      content,
      answers: answers
        .filter((one) => one.state === 'unsealed' && one.content.assessment === id)
        .map((one) => one.content),
    })),
  );
  for (const { id, version } of assessments) {
    await records.act(id, 'score', { result: results.get(id) }, version, clock);
  }
  const before = await records.whole<Round>({ kind: 'assessment-round', state: 'published' });
  const ranked: RankedRound = { year: round.content.year, standings };
  await records.revise<Round>(
    round.id,
    (content) => ({
      ...content,
      standings: [...standings],
      proposals: proposals(
        framework,
        ranked,
        before.map((one) => ({ year: one.content.year, standings: one.content.standings })),
      ).map((one) => ({ ...one, years: [...one.years] })),
    }),
    'score',
    clock,
  );
}

async function cancelAll(records: Records, { id }: RoundRecord): Promise<void> {
  for (const { id: answer, version, state } of await answersOf(records, id)) {
    if (state !== 'discarded') await records.act(answer, 'discard', {}, version, clock);
  }
  await actOnAll(records, id, 'cancel');
}

/** A proposal that is followed warns the park or begins its exit; whoever decides is who does it. */
async function carryOut(
  records: Records,
  { content, title }: RoundRecord,
  { given, asker }: Facts<Round, unknown>,
): Promise<void> {
  if (given.followed !== true) return;
  const found = content.proposals.find(({ park, rule }) => park === given.park && rule === given.rule);
  if (!found) return;
  const park = await records.get(found.park, 'park');
  const reason = `${title.zh}：${ruleOf(content, found.rule).zh}。${String(given.reason)}`;
  await records.act(
    park.id,
    found.proposes === 'warn' ? 'warn' : 'beginExit',
    { reason },
    park.version,
    asker,
  );
}

const ruleOf = ({ framework }: Round, rule: string): Names =>
  framework?.proposals.find(({ id }) => id === rule)?.names ?? { zh: rule, en: rule };

async function actOnAll(records: Records, round: string, act: string, asker: Asker = clock): Promise<void> {
  const { records: own } = await records.list({ kind: 'assessment', parent: round });
  for (const { id, version } of own) await records.act(id, act, {}, version, asker);
}

/** Every answer of a round, whichever park it is about. */
async function answersOf({ reading }: Records, round: string): Promise<ProgrammeRecord<Answer>[]> {
  const rows = await reading
    .selectFrom('record')
    .selectAll()
    .where('kind', '=', 'assessment-answer')
    .where(sql<string>`content->>'round'`, '=', round)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => recordOf<Answer>(row));
}
