import { type Flow, type Month, months, type Period, parsePeriod } from '@tidu/reference';
import type { AnswerRow, Coverage, Dimension, Finding, Measure } from '@tidu/trade';
import { asked, levelsOf, loadsIn, periodOf, timeOf } from '../asking.ts';
import { aboutCell, cellOf } from '../balance/printed-table.ts';
import type { Ground } from '../check.ts';
import { fewOrOne } from '../few-or-one.ts';
import { printedUnit } from '../printed-unit.ts';

export interface DetailTolerance {
  /** Part of the coarser figure by which the finer may exceed it. */
  readonly part: number;
  /** Whole units of the currency. */
  readonly amount: number;
  /** From which part on the finer table is taken for complete, so that falling short is a doubt. */
  readonly complete: number;
}

/**
 * The same trade in a finer and in a coarser table: added up, the finer cannot exceed the coarser.
 * It may fall short, since a download holds what its query asked for; only where it nearly reaches
 * the coarser is falling short a doubt. Compared by whatever cut both tell apart.
 */
export async function fineAndCoarse(
  ground: Ground,
  fine: Coverage,
  coarse: Coverage,
  tolerance: DetailTolerance,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const time = [fine, coarse].some((table) => timeOf(table) === 'year') ? 'year' : 'month';
  const ytd = time === 'month' && fine.yearToDate && coarse.yearToDate;
  const measures: Measure[] = ytd ? ['value-ytd'] : ['value'];
  const flows = (['export', 'import'] as const).filter((one) =>
    [fine, coarse].every((table) => table.flows.includes(one)),
  );
  for (const by of cutsOfBoth(fine, coarse)) {
    for (const measure of measures) {
      for (const flow of flows) {
        const far = await compare(ground, { fine, coarse, by, measure, flow, time }, tolerance);
        findings.push(...fewOrOne(far, ({ judged }) => Math.abs(Number(judged.difference))));
      }
    }
  }
  return findings;
}

interface Comparison {
  readonly fine: Coverage;
  readonly coarse: Coverage;
  readonly by: readonly Dimension[];
  readonly measure: Measure;
  readonly flow: Flow;
  readonly time: 'month' | 'year';
}

async function compare(
  ground: Ground,
  { fine, coarse, by, measure, flow, time }: Comparison,
  { part, amount, complete }: DetailTolerance,
): Promise<Finding[]> {
  const told = [time, ...by];
  const question = { measure, by: told, flow, period: wholeYears(time, periodOf(fine)) };
  const [detail, whole] = [await asked(ground, fine, question), await asked(ground, coarse, question)];
  if (!detail || !whole) return [];
  const printed = new Map(whole.rows.map((row) => [cellOf(row, told), row.value]));
  const unit = printedUnit(whole.rows.map(({ value }) => value));
  return detail.rows.flatMap((row): Finding[] => {
    const sum = row.value;
    const figure = printed.get(cellOf(row, told)) ?? null;
    const at = row[time] ?? '';
    if (sum === null || figure === null || partial(at, [detail, whole])) return [];
    const difference = sum - figure;
    const allowed = Math.max(amount, unit) + part * Math.abs(figure);
    const exceeds = difference > allowed;
    const short = -difference > allowed && sum > complete * figure;
    if (!exceeds && !short) return [];
    return [
      {
        check: 'mirror',
        reason: exceeds ? 'finer-exceeds' : 'finer-short',
        severity: exceeds && difference > 10 * allowed ? 'error' : 'doubt',
        about: {
          shape: fine.shape.id,
          against: coarse.shape.id,
          month: at,
          flow,
          ...about(by, row),
        },
        amounts: { finer: sum, coarser: figure },
        judged: { difference, share: sum / figure - 1 },
        loads: [...new Set([...loadsIn(detail.loads, at), ...loadsIn(whole.loads, at)])].sort(
          (a, b) => a - b,
        ),
      },
    ];
  });
}

/** A chapter or heading is told as what goods it is about. */
const about = (by: readonly Dimension[], row: AnswerRow) =>
  by[0] === 'chapter' ? { commodity: row.chapter ?? '' } : aboutCell({ dimensions: by }, cellOf(row, by));

/** Both cannot be compared over a year of which one lacks months. */
const partial = (at: string, answers: readonly { missingMonths: readonly string[] }[]) =>
  answers.some(({ missingMonths }) => missingMonths.some((month) => month.startsWith(at)));

const wholeYears = (time: 'month' | 'year', period: Period): Period =>
  time === 'month' ? period : parsePeriod(`${period.from.slice(0, 4)}..${period.to.slice(0, 4)}`);

/** What both tell apart, one cut at a time: all together, by place, by chapter, by mode. */
function cutsOfBoth(fine: Coverage, coarse: Coverage): Dimension[][] {
  const shared = (name: 'commodity' | 'partner' | 'mode') =>
    [fine, coarse].every(({ shape }) => shape.dimensions.includes(name));
  const levels = levelsOf(fine).filter((level) => level !== 'country' && levelsOf(coarse).includes(level));
  const places = levels.includes('prefecture') && levels.length === 1 ? levels : levels.slice(0, 1);
  const within = [fine, coarse].some(({ shape }) => shape.within !== undefined);
  const cuts: Dimension[][] = [
    ...(within ? [] : [[]]),
    ...places.map((level): Dimension[] => [level as Dimension]),
    ...(shared('commodity') && !within ? [['chapter'] as Dimension[]] : []),
    ...(shared('mode') && !within ? [['mode'] as Dimension[]] : []),
  ];
  return cuts;
}

/** Whether any month, or whole year, is in both. */
export const overlap = (a: Coverage, b: Coverage): boolean => {
  const held = new Set(a.spans.flatMap(({ from, to }) => months({ from: from as Month, to: to as Month })));
  return b.months.some((month) => held.has(month as Month));
};
