import { words } from '@tidu/reference';
import { z } from 'zod';
import type { Facts, Kind } from '../ground/kind.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';

const side = z.strictObject({
  project: z.string(),
  name: z.string(),
  organisation: z.string(),
  park: z.strictObject({ zh: z.string(), en: z.string() }),
});

/** What is held of two claims: which counts, or both in parts, or that they are two projects. */
export const verdicts = ['a-counts', 'b-counts', 'shared', 'different'] as const;
const answer = z.strictObject({
  verdict: z.enum(verdicts),
  /** The part that counts for the first, 0 to 1, where they share. */
  share: z.number().gt(0).lt(1).optional(),
  reason: z.string().trim().min(1).max(1000),
});
const whole = answer.refine(({ verdict, share }) => (verdict === 'shared') === (share !== undefined), {
  error: 'a part goes with "shared", and with nothing else',
  path: ['share'],
});
const given = z.strictObject({ reason: answer.shape.reason });

/** Two parks claim what may be one project. Says of either no more than the other has to know to decide. */
const claim = z.strictObject({
  a: side,
  b: side,
  /** Probability that both are one project. */
  score: z.number(),
  evidence: z.array(z.strictObject({ field: z.string(), level: z.string(), weight: z.number() })),
  proposal: answer.extend({ by: z.string(), on: z.iso.date() }).optional(),
  decision: answer.extend({ by: z.string(), on: z.iso.date() }).optional(),
  refusals: z.array(z.strictObject({ by: z.string(), on: z.iso.date(), reason: z.string() })).default([]),
});
export type Claim = z.infer<typeof claim>;

type F = Facts<Claim>;

const byTheOther: Guard<F> = {
  name: 'by the other',
  holds: ({ record: { content }, asker }) =>
    (content.proposal !== undefined && content.proposal.by !== asker.organisation) ||
    words('须由另一方园区同意', 'it is for the other park to agree'),
};

const claimWorkflow = createWorkflow({
  name: 'claim',
  states: {
    open: words('待认定', 'undecided'),
    proposed: words('一方已提出', 'one side has proposed'),
    settled: words('已认定', 'decided'),
  },
  initial: 'open',
  editable: [],
  acts: {
    propose: { name: words('提出认定意见', 'propose'), from: ['open'], to: 'proposed' },
    agree: { name: words('同意', 'agree'), from: ['proposed'], to: 'settled', guards: [byTheOther] },
    refuse: { name: words('不同意或撤回', 'refuse or take back'), from: ['proposed'], to: 'open' },
    decide: { name: words('裁定', 'decide'), from: ['open', 'proposed'], to: 'settled' },
    reopen: { name: words('重新认定', 'open again'), from: ['settled'], to: 'open' },
  },
});
type ClaimState = keyof typeof claimWorkflow.states;
type ClaimAct = keyof typeof claimWorkflow.acts;

const signed = ({ given: said, asker, today }: F) => ({
  ...(said as z.infer<typeof answer>),
  by: asker.organisation,
  on: today,
});

export const claimKind: Kind<Claim, ClaimState, ClaimAct> = {
  name: 'claim',
  plural: 'claims',
  names: { zh: '重复申报', en: 'duplicate claim' },
  content: claim,
  workflow: claimWorkflow as never,
  face: ({ a, b }) => ({
    title: { zh: `${a.park.zh}、${b.park.zh}：${a.name}`, en: `${a.park.en}, ${b.park.en}: ${a.name}` },
    territory: '100000',
    organisations: [...new Set([a.organisation, b.organisation])],
    published: false,
    words: [b.name, a.project, b.project],
  }),
  doing: {
    propose: { given: whole, change: (content, facts) => ({ ...content, proposal: signed(facts) }) },
    agree: {
      change: ({ proposal, ...content }, { asker, today }) => ({
        ...content,
        ...(proposal && { proposal, decision: { ...proposal, by: asker.organisation, on: today } }),
      }),
    },
    refuse: {
      given,
      change: ({ proposal: _, ...content }, { asker, today, given: said }) => ({
        ...content,
        refusals: [...content.refusals, { by: asker.organisation, on: today, reason: String(said.reason) }],
      }),
    },
    decide: { given: whole, change: (content, facts) => ({ ...content, decision: signed(facts) }) },
    reopen: {
      given,
      change: ({ proposal: _, decision: __, ...content }) => content,
    },
  },
};

/**
 * The part of a project that counts for one park after all that was decided of it: what is shared more
 * than once counts less, never twice.
 * @example countedPart('p', [{ a: 'p', b: 'q', verdict: 'shared', share: 0.6 }]) // 0.6
 */
export function countedPart(
  id: string,
  decisions: readonly {
    a: string;
    b: string;
    verdict: (typeof verdicts)[number];
    share?: number | undefined;
  }[],
): number {
  return decisions.reduce((part, { a, verdict, share = 1 }) => {
    if (verdict === 'different') return part;
    const first = verdict === 'a-counts' ? 1 : verdict === 'b-counts' ? 0 : share;
    return part * (id === a ? first : 1 - first);
  }, 1);
}
