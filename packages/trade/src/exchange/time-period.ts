import { addMonths, type Month, ordinal, type Period, parsePeriod } from '@tidu/reference';
import { CannotExchange } from './cannot-exchange.ts';

/** Codes of SDMX's CL_FREQ: what a period is a whole one of; `_O` where it is none of these. */
export type Frequency = 'M' | 'Q' | 'S' | 'A' | '_O';

export interface TimeCode {
  readonly frequency: Frequency;
  /** As SDMX writes it in TIME_PERIOD. */
  readonly text: string;
}

/**
 * A period as SDMX writes it: a month, quarter, half-year or year by its name, else its first day and length.
 * @example timeCode({ from: '2024-04', to: '2024-06' }) // { frequency: 'Q', text: '2024-Q2' }
 * @example timeCode({ from: '2024-01', to: '2024-05' }) // { frequency: '_O', text: '2024-01-01/P5M' }
 */
export function timeCode(period: Period): TimeCode {
  const length = ordinal(period.to) - ordinal(period.from) + 1;
  const year = period.from.slice(0, 4);
  const nth = (Number(period.from.slice(5)) - 1) / length + 1;
  if (length === 1) return { frequency: 'M', text: period.from };
  if (Number.isInteger(nth)) {
    if (length === 3) return { frequency: 'Q', text: `${year}-Q${nth}` };
    if (length === 6) return { frequency: 'S', text: `${year}-S${nth}` };
    if (length === 12) return { frequency: 'A', text: year };
  }
  return { frequency: '_O', text: `${period.from}-01/P${length}M` };
}

/** The period that a TIME_PERIOD of ours speaks of. */
export function periodOfTime(text: string): Period {
  const [, first, length] = /^(\d{4}-\d{2})-01\/P(\d+)M$/.exec(text) ?? [];
  if (first) {
    const from = first as Month;
    return { from, to: addMonths(from, Number(length) - 1) };
  }
  return stretch(text) ?? parsePeriod(text);
}

const part = /^(\d{4})-([QST])([1-4])$/;
const monthsOf = { Q: 3, S: 6, T: 4 } as const;

/** Whatever SDMX allows to say in `startPeriod` and `endPeriod`, as the months that it covers. */
function stretch(text: string): Period | undefined {
  const [, year, kind, n] = part.exec(text) ?? [];
  if (year && kind && n) {
    const length = monthsOf[kind as keyof typeof monthsOf];
    const last = Number(n) * length;
    if (last > 12) return undefined;
    const month = (number: number) => `${year}-${String(number).padStart(2, '0')}` as Month;
    return { from: month(last - length + 1), to: month(last) };
  }
  const [, date] =
    /^(\d{4}(?:-\d{2})?)(?:-\d{2})?(?:T[\d:.Z+-]*)?$/.exec(text.replace(/^(\d{4})-A1$/, '$1')) ?? [];
  try {
    return date ? parsePeriod(date) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The months from one bound to the other; a bound that is not given is open.
 * @throws CannotExchange `path-not-understood`
 */
export function bounds(start: string | undefined, end: string | undefined): Partial<Period> {
  const read = (name: string, text: string): Period => {
    const period = stretch(text);
    if (period) return period;
    throw new CannotExchange(
      'path-not-understood',
      `${name}: "${text}" is no period`,
      'write e.g. 2024, 2024-03, 2024-Q1 or 2024-S1',
    );
  };
  return {
    ...(start && { from: read('startPeriod', start).from }),
    ...(end && { to: read('endPeriod', end).to }),
  };
}

export const within = ({ from, to }: Period, asked: Partial<Period>): boolean =>
  (asked.from === undefined || from >= asked.from) && (asked.to === undefined || to <= asked.to);
