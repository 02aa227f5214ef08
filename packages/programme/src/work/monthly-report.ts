import { names } from '@tidu/reference';
import { z } from 'zod';
import { monthPattern } from './report-month.ts';

const amount = z.number().nonnegative().max(1e9);
const count = z.int().nonnegative().max(1e8);

/** What a park counts each month. Money is in ten thousand yuan. */
const reportFigures = z.strictObject({
  /** Exports and imports of processing trade in the month. */
  exports: amount.optional(),
  imports: amount.optional(),
  /** Transfer projects signed in the month, and those in production at its end. */
  signed: count.optional(),
  producing: count.optional(),
  /** Invested in the month. */
  investment: amount.optional(),
  /** At the end of the month. */
  jobs: count.optional(),
  firms: count.optional(),
});
export type ReportFigures = z.infer<typeof reportFigures>;
export type ReportFigure = keyof ReportFigures;
export const figureNames = Object.keys(reportFigures.shape) as ReportFigure[];

/** A figure that does not fit another: it has to be explained before the report is sent. */
const difference = z.strictObject({
  figure: z.enum(figureNames as [ReportFigure, ...ReportFigure[]]),
  reported: z.number(),
  /** What it was held against. */
  held: z.number(),
  against: z.enum(['statistics', 'month-before']),
});
export type Difference = z.infer<typeof difference>;

const text = z.string().trim().max(2000);
export const monthlyReport = z.strictObject({
  /** Id of the park's record. */
  park: z.string(),
  month: z.string().regex(monthPattern),
  figures: reportFigures,
  problems: text.default(''),
  requests: text.default(''),
  /** Why a figure differs from the statistics, or so much from the month before. */
  explanation: text.default(''),
  /** Why it was returned last. */
  returned: text.optional(),
  /** When it was submitted last, YYYY-MM-DD. */
  submittedOn: z.iso.date().optional(),
  /** What differed when it was submitted. */
  differences: z.array(difference).default([]),
  /** Of whom it is, from the park's own record. */
  of: z.strictObject({
    name: names,
    territory: z.string(),
    organisations: z.array(z.string()),
    due: z.string(),
  }),
});
export type MonthlyReport = z.infer<typeof monthlyReport>;

/** What a report is held against. */
export interface HeldAgainst {
  /** The report of the month before, where there is one. */
  readonly before?: ReportFigures | undefined;
  /** Processing trade of the place in that month by the statistics, ten thousand yuan. */
  readonly statistics?: { readonly exports?: number; readonly imports?: number } | undefined;
  readonly largeChange: number;
}

/**
 * What in a report does not fit what is known otherwise. A park lies in its place, so its trade cannot
 * be more than the place's; and what changes by more than `largeChange` in one month is asked about.
 *
 *   |now − before| / before > largeChange      (where before > 0)
 *
 * Rounding of published figures is allowed for with one unit in ten thousand.
 */
export function differencesOf(
  figures: ReportFigures,
  { before, statistics, largeChange }: HeldAgainst,
): Difference[] {
  const found: Difference[] = [];
  for (const figure of ['exports', 'imports'] as const) {
    const [reported, held] = [figures[figure], statistics?.[figure]];
    if (reported !== undefined && held !== undefined && reported > held * 1.0001)
      found.push({ figure, reported, held, against: 'statistics' });
  }
  for (const figure of ['exports', 'imports', 'jobs', 'firms'] as const) {
    const [reported, held] = [figures[figure], before?.[figure]];
    if (reported === undefined || held === undefined || held === 0) continue;
    if (Math.abs(reported - held) / held > largeChange)
      found.push({ figure, reported, held, against: 'month-before' });
  }
  return found;
}

/**
 * What a new report starts from: stocks as they stood a month before, and what the park's projects say;
 * flows are asked for anew.
 */
export const prefilled = (
  before: ReportFigures | undefined,
  projects: Pick<ReportFigures, 'signed' | 'producing'>,
): ReportFigures => ({
  ...(before?.jobs !== undefined && { jobs: before.jobs }),
  ...(before?.firms !== undefined && { firms: before.firms }),
  ...projects,
});
