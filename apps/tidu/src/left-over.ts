import type { Answer, LeftOver } from '@tidu/trade';
import type { Language } from './names.ts';

/** What stands in no row of an answer, with the words for it. */
export function leftOvers(
  { query, notConcorded, unattributed }: Pick<Answer, 'query' | 'notConcorded' | 'unattributed'>,
  language: Language,
): { readonly label: string; readonly left: LeftOver }[] {
  const { edition = '', boundaries = '' } = query;
  const labels = {
    zh: [`未能换算到${edition}`, `不能归入${boundaries}的区划`],
    en: [`not concorded to ${edition}`, `not attributable in the boundaries of ${boundaries}`],
  }[language];
  return [notConcorded, unattributed].flatMap((left, i) =>
    left && left.codes > 0 ? [{ label: labels[i] ?? '', left }] : [],
  );
}
