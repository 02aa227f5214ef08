import { z } from 'zod';
import type { Kind } from '../ground/kind.ts';
import { differencesOf, type MonthlyReport, monthlyReport } from './monthly-report.ts';
import { monthlyReportWorkflow, type ReportFacts } from './monthly-report.workflow.ts';

type State = keyof typeof monthlyReportWorkflow.states;
type Act = keyof typeof monthlyReportWorkflow.acts;

/** What a park reports each month. */
export const monthlyReportKind: Kind<MonthlyReport, State, Act, ReportFacts['extra']> = {
  name: 'monthly-report',
  plural: 'monthly-reports',
  names: { zh: '月报', en: 'Monthly report' },
  content: monthlyReport,
  workflow: monthlyReportWorkflow,
  face: ({ park, month, of }, state) => ({
    title: { zh: `${of.name.zh} ${month} 月报`, en: `${of.name.en}: report of ${month}` },
    territory: of.territory,
    organisations: of.organisations,
    parent: park,
    published: false,
    // What is with the park is due; what has been sent is not any more.
    due: state === 'draft' || state === 'returned' ? of.due : undefined,
    words: [month, month.replace('-', '')],
  }),
  doing: {
    submit: {
      change: (content, { extra, today }) => {
        const { returned: _, ...sent } = content;
        return { ...sent, submittedOn: today, differences: differencesOf(content.figures, extra.held) };
      },
    },
    return: {
      given: z.strictObject({ reason: z.string().trim().min(1).max(2000) }),
      change: (content, { given }) => ({ ...content, returned: String(given.reason) }),
    },
  },
};
