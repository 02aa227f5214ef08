import { clock } from '../account/asker.ts';
import type { ApplicationContent } from '../application/application.ts';
import { type Calendar, calendarOf } from '../calendar/calendar.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import { NotAcceptable } from '../ground/refusal.ts';
import type { Registered } from '../ground/registered.ts';
import { NotPossible } from '../ground/workflow.ts';
import type { World } from '../ground/world.ts';
import { stateOf } from '../review/review.store.ts';
import {
  type Named,
  type NoticeAct,
  type NoticeContent,
  type NoticeFacts,
  type NoticeState,
  notice,
} from './notice.ts';
import { type ObjectionAct, type ObjectionContent, type ObjectionState, objection } from './objection.ts';

const calendars = new WeakMap<World, Calendar>();

/** The calendar of the pack, made once. */
export function calendarIn(world: World): Calendar {
  const found = calendars.get(world) ?? calendarOf(world.rules.calendar);
  calendars.set(world, found);
  return found;
}

/** What is proposed in a batch, in the order of the places' codes, as notices and lists name it. */
export async function proposedIn(records: Records, batch: string): Promise<Named[]> {
  const found = await records.whole<ApplicationContent>({
    kind: 'application',
    parent: batch,
    state: 'proposed',
  });
  const nameOf = new Map(records.world.pack.places.map(({ code, name }) => [code, name.zh]));
  return found
    .map(({ id, title, content: { form } }) => ({
      application: id,
      name: { ...title },
      place: form.place,
      placeName: nameOf.get(form.place) ?? form.place,
      applicant: form.applicant,
      partner: form.partner.name,
    }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
}

export const registeredNotice: Registered<NoticeContent, NoticeState, NoticeAct, NoticeFacts['extra']> = {
  kind: notice,
  extra: async (records, { id, content: { batch } }) => {
    const [batchState, running, applications] = await Promise.all([
      stateOf(records, batch),
      records.list({ kind: 'notice', parent: batch, state: 'published', limit: 10 }),
      records.counts({ kind: 'application', parent: batch }),
    ]);
    return {
      calendar: calendarIn(records.world),
      batchState,
      running: running.records.filter((one) => one.id !== id).length,
      proposed: applications.proposed ?? 0,
    };
  },
  effects: {
    create: async (records, record, facts) => {
      if (record.state === 'draft') await fill(records, record, facts);
    },
    edit: fill,
    publish: async (records, record, facts) => {
      await fill(records, record, facts);
      const batch = await records.get(record.content.batch, 'batch');
      if (batch.state === 'proposed')
        await records.act(batch.id, 'publishNotice', {}, batch.version, facts.asker);
    },
  },
};

/** A notice names all that is proposed and nothing else, whatever was typed. */
async function fill(
  records: Records,
  { id, content: { batch } }: ProgrammeRecord<NoticeContent>,
  { asker }: NoticeFacts,
): Promise<void> {
  const entries = await proposedIn(records, batch);
  await records.revise<NoticeContent>(id, (was) => ({ ...was, entries }), 'fill', asker);
}

export const registeredObjection: Registered<ObjectionContent, ObjectionState, ObjectionAct, undefined> = {
  kind: objection,
  effects: {
    create: async (records, { id, content }, { asker, today }) => {
      const { notice: against, application, objector, grounds, evidence } = content;
      const target = await records.get<NoticeContent>(against, 'notice');
      const { entries, to = '' } = target.content;
      if (target.state !== 'published' || today > to) {
        throw new NotPossible('create', target.state, [
          { zh: '公示期内方可提出异议', en: 'objections are taken while the notice runs' },
        ]);
      }
      if (application !== undefined && !entries.some((one) => one.application === application)) {
        const message = `${application} is not in the notice: choose one of those it names, or none`;
        throw new NotAcceptable([{ field: 'content.application', message }]);
      }
      const about = application
        ? await records.get<ApplicationContent>(application, 'application')
        : undefined;
      // Whoever objects says what they hold and who they are; the rest is the procedure's to say.
      const received = objection.content.parse({
        notice: against,
        ...(application && { application }),
        objector,
        grounds,
        evidence,
        receivedOn: today,
        account: asker.account,
        concerned: about ? [about.content.organisation] : [],
      });
      await records.revise<ObjectionContent>(id, () => received, 'receive', asker);
    },
    uphold: async (records, { content }) => {
      const { application, decision } = content;
      if (!application || decision?.consequence !== 'rejected') return;
      const was = await records.get(application, 'application');
      await records.act(application, 'reject', { reason: decision.text }, was.version, clock);
    },
  },
};
