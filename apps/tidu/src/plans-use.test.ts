import type { BenefitsOfPlace } from '@tidu/guidance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AskedPlan, fewestCompanies, usedByPlans } from './plans-use.ts';

const got = (code: string, total: number, verdict = 'given') =>
  ({
    place: { code },
    benefits: { outcomes: [{ measure: 'grant', verdict, total }] },
  }) as unknown as BenefitsOfPlace;
const plan = (company: string, benefits: BenefitsOfPlace[], ...told: string[]): AskedPlan => ({
  company,
  told: new Set(told),
  benefits,
});

describe('the use of measures by plans', () => {
  it('counts each company once, by the plan and the park in which it would get most', () => {
    const plans = [
      plan('a', [got('140100', 1_000_000), got('210200', 2_000_000)], '140100'),
      plan('a', [got('140100', 500_000)]),
      plan('b', [got('140100', 1_000_000)], '140100'),
      plan('c', [got('210200', 3_330_000), got('140100', 9e9, 'not-eligible')], '140100'),
    ];
    expect(usedByPlans(plans).get('grant')).toEqual({ companies: 3, totalCny: 6_300_000 });
  });

  it('tells of intents where enough companies have let a park know in which they would have it', () => {
    const plans = ['a', 'b', 'c'].map((company) => plan(company, [got('140100', 1e6)], '140100', '210200'));
    expect(usedByPlans(plans).get('grant')).toEqual({ companies: 3, totalCny: 3_000_000, intents: 3 });
  });

  it('tells nothing at all of fewer than three companies, however many plans they have', () => {
    const few = fc.array(
      fc.record({ company: fc.constantFrom('a', 'b'), total: fc.nat(1e9), told: fc.boolean() }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(few, (some) => {
        const plans = some.map(({ company, total, told }) =>
          plan(company, [got('140100', total)], ...(told ? ['140100'] : [])),
        );
        expect(fewestCompanies).toBe(3);
        expect(usedByPlans(plans).get('grant') ?? {}).toEqual({});
      }),
    );
  });
});
