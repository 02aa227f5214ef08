import type { Facts } from '../ground/kind.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';
import {
  type Difference,
  differencesOf,
  figureNames,
  type HeldAgainst,
  type MonthlyReport,
  type ReportFigure,
} from './monthly-report.ts';
import { monthAfter } from './report-month.ts';

/** `held`: what a report is held against; without it nobody can say that it fits, so it is not sent. */
export type ReportFacts = Facts<MonthlyReport, { readonly held: HeldAgainst }>;

export const figureWords: Readonly<Record<ReportFigure, { zh: string; en: string }>> = {
  exports: { zh: '加工贸易出口额', en: 'processing exports' },
  imports: { zh: '加工贸易进口额', en: 'processing imports' },
  signed: { zh: '当月签约项目', en: 'projects signed' },
  producing: { zh: '已投产项目', en: 'projects in production' },
  investment: { zh: '当月到位资金', en: 'investment' },
  jobs: { zh: '从业人数', en: 'jobs' },
  firms: { zh: '加工贸易企业数', en: 'processing firms' },
};

const over: Guard<ReportFacts> = {
  name: '当月已结束 / the month is over',
  holds: ({ record: { content }, today }) =>
    today >= `${monthAfter(content.month, 1)}-01` || {
      zh: `${content.month} 尚未结束`,
      en: `${content.month} is not over yet`,
    },
};

const complete: Guard<ReportFacts> = {
  name: '数据齐全 / every figure is there',
  holds: ({ record: { content } }) => {
    const missing = figureNames.filter((name) => content.figures[name] === undefined);
    if (missing.length === 0) return true;
    return {
      zh: `请填写：${missing.map((name) => figureWords[name].zh).join('、')}；没有的填 0`,
      en: `fill in ${missing.map((name) => figureWords[name].en).join(', ')}; 0 where there are none`,
    };
  },
};

const explained: Guard<ReportFacts> = {
  name: '差异已说明 / differences are explained',
  holds: ({ record: { content }, extra }) => {
    const differences = differencesOf(content.figures, extra.held);
    if (differences.length === 0 || content.explanation !== '') return true;
    return {
      zh: `请在“差异说明”中说明：${differences.map((one) => differenceWords(one).zh).join('；')}`,
      en: `explain under “Differences”: ${differences.map((one) => differenceWords(one).en).join('; ')}`,
    };
  },
};

/** Monthly report of a park: draft → submitted → accepted, or returned and mended. */
export const monthlyReportWorkflow = createWorkflow({
  name: 'monthly-report',
  states: {
    draft: { zh: '待报送', en: 'to be submitted' },
    submitted: { zh: '已报送', en: 'submitted' },
    returned: { zh: '已退回', en: 'returned' },
    accepted: { zh: '已接收', en: 'accepted' },
  },
  initial: 'draft',
  editable: ['draft', 'returned'],
  acts: {
    submit: {
      name: { zh: '报送', en: 'submit' },
      from: ['draft', 'returned'],
      to: 'submitted',
      guards: [over, complete, explained],
    },
    accept: { name: { zh: '接收', en: 'accept' }, from: ['submitted'], to: 'accepted' },
    return: { name: { zh: '退回', en: 'return' }, from: ['submitted', 'accepted'], to: 'returned' },
  },
});

/** `加工贸易出口额 500 大于海关统计的当地数 400（万元）` */
export function differenceWords({ figure, reported, held, against }: Difference): { zh: string; en: string } {
  const { zh, en } = figureWords[figure];
  return against === 'statistics'
    ? {
        zh: `${zh} ${reported} 大于统计中当地的 ${held}（万元）`,
        en: `${en} ${reported} is more than the place's ${held} in the statistics (CNY 10,000)`,
      }
    : {
        zh: `${zh} ${reported} 与上月的 ${held} 相差较大`,
        en: `${en} ${reported} is far from ${held} the month before`,
      };
}
