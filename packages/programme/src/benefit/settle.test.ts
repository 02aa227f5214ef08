import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BenefitClause, type BenefitEntry, benefitClause, otherSide } from './clause.ts';
import { clauses, entriesOf } from './settle.cases.ts';
import { CannotSettle, settle } from './settle.ts';

/** The clause of the Sichuan–Zhejiang park: 6:4 for the partner, 5 million a year one year after the money is in. */
const real: BenefitClause = benefitClause.parse({
  bases: [
    { kind: 'vat', perTenThousand: 10_000 },
    { kind: 'corporate-income-tax', perTenThousand: 10_000 },
    { kind: 'value-added', perTenThousand: 10_000 },
  ],
  shares: [{ kinds: ['vat', 'corporate-income-tax', 'value-added'], from: 2023, park: 4, partner: 6 }],
  floor: {
    side: 'partner',
    fen: 500_000_000,
    trigger: {
      what: { zh: '专项资金全部到位', en: 'all funds are in' },
      date: '2023-11-20',
      delayMonths: 12,
    },
  },
  partialYear: 'by-months',
  from: '2023-01',
  remainder: 'park',
});
const entry = (kind: BenefitEntry['kind'], fen: number, period: string, project = 'a'): BenefitEntry => ({
  project,
  kind,
  period,
  fen,
});

describe('sharing the benefits of a year', () => {
  it('divides VAT and income tax 6:4, to the fen, and gives the fen that is left to the side named', () => {
    const { lines, taxes } = settle(real, 2023, [
      entry('vat', 300_000_001, '2023'),
      entry('corporate-income-tax', 120_000_000, '2023'),
    ]);
    expect(lines.map(({ park, partner }) => [park, partner])).toEqual([
      [120_000_001, 180_000_000],
      [48_000_000, 72_000_000],
    ]);
    expect(taxes).toEqual({
      given: 420_000_001,
      counted: 420_000_001,
      park: 168_000_001,
      partner: 252_000_000,
    });
    const other = settle({ ...real, remainder: 'partner' }, 2023, [entry('vat', 300_000_001, '2023')]);
    expect(other.result).toEqual({ park: 120_000_000, partner: 180_000_001 });
  });

  it('does not hold the floor before its condition: 2023 has none', () => {
    const { floor, result } = settle(real, 2023, [entry('vat', 100_000_000, '2023')]);
    expect(floor).toEqual({ side: 'partner', months: undefined, fen: 0, topUp: 0 });
    expect(result).toEqual({ park: 40_000_000, partner: 60_000_000 });
  });

  it('holds two twelfths of the floor in the year in which it starts in November', () => {
    const { floor, result } = settle(real, 2024, [entry('vat', 100_000_000, '2024')]);
    expect(floor).toEqual({
      side: 'partner',
      months: { from: '2024-11', to: '2024-12', count: 2 },
      fen: 83_333_333,
      topUp: 23_333_333,
    });
    expect(result).toEqual({ park: 16_666_667, partner: 83_333_333 });
  });

  it('tops up to five million in a full year: 7 million of taxes give the partner 4.2, and 0.8 are added', () => {
    const { floor, result, cumulative } = settle(
      real,
      2025,
      [entry('vat', 500_000_000, '2025'), entry('corporate-income-tax', 200_000_000, '2025', 'b')],
      { park: 1, partner: 2 },
    );
    expect(floor?.topUp).toBe(80_000_000);
    expect(result).toEqual({ park: 200_000_000, partner: 500_000_000 });
    expect(cumulative).toEqual({ park: 200_000_001, partner: 500_000_002 });
  });

  it('lets the park pay out of its own where the taxes are less than the floor', () => {
    expect(settle(real, 2025, [entry('vat', 100_000_000, '2025')]).result).toEqual({
      park: -400_000_000,
      partner: 500_000_000,
    });
  });

  it('cuts what is above a cap, in favour of the other side', () => {
    const capped = { ...real, cap: { side: 'partner' as const, fen: 800_000_000 } };
    const { cap, result } = settle(capped, 2025, [entry('vat', 2_000_000_000, '2025')]);
    expect(cap?.cut).toBe(400_000_000);
    expect(result).toEqual({ park: 1_200_000_000, partner: 800_000_000 });
  });

  it('counts the months of the term only, and wants amounts by month where the year is not whole', () => {
    const term = { ...real, from: '2024-07', to: '2026-06', floor: undefined };
    expect(() => settle(term, 2024, [entry('vat', 100, '2024')])).toThrow('2024-07 to 2024-12');
    const { lines, result } = settle(term, 2024, [
      entry('vat', 1000, '2024-06'),
      entry('vat', 1000, '2024-07'),
      entry('vat', 1000, '2024-12'),
    ]);
    expect(lines.map(({ counted, why }) => [counted, why])).toEqual([
      [0, 'outside-term'],
      [1000, undefined],
      [1000, undefined],
    ]);
    expect(result).toEqual({ park: 800, partner: 1200 });
    expect(settle(term, 2027, [entry('vat', 1000, '2027')]).result).toEqual({ park: 0, partner: 0 });
  });

  it('takes the half that stays in the place, and another share from the year in which it changes', () => {
    const changing: BenefitClause = {
      ...real,
      floor: undefined,
      bases: [{ kind: 'vat', perTenThousand: 5000 }],
      shares: [
        { kinds: ['vat'], from: 2023, to: 2024, park: 2, partner: 8 },
        { kinds: ['vat'], from: 2025, to: 2025, park: 5, partner: 5 },
      ],
    };
    const partner = (year: number) => settle(changing, year, [entry('vat', 2001, `${year}`)]).result.partner;
    expect([2023, 2024, 2025, 2026].map(partner)).toEqual([800, 800, 500, 0]);
  });

  it('shares value added as a count and pays nothing for it', () => {
    const { outputs, result } = settle(real, 2023, [entry('value-added', 1_000_000, '2023')]);
    expect(outputs).toEqual([
      { kind: 'value-added', given: 1_000_000, counted: 1_000_000, park: 400_000, partner: 600_000 },
    ]);
    expect(result).toEqual({ park: 0, partner: 0 });
  });

  it('shares nothing while the condition of the clause is not met', () => {
    const waiting = {
      ...real,
      trigger: { what: { zh: '项目投产', en: 'production has begun' }, delayMonths: 0 },
    };
    expect(settle(waiting, 2025, [entry('vat', 1000, '2025')]).result).toEqual({ park: 0, partner: 0 });
  });

  it.each([
    ['another year', [entry('vat', 1, '2022')], 'entries.0.period'],
    ['a line twice', [entry('vat', 1, '2023'), entry('vat', 2, '2023')], 'twice'],
    ['a year and its months', [entry('vat', 1, '2023'), entry('vat', 2, '2023-05')], 'keep one'],
  ])('refuses %s, and names the line', (_, entries, said) => {
    expect(() => settle(real, 2023, entries)).toThrow(CannotSettle);
    expect(() => settle(real, 2023, entries)).toThrow(said);
  });
});

