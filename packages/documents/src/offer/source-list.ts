import type { Comparison } from '@tidu/guidance';
import type { Measure } from '@tidu/policy';
import type { Source } from '@tidu/reference';
import { type Language, offerWords, sureWords } from './offer-words.ts';

/** A source with the number by which figures name it. */
export interface ListedSource {
  readonly number: number;
  readonly title: string;
  readonly issuer?: string | undefined;
  readonly document?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  readonly note?: string | undefined;
  /** How sure what is taken from it is, in words. */
  readonly sure: readonly string[];
}

type Sure = keyof typeof sureWords;

/** Numbers sources in the order in which they are named; the company's own plan is the first. */
export interface SourceList {
  ofPlan(): number;
  ofFigure(figure: Comparison['figures'][number]): number | undefined;
  ofMeasure(measure: Measure): number;
  ofRecord(record: { readonly source: string; readonly sure: Exclude<Sure, 'own'> }): number;
  all(): ListedSource[];
}

export function sourceList(sources: readonly Source[], language: Language): SourceList {
  const known = new Map(sources.map((source) => [source.id, source]));
  const named = new Map<string, { number: number; sure: Set<Sure> }>();
  const plan = '';
  const cited = (id: string, sure: Sure): number => {
    const found = named.get(id) ?? { number: named.size + 1, sure: new Set() };
    named.set(id, found);
    found.sure.add(sure);
    return found.number;
  };
  cited(plan, 'own');
  return {
    ofPlan: () => cited(plan, 'own'),
    ofFigure: ({ sure, source }) =>
      sure === 'own' ? cited(plan, 'own') : source === undefined ? undefined : cited(source, sure),
    ofMeasure(measure) {
      const { id, source, wording, title, issuer, document } = measure;
      if (known.has(source)) return cited(source, wording);
      // What an office has written itself is its own source: the document that it names.
      const own = `measure ${id}`;
      known.set(own, {
        id: own,
        title: title[language],
        issuer: issuer[language],
        number: document.number,
        date: document.date,
      });
      return cited(own, wording);
    },
    ofRecord: ({ source, sure }) => cited(source, sure),
    all: () =>
      [...named].map(([id, { number, sure }]) => {
        const { title, issuer, number: document, date, url, note } = known.get(id) ?? {};
        const own = id === plan;
        return {
          number,
          title: own ? offerWords.ownPlan[language] : (title ?? id),
          issuer: own ? offerWords.ownPlanIssuer[language] : issuer,
          document,
          date,
          url,
          note,
          sure: own ? [] : [...sure].map((one) => sureWords[one][language]),
        };
      }),
  };
}

/** Numbers of sources, each once, the least first. */
export const numbered = (numbers: readonly (number | undefined)[]): number[] =>
  [...new Set(numbers.filter((one) => one !== undefined))].sort((a, b) => a - b);
