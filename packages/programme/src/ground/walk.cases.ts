import { type Asker, everybody } from '../account/asker.ts';
import type { Facts, Kind } from './kind.ts';
import { NotPossible } from './workflow.ts';

/** A person's attempt at an act. */
export interface Attempt<A extends string, X> {
  readonly act: A;
  readonly given?: Readonly<Record<string, unknown>>;
  readonly asker?: Partial<Asker>;
  readonly today?: string;
  readonly extra: X;
}

export interface Stand<C, S extends string> {
  readonly state: S;
  readonly content: C;
}

/**
 * Walks a record of a kind through attempts, as the store does: what is given is checked by the act's
 * schema, guards are asked, the change is made. Attempts that are refused leave everything as it was.
 * @returns where it stood after each attempt, and whether that was done
 */
export function walk<C, S extends string, A extends string, X>(
  kind: Kind<C, S, A, X>,
  content: C,
  attempts: readonly Attempt<A, X>[],
): (Stand<C, S> & { attempt: Attempt<A, X>; done: boolean; from: S })[] {
  let stand: Stand<C, S> = { state: kind.workflow.initial, content };
  return attempts.map((attempt) => {
    const from = stand.state;
    const facts = factsOf(kind, stand, attempt);
    const given = kind.doing?.[attempt.act]?.given?.safeParse(facts.given);
    if (given && !given.success) return { ...stand, attempt, from, done: false };
    try {
      const state = kind.workflow.next(attempt.act, from, facts);
      stand = { state, content: kind.doing?.[attempt.act]?.change?.(stand.content, facts) ?? stand.content };
      return { ...stand, attempt, from, done: true };
    } catch (error) {
      if (error instanceof NotPossible) return { ...stand, attempt, from, done: false };
      throw error;
    }
  });
}

export function factsOf<C, S extends string, A extends string, X>(
  kind: Kind<C, S, A, X>,
  { state, content }: Stand<C, S>,
  { given = {}, asker, today = '2026-01-01', extra }: Omit<Attempt<A, X>, 'act'>,
): Facts<C, X> {
  const record = {
    ...kind.face(content, state),
    id: `${kind.name}-1`,
    kind: kind.name,
    state,
    version: 1,
    content,
    sample: false,
    madeAt: '2024-01-01T00:00:00Z',
    changedAt: '2024-01-01T00:00:00Z',
  };
  return { record, today, now: `${today}T00:00:00Z`, asker: { ...everybody, ...asker }, given, extra };
}
