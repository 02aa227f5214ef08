import { type BenefitStatementContent, kindNames, type ProgrammeRecord } from '@tidu/programme';
import type { Cell } from './csv.ts';
import { type Column, inColumns, type ToldTable } from './table.ts';

const headings = {
  zh: ['项目', '项目编号', '税种或指标', '时期', '金额（元）', '计入（元）', '园区方（元）', '合作方（元）'],
  en: ['Project', 'Key', 'Kind', 'Period', 'Amount (CNY)', 'Counted (CNY)', 'Park (CNY)', 'Partner (CNY)'],
} as const;
const says = {
  zh: {
    taxes: '税收合计',
    floor: '保底调整',
    cap: '封顶调整',
    result: '应得',
    cumulative: '累计',
    sheets: ['结算单', '计算过程'],
    about: ['结算单', '状态', '版次', '出具', '步骤'],
    unsettled: '尚未出具',
    sample: '示例数据',
  },
  en: {
    taxes: 'Taxes together',
    floor: 'Floor',
    cap: 'Cap',
    result: 'Due to',
    cumulative: 'With the years before',
    sheets: ['Statement', 'How it was computed'],
    about: ['Statement', 'State', 'Edition', 'Stated', 'Step'],
    unsettled: 'not stated yet',
    sample: 'sample data',
  },
} as const;

/** A statement as a table of yuan, its sums below its lines, and how it was computed on a second sheet. */
export function statementTable(
  { id, state, title, sample, content }: ProgrammeRecord<BenefitStatementContent>,
  projects: readonly { readonly key: string; readonly name: string }[],
  language: 'zh' | 'en',
): ToldTable & { rows: Cell[][]; sheets: readonly [string, string] } {
  const word = says[language];
  const nameOf = (key: string) => projects.find((project) => project.key === key)?.name ?? key;
  const { settled } = content;
  const lines: Cell[][] = settled
    ? settled.settlement.lines.map(({ project, kind, period, fen, counted, park, partner }) => [
        nameOf(project),
        project,
        kindNames[kind][language],
        period,
        ...[fen, counted, park, partner].map(yuan),
      ])
    : content.entries.map(({ project, kind, period, fen }) => [
        nameOf(project),
        project,
        kindNames[kind][language],
        period,
        yuan(fen),
        null,
        null,
        null,
      ]);
  const rows = [...lines, ...sums(content, word)];
  const columns = headings[language].map(
    (heading, at): Column => ({ heading, key: String(at), kind: at < 4 ? 'text' : 'percent' }),
  );
  const [statement, stateLabel, edition, stated, step] = word.about;
  return {
    columns,
    count: rows.length,
    batches: inColumns(rows),
    rows,
    sheets: word.sheets,
    about: [
      [statement, `${title[language]} ${id}${sample ? ` (${word.sample})` : ''}`],
      [stateLabel, state],
      [edition, settled ? String(settled.edition) : word.unsettled],
      [stated, settled ? `${settled.on} ${settled.by}` : word.unsettled],
      ...(settled?.steps ?? []).map((one, at): [string, string] => [`${step} ${at + 1}`, one[language]]),
    ],
  };
}

function sums({ settled }: BenefitStatementContent, word: (typeof says)['zh' | 'en']): Cell[][] {
  if (!settled) return [];
  const { taxes, floor, cap, result, cumulative } = settled.settlement;
  const row = (
    label: string,
    given: number | null,
    counted: number | null,
    park: number,
    partner: number,
  ) => [
    label,
    '',
    '',
    '',
    given === null ? null : yuan(given),
    counted === null ? null : yuan(counted),
    yuan(park),
    yuan(partner),
  ];
  const moved = (label: string, to: 'park' | 'partner', fen: number) =>
    row(label, null, null, to === 'park' ? fen : -fen, to === 'partner' ? fen : -fen);
  return [
    row(word.taxes, taxes.given, taxes.counted, taxes.park, taxes.partner),
    ...(floor ? [moved(word.floor, floor.side, floor.topUp)] : []),
    ...(cap ? [moved(word.cap, cap.side, -cap.cut)] : []),
    row(word.result, null, null, result.park, result.partner),
    row(word.cumulative, null, null, cumulative.park, cumulative.partner),
  ];
}

/** Fen as yuan with two digits: a number that a spreadsheet adds up. */
const yuan = (fen: number): number => fen / 100;
