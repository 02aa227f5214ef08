import { type Measure, measureSchema } from './measure.ts';
import { compiledRule, type Rule } from './rule-set.ts';
import type { Subject } from './subject.ts';

const names = (zh: string) => ({ zh, en: zh });

/** A measure for a test: what matters to it is given, the rest is filled in. */
function measureOf(id: string, more: Record<string, unknown>): Measure {
  return {
    id,
    ...measureSchema.parse({
      title: names(id),
      issuer: names('某市'),
      source: 'test',
      wording: 'paraphrase',
      holds: { in: ['100000'], from: '2020-01-01' },
      kind: 'other',
      about: names('示例'),
      gives: { unquantified: true, says: names('有支持') },
      ...more,
    }),
  };
}

export const ruleOf = (id: string, more: Record<string, unknown>): Rule => compiledRule(measureOf(id, more));

/** Gives an amount once to whoever asks. */
export const once = (id: string, amount: string, more: Record<string, unknown> = {}): Rule =>
  ruleOf(id, { gives: { per: 'once', amounts: [{ amount, says: names('一次') }] }, ...more });

export const subject = (more: Partial<Subject> = {}): Subject => ({
  date: '2024-06-30',
  place: { code: '510100', province: '510000', region: 'west' },
  company: {},
  project: {},
  yearly: [],
  ...more,
});