describe('for any clause and any amounts', () => {
  it('the sides get together exactly what is shared, whatever floor and cap do', () => {
    fc.assert(
      fc.property(clauses, entriesOf(2025), (clause, entries) => {
        const { result, taxes, outputs } = settle(clause, 2025, entries);
        expect(result.park + result.partner).toBe(taxes.counted);
        for (const { park, partner, counted } of outputs) expect(park + partner).toBe(counted);
      }),
    );
  });

  it('a side with a floor never gets less than it, a side with a cap never more', () => {
    fc.assert(
      fc.property(clauses, entriesOf(2025), (clause, entries) => {
        const { result, floor, cap } = settle(clause, 2025, entries);
        if (floor?.months) expect(result[floor.side]).toBeGreaterThanOrEqual(floor.fen);
        if (cap?.months) expect(result[cap.side]).toBeLessThanOrEqual(cap.fen);
      }),
    );
  });

  it('more tax never gives the partner less, nor the park', () => {
    fc.assert(
      fc.property(
        clauses,
        entriesOf(2025).filter((entries) => entries.length > 0),
        fc.nat(1e9),
        fc.nat(),
        (clause, entries, more, which) => {
          const at = which % entries.length;
          const raised = entries.map((one, i) => (i === at ? { ...one, fen: one.fen + more } : one));
          const before = settle(clause, 2025, entries).result;
          const after = settle(clause, 2025, raised).result;
          expect(after.partner).toBeGreaterThanOrEqual(before.partner);
          expect(after.park).toBeGreaterThanOrEqual(before.park);
        },
      ),
    );
  });

  it('a higher floor never gives its side less, a higher cap neither', () => {
    fc.assert(
      fc.property(clauses, entriesOf(2025), fc.nat(1e10), (clause, entries, more) => {
        for (const bound of ['floor', 'cap'] as const) {
          const agreed = clause[bound];
          if (!agreed) continue;
          const raised = { ...clause, [bound]: { ...agreed, fen: agreed.fen + more } };
          if (!benefitClause.safeParse(raised).success) continue;
          const was = settle(clause, 2025, entries).result;
          const is = settle(raised, 2025, entries).result;
          expect(is[agreed.side]).toBeGreaterThanOrEqual(was[agreed.side]);
          expect(is[otherSide(agreed.side)]).toBeLessThanOrEqual(was[otherSide(agreed.side)]);
        }
      }),
    );
  });
});
