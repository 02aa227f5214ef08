import { names } from '@tidu/reference';
import { z } from 'zod';

export const interactionKinds = [
  'agreement-signed',
  'investment-event',
  'secondment',
  'joint-fund',
  'visit',
  'obligation-fulfilled',
  'statement-confirmed',
] as const;
const interactionKind = z.enum(interactionKinds);

/** Something that both sides did together, with its date. */
export const interaction = z.strictObject({
  kind: interactionKind,
  date: z.iso.date(),
  /** The record that shows it. */
  record: z.string(),
});
export type Interaction = z.infer<typeof interaction>;

/** How the pulse of a pairing is taken: a pack says it. */
export const pulseRule = z.strictObject({
  halfLifeDays: z.int().min(1),
  dormantAfterDays: z.int().min(1),
  weights: z.record(interactionKind, z.number().positive()),
  note: names,
  source: z.string(),
});
export type PulseRule = z.infer<typeof pulseRule>;

export interface Pulse {
  /** 0 without any contact; an interaction of today adds its whole weight. */
  readonly score: number;
  readonly lastContact?: string;
  readonly daysSinceContact: number;
  readonly dormant: boolean;
  /** What each interaction still adds, newest first. */
  readonly terms: readonly (Interaction & { readonly weight: number; readonly adds: number })[];
}

/**
 * How alive a pairing is.
 *
 *   score(t) = Σ w[kind] · 2^(−(t − date) / h)          over interactions up to t
 *   dormant  = t − last contact > N
 *
 * More interactions never lower it; without new ones it halves every h days.
 * @param since  the day from which silence counts while there is no contact
 * @param today  YYYY-MM-DD; what lies after it is not counted
 * @see    docs/methods/pairing-pulse.md
 */
export function pulse(
  interactions: readonly Interaction[],
  since: string,
  today: string,
  { halfLifeDays, dormantAfterDays, weights }: PulseRule,
): Pulse {
  const terms = interactions
    .filter(({ date }) => date <= today)
    .sort((one, other) => other.date.localeCompare(one.date))
    .map((one) => {
      const weight = weights[one.kind];
      return { ...one, weight, adds: weight * 2 ** (-daysBetween(one.date, today) / halfLifeDays) };
    });
  const lastContact = terms[0]?.date;
  const daysSinceContact = Math.max(0, daysBetween(lastContact ?? since, today));
  return {
    score: terms.reduce((sum, { adds }) => sum + adds, 0),
    ...(lastContact && { lastContact }),
    daysSinceContact,
    dormant: daysSinceContact > dormantAfterDays,
    terms,
  };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
