import { addMonths, type Month, months } from '@tidu/reference';
import type { FactDimension } from '../fact.ts';
import type { Choice } from './choose.ts';
import type { Holding, Question } from './question.ts';
import { asNumber, type Binder } from './statement.ts';

/** Months asked for that the answer does not reflect. */
export function missingMonths(question: Question, { holding, covered }: Choice): Month[] {
  const reflected = new Set<Month>(covered);
  if (reckonsFromYearToDate(question, holding)) {
    for (const run of runs(question, covered)) {
      const bridged = run.first.endsWith('-01') || covered.includes(addMonths(run.first, -1));
      if (bridged) for (const month of months({ from: run.first, to: run.last })) reflected.add(month);
    }
  }
  return question.months.filter((month) => !reflected.has(month));
}

export const reckonsFromYearToDate = (question: Question, { yearToDate, shape }: Holding): boolean =>
  question.measure === 'value' && yearToDate && shape.span === 'month';

/** Months whose facts the answer reads: those asked for, and those before each run. */
export function monthsRead(question: Question, { holding, covered }: Choice): Month[] {
  if (!reckonsFromYearToDate(question, holding)) return [...covered];
  const starts = runs(question, covered).map(({ first }) => first);
  const befores = starts.filter((month) => !month.endsWith('-01')).map((month) => addMonths(month, -1));
  return [...new Set([...befores, ...covered])].sort();
}

/** A stretch of asked months within one calendar year, ending in a month that is loaded. */
export interface Run {
  readonly first: Month;
  readonly last: Month;
}

/**
 * The stretches over which the year to date is differenced: by month each month, else the
 * asked months that follow one another within a calendar year.
 */
export function runs({ months: asked, by }: Question, covered: readonly Month[]): Run[] {
  const stretches: Month[][] = [];
  for (const month of asked) {
    const current = stretches.at(-1);
    const follows =
      current?.at(-1) === addMonths(month, -1) && !month.endsWith('-01') && !by.includes('month');
    if (current && follows) current.push(month);
    else stretches.push([month]);
  }
  return stretches.flatMap((stretch) => {
    const [first] = stretch;
    const last = stretch.findLast((month) => covered.includes(month));
    return first && last ? [{ first, last }] : [];
  });
}

/**
 * Amounts reckoned from the year to date, because months are not revised to it:
 *
 *   value(run) = ytd(last) − ytd(month before first), the latter 0 in January;
 *
 * where one of the two is not published for a cell, the sum over the months of
 * ytd(m) − ytd(m − 1), or where that is not known either, of the month as printed. A month of
 * which neither is known leaves the cell without a value.
 *
 * @returns  `WITH … reckoned AS (…)`, with the columns of `fact` that `keys` names, `flow`,
 *           `month_from` (the run's first) and `value`
 */
export function yearToDateDifferences({
  keys,
  runs,
  conditions,
  bind,
}: {
  keys: readonly FactDimension[];
  runs: readonly Run[];
  conditions: readonly string[];
  bind: Binder;
}): string {
  const rows = runs.map(({ first, last }) => {
    const before = first.endsWith('-01') ? 'NULL::INTEGER' : bind(asNumber(addMonths(first, -1)));
    return `(${bind(asNumber(first))}, ${bind(asNumber(last))}, ${before})`;
  });
  const cell = ['f.flow', ...keys.map((key) => `f.${key}`)].join(', ');
  const bare = cell.replaceAll('f.', '');
  return `WITH run(first_month, last_month, before) AS (VALUES ${rows.join(', ') || '(0, 0, 0)'}),
step AS (
  SELECT run.*, f.month_from AS month, ${cell}, f.value, f.value_ytd,
    CASE WHEN f.month_from % 100 = 1 THEN 0
         WHEN lag(f.month_from) OVER earlier = f.month_from - 1 THEN lag(f.value_ytd) OVER earlier
    END AS ytd_before
  FROM fact f JOIN run ON f.month_from BETWEEN coalesce(run.before, run.first_month) AND run.last_month
  WHERE ${conditions.join('\n    AND ')}
  WINDOW earlier AS (PARTITION BY run.first_month, ${cell} ORDER BY f.month_from)
),
edge AS (
  SELECT first_month AS month_from, before, ${bare},
    max(value_ytd) FILTER (WHERE month = last_month) AS ytd_last,
    max(value_ytd) FILTER (WHERE month = before) AS ytd_start,
    sum(coalesce(value_ytd - ytd_before, value)) FILTER (WHERE month >= first_month) AS by_month,
    bool_or(value IS NULL AND value_ytd IS NOT NULL AND ytd_before IS NULL) FILTER (WHERE month >= first_month) AS gap
  FROM step GROUP BY first_month, before, ${bare}
  HAVING count(*) FILTER (WHERE month >= first_month) > 0
),
reckoned AS (
  SELECT month_from, ${bare},
    CASE WHEN before IS NULL AND ytd_last IS NOT NULL THEN ytd_last
         WHEN ytd_last IS NOT NULL AND ytd_start IS NOT NULL THEN ytd_last - ytd_start
         WHEN NOT gap THEN by_month
    END AS value
  FROM edge
)`;
}
