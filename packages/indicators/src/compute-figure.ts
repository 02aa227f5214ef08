import { printPeriod } from '@tidu/reference';
import type { Answer, Coverage } from '@tidu/trade';
import { type Answers, answers as answersTo, shapesOf } from './answers.ts';
import { askFor } from './ask.ts';
import { indicatorNamed } from './catalogue.ts';
import type { ComputeFigure, Figure } from './figure.ts';
import type { NoteCode } from './note.ts';
import { loadsOf, receiptOf } from './receipt.ts';

/**
 * A figure of the catalogue with its receipt.
 *
 * @throws FigureRefused (unknown figure or parameter), PeriodNotUnderstood, and the warehouse's own
 *         refusals: `not-loaded`, `no-trade-mode`, `no-commodity`, `no-place-level` …
 */
export const computeFigure: ComputeFigure = async (warehouse, pack, request) => {
  const indicator = indicatorNamed(request.figure);
  const ask = askFor(indicator, request);
  const questions = indicator.questions(ask, pack);
  const answers = await answersTo(warehouse, questions);
  const loads = await warehouse.loads();
  const { values, coverage, notes } = indicator.compute(answers, ask, pack);
  const missingMonths = monthsMissing(answers);
  const reckoned = reckonedFromYearToDate(answers, await warehouse.coverage());
  const synthetic = loadsOf(answers).some((load) => load.synthetic);
  const figure: Figure = {
    figure: indicator.name,
    period: printPeriod(ask.period),
    flow: ask.flow,
    unit: indicator.unit,
    values,
    coverage: { ...coverage, ...(missingMonths.length > 0 ? { missingMonths } : {}) },
    notes: unique([
      'registration-not-production',
      ask.processing ? 'processing-trade' : 'total-trade',
      // Only a table that prints the year to date prints a growth to differ from.
      ...notes.filter((note) => note !== 'base-revised' || reckoned),
      ...notesOnMonths(missingMonths),
      ...(rowsOutside(answers) ? (['places-unknown'] as const) : []),
      ...(belowZero(answers) ? (['revised-below-zero'] as const) : []),
      ...(reckoned ? (['ytd-differences'] as const) : []),
      ...(shapesOf(answers).length > 1 ? (['sources-differ'] as const) : []),
      ...(synthetic ? (['synthetic'] as const) : []),
    ]),
    synthetic,
  };
  return { figure, receipt: await receiptOf({ ask, indicator, questions, answers, loads, pack, figure }) };
};

const monthsMissing = (answers: Answers): string[] =>
  unique(given(answers).flatMap(({ missingMonths }) => missingMonths)).sort();

function notesOnMonths(missingMonths: readonly string[]): NoteCode[] {
  if (missingMonths.length === 0) return [];
  const januaryAlone = missingMonths.some(
    (month) => month.endsWith('-01') && !missingMonths.includes(month.replace('-01', '-02')),
  );
  return januaryAlone ? ['months-missing', 'january-february-joint'] : ['months-missing'];
}

/** Trade under a place that the warehouse could not put anywhere. */
const rowsOutside = (answers: Answers): boolean =>
  given(answers).some(({ rows }) =>
    rows.some(({ province, prefecture }) => (prefecture ?? province) === 'unknown'),
  );

const belowZero = (answers: Answers): boolean =>
  given(answers).some(
    ({ query, rows }) => query.measure === 'value' && rows.some(({ value }) => value !== null && value < 0),
  );

const reckonedFromYearToDate = (answers: Answers, coverage: readonly Coverage[]): boolean =>
  given(answers).some(
    ({ query, shape }) =>
      query.measure === 'value' && coverage.some((held) => held.shape.id === shape.id && held.yearToDate),
  );

const given = (answers: Answers): Answer[] => Object.values(answers).filter((answer) => answer !== undefined);

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
