import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedOnce, countedTwice, measures, type Shared } from './counted-once.ts';
import { clauses, entriesOf } from './settle.cases.ts';
import { settle } from './settle.ts';

const places = fc.constantFrom('230100', '520100', '440300', '450100');
const statements: fc.Arbitrary<Shared[]> = fc
  .array(fc.record({ park: places, partner: places, clause: clauses, entries: entriesOf(2025) }), {
    maxLength: 6,
  })
  .map((many) =>
    many.map(({ park, partner, clause, entries }, at) => ({
      statement: `benefit-statement-${at}`,
      park,
      partner,
      settlement: settle(
        clause,
        2025,
        entries.map((entry) => ({ ...entry, project: `${at} ${entry.project}` })),
      ),
    })),
  );

describe('the same output, where it stands and as it is shared', () => {
  it('adds up to the same in both views, for any statements, places and clauses', () => {
    fc.assert(
      fc.property(statements, (many) => {
        for (const measure of measures) {
          const { rows, location, shared, addsUp } = countedOnce(measure, many);
          expect(rows.reduce((sum, row) => sum + row.shared, 0)).toBe(
            rows.reduce((sum, row) => sum + row.location, 0),
          );
          expect(location).toBe(shared);
          expect(addsUp).toBe(true);
        }
      }),
    );
  });

  it('moves to the partner what the settlement gives it, and leaves the rest', () => {
    const clause = {
      bases: [{ kind: 'vat' as const, perTenThousand: 5000 }],
      shares: [{ kinds: ['vat' as const], from: 2025, park: 4, partner: 6 }],
      partialYear: 'whole' as const,
      from: '2025-01',
      remainder: 'park' as const,
    };
    const settlement = settle(clause, 2025, [{ project: 'a', kind: 'vat', period: '2025', fen: 1000 }]);
    const one = { statement: 'benefit-statement-1', park: '230100', partner: '440300', settlement };
    expect(countedOnce('taxes', [one]).rows).toEqual([
      { place: '230100', location: 1000, shared: 700 },
      { place: '440300', location: 0, shared: 300 },
    ]);
    const again = { ...one, statement: 'benefit-statement-2' };
    expect(countedTwice([one, again])).toEqual([
      {
        project: 'a',
        kind: 'vat',
        period: '2025',
        statements: ['benefit-statement-1', 'benefit-statement-2'],
      },
    ]);
    expect(countedOnce('taxes', [one, again]).addsUp).toBe(false);
  });
});
