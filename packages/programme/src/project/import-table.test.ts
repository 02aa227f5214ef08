import type { Pack } from '@tidu/reference';
import { describe, expect, it } from 'vitest';
import { importColumns } from './import-columns.ts';
import { type ImportPlace, projectsIn } from './import-table.ts';

const city = (code: string, zh: string) => ({
  code,
  level: 'prefecture',
  name: { zh: `${zh}市`, en: zh },
  short: { zh, en: zh },
});
const place: ImportPlace = {
  park: 'park-1',
  parkOrganisation: 'org-park-taiyuan',
  territory: '140100',
  pack: {
    places: [city('440300', '深圳'), city('320500', '苏州'), city('1', '宜春'), city('2', '宜春')],
  } as unknown as Pack,
  industries: [{ code: '39' }],
  partners: [{ id: 'org-partner-440300', territory: '440300' }],
  today: '2026-01-01',
};
const head = importColumns.map(({ heading }) => heading.zh);
const good = [
  '连接器项目',
  '示例鸿达电子有限公司',
  '',
  '深圳',
  '3982',
  '85，90',
  '2024/3/5',
  '30,000',
  200,
  new Date('2025-06-30'),
  '深圳市',
];

describe('a table of projects', () => {
  it('is read as people write it: names of cities, dates with strokes, numbers with commas', () => {
    const { projects, faults } = projectsIn([head, good, [null, '', ' ']], place);
    expect(faults).toEqual([]);
    expect(projects).toMatchObject([
      {
        origin: '440300',
        partner: 'org-partner-440300',
        chapters: ['85', '90'],
        found: '2024-03-05',
        promised: { investment: 3e8, jobs: 200, production: '2025-06-30' },
      },
    ]);
  });

  it('takes English headings in any order', () => {
    const english = importColumns.map(({ heading }) => heading.en).reverse();
    expect(projectsIn([english, [...good].reverse()], place).projects).toHaveLength(1);
  });

  it('names row, column, value, reason and remedy of everything wrong, and takes nothing then', () => {
    const bad = [
      '',
      '示例企业',
      '91350100M000100Y44',
      '宜春',
      '61',
      '0',
      '2026-02-30',
      'many',
      1.5,
      '',
      '苏州',
    ];
    const { projects, faults } = projectsIn([head, good, bad], place);
    expect(projects).toEqual([]);
    expect(faults.map(({ row, column, value, reason }) => [row, column, value, reason.en])).toEqual([
      [
        3,
        '统一社会信用代码',
        '91350100M000100Y44',
        'its check digit does not agree: a character may be wrong',
      ],
      [3, '行业代码', '61', 'it is no manufacturing of GB/T 4754'],
      [3, 'HS章', '0', 'these are no HS chapters'],
      [3, '共建方', '苏州', 'this city has no eastern partner here'],
      [3, '项目名称', '', 'it is empty'],
      [3, '来源地', '宜春', 'more places than one bear this name'],
      [3, '首次对接日期', '2026-02-30', 'it is no date'],
      [3, '计划投资（万元）', 'many', 'it is no number'],
      [3, '计划用工（人）', '1.5', 'it is no number'],
    ]);
    expect(faults[5]?.remedy.en).toBe('give the code: 1, 2');
  });

  it('says which column is missing, and that a table is empty', () => {
    expect(projectsIn([head.slice(1), good], place).faults.map(({ column }) => column)).toEqual(['项目名称']);
    expect(projectsIn([head], place).faults.map(({ reason }) => reason.en)).toEqual(['there is no project']);
    expect(projectsIn([], place).faults.length).toBeGreaterThan(0);
  });
});
