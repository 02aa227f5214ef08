import { names } from '@tidu/reference';
import { z } from 'zod';
import { type AdviceKind, adviceKinds, type Sure, sureness } from './advice-kinds.ts';

const kind = z.enum(adviceKinds.map(({ kind }) => kind) as [AdviceKind, ...AdviceKind[]]);
const sure = z.enum(sureness.map(({ sure }) => sure) as [Sure, ...Sure[]]);

/** Where a reason stands, so that what it came from is one step away. */
const evidence = z.discriminatedUnion('in', [
  z.object({
    in: z.literal('guidance'),
    name: z.string(),
    request: z.record(z.string(), z.union([z.string(), z.number()])),
    /** Within the result, as a JSON pointer (RFC 6901): `/city/change`. */
    field: z.string(),
  }),
  z.object({ in: z.literal('record'), kind: z.string(), record: z.string() }),
  z.object({ in: z.literal('measure'), measure: z.string() }),
]);
export type Evidence = z.infer<typeof evidence>;

const quantity = z.object({
  value: z.number(),
  /** Yuan; a part of 1; a change in percent; a difference to others in percent; a score 0 to 1; a place in a ranking; a number of things; days; an amount of its unit. */
  as: z.enum(['money', 'part', 'change', 'difference', 'score', 'rank', 'count', 'days', 'amount']),
  unit: names.optional(),
});
export type Quantity = z.infer<typeof quantity>;

const reason = z.object({
  code: z.string(),
  says: names,
  /** What it rests on; nothing where it rests on there being a record, or none. */
  quantity: quantity.nullable(),
  evidence,
  /** Rests on synthetic statistics, or on a record of the demonstration. */
  madeUp: z.enum(['synthetic', 'sample']).nullable(),
});
export type Reason = z.infer<typeof reason>;

const help = z.object({
  kind: z.string(),
  /** Measures of that kind in force where other parks are; yuan over ten years where a typical plan gets something known. */
  elsewhere: z.array(
    z.object({
      measure: z.string(),
      title: names,
      park: names,
      yuan: z.number().nullable(),
      plan: names.nullable(),
    }),
  ),
});
export type Help = z.infer<typeof help>;

export const advice = z.object({
  order: z.int(),
  kind,
  /** weight of the kind × extent × how much the sureness counts, to three digits. */
  score: z.number(),
  /** 0 to 1: how much there is to it. */
  extent: z.number(),
  sure,
  about: z.object({
    what: z.enum(['group', 'place', 'park', 'resource', 'measure', 'measure-kind', 'record', 'statistics']),
    id: z.string(),
    names,
  }),
  /** What to do. */
  says: names,
  reasons: z.array(reason).min(1),
  /** Kinds of measures that this place lacks and others have. */
  measures: z.array(help),
  /** Whom to talk to; yuan a year that are likely to move from there. */
  talk: z.array(z.object({ place: z.string(), names, movable: z.number() })),
  /** Of what is unknown: what to load or to state. */
  remedy: names.nullable(),
});
export type Advice = z.infer<typeof advice>;

/** How much kinds and sureness count, as they stand in `advice-kinds.ts`. */
export const weights = z.object({
  kinds: z.array(z.object({ kind, weight: z.number() })),
  sureness: z.array(z.object({ sure, counts: z.number() })),
});

/** Advice before it has its place among the others. */
export interface Draft extends Omit<Advice, 'order' | 'score' | 'measures' | 'talk' | 'remedy'> {
  readonly measures?: Advice['measures'];
  readonly talk?: Advice['talk'];
  readonly remedy?: Advice['remedy'];
}
