import type { Names } from '@tidu/reference';
import { type Field, fields } from '../subject.ts';

/** What a cell of a table holds; nothing where it is empty, a formula where somebody wrote one. */
export type Cell = string | number | boolean | null | { readonly formula: string };

export interface Sheet {
  readonly title: string;
  /** The headings are the first. */
  readonly rows: readonly (readonly Cell[])[];
}

/** How a cell is read: as text, a number, yes or no, or several of the first two with commas between. */
type ColumnType = 'text' | 'number' | 'yes' | 'texts' | 'numbers';

/** A column is known by its key: the part of the measure's text that stands there. */
export interface Column {
  readonly key: string;
  readonly zh: string;
  readonly type: ColumnType;
}

const column = (key: string, zh: string, type: ColumnType = 'text'): Column => ({ key, zh, type });
const both = (key: string, zh: string): Column[] => [
  column(`${key}.zh`, `${zh}（中）`),
  column(`${key}.en`, `${zh}（英）`),
];

const measure = column('measure', '措施编号');

/** The five sheets of a table of measures. */
export const sheets = {
  measures: {
    title: '措施 Measures',
    columns: [
      measure,
      ...both('title', '标题'),
      ...both('issuer', '发文机关'),
      column('document.number', '文号'),
      column('document.date', '发文日期'),
      column('source', '来源'),
      column('wording', '转述或原文'),
      column('holds.in', '施行地区', 'texts'),
      column('holds.from', '施行自'),
      column('holds.to', '施行至'),
      column('kind', '类别'),
      ...both('about', '内容'),
      column('gives.per', '一次或每年'),
      ...both('gives.says', '未载明金额'),
      column('gives.years.from', '自第几年', 'number'),
      column('gives.years.to', '至第几年', 'number'),
      column('gives.outlives', '付至期满', 'yes'),
      column('gives.cap', '上限'),
      column('gives.floor', '下限'),
      column('gives.inAll', '各年合计上限'),
      column('gives.paid', '分期比例', 'numbers'),
      column('excludes', '互斥措施', 'texts'),
      column('within.pool', '合并项'),
      column('within.limit', '合并上限'),
      column('within.order', '合并次序', 'number'),
      ...both('clawback.says', '退回'),
      ...both('clawback.clause', '退回条款'),
      ...both('budget.line', '预算科目'),
      column('budget.yearCny', '年度预算（元）', 'number'),
    ],
  },
  parameters: {
    title: '参数 Parameters',
    columns: [measure, column('name', '参数'), column('from', '自'), column('value', '数值', 'number')],
  },
  conditions: {
    title: '条件 Conditions',
    columns: [measure, column('when', '条件'), ...both('says', '说明'), ...both('clause', '条款')],
  },
  amounts: {
    title: '金额 Amounts',
    columns: [
      measure,
      column('when', '适用情形'),
      column('amount', '金额（元）'),
      ...both('says', '说明'),
      ...both('clause', '条款'),
    ],
  },
  examples: {
    title: '算例 Examples',
    columns: [
      measure,
      ...both('name', '名称'),
      column('date', '开始日期'),
      column('place', '落户地'),
      column('years', '分年数', 'number'),
      column('expect.verdict', '预期结果'),
      column('expect.first', '首年金额（元）', 'number'),
      column('expect.total', '十年合计（元）', 'number'),
    ],
  },
} as const satisfies Record<string, { title: string; columns: readonly Column[] }>;
export type SheetName = keyof typeof sheets;

const typeOf: Readonly<Record<Field['type'], ColumnType>> = {
  bool: 'yes',
  string: 'text',
  double: 'number',
  'list<string>': 'texts',
};

/**
 * The column of a field of an example: `project.jobs`, `there.bondedZone`, `yearly.exportsCny`, or of its second year
 * `yearly.2.exportsCny` where the years differ. Nothing where there is no such field.
 */
export function fieldColumn(key: string): Column | undefined {
  const found = /^(company|project|yearly|there)\.(?:([1-9]\d?)\.)?(\w+)$/.exec(key);
  if (!found) return undefined;
  const [, of, year, name] = found as unknown as [string, string, string | undefined, string];
  if (year !== undefined && of !== 'yearly') return undefined;
  const variable = of === 'there' ? 'place' : (of as 'company' | 'project' | 'yearly');
  const all: Readonly<Record<string, Field>> = fields[variable];
  if (!Object.hasOwn(all, name)) return undefined;
  const field = all[name] as Field;
  return column(key, `${year ? `第${year}年` : ''}${field.names.zh}`, typeOf[field.type]);
}

export const headingOf = ({ key, zh }: Column): string => `${zh} ${key}`;
/** A heading is known by what stands last in it. */
export const keyOf = (heading: string): string => heading.trim().split(/\s+/).at(-1) ?? '';

/** Something in a table that cannot be taken: where, what, and what to do. */
export interface TableFault {
  readonly sheet: string;
  /** As a spreadsheet numbers it; the headings are row 1. */
  readonly row: number;
  /** The heading of the column; empty where the row is meant. */
  readonly column: string;
  readonly message: Names;
  readonly remedy: Names;
}
