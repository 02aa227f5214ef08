import { addMonths } from '@tidu/reference';
import type { FactDimension } from '../fact.ts';
import { asNumber, type Binder } from './statement.ts';
import type { Run } from './year-to-date.ts';

/**
 * What `yearToDateDifferences` (year-to-date.ts) reckons, for an engine that has had window functions
 * only of late: the months of a cell are gathered in arrays, and the month before looked up in them.
 * (Release 18.16 overlooks a column that a lambda alone reads, and leaves it out of a subquery: none here does.)
 *
 * @returns  a subquery with the columns of `fact` that `keys` names, `flow`, `month_from` (the run's first) and `value`
 */
export function yearToDateInArrays({
  facts,
  keys,
  runs,
  conditions,
  bind,
}: {
  facts: string;
  keys: readonly FactDimension[];
  runs: readonly Run[];
  conditions: readonly string[];
  bind: Binder;
}): string {
  const rows = runs.map(({ first, last }) => {
    const before = first.endsWith('-01') ? '0' : bind(asNumber(addMonths(first, -1)));
    return `(${bind(asNumber(first))}, ${bind(asNumber(last))}, ${before})`;
  });
  const cell = ['flow', ...keys];
  const of = (place: 1 | 2 | 3, run = 'run') => `tupleElement(${run}, ${place})`;
  const gathered = ['months', 'within', 'amounts', 'unprinted', 'years_to_date', 'unknown'];
  return `(
  SELECT ${of(1)} AS month_from, ${cell.join(', ')}, multiIf(
    before = 0 AND last_known, years_to_date[at_last],
    last_known AND at_before > 0 AND unknown[at_before] = 0, years_to_date[at_last] - years_to_date[at_before],
    NOT arrayExists((w, d, n, u) -> w = 1 AND n = 1 AND u = 0 AND d = 0, within, differs, unprinted, unknown)
      AND arrayExists((w, d, n) -> w = 1 AND (d = 1 OR n = 0), within, differs, unprinted),
    arraySum(arrayMap((w, m, b, y, d, a) -> if(w = 1, if(d = 1, y - if(m % 100 = 1, toInt64(0), years_to_date[b]), a), toInt64(0)),
      within, months, befores, years_to_date, differs, amounts)),
    NULL) AS value
  FROM (
    SELECT run, ${[...cell, ...gathered].join(', ')}, befores, ${of(3)} AS before,
      indexOf(months, ${of(2)}) AS at_last, at_last > 0 AND unknown[at_last] = 0 AS last_known,
      indexOf(months, before) AS at_before,
      arrayMap((m, b, u) -> u = 0 AND (m % 100 = 1 OR (b > 0 AND unknown[b] = 0)), months, befores, unknown) AS differs
    FROM (
      SELECT run, ${[...cell, ...gathered].join(', ')}, arrayMap(m -> indexOf(months, m - 1), months) AS befores
      FROM (
        SELECT arrayJoin(arrayFilter(r -> f.month_from >= if(${of(3, 'r')} = 0, ${of(1, 'r')}, ${of(3, 'r')})
            AND f.month_from <= ${of(2, 'r')}, [${rows.join(', ') || '(0, 0, 0)'}])) AS run,
          ${cell.map((name) => `f.${name} AS ${name}`).join(', ')},
          groupArray(f.month_from) AS months, groupArray(f.month_from >= ${of(1)}) AS within,
          groupArray(ifNull(f.value, 0)) AS amounts, groupArray(isNull(f.value)) AS unprinted,
          groupArray(ifNull(f.value_ytd, 0)) AS years_to_date, groupArray(isNull(f.value_ytd)) AS unknown
        FROM ${facts} f
        WHERE ${conditions.join('\n          AND ')}
        GROUP BY run, ${cell.map((name) => `f.${name}`).join(', ')}
        HAVING max(f.month_from) >= ${of(1)}
      )
    )
  )
)`;
}
