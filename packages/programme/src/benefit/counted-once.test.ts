import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedOnce, countedTwice, measures, movements } from './counted-once.ts';
import { clauses, entriesOf } from './settle.cases.ts';
import { settle } from './settle.ts';

const places = fc.constantFrom('230100', '520100', '440300', '450100');
const statements = fc.array(
  fc.record({ park: places, partner: places, clause: clauses, entries: entriesOf(2025) }),
  { maxLength: 6 },
);

describe('the same output, where it stands and as it is shared', () => {
  it('adds up to the same in both views, for any statements, places and clauses', () => {
    fc.assert(
      fc.property(statements, (many) => {
        const moved = many.flatMap(({ clause, entries, ...between }) =>
          movements(settle(clause, 2025, entries), between),
        );
        for (const measure of measures) {
          const { rows, location, shared, addsUp } = countedOnce(measure, moved);
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
    const settled = settle(clause, 2025, [{ project: 'a', kind: 'vat', period: '2025', fen: 1000 }]);
    expect(countedOnce('taxes', movements(settled, { park: '230100', partner: '440300' })).rows).toEqual([
      { place: '230100', location: 1000, shared: 700 },
      { place: '440300', location: 0, shared: 300 },
    ]);
  });

  it('finds a project that two statements have, as a year or as a month of it', () => {
    const claim = { park: '230100', project: 'a', kind: 'vat' };
    const year = { ...claim, period: '2025', statement: 's1' };
    const month = { ...claim, period: '2025-03', statement: 's2' };
    expect(countedTwice([year, month])).toEqual([
      { project: 'a', kind: 'vat', period: '2025', statements: ['s1', 's2'] },
    ]);
    expect(countedTwice([year, { ...year, statement: 's1' }])).toEqual([]);
    expect(countedTwice([month, { ...month, period: '2025-04', statement: 's3' }])).toEqual([]);
    expect(countedTwice([year, { ...month, park: '520100' }])).toEqual([]);
  });
});
