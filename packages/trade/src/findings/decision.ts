import type { Finding, Told } from './finding.ts';

/**
 * What somebody holds of a finding: the figures are wrong and are to be corrected; they are right,
 * and it is known why; a load has put them right; it is not worth keeping.
 */
export const verdicts = ['confirmed', 'explained', 'corrected', 'dismissed'] as const;
export type Verdict = (typeof verdicts)[number];

export interface Decision {
  readonly at: string;
  readonly by: string;
  readonly verdict: Verdict;
  readonly note: string;
  /** The load that put the figures right. */
  readonly load?: number;
  /** The numbers that the decision was about. */
  readonly amounts: Told;
}

/** `gone`: the last run that looked no longer found it. */
export const states = ['open', 'reopened', 'decided', 'gone'] as const;
export type FindingState = (typeof states)[number];

/** A number that has changed under a decision. */
export interface Change {
  readonly name: string;
  readonly was: number | string | null;
  readonly is: number | string | null;
}

/**
 * A decision stays with the numbers that it was about: while these stand, a run changes nothing;
 * when they are others, the finding is open again.
 */
export function stateOf(
  { amounts }: Pick<Finding, 'amounts'>,
  decision: Decision | undefined,
  found: boolean,
): FindingState {
  if (!found) return 'gone';
  if (!decision) return 'open';
  return changes(decision.amounts, amounts).length === 0 ? 'decided' : 'reopened';
}

/** @example changes({ value: 1 }, { value: 2 }) // [{ name: 'value', was: 1, is: 2 }] */
export const changes = (was: Told, is: Told): Change[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((name) => {
    const change = { name, was: was[name] ?? null, is: is[name] ?? null };
    return change.was === change.is ? [] : [change];
  });
