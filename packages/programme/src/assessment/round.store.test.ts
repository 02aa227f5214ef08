import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Asker } from '../account/asker.ts';
import type { Database } from '../ground/database.store.ts';
import { onBothEngines } from '../ground/engines.cases.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import { Records } from '../ground/records.store.ts';
import { NotAcceptable } from '../ground/refusal.ts';
import { NotPossible } from '../ground/workflow.ts';
import type { TradeQuestion, World } from '../ground/world.ts';
import { parkKind } from '../park/park.workflow.ts';
import type { Answer } from './answer.ts';
import { registeredAnswer, registeredAssessment } from './assessment.store.ts';
import type { Assessment } from './assessment.ts';
import { registeredRound } from './round.store.ts';
import type { Round } from './round.ts';
import { small } from './small-framework.cases.ts';

const words = (text: string) => ({ zh: text, en: text });
const moment = { now: new Date('2026-02-01T01:00:00Z') };
/** The growth of one park is found in the statistics; of the other they know nothing. */
const framework = {
  ...small,
  groups: small.groups.map((group) => ({
    ...group,
    indicators: group.indicators.map((one) =>
      one.id === 'growth'
        ? { ...one, source: { from: 'system' as const, measure: 'trade-growth' } }
        : one.id === 'share'
          ? { ...one, source: { from: 'system' as const, measure: 'profile-complete' } }
          : one,
    ),
  })),
};
const trade = async ({ place, period }: TradeQuestion) =>
  place === '140100'
    ? ({ known: true, valueCny: period === '2025' ? 110 : 100, period, receipt: { place, period } } as const)
    : ({ known: false, why: words('nothing') } as const);
const world = {
  pack: { places: [{ code: '140000', region: 'central' }] },
  rules: { frameworks: { frameworks: [framework], precedents: [] }, 'park-fields': [{ id: 'area' }] },
  figures: { trade },
  measures: undefined as never,
  now: () => moment.now,
} as unknown as World;

const asker = (role: Asker['role'], organisation: string, territory: string): Asker => ({
  account: organisation,
  name: organisation,
  role,
  organisation,
  territory,
});
const desk = asker('ministry', 'org-ministry', '100000');
const park = asker('park', 'org-park-one', '140100');
const partner = asker('partner', 'org-partner-440300', '440300');

const plan = {
  title: words('2026'),
  year: 2026,
  period: '2025',
  deadline: '2026-03-31',
  frameworkId: 'small',
};

