import { addMonths, type Pack, type Period, printPeriod, yearsBefore, yearToDate } from '@tidu/reference';
import { growth, impliedBase } from '@tidu/regional';
import type { Answer, Query } from '@tidu/trade';
import type { Ask, Figure } from './figure.ts';
import { FigureRefused } from './figure-refused.ts';
import type { NoteCode } from './note.ts';
import {
  type Amounts,
  amountsOf,
  amountsQuestion,
  byRegion,
  type Level,
  percent,
  placeCoverage,
  valuesOf,
} from './place-amounts.ts';

const growthKinds = ['year-on-year', 'month-on-month', 'year-to-date', 'printed', 'implied'] as const;

export const kindParameter = (allowed: readonly string[] = growthKinds) => ({
  kind: {
    default: 'year-on-year',
    describe:
      'against the same months a year before, the month before (one month only), the year to date a year before; as printed (year to date); or against the base that the printed growth of each place implies',
    values: allowed,
  },
});

/** What is compared with what. */
function spans({ parameters: { kind }, period }: Ask): { current: Period; base?: Period } {
  const year = yearToDate(period.to);
  switch (kind) {
    case 'month-on-month': {
      if (period.from !== period.to) {
        throw new FigureRefused(
          'period-not-one-month',
          `month on month compares one month with the one before, and ${printPeriod(period)} is longer`,
          'ask for one month, or for year-on-year',
        );
      }
      const before = addMonths(period.from, -1);
      return { current: period, base: { from: before, to: before } };
    }
    case 'year-to-date':
      return { current: year, base: yearsBefore(year) };
    case 'printed':
    case 'implied':
      return { current: year };
    default:
      return { current: period, base: yearsBefore(period) };
  }
}

export function growthQuestions(ask: Ask, level: Level): Record<string, Query> {
  const { current, base } = spans(ask);
  const { kind } = ask.parameters;
  if (kind === 'printed' && level === 'region') {
    throw new FigureRefused(
      'no-printed-growth',
      'the customs print growth for provinces and cities, not for regions',
      'ask place-growth by province for what is printed, or use kind=implied or kind=year-on-year',
    );
  }
  const printed: Query = {
    ...amountsQuestion(ask, level, { from: ask.period.to, to: ask.period.to }),
    measure: 'printed-growth',
  };
  return {
    ...(kind === 'printed' ? {} : { current: amountsQuestion(ask, level, current) }),
    ...(base ? { base: amountsQuestion(ask, level, base) } : { printed }),
  };
}

export interface Pairs {
  readonly current: Amounts;
  readonly base: Amounts;
}

/**
 * Both amounts of each place at its level. A region has a base only when the same provinces are
 * known in both periods; nothing has one when months of either are missing.
 */
export function growthPairs(
  answers: Readonly<Record<string, Answer | undefined>>,
  ask: Ask,
  level: Level,
  pack: Pack,
): Pairs {
  const current = complete(answers.current)
    ? amountsOf(answers.current, level, pack)
    : new Map<string, number>();
  const base =
    ask.parameters.kind === 'implied'
      ? impliedBases(current, valuesOf(answers.printed, level, pack))
      : complete(answers.base)
        ? amountsOf(answers.base, level, pack)
        : new Map<string, number>();
  if (level !== 'region') return { current, base };
  const matched = (amounts: Amounts, other: Amounts) =>
    new Map([...amounts].filter(([code]) => other.has(code)));
  const regions = { current: byRegion(current, pack), base: byRegion(matched(base, current), pack) };
  const whole = byRegion(matched(current, base), pack);
  const comparable = [...regions.base].filter(
    ([region]) => whole.get(region) === regions.current.get(region),
  );
  return { current: regions.current, base: new Map(comparable) };
}

const impliedBases = (current: Amounts, printed: Amounts): Amounts =>
  new Map(
    [...current].flatMap(([code, amount]): [string, number][] => {
      const rate = printed.get(code);
      const base = rate === undefined ? Number.NaN : impliedBase(amount, rate / 100);
      return Number.isNaN(base) ? [] : [[code, base]];
    }),
  );

const complete = (answer: Answer | undefined): boolean =>
  answer !== undefined && answer.missingMonths.length === 0;

export function growthOfPlaces(
  answers: Readonly<Record<string, Answer | undefined>>,
  ask: Ask,
  level: Level,
  pack: Pack,
  codes?: readonly string[],
): Pick<Figure, 'values' | 'coverage' | 'notes'> {
  const covered = growthCoverage(answers, ask, level, pack);
  if (ask.parameters.kind === 'printed') {
    const rates = valuesOf(answers.printed, level, pack);
    return { ...covered, values: Object.fromEntries(rates) };
  }
  const { current, base } = growthPairs(answers, ask, level, pack);
  const rate = (code: string) =>
    percent(growth(current.get(code) ?? Number.NaN, base.get(code) ?? Number.NaN));
  const of = codes ?? [...amountsOrBoth(answers, level, pack)];
  return { ...covered, values: Object.fromEntries(of.map((code) => [code, rate(code)])) };
}

/** Places that either period knows: a growth that is unknown is shown as unknown. */
function amountsOrBoth(
  answers: Readonly<Record<string, Answer | undefined>>,
  level: Level,
  pack: Pack,
): Set<string> {
  const at = (answer: Answer | undefined) => {
    const amounts = amountsOf(answer, level, pack);
    return [...(level === 'region' ? byRegion(amounts, pack) : amounts).keys()];
  };
  return new Set([...at(answers.current), ...at(answers.base)]);
}

export function growthCoverage(
  answers: Readonly<Record<string, Answer | undefined>>,
  ask: Ask,
  level: Level,
  pack: Pack,
): { coverage: Record<string, unknown>; notes: NoteCode[] } {
  const { kind } = ask.parameters;
  const { current, base } = spans(ask);
  const main = kind === 'printed' ? answers.printed : answers.current;
  const { coverage, notes } = placeCoverage(valuesOf(main, level, pack), level, pack, ask.period);
  const baseKnown = base ? complete(answers.base) : answers.printed !== undefined;
  return {
    coverage: {
      ...coverage,
      current: printPeriod(current),
      ...(base ? { base: printPeriod(base) } : {}),
      ...(baseKnown ? {} : { baseLoaded: false }),
    },
    notes: [
      ...notes,
      ...(baseKnown ? [] : (['base-not-loaded'] as const)),
      ...(kind === 'printed' ? (['printed-growth'] as const) : []),
      ...(kind === 'implied' ? (['implied-base'] as const) : []),
      ...(baseKnown && (kind === 'year-on-year' || kind === 'year-to-date')
        ? (['base-revised'] as const)
        : []),
    ],
  };
}
