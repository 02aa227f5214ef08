import { addMonths, type Month, months } from '@tidu/reference';
import { median } from '@tidu/regional';
import { type Coverage, isConfidential, type Load, type Shape } from '@tidu/trade';
import { periodOf } from './asking.ts';
import type { Ground } from './check.ts';
import { daysBetween, publicationDay } from './publication-day.ts';

/**
 * `partial`: not every flow that the table otherwise has; `due`: is out by now, and not loaded;
 * `awaited`: not out yet.
 */
export const monthStates = ['loaded', 'partial', 'missing', 'due', 'awaited'] as const;

interface SourceMonth {
  readonly month: string;
  readonly state: (typeof monthStates)[number];
  /** The load that first brought it, and the days from publication to that, where the table was loaded by then. */
  readonly load?: number;
  readonly days?: number;
}

/** What is loaded of one table, month by month, and how soon it came. */
export interface SourceCalendar {
  readonly shape: Shape;
  /** Comes every month: at least its last three follow one another. */
  readonly regular: boolean;
  readonly months: readonly SourceMonth[];
  readonly facts: number;
  readonly synthetic: boolean;
  readonly confidential: boolean;
  /** Rows read by its loads, and those of them in quarantine. */
  readonly read: number;
  readonly quarantined: number;
  /** The middle of the days from publication to load. */
  readonly days: number | null;
}

/** How many months to come are named at most. */
const ahead = 24;

export function sourceCalendar(
  { loads, pack: { publication }, today }: Pick<Ground, 'loads' | 'pack' | 'today'>,
  table: Coverage,
): SourceCalendar {
  const { shape, facts, synthetic, flows } = table;
  const own = standing(loads).filter((load) => load.shape === shape.id);
  const held = new Map(
    table.spans.flatMap((span) =>
      months({ from: span.from as Month, to: span.to as Month }).map(
        (month) => [month, span.flows.length] as const,
      ),
    ),
  );
  const within = months(periodOf(table)).map((month): SourceMonth => {
    const count = held.get(month);
    if (count === undefined) return { month, state: 'missing' };
    const arrival = arrivalOf(month, own);
    const due = publication && publicationDay(month, publication);
    const days =
      arrival && due && followedBy(due, own) ? Math.max(0, daysBetween(due, arrival.at)) : undefined;
    return {
      month,
      state: count < flows.length ? 'partial' : 'loaded',
      ...(arrival && { load: arrival.id }),
      ...(days === undefined ? {} : { days }),
    };
  });
  const regular =
    shape.span === 'month' &&
    within.length >= 3 &&
    within.slice(-3).every(({ state }) => state !== 'missing');
  const known = within.flatMap(({ days }) => days ?? []);
  return {
    shape,
    regular,
    months: [...within, ...(regular && publication ? toCome(table, today, publication) : [])],
    facts,
    synthetic,
    confidential: isConfidential(shape),
    read: sum(own.map(({ rows }) => rows.read)),
    quarantined: sum(own.map(({ rows }) => rows.quarantined)),
    days: known.length === 0 ? null : median(known),
  };
}

/** Neither withdrawn nor a withdrawal. */
export function standing(loads: readonly Load[]): Load[] {
  const withdrawn = new Set(loads.map(({ withdraws }) => withdraws));
  return loads.filter(({ id, withdraws }) => withdraws === undefined && !withdrawn.has(id));
}

/** Whether the table was loaded already when a month came out: what is older was fetched, not late. */
const followedBy = (due: string, loads: readonly Load[]): boolean => (loads[0]?.at ?? due).slice(0, 10) < due;

const arrivalOf = (month: string, loads: readonly Load[]): Load | undefined =>
  loads.find(({ period }) => period.from <= month && month <= period.to);

/** Months after the last that are out by now, and the one that is to come. */
function toCome(table: Coverage, today: string, publication: Parameters<typeof publicationDay>[1]) {
  const last = periodOf(table).to;
  const next = Array.from({ length: ahead }, (_, i) => addMonths(last, i + 1));
  const due = next.filter((month) => publicationDay(month, publication) < today);
  const awaited = next[due.length];
  return [
    ...due.map((month): SourceMonth => ({ month, state: 'due' })),
    ...(awaited !== undefined && `${awaited}-01` <= today
      ? [{ month: awaited, state: 'awaited' } as const]
      : []),
  ];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
