/**
 * What can be advised, and how much each kind weighs against the others. Weights are judgements: what is agreed already and
 * goes wrong comes before what could be begun. They stand here to be seen and disputed; equal scores keep this order.
 */
export const adviceKinds = [
  { kind: 'revive-tie', weight: 0.9 },
  { kind: 'behind-promise', weight: 0.9 },
  { kind: 'go-for', weight: 0.9 },
  { kind: 'one-more-unit', weight: 0.8 },
  { kind: 'measure-ends', weight: 0.7 },
  { kind: 'find-why', weight: 0.7 },
  { kind: 'guide-group', weight: 0.7 },
  { kind: 'approach', weight: 0.7 },
  { kind: 'state-capacity', weight: 0.6 },
  { kind: 'ask-report', weight: 0.6 },
  { kind: 'propose-pair', weight: 0.6 },
  { kind: 'add-measure', weight: 0.5 },
  { kind: 'load-data', weight: 0.5 },
  { kind: 'read-effect', weight: 0.4 },
  { kind: 'learn-from', weight: 0.4 },
  { kind: 'leave-alone', weight: 0.3 },
] as const;

export type AdviceKind = (typeof adviceKinds)[number]['kind'];

/** On what advice rests: a record or a text says it; statistics tell it; or they tell it only with much left open. */
export const sureness = [
  { sure: 'stated', counts: 1 },
  { sure: 'measured', counts: 0.8 },
  { sure: 'open', counts: 0.5 },
] as const;

export type Sure = (typeof sureness)[number]['sure'];
