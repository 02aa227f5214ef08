import {
  type BenefitStatementContent,
  benefitClause,
  type ProgrammeRecord,
  settle,
  trace,
} from '@tidu/programme';
import { expect, it } from 'vitest';
import { csvText } from './csv.ts';
import { statementTable } from './statement-table.ts';

const clause = benefitClause.parse({
  bases: [{ kind: 'vat', perTenThousand: 10_000 }],
  shares: [{ kinds: ['vat'], from: 2025, park: 4, partner: 6 }],
  floor: { side: 'partner', fen: 500_000_000 },
  partialYear: 'whole',
  from: '2025-01',
  remainder: 'park',
});
const entries = [{ project: 'p1', kind: 'vat' as const, period: '2025', fen: 700_000_001 }];
const settlement = settle(clause, 2025, entries);
const record = {
  id: 'benefit-statement-1',
  state: 'stated',
  title: { zh: '结算单', en: 'Statement' },
  sample: true,
  content: {
    entries,
    settled: { edition: 1, on: '2026-01-05', by: '示例经办', settlement, steps: trace(clause, settlement) },
  } as Partial<BenefitStatementContent>,
} as ProgrammeRecord<BenefitStatementContent>;

it('is a table of yuan whose sums stand below its lines: what the floor adds to one side it takes from the other', () => {
  const { columns, rows } = statementTable(record, [{ key: 'p1', name: '示例电子' }], 'zh');
  expect(
    csvText(
      columns.map(({ heading }) => heading),
      rows,
    ).split('\r\n'),
  ).toEqual([
    '\uFEFF项目,项目编号,税种或指标,时期,金额（元）,计入（元）,园区方（元）,合作方（元）',
    '示例电子,p1,增值税,2025,7000000.01,7000000.01,2800000.01,4200000',
    '税收合计,,,,7000000.01,7000000.01,2800000.01,4200000',
    '保底调整,,,,,,-800000,800000',
    '应得,,,,,,2000000.01,5000000',
    '累计,,,,,,2000000.01,5000000',
    '',
  ]);
});

it('says how it was computed, and that it is a sample', () => {
  const { about } = statementTable(record, [], 'zh');
  expect(about[0]?.[1]).toContain('示例数据');
  expect(about.map(([, text]) => text)).toContain('保底：合作方每年5,000,000.00元，不足，补800,000.00元');
});
