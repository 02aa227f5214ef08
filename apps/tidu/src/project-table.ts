import {
  importColumns,
  projectStates,
  promiseAndResult,
  reachedOn,
  type StandingProject,
} from '@tidu/programme';
import type { Cell } from './csv.ts';
import type { Language } from './names.ts';
import type { ProjectNames } from './project-names.ts';
import { type Column, inColumns, type ToldTable } from './table.ts';

const amount = { kind: 'amount' } as const;
const text = { kind: 'text' } as const;
const columns = [
  { key: 'id', zh: '编号', en: 'id', ...text },
  { key: 'name', zh: '项目名称', en: 'project', ...text },
  { key: 'company', zh: '投资方', en: 'company', ...text },
  { key: 'credit_code', zh: '统一社会信用代码', en: 'credit code', ...text },
  { key: 'park', zh: '园区', en: 'park', ...text },
  { key: 'origin', zh: '来源地', en: 'origin', ...text },
  { key: 'industry', zh: '行业', en: 'industry', ...text },
  { key: 'state', zh: '进展', en: 'stage', ...text },
  { key: 'found', zh: '首次对接', en: 'known since', ...text },
  { key: 'signed', zh: '签约', en: 'signed', ...text },
  { key: 'production', zh: '投产', en: 'production', ...text },
  { key: 'first_export', zh: '首次出口', en: 'first export', ...text },
  { key: 'investment_promised', zh: '承诺投资（元）', en: 'investment promised (CNY)', ...amount },
  { key: 'investment_paid', zh: '到位投资（元）', en: 'investment paid in (CNY)', ...amount },
  { key: 'jobs_promised', zh: '承诺用工', en: 'jobs promised', kind: 'quantity' },
  { key: 'jobs', zh: '实际用工', en: 'jobs', kind: 'quantity' },
  { key: 'output', zh: '累计产值（元）', en: 'output in all (CNY)', ...amount },
  { key: 'exports', zh: '累计出口（元）', en: 'exports in all (CNY)', ...amount },
  { key: 'counted', zh: '计入比例', en: 'part that counts', kind: 'quantity' },
] as const;

/** Projects as a file: one row each, amounts in yuan. */
export function projectTable(
  projects: readonly StandingProject[],
  names: ProjectNames,
  language: Language,
): ToldTable {
  const rows = projects.map(({ id, state, content }): Cell[] => {
    const whole = { ...content, course: { ...content.course, counted: 1 } };
    const { investment, jobs, output, exports } = promiseAndResult([whole]);
    return [
      id,
      content.name,
      content.company,
      content.creditCode,
      names.park(content.park)[language],
      names.place(content.origin)[language],
      `${content.industry} ${names.industry(content.industry)[language]}`,
      projectStates[state as keyof typeof projectStates][language],
      content.found,
      reachedOn(content, 'signed'),
      reachedOn(content, 'production'),
      reachedOn(content, 'exporting'),
      investment.promised,
      investment.actual,
      jobs.promised,
      jobs.actual,
      output.actual,
      exports.actual,
      content.course.counted,
    ];
  });
  const samples = projects.filter(({ sample }) => sample).length;
  return {
    columns: columns.map((column) => ({ heading: column[language], key: column.key, kind: column.kind })),
    count: rows.length,
    batches: inColumns(rows),
    about:
      language === 'zh'
        ? [
            ['项目数', String(rows.length)],
            ['其中示例', String(samples)],
            ['计入比例', '与其他园区分享的项目按此比例计入汇总；金额未乘此比例'],
          ]
        : [
            ['projects', String(rows.length)],
            ['samples among them', String(samples)],
            ['part that counts', 'sums take a project that is shared by this part; amounts here are whole'],
          ],
  };
}

/** What one fills in to bring projects in: headings, and beneath them on the second sheet what goes where. */
export function templateTable(language: Language): ToldTable {
  return {
    columns: importColumns.map(
      ({ key, heading }): Column => ({ heading: heading[language], key, kind: 'text' }),
    ),
    count: 0,
    batches: inColumns([]),
    about: importColumns.map(({ heading, needed, hint }) => [
      `${heading[language]}${needed ? ' *' : ''}`,
      hint[language],
    ]),
  };
}
