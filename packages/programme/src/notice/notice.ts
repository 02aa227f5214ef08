import { names } from '@tidu/reference';
import { z } from 'zod';
import type { Calendar } from '../calendar/calendar.ts';
import type { Facts, Kind } from '../ground/kind.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';
import { noticePeriod } from './period.ts';

/** A park that is proposed, as the notice and the list name it. */
export const named = z.strictObject({
  application: z.string().max(80),
  name: names,
  /** GB/T 2260. */
  place: z.string().regex(/^\d{6}$/),
  /** The place's name, as the document prints it. */
  placeName: z.string().max(80).default(''),
  /** The government that applied. */
  applicant: z.string().max(200).default(''),
  /** What it is built with, as the document prints it. */
  partner: z.string().max(200).default(''),
});
export type Named = z.infer<typeof named>;

const isoDate = z.iso.date();
const line = z.string().trim().max(200);

const noticeContent = z.strictObject({
  batch: z.string(),
  title: names,
  /** What it says before the names; a paragraph per line. */
  text: z.string().trim().min(1, 'say what the notice is about').max(8000),
  workingDays: z.int().min(1).max(60),
  entries: z.array(named).max(5000).default([]),
  /** Where objections go in writing. */
  contact: z.strictObject({ office: line, phone: line.default(''), email: line.default('') }),
  from: isoDate.optional(),
  to: isoDate.optional(),
  withdrawn: z.strictObject({ on: isoDate, reason: z.string() }).optional(),
});
export type NoticeContent = z.infer<typeof noticeContent>;

export type NoticeState = 'draft' | 'published' | 'expired' | 'withdrawn';
export type NoticeAct = 'publish' | 'expire' | 'withdraw';
export type NoticeFacts = Facts<
  NoticeContent,
  {
    readonly calendar: Calendar;
    readonly batchState: string;
    /** Other notices of the batch that are published. */
    readonly running: number;
    /** Applications that are proposed. */
    readonly proposed: number;
  }
>;
type Rule = Guard<NoticeFacts>;

const proposalMade: Rule = {
  name: 'proposal-made',
  holds: ({ extra }) =>
    extra.batchState === 'proposed' ||
    extra.batchState === 'noticed' || {
      zh: '批次尚未提出拟认定名单',
      en: 'the batch has no proposal yet',
    },
};

const somebodyProposed: Rule = {
  name: 'somebody-proposed',
  holds: ({ extra }) => extra.proposed > 0 || { zh: '没有拟认定的申报', en: 'no application is proposed' },
};

const onlyOne: Rule = {
  name: 'only-one-runs',
  holds: ({ extra }) =>
    extra.running === 0 || { zh: '该批次已有公示正在进行', en: 'another notice of the batch is running' },
};

const daysKnown: Rule = {
  name: 'days-known',
  holds: ({ record, today, extra }) => {
    try {
      noticePeriod(extra.calendar, today, record.content.workingDays);
      return true;
    } catch (error) {
      return {
        zh: '日历中没有公示期内的节假日安排，无法推算工作日',
        en: (error as Error).message,
      };
    }
  },
};

/** The last day belongs to those who object: it has to be over. */
const timeIsOver: Rule = {
  name: 'time-is-over',
  holds: ({ record, today }) => {
    const until = record.content.to ?? '';
    return (
      (until !== '' && today > until) || {
        zh: `公示期至 ${until} 止`,
        en: `the notice runs until ${until}`,
      }
    );
  },
};

/** What is proposed, told to everybody for some working days, so that anybody can object. */
export const notice: Kind<NoticeContent, NoticeState, NoticeAct, NoticeFacts['extra']> = {
  name: 'notice',
  plural: 'notices',
  names: { zh: '公示', en: 'public notice' },
  content: noticeContent,
  workflow: createWorkflow<NoticeState, NoticeAct, NoticeFacts>({
    name: 'notice',
    states: {
      draft: { zh: '起草', en: 'draft' },
      published: { zh: '公示中', en: 'running' },
      expired: { zh: '公示期满', en: 'over' },
      withdrawn: { zh: '已撤回', en: 'withdrawn' },
    },
    initial: 'draft',
    editable: ['draft'],
    acts: {
      publish: {
        name: { zh: '发布公示', en: 'publish' },
        from: ['draft'],
        to: 'published',
        guards: [proposalMade, somebodyProposed, onlyOne, daysKnown],
      },
      expire: {
        name: { zh: '期满', en: 'is over' },
        from: ['published'],
        to: 'expired',
        by: 'clock',
        guards: [timeIsOver],
      },
      withdraw: {
        name: { zh: '撤回公示', en: 'withdraw' },
        from: ['published', 'expired'],
        to: 'withdrawn',
        guards: [
          {
            name: 'before-the-list',
            holds: ({ extra }) =>
              extra.batchState === 'noticed' || {
                zh: '名单印发之后不能撤回公示',
                en: 'a notice cannot be withdrawn after the list',
              },
          },
        ],
      },
    },
  }),
  face: ({ batch, title, to }, state) => ({
    title,
    territory: '100000',
    organisations: ['org-ministry'],
    parent: batch,
    published: state !== 'draft',
    due: state === 'published' ? to : undefined,
  }),
  publicContent: (content) => content,
  doing: {
    publish: {
      change: (content, { today, extra }) => ({
        ...content,
        ...noticePeriod(extra.calendar, today, content.workingDays),
      }),
    },
    withdraw: {
      given: z.strictObject({ reason: z.string().trim().min(1, 'give a reason').max(2000) }),
      change: (content, { given, today }) => ({
        ...content,
        withdrawn: { on: today, reason: String(given.reason) },
      }),
    },
  },
};
