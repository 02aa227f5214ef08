import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { park, partner, sides, step, stranger, type Walked, walks } from '../pairing/walk.cases.ts';
import {
  type BenefitStatementContent,
  benefitStatement,
  type StatementOutside,
} from './benefit-statement.ts';
import type { StatementState } from './benefit-statement.workflow.ts';
import { benefitClause } from './clause.ts';

const clause = benefitClause.parse({
  bases: [{ kind: 'vat', perTenThousand: 10_000 }],
  shares: [{ kinds: ['vat'], from: 2025, park: 4, partner: 6 }],
  partialYear: 'by-months',
  from: '2025-01',
  remainder: 'park',
});
const outside: StatementOutside = {
  agreementState: 'in-force',
  clause,
  projects: ['p1'],
  projectNames: { p1: '示例电子' },
  otherYears: [],
  claimedElsewhere: [],
  before: { park: 0, partner: 0 },
};
const content: BenefitStatementContent = benefitStatement.content.parse({
  ...sides,
  pairing: 'pairing-1',
  agreement: 'agreement-1',
  year: 2025,
  entries: [{ project: 'p1', kind: 'vat', period: '2025', fen: 1000 }],
});
const draft: Walked<BenefitStatementContent, StatementState> = { state: 'draft', content };
const why = { reason: '增值税少计一笔' };
const corrected = { entries: [{ project: 'p1', kind: 'vat', period: '2025', fen: 2000 }], note: '补计' };

describe('a benefit statement', () => {
  it('is computed when it is stated, disputed, corrected in a new edition, and confirmed by both', () => {
    const stated = step(benefitStatement, draft, 'state', park, {}, outside);
    expect(stated.content.settled).toMatchObject({
      edition: 1,
      settlement: { result: { park: 400, partner: 600 } },
    });
    const one = step(benefitStatement, stated, 'confirm', park, {}, outside);
    const disputed = step(benefitStatement, one, 'dispute', partner, why, outside);
    expect(disputed.content).toMatchObject({ confirmations: {}, disputes: [{ ...why, edition: 1 }] });
    const anew = step(benefitStatement, disputed, 'correct', park, corrected, outside);
    expect(anew.content.settled).toMatchObject({
      edition: 2,
      settlement: { result: { park: 800, partner: 1200 } },
    });
    const first = step(benefitStatement, anew, 'confirm', partner, {}, outside);
    expect(() => step(benefitStatement, first, 'confirm-second', partner, {}, outside)).toThrow('other side');
    expect(step(benefitStatement, first, 'confirm-second', park, {}, outside).state).toBe('confirmed');
  });

  it.each<[string, Partial<StatementOutside>, string]>([
    ['without a clause', { clause: undefined }, 'no clause on benefit sharing'],
    ['before the agreement is in force', { agreementState: 'draft' }, 'not in force yet'],
    ['of a project that is not shared', { projects: [] }, 'not among those of the agreement'],
    ['twice for a year', { otherYears: [2025] }, 'another statement for this year'],
    ['of a project that another agreement has stated', { claimedElsewhere: ['p1'] }, 'it is counted once'],
    ['of a year that is not whole', { clause: { ...clause, from: '2025-03' } }, 'by month'],
  ])('cannot be stated %s', (_, change, said) => {
    expect(() => step(benefitStatement, draft, 'state', park, {}, { ...outside, ...change })).toThrow(said);
  });

  it('on no walk is confirmed by one side alone, without a computation, or moved once both have confirmed', () => {
    const extras = fc.constantFrom<StatementOutside>(outside, outside, outside, {
      ...outside,
      clause: undefined,
    });
    const given = { dispute: why, correct: corrected, drop: why };
    const seen = walks(benefitStatement, content, given, extras, (at, before, act, who) => {
      const { park: one, partner: other } = at.content.confirmations;
      expect(['confirmed', 'dropped']).not.toContain(before.state);
      expect(who).not.toBe(stranger);
      if (at.state === 'confirmed') expect([one, other]).not.toContain(undefined);
      if (at.state === 'confirmed-by-one') expect([one, other].filter(Boolean)).toHaveLength(1);
      if (at.state === 'stated' || at.state === 'disputed') expect(at.content.confirmations).toEqual({});
      if (at.state !== 'draft' && at.state !== 'dropped') expect(at.content.settled).toBeDefined();
      if (act === 'correct') {
        expect(at.content.settled?.edition).toBe((before.content.settled?.edition ?? 0) + 1);
      }
    });
    expect([...seen].sort()).toEqual(Object.keys(benefitStatement.workflow.states).sort());
  });
});