onBothEngines('a round of assessment, from its plan to what is decided', (engine) => {
  let database: Database;
  let records: Records;
  let round: ProgrammeRecord<Round>;
  const acted = async (id: string, act: string, given: Record<string, unknown> = {}, by = desk) =>
    records.act(id, act, given, (await records.get(id)).version, by);
  const assessments = () => records.whole<Assessment>({ kind: 'assessment', parent: round.id });
  const answers = () => records.whole<Answer>({ kind: 'assessment-answer' });
  const recognised = (name: string, place: string) =>
    records.create(
      'park',
      { name: words(name), place, committee: `org-park-${name}`, facts: [], open: [] },
      desk,
      { state: 'recognised' },
    );

  beforeAll(async () => {
    database = await engine.open();
    records = new Records(
      database,
      [
        { kind: parkKind, extra: async () => ({ fields: [] }) },
        registeredRound,
        registeredAssessment,
        registeredAnswer,
      ],
      world,
    );
    await recognised('one', '140100');
    await recognised('two', '419001');
    round = await records.create('assessment-round', plan as unknown as Round, desk);
  });
  afterAll(() => database.close());

  it('begins with a copy of the framework and nothing else that was sent', async () => {
    const sent = { ...plan, standings: [{ park: 'x' }] };
    await expect(records.create('assessment-round', { ...plan, frameworkId: 'none' }, desk)).rejects.toThrow(
      NotAcceptable,
    );
    await expect(records.create('assessment-round', sent, desk)).rejects.toThrow(NotAcceptable);
    expect(round.content.framework).toEqual(framework);
    expect(round.content.standings).toEqual([]);
  });

  it('takes other weights until it opens, as the next version of the framework', async () => {
    await acted(round.id, 'reweight', { weights: { growth: 35, share: 25 } });
    round = (await acted(round.id, 'reweight', { weights: { growth: 40, share: 20 } })) as typeof round;
    expect(round.content.framework?.version).toBe(3);
    await expect(acted(round.id, 'reweight', { weights: { growth: 90 } })).rejects.toThrow('add up to');
  });

  it('opens with one assessment for each park, and what the system found with its receipts', async () => {
    round = (await acted(round.id, 'open')) as typeof round;
    const [one, two] = await assessments();
    expect(one?.content.region).toBe('central');
    expect(one?.content.prefilled.growth).toMatchObject({ value: 10 });
    expect(one?.content.prefilled.growth?.receipts.map((seal) => round.content.receipts[seal])).toEqual([
      { place: '140100', period: '2025' },
      { place: '140100', period: '2024' },
    ]);
    expect(two?.content.prefilled.growth).toMatchObject({ value: null, note: words('nothing') });
    await expect(acted(round.id, 'reweight', { weights: {} })).rejects.toThrow(NotPossible);
  });

  it('asks the park, and whom the Ministry asks beside it once each', async () => {
    const [one] = await assessments();
    const invited = { organisation: partner.organisation, party: 'partner' };
    await acted(one?.id as string, 'invite', invited);
    await expect(acted(one?.id as string, 'invite', invited)).rejects.toThrow('answers already');
    expect((await answers()).map(({ content }) => [content.organisation, content.party])).toEqual([
      ['org-park-one', 'park'],
      ['org-park-two', 'park'],
      ['org-partner-440300', 'partner'],
    ]);
  });

  it('closes when all have answered, unseals what was submitted and marks what was not', async () => {
    const [own, other, beside] = await answers();
    const values = {
      growth: { value: 12, reason: 'revised since' },
      events: { value: 3 },
      safe: { value: 1, evidence: 'certificate 7' },
    };
    await acted(own?.id as string, 'fill', { values, comment: '' }, park);
    await acted(own?.id as string, 'submit', {}, park);
    await acted(beside?.id as string, 'fill', { values: { events: { value: 1 } }, comment: '' }, partner);
    await acted(beside?.id as string, 'submit', {}, partner);
    await expect(acted(round.id, 'close')).rejects.toThrow('1 answers have not been submitted');
    moment.now = new Date('2026-04-01T01:00:00Z');
    await expect(acted(other?.id as string, 'submit', {}, park)).rejects.toThrow('deadline');
    await acted(round.id, 'close');
    expect((await answers()).map(({ state }) => state)).toEqual(['unsealed', 'missed', 'unsealed']);
    expect((await assessments()).map(({ state }) => state)).toEqual(['answered', 'answered']);
  });

  it('is scored when every park is checked, and every difference settled', async () => {
    const [one, two] = await assessments();
    await expect(acted(one?.id as string, 'check')).rejects.toThrow('settle first: growth');
    await expect(
      acted(one?.id as string, 'settle', { indicator: 'colour', value: 1, reason: 'x' }),
    ).rejects.toThrow('no indicator "colour"');
    await acted(one?.id as string, 'settle', { indicator: 'growth', value: 10, reason: 'as published' });
    await acted(one?.id as string, 'check');
    await expect(acted(round.id, 'score')).rejects.toThrow('1 parks have not been checked');
    await acted(two?.id as string, 'check');
    round = (await acted(round.id, 'score')) as typeof round;
    // One: 0.4 · 50 + 0.2 · 50 + 0.3 · 50 (events 3 and 1, mean 2) + 0.1 · 100. Two: the mean of the others, 0.4 · 50 + 0.2 · 50, and a group of which nothing is known.
    expect(round.content.standings.map(({ names, total, rank }) => [names.en, total, rank])).toEqual([
      ['one', 55, 1],
      ['two', 30, 2],
    ]);
    expect((await assessments())[0]?.content.result?.agreement[0]).toMatchObject({
      indicator: 'events',
      apart: 50,
    });
  });

  it('can be taken up again, and then consults, hears and publishes', async () => {
    await acted(round.id, 'rework', { reason: 'a certificate came late' });
    const [one, two] = await assessments();
    await acted(two?.id as string, 'recheck');
    await acted(two?.id as string, 'settle', { indicator: 'growth', value: -10, reason: 'as reported' });
    await acted(two?.id as string, 'check');
    await acted(round.id, 'score');
    await expect(acted(round.id, 'consult', { consultationUntil: '2026-03-01' })).rejects.toThrow(
      'today or later',
    );
    await acted(round.id, 'consult', { consultationUntil: '2026-04-20' });
    await acted(one?.id as string, 'respond', { text: 'agreed' }, park);
    await acted(one?.id as string, 'confirm', {}, park);
    await expect(acted(round.id, 'publish')).rejects.toThrow('1 parks have not confirmed');
    moment.now = new Date('2026-04-21T01:00:00Z');
    round = (await acted(round.id, 'publish')) as typeof round;
    expect((await assessments()).map(({ state, published }) => [state, published])).toEqual([
      ['published', true],
      ['published', true],
    ]);
  });

  it('proposes, and does nothing to a park before a person decides', async () => {
    const proposed = round.content.proposals.map(({ rule, proposes }) => [rule, proposes]);
    expect(proposed).toEqual([['below-40', 'exit']]);
    const [proposal] = round.content.proposals;
    const parkOf = () => records.get(proposal?.park as string);
    expect((await parkOf()).state).toBe('recognised');
    const given = { park: proposal?.park, rule: 'below-40', followed: true, reason: 'for the second time' };
    await acted(round.id, 'decide', given);
    expect((await parkOf()).state).toBe('exiting');
    await expect(acted(round.id, 'decide', given)).rejects.toThrow('no such proposal');
  });

  it('is discarded with everything in it when it is cancelled', async () => {
    moment.now = new Date('2026-02-01T01:00:00Z');
    const other = await records.create('assessment-round', plan as unknown as Round, desk);
    await acted(other.id, 'open');
    await acted(other.id, 'cancel', { reason: 'opened by mistake' });
    const own = await records.whole({ kind: 'assessment', parent: other.id });
    expect(own.map(({ state }) => state)).toEqual(['cancelled']);
    expect((await answers()).at(-1)?.state).toBe('discarded');
  });
});
