import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Interaction, interactionKinds, type PulseRule, pulse } from './pulse.ts';

const rule: PulseRule = {
  halfLifeDays: 180,
  dormantAfterDays: 180,
  weights: {
    'agreement-signed': 3,
    'investment-event': 2,
    secondment: 2,
    'joint-fund': 3,
    visit: 1,
    'obligation-fulfilled': 2,
    'statement-confirmed': 2,
  },
  note: { zh: '测试', en: 'test' },
  source: 'tidu-proposal',
};
const on = (date: string, kind: Interaction['kind'] = 'visit'): Interaction => ({ kind, date, record: 'r' });
const day = (n: number) => new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
const interactions = fc.array(
  fc.record({
    kind: fc.constantFrom(...interactionKinds),
    date: fc.nat(900).map(day),
    record: fc.constant('r'),
  }),
  { maxLength: 20 },
);

describe('the pulse of a pairing', () => {
  it('counts what happened today whole, and half of it after a half-life', () => {
    expect(pulse([on('2025-01-01', 'joint-fund')], '2024-01-01', '2025-01-01', rule).score).toBe(3);
    expect(pulse([on('2025-01-01', 'joint-fund')], '2024-01-01', '2025-06-30', rule).score).toBe(1.5);
  });

  it('is dormant when nothing happened for longer than the pack allows, and not a day earlier', () => {
    const at = (today: string) => pulse([on('2025-01-01')], '2024-01-01', today, rule);
    expect(at('2025-06-30')).toMatchObject({ daysSinceContact: 180, dormant: false });
    expect(at('2025-07-01')).toMatchObject({
      daysSinceContact: 181,
      dormant: true,
      lastContact: '2025-01-01',
    });
  });

  it('counts silence from the start of a pairing that never had a contact', () => {
    expect(pulse([], '2025-01-01', '2025-02-01', rule)).toEqual({
      score: 0,
      daysSinceContact: 31,
      dormant: false,
      terms: [],
    });
  });

  it('does not count what lies in the future', () => {
    expect(pulse([on('2025-03-01')], '2025-01-01', '2025-02-01', rule).score).toBe(0);
  });

  it('never falls by one more interaction, and never rises by waiting', () => {
    fc.assert(
      fc.property(interactions, interactions, fc.nat(900), fc.nat(400), (had, more, now, later) => {
        const before = pulse(had, day(0), day(now), rule);
        const with_ = pulse([...had, ...more], day(0), day(now), rule);
        expect(with_.score).toBeGreaterThanOrEqual(before.score - 1e-9);
        const known = had.filter(({ date }) => date <= day(now));
        expect(pulse(known, day(0), day(now + later), rule).score).toBeLessThanOrEqual(before.score + 1e-9);
        if (before.dormant && with_.lastContact === before.lastContact) expect(with_.dormant).toBe(true);
      }),
    );
  });
});
