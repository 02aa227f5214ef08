import { expect, it } from 'vitest';
import { benefits } from './benefits.ts';
import { ruleOf, subject } from './measure.cases.ts';
import { reasons } from './reasons.ts';
import { ruleSet } from './rule-set.ts';

it('an outcome can be followed back to clause and figures, step by step', () => {
  const rule = ruleOf('tax', {
    parameters: { rate: [{ from: '2020-01-01', value: 0.1 }] },
    eligible: [
      {
        when: 'project.encouraged',
        says: { zh: '属鼓励类', en: 'encouraged' },
        clause: { zh: '第一条', en: 'Article 1' },
      },
    ],
    gives: {
      per: 'year',
      amounts: [
        { amount: 'yearly.taxableCny * p.rate', says: { zh: '按应纳税所得额', en: 'of taxable profit' } },
      ],
      cap: '5000',
    },
  });
  const who = subject({ project: { encouraged: true }, yearly: [{ taxableCny: 80_000 }] });
  const outcome = benefits(ruleSet([rule]), who).outcomes[0];
  if (!outcome) throw new Error('no outcome');
  expect(reasons(rule, who, outcome)).toEqual([
    {
      part: 'eligible',
      index: 0,
      says: { zh: '属鼓励类', en: 'encouraged' },
      clause: { zh: '第一条', en: 'Article 1' },
      expression: 'project.encouraged',
      figures: [expect.objectContaining({ path: 'project.encouraged', value: true })],
      said: true,
    },
    {
      part: 'amount',
      index: 0,
      says: { zh: '按应纳税所得额', en: 'of taxable profit' },
      clause: undefined,
      expression: 'yearly.taxableCny * p.rate',
      figures: [
        expect.objectContaining({ path: 'yearly.taxableCny', value: 80_000, unit: 'CNY' }),
        expect.objectContaining({ path: 'p.rate', value: 0.1 }),
      ],
      said: 8000,
    },
    expect.objectContaining({ part: 'cap', said: 5000 }),
  ]);
  expect(outcome.total).toBe(50_000);
});
