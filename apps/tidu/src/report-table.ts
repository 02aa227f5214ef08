import { differenceWords, figureNames, figureWords, kinds, type ReportRow } from '@tidu/programme';
import type { Language } from './names.ts';
import { inColumns, type ToldTable } from './table.ts';

const money = ['exports', 'imports', 'investment'];
const words = {
  park: { zh: '园区', en: 'park' },
  month: { zh: '月份', en: 'month' },
  state: { zh: '状态', en: 'state' },
  due: { zh: '应报日期', en: 'due' },
  submitted: { zh: '报送日期', en: 'submitted on' },
  late: { zh: '逾期天数', en: 'days late' },
  problems: { zh: '存在问题', en: 'problems' },
  requests: { zh: '工作诉求', en: 'requests' },
  differences: { zh: '数据差异', en: 'differences' },
  explanation: { zh: '差异说明', en: 'explanation' },
  sample: { zh: '示例', en: 'sample' },
  reports: { zh: '国家加工贸易产业园月报', en: 'Monthly reports of the national processing trade parks' },
  about: { zh: '内容', en: 'what' },
  months: { zh: '月份', en: 'months' },
} as const;

/** Monthly reports as a table for people: one row per park and month. */
export function reportTable(
  rows: readonly ReportRow[],
  months: readonly string[],
  language: Language,
): ToldTable {
  const states = kinds.find(({ kind }) => kind.name === 'monthly-report')?.kind.workflow.states ?? {};
  const text = (key: keyof typeof words) => ({ heading: words[key][language], key, kind: 'text' as const });
  const unit = { zh: '（万元）', en: ' (CNY 10,000)' }[language];
  return {
    columns: [
      text('park'),
      text('month'),
      text('state'),
      ...figureNames.map((name) => ({
        heading: `${figureWords[name][language]}${money.includes(name) ? unit : ''}`,
        key: name,
        kind: money.includes(name) ? ('amount' as const) : ('quantity' as const),
      })),
      text('due'),
      text('submitted'),
      { heading: words.late[language], key: 'late', kind: 'quantity' },
      text('problems'),
      text('requests'),
      text('differences'),
      text('explanation'),
      text('sample'),
    ],
    count: rows.length,
    batches: inColumns(
      rows.map(({ name, month, state, content, due, late, sample }) => [
        name[language],
        month,
        states[state]?.[language] ?? state,
        ...figureNames.map((figure) => content.figures[figure] ?? null),
        due,
        content.submittedOn ?? '',
        late,
        content.problems,
        content.requests,
        content.differences.map((one) => differenceWords(one)[language]).join('; '),
        content.explanation,
        sample ? words.sample[language] : '',
      ]),
    ),
    about: [
      [words.about[language], words.reports[language]],
      [words.months[language], `${months[0]} – ${months.at(-1)}`],
    ],
  };
}
