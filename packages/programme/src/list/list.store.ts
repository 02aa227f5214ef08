import { clock } from '../account/asker.ts';
import type { ApplicationContent } from '../application/application.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { RecordReader } from '../ground/record-reader.store.ts';
import type { Records } from '../ground/records.store.ts';
import type { Registered } from '../ground/registered.ts';
import { dateIn } from '../ground/world.ts';
import { proposedIn } from '../notice/notice.store.ts';
import { openObjection } from '../notice/objection.ts';
import { type StatedFact, stated } from '../park/fact.ts';
import { newProfile } from '../park/from-pack.ts';
import type { ParkProfile } from '../park/park.ts';
import { stateOf } from '../review/review.store.ts';
import {
  type ListAct,
  type ListContent,
  type ListFacts,
  type ListPart,
  type ListState,
  list,
} from './list.ts';
import { type ParkExitAct, type ParkExitContent, type ParkExitState, parkExit } from './park-exit.ts';
import {
  type ReAssessmentAct,
  type ReAssessmentContent,
  type ReAssessmentState,
  reAssessment,
} from './re-assessment.ts';

export const registeredList: Registered<ListContent, ListState, ListAct, ListFacts['extra']> = {
  kind: list,
  extra: async (records, { content: { batch } }) => {
    const idsOf = async (kind: string, state: string) =>
      (await records.list({ kind, parent: batch, state })).records.map(({ id }) => id);
    const [batchState, notices, openObjections, proposed, passed] = await Promise.all([
      stateOf(records, batch),
      records.counts({ kind: 'notice', parent: batch }),
      openObjectionsIn(records, batch),
      idsOf('application', 'proposed'),
      passedIn(records, batch),
    ]);
    return {
      batchState,
      notices,
      openObjections,
      proposed,
      passed: passed.map(({ content: { park } }) => park),
      types: records.world.rules.review.types.map(({ id }) => id),
    };
  },
  effects: {
    create: async (records, { id, content: { batch } }, { asker }) => {
      const lists = await partsOf(records, batch);
      await records.revise<ListContent>(
        id,
        (was) => ({ ...was, lists: lists.length ? lists : was.lists }),
        'fill',
        asker,
      );
    },
    issue: async (records, { content, sample }, { asker }) => {
      const entries = content.lists.flatMap((one) => (one.basis === 'recognised' ? one.entries : []));
      for (const { application } of entries) {
        if (!application) continue;
        const was = await records.get<ApplicationContent>(application, 'application');
        await records.act(application, 'list', {}, was.version, asker);
        await enterPark(records, was, content.batch, sample);
      }
      const batch = await records.get(content.batch, 'batch');
      await records.act(batch.id, 'issueList', {}, batch.version, asker);
    },
  },
};

/** Objections to any notice of the batch that are not decided yet. */
async function openObjectionsIn(records: RecordReader, batch: string): Promise<number> {
  const { count } = await records.reading
    .selectFrom('record as objection')
    .innerJoin('record as notice', 'notice.id', 'objection.parent')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('objection.kind', '=', 'objection')
    .where('objection.state', 'in', [...openObjection])
    .where('notice.kind', '=', 'notice')
    .where('notice.parent', '=', batch)
    .executeTakeFirstOrThrow();
  return Number(count);
}

const passedIn = (records: RecordReader, batch: string) =>
  records.whole<ReAssessmentContent>({ kind: 're-assessment', parent: batch, state: 'passed' });

/** The lists of a batch: by type, first those newly recognised, then those that passed re-assessment. */
async function partsOf(records: Records, batch: string): Promise<ListPart[]> {
  const { types } = records.world.rules.review;
  const [proposed, passed] = await Promise.all([proposedIn(records, batch), passedIn(records, batch)]);
  const nameOf = new Map(records.world.pack.places.map(({ code, name }) => [code, name.zh]));
  const parts = types.flatMap(({ id: type, name }, i): ListPart[] => [
    {
      type,
      basis: 'recognised',
      title: { zh: `新认定${name.zh}名单`, en: `Newly recognised ${name.en}` },
      entries: i === 0 ? proposed : [],
    },
    {
      type,
      basis: 're-assessed',
      title: { zh: `通过复核的${name.zh}名单`, en: `Re-assessed ${name.en}` },
      entries: passed
        .filter(({ content }) => content.type === type)
        .map(({ content: { park, name: called, place } }) => ({
          park,
          name: called,
          place,
          placeName: nameOf.get(place) ?? place,
          applicant: '',
          partner: '',
        })),
    },
  ]);
  return parts.filter(({ entries }) => entries.length > 0);
}

/** What is listed becomes a park of the programme, with a profile that its committee goes on with. */
async function enterPark(
  records: Records,
  { id, content: { organisation, form } }: ProgrammeRecord<ApplicationContent>,
  batch: string,
  sample: boolean,
): Promise<void> {
  const name = { zh: form.parkName.zh, en: form.parkName.en || form.parkName.zh };
  const own = await records.whole<ParkProfile>({ kind: 'park', organisation });
  const candidate = own.find(({ state, content }) => state === 'candidate' && content.place === form.place);
  if (candidate) {
    await records.act(candidate.id, 'recognise', { batch }, candidate.version, clock);
    return;
  }
  if (own.some(({ content }) => content.name.zh === name.zh)) return;
  const fields = records.world.rules['park-fields'];
  const profile = newProfile({ name, place: form.place, batch, committee: organisation }, fields);
  const zones: StatedFact = { field: 'zones', value: { zones: form.zones }, source: id };
  const facts = form.zones.length > 0 ? stated([], [zones], fields, dateIn(records.world.now())) : [];
  await records.create('park', { ...profile, facts }, clock, { sample, state: 'recognised' });
}

export const registeredReAssessment: Registered<
  ReAssessmentContent,
  ReAssessmentState,
  ReAssessmentAct,
  undefined
> = {
  kind: reAssessment,
  effects: {
    create: async (records, { id, content }, { asker }) => {
      const { batch, type, due } = content;
      const park = await parkNamed(records, content.park);
      const fresh = reAssessment.content.parse({ batch, type, ...park, ...(due && { due }) });
      await records.revise<ReAssessmentContent>(id, () => fresh, 'open', asker);
    },
  },
};

export const registeredParkExit: Registered<ParkExitContent, ParkExitState, ParkExitAct, undefined> = {
  kind: parkExit,
  effects: {
    create: async (records, { id, content }, { asker }) => {
      const { warning, mendBy } = content;
      const park = await parkNamed(records, content.park);
      await records.revise<ParkExitContent>(
        id,
        () => parkExit.content.parse({ ...park, warning, mendBy }),
        'open',
        asker,
      );
      await move(records, content.park, 'warn');
    },
    propose: (records, { content }) => move(records, content.park, 'beginExit'),
    exit: (records, { content }) => move(records, content.park, 'exit'),
    lift: async (records, { content }) => {
      if ((await stateOf(records, content.park)) === 'exiting') await move(records, content.park, 'stay');
      await move(records, content.park, 'liftWarning');
    },
  },
};

async function parkNamed(records: Records, id: string) {
  const { content, title, territory, organisations } = await records.get<ParkProfile>(id, 'park');
  return {
    park: id,
    name: { ...(content.name ?? title) },
    place: territory,
    organisations: [...organisations],
  };
}

/** The park's own lifecycle follows the case. */
async function move(records: Records, park: string, act: string): Promise<void> {
  const { version } = await records.get(park, 'park');
  await records.act(park, act, {}, version, clock);
}
