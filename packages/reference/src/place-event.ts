import { z } from 'zod';
import { addMonths, type Month } from './period.ts';
import type { Place } from './place.ts';

/**
 * What became of a place at a date. Facts keep the code they were published under; an event says
 * how that code leads to those of another time.
 *
 * - `merge`: `from` ends and all of it is in `to`;
 * - `split`: `from` ends, or goes on smaller, and each of `to` has a part of it;
 * - `recode`: the same place under another code; `rename`: under another name;
 * - `create`: `to` begins, out of what had no code of its kind; `abolish`: `from` ends in nothing.
 */
export const placeEvent = z.strictObject({
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  kind: z.enum(['merge', 'split', 'recode', 'rename', 'create', 'abolish']),
  from: z.string().optional(),
  to: z.array(z.string()).default([]),
  document: z.string().optional(),
  source: z.string(),
});
export type PlaceEvent = z.infer<typeof placeEvent>;

/** What a code of one month is in the boundaries of another: one code, or several candidates, or none. */
export interface PlaceThen {
  readonly candidates: readonly string[];
  /** The month of the event after which it was no longer one. */
  readonly since?: Month;
}

const monthOf = (date: string): Month => date.slice(0, 7) as Month;

/** Dated events of places, and the places with their validity. */
export class PlaceHistory {
  readonly #events: ReadonlyMap<Month, readonly PlaceEvent[]>;
  readonly #places: ReadonlyMap<string, Place>;
  /** Months in which boundaries or codes change, in order. */
  readonly months: readonly Month[];
  /** Every code that an event names: all others are the same at all times. */
  readonly codes: ReadonlySet<string>;

  constructor(events: readonly PlaceEvent[], places: readonly Place[]) {
    const changes = events.filter(({ kind }) => kind !== 'rename');
    this.#events = Map.groupBy(changes, ({ date }) => monthOf(date));
    this.#places = new Map(places.map((place) => [place.code, place]));
    this.months = [...this.#events.keys()].sort();
    this.codes = new Set(changes.flatMap(({ from, to }) => [...(from ? [from] : []), ...to]));
  }

  /**
   * Forwards along the events, a merged place is its successor; backwards, a place that has taken
   * another in may be either. A code used outside its validity counts as at the nearest month in it.
   *
   * @example history.at('371200', '2018-06', '2024-01').candidates // ['370100'], Laiwu in Jinan
   */
  at(code: string, month: Month, boundaries: Month): PlaceThen {
    const start = this.#within(code, month);
    let codes = new Set([code]);
    let since: Month | undefined;
    const step = (event: Month, next: (code: string) => readonly string[]) => {
      const after = new Set([...codes].flatMap(next));
      if (after.size !== 1 && codes.size === 1) since = event;
      codes = after;
    };
    for (const event of this.months.filter((one) => one > start && one <= boundaries)) {
      step(event, (one) => this.#after(one, event));
    }
    for (const event of this.months.filter((one) => one <= start && one > boundaries).toReversed()) {
      step(event, (one) => this.#before(one, event));
    }
    const valid = [...codes].filter((one) => this.#within(one, boundaries) === boundaries);
    return { candidates: valid.sort(), ...(since && { since }) };
  }

  #after(code: string, month: Month): readonly string[] {
    const own = (this.#events.get(month) ?? []).filter(({ from }) => from === code);
    return own.length === 0 ? [code] : own.flatMap(({ to }) => to);
  }

  #before(code: string, month: Month): readonly string[] {
    const sources = (this.#events.get(month) ?? []).flatMap(({ from, to }) =>
      from && to.includes(code) ? [from] : [],
    );
    const begins = this.#places.get(code)?.validFrom;
    return begins !== undefined && monthOf(begins) === month ? sources : [code, ...sources];
  }

  /** The month itself where the code is valid in it, else the nearest in which it is. */
  #within(code: string, month: Month): Month {
    const { validFrom, validTo } = this.#places.get(code) ?? {};
    if (validFrom !== undefined && monthOf(validFrom) > month) return monthOf(validFrom);
    // It ends in the month of its end, whose facts are its successor's.
    if (validTo !== undefined && monthOf(validTo) <= month) return addMonths(monthOf(validTo), -1);
    return month;
  }
}
