import type { Names } from '@tidu/reference';

/** Whom a change concerns: the organisations of the record, the people it is assigned to, who may act next. */
const circles = ['organisations', 'people', 'next'] as const;
export type Circle = (typeof circles)[number];

/** Of what happens to records, who is told. The first rule that fits decides. */
export interface TellingRule {
  readonly kind?: string;
  readonly act?: string;
  readonly tell: readonly Circle[];
}

/**
 * What is worth telling. Whoever did it is never told, nor who may not read the record: that is seen
 * to where the telling is done.
 */
const tellingRules: readonly TellingRule[] = [
  // A mark is the reviewer's own until the panel is done.
  { kind: 'score', tell: ['people', 'next'] },
  { kind: 'monthly-report', act: 'create', tell: [] },
  { kind: 'company-plan', tell: [] },
  // Writing is not yet saying.
  { act: 'edit', tell: [] },
  { act: 'create', tell: ['people', 'next'] },
  { tell: ['organisations', 'people', 'next'] },
];

/** @example circlesTold('score', 'submit').length // 2 */
export const circlesTold = (
  kind: string,
  act: string,
  rules: readonly TellingRule[] = tellingRules,
): readonly Circle[] =>
  rules.find((rule) => (rule.kind ?? kind) === kind && (rule.act ?? act) === act)?.tell ?? [];

/** What is told, without any content of the record. */
export interface Happened {
  readonly title: Names;
  readonly act: Names;
  readonly state: Names;
}

export const happenedWords = ({ act, state }: Omit<Happened, 'title'>): Names => ({
  zh: act.zh === state.zh ? act.zh : `${act.zh}，现为“${state.zh}”`,
  en: act.en === state.en ? capital(act.en) : `${capital(act.en)}: now “${state.en}”`,
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
