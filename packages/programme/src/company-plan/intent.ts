import { words } from '@tidu/reference';
import { z } from 'zod';
import type { Facts, Kind } from '../ground/kind.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';

const text = (longest: number) => z.string().trim().min(1, 'say it in words').max(longest);
const organisation = z.string().regex(/^org-[a-z0-9-]+$/, 'the id of an organisation');
const day = z.iso.date();

/** In ranges, so that what a plan reckons with does not go along: yuan, and people. */
const investments = ['under-10m', '10m-50m', '50m-200m', '200m-1bn', 'over-1bn'] as const;
const jobs = ['under-50', '50-200', '200-1000', 'over-1000'] as const;

/** What the company tells. What is left out is not told. */
const told = z.strictObject({
  /** Left out: the company stays unnamed until it says otherwise. */
  name: text(120).optional(),
  industry: text(120),
  products: z
    .array(
      z.strictObject({
        chapter: z.string().regex(/^\d{2}$/, 'two digits of the HS'),
        name: text(80).optional(),
      }),
    )
    .max(20)
    .default([]),
  investment: z.enum(investments).optional(),
  jobs: z.enum(jobs).optional(),
  /** When it would come: a year, or a month. */
  when: z
    .string()
    .regex(/^\d{4}(-\d{2})?$/, 'a year or a month, e.g. 2027-06')
    .optional(),
  message: text(4000),
  contact: text(300).optional(),
});

const answer = z.strictObject({ offer: text(8000), contact: text(300), validUntil: day });

const intentContent = z.strictObject({
  /** The record of the plan. */
  plan: z.string().min(1),
  company: organisation,
  park: organisation,
  /** The park's place, GB/T 2260. */
  place: z.string().regex(/^\d{6}$/, 'a GB/T 2260 code of six digits'),
  told,
  /** Until when the company hopes for an answer. */
  answerBy: day,
  answer: answer.extend({ on: day }).optional(),
  /** Why the park declined, or why the company withdrew or closed. */
  ending: z.strictObject({ on: day, reason: text(2000) }).optional(),
});
export type IntentContent = z.infer<typeof intentContent>;
export type IntentState = 'sent' | 'seen' | 'answered' | 'declined' | 'accepted' | 'withdrawn' | 'closed';
export type IntentAct = 'see' | 'answer' | 'decline' | 'accept' | 'withdraw' | 'close' | 'lapse';
type F = Facts<IntentContent, unknown>;

const stillValid: Guard<F> = {
  name: 'offer still valid',
  holds: ({ record: { content }, today }) =>
    today <= (content.answer?.validUntil ?? '') ||
    words(
      `答复有效期至 ${content.answer?.validUntil}，已过`,
      `the offer was valid until ${content.answer?.validUntil}`,
    ),
};
const noLongerValid: Guard<F> = {
  name: 'offer no longer valid',
  holds: ({ record: { content }, today }) =>
    today > (content.answer?.validUntil ?? today) || words('答复仍在有效期内', 'the offer is still valid'),
};
const validInFuture: Guard<F> = {
  name: 'valid from now on',
  ofGiven: true,
  holds: ({ given, today }) =>
    String(given.validUntil) > today ||
    words('有效期须晚于今天', 'an offer is valid beyond today: give a later day'),
};

const reason = z.strictObject({ reason: text(2000) });
const ended = (content: IntentContent, { given, today }: F): IntentContent => ({
  ...content,
  ending: { on: today, reason: String(given.reason) },
});

/**
 * A company lets one park know that it may come. The park sees what the company chose to tell and nothing of the plan; nobody
 * else sees anything.
 */
export const intent: Kind<IntentContent, IntentState, IntentAct> = {
  name: 'intent',
  plural: 'intents',
  names: words('投资意向', 'intent'),
  content: intentContent,
  workflow: createWorkflow<IntentState, IntentAct, F>({
    name: 'intent',
    states: {
      sent: words('已发出', 'sent'),
      seen: words('园区已签收', 'received by the park'),
      answered: words('园区已答复', 'answered'),
      declined: words('园区婉拒', 'declined'),
      accepted: words('企业已接受', 'accepted'),
      withdrawn: words('企业撤回', 'withdrawn'),
      closed: words('已结束', 'closed'),
    },
    initial: 'sent',
    editable: [],
    acts: {
      see: { name: words('签收', 'receive'), from: ['sent'], to: 'seen' },
      answer: {
        name: words('答复', 'answer'),
        from: ['sent', 'seen'],
        to: 'answered',
        guards: [validInFuture],
      },
      decline: { name: words('婉拒', 'decline'), from: ['sent', 'seen'], to: 'declined' },
      accept: { name: words('接受', 'accept'), from: ['answered'], to: 'accepted', guards: [stillValid] },
      withdraw: { name: words('撤回', 'withdraw'), from: ['sent', 'seen'], to: 'withdrawn' },
      close: { name: words('结束', 'close'), from: ['answered', 'declined', 'accepted'], to: 'closed' },
      lapse: {
        name: words('答复过期', 'offer lapses'),
        from: ['answered'],
        to: 'closed',
        by: 'clock',
        guards: [noLongerValid],
      },
    },
  }),
  doing: {
    answer: {
      given: answer,
      change: (content, { given, today }) => ({
        ...content,
        answer: { ...(given as z.infer<typeof answer>), on: today },
      }),
    },
    decline: { given: reason, change: ended },
    withdraw: { given: reason, change: ended },
    close: { given: reason, change: ended },
  },
  face: ({ plan, company, park, place, told: { name, industry }, answerBy, answer }, state) => ({
    title: {
      zh: `${name ?? '未具名企业'}：${industry}`,
      en: `${name ?? 'Unnamed company'}: ${industry}`,
    },
    territory: place,
    organisations: [company, park],
    parent: plan,
    published: false,
    due:
      state === 'sent' || state === 'seen' ? answerBy : state === 'answered' ? answer?.validUntil : undefined,
  }),
  shownTo: (content, { organisation }) => {
    if (organisation === content.company) return content;
    const { plan: _, company: __, ...shown } = content;
    return shown;
  },
  unnamed: true,
  // A file tells who made it.
  filesShownTo: () => false,
};
