import type { Names } from '@tidu/reference';
import type { Call, Condition, Measure } from '../batch/call.ts';
import type { ApplicationForm } from './form.ts';
import type { Known } from './known.ts';
import { industryRules } from './measure-industry.ts';
import { placeRules } from './measure-place.ts';
import { zoneRules } from './measure-zones.ts';

/** `judgement`: the text leaves it to people; `unknown`: nothing at hand says it. */
export type Verdict = 'met' | 'not-met' | 'judgement' | 'unknown';

/** What was found of one condition. */
export interface Finding {
  readonly verdict: Verdict;
  /** What was measured, in words with its figure. */
  readonly says: Names;
  readonly measured?: number;
  readonly unit?: 'km²' | 'zones' | 'share' | 'growth' | 'industries';
  /** Where the figure comes from. */
  readonly from: 'places' | 'polygons' | 'map' | 'form' | 'declared' | 'statistics' | 'agreements';
  /** What makes it known or better. */
  readonly remedy?: Names;
  /** By which a figure of the statistics can be had again. */
  readonly receipt?: unknown;
}

/** One line of the call, and how the application stands to it. */
export interface Line extends Finding {
  readonly condition: string;
  readonly title: Names;
  readonly text: Names;
  readonly clause: Names;
  readonly source: string;
  readonly limit?: number;
  readonly inPrinciple: boolean;
}

/** What one condition asks, measured. */
export type Rule = (form: ApplicationForm, condition: Condition, known: Known) => Finding;

const rules: Readonly<Record<Measure, Rule>> = { ...placeRules, ...zoneRules, ...industryRules };

/**
 * Every condition of a call against a form, in the order of the call. Pure: what lies outside of the form
 * is in `known`.
 */
export const checkApplication = (form: ApplicationForm, call: Call, known: Known): Line[] =>
  call.conditions.map((condition) => {
    const { id, title, text, clause, source, limit, inPrinciple, measure } = condition;
    return {
      condition: id,
      title,
      text,
      clause,
      source,
      inPrinciple,
      ...(limit !== undefined && { limit }),
      ...rules[measure](form, condition, known),
    };
  });

/** How many lines there are of each verdict. */
export const tally = (lines: readonly { readonly verdict: Verdict }[]): Record<Verdict, number> => ({
  met: 0,
  'not-met': 0,
  judgement: 0,
  unknown: 0,
  ...Object.fromEntries(
    [...Map.groupBy(lines, ({ verdict }) => verdict)].map(([verdict, all]) => [verdict, all.length]),
  ),
});
