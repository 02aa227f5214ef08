import { describe, expect, it } from 'vitest';
import { administrators } from './administrators.ts';
import { roles } from './asker.ts';
import { factorRules, needsSecondFactor } from './factor-rule.ts';

const people = roles.filter((role) => role !== 'public');
const asked = (rule: (typeof factorRules)[number]) => people.filter((role) => needsSecondFactor(role, rule));

describe('a second factor is asked', () => {
  it('of administrators alone, of all who work for public bodies, or of everybody', () => {
    expect(asked('administrators')).toEqual([...administrators]);
    expect(people.filter((role) => !asked('staff').includes(role))).toEqual(['company', 'expert']);
    expect(asked('everybody')).toEqual(people);
  });

  it('of nobody less when of more', () => {
    for (const [at, rule] of factorRules.entries()) {
      for (const wider of factorRules.slice(at))
        expect(asked(wider)).toEqual(expect.arrayContaining(asked(rule)));
    }
  });
});
