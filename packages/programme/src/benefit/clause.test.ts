import { describe, expect, it } from 'vitest';
import { benefitClause } from './clause.ts';
import { settle } from './settle.ts';
import { trace } from './trace.ts';

const good = {
  bases: [{ kind: 'vat', perTenThousand: 10_000 }],
  shares: [{ kinds: ['vat'], from: 2025, park: 4, partner: 6 }],
  partialYear: 'by-months',
  from: '2025-01',
  to: '2029-12',
  remainder: 'park',
};
const faultsOf = (change: object) =>
  (benefitClause.safeParse({ ...good, ...change }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );

describe('a clause on benefit sharing', () => {
  it.each([
    [{}, ''],
    [{ to: '2024-12' }, 'to: the term ends in 2024-12, before it starts'],
    [{ bases: [...good.bases, ...good.bases] }, 'bases.1.kind: vat is named twice'],
    [
      { bases: [...good.bases, { kind: 'output', perTenThousand: 1 }] },
      'bases.1.kind: no share is agreed for output',
    ],
    [
      { shares: [{ ...good.shares[0], kinds: ['vat', 'other-tax'] }] },
      'shares.0.kinds: other-tax is shared but is no base',
    ],
    [{ shares: [{ ...good.shares[0], park: 0, partner: 0 }] }, 'shares.0: both sides have 0 parts'],
    [
      { shares: [good.shares[0], { ...good.shares[0], from: 2027 }] },
      'shares.1.from: two shares of vat hold in the same year',
    ],
    [
      { floor: { side: 'partner', fen: 2 }, cap: { side: 'partner', fen: 1 } },
      'cap.fen: the cap is below the floor',
    ],
    [{ floor: { side: 'partner', fen: 1.5 } }, 'floor.fen'],
    [{ from: '2025' }, 'from: a month, YYYY-MM'],
  ])('with %j is refused with the field: %s', (change, said) => {
    const faults = faultsOf(change);
    if (said === '') expect(faults).toEqual([]);
    else expect(faults.join('\n')).toContain(said);
  });
});

describe('the explanation', () => {
  it('tells each line, the sum, the floor and the result in words', () => {
    const clause = benefitClause.parse({ ...good, floor: { side: 'partner', fen: 500_000_000 } });
    const settled = settle(clause, 2025, [{ project: 'p1', kind: 'vat', period: '2025', fen: 700_000_000 }]);
    expect(trace(clause, settled, { p1: '示例电子' }).map(({ part, zh }) => `${part} ${zh}`)).toEqual([
      'term 约定期限2025-01至2029-12；2025年计入12个月（2025-01至2025-12）',
      'share 示例电子，增值税（2025）7,000,000.00元，全额计入；按园区方4：合作方6分，园区方2,800,000.00元，合作方4,200,000.00元',
      'sum 税收合计7,000,000.00元：园区方2,800,000.00元，合作方4,200,000.00元',
      'floor 保底：合作方每年5,000,000.00元，不足，补800,000.00元',
      'result 园区方得2,000,000.00元，合作方得5,000,000.00元；累计园区方2,000,000.00元，合作方5,000,000.00元',
    ]);
  });
});
