import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, type Month } from './period.ts';
import type { Place } from './place.ts';
import { type PlaceEvent, PlaceHistory } from './place-event.ts';

const place = (code: string, validFrom?: string, validTo?: string): Place => ({
  code,
  level: 'prefecture',
  name: { zh: code, en: code },
  source: 'test',
  ...(validFrom && { validFrom }),
  ...(validTo && { validTo }),
});
const event = (
  date: string,
  kind: PlaceEvent['kind'],
  from: string | undefined,
  ...to: string[]
): PlaceEvent => ({
  date,
  kind,
  to,
  source: 'test',
  ...(from && { from }),
});

/** Laiwu into Jinan; Chaohu divided among three; Bijie recoded; Bozhou out of Fuyang; Sansha out of nothing. */
const history = new PlaceHistory(
  [
    event('2019-01-09', 'merge', '371200', '370100'),
    event('2011-08-21', 'split', '341400', '340100', '340200', '340500'),
    event('2011-10-22', 'recode', '522400', '520500'),
    event('2000-05-21', 'split', '341200', '341200', '341600'),
    event('2012-07-24', 'create', undefined, '460300'),
    event('2010-11-26', 'rename', '420600', '420600'),
  ],
  [
    place('371200', undefined, '2019-01-09'),
    place('370100'),
    place('341400', undefined, '2011-08-21'),
    ...['340100', '340200', '340500', '341200', '420600'].map((code) => place(code)),
    place('341600', '2000-05-21'),
    place('522400', undefined, '2011-10-22'),
    place('520500', '2011-10-22'),
    place('460300', '2012-07-24'),
  ],
);
const at = (code: string, month: string, boundaries: string) =>
  history.at(code, month as Month, boundaries as Month).candidates;

describe('the history of places', () => {
  it('leads a merged place to its successor, and a successor back to both', () => {
    expect(at('371200', '2018-06', '2024-01')).toEqual(['370100']);
    expect(at('370100', '2018-06', '2024-01')).toEqual(['370100']);
    expect(history.at('370100', '2024-01', '2018-06')).toEqual({
      candidates: ['370100', '371200'],
      since: '2019-01',
    });
    expect(at('370100', '2018-06', '2018-01')).toEqual(['370100']);
  });
  it('divides nothing that was split', () => {
    expect(at('341400', '2010-01', '2012-01')).toEqual(['340100', '340200', '340500']);
    expect(at('340200', '2012-01', '2010-01')).toEqual(['340200', '341400']);
    expect(at('341200', '1999-12', '2001-01')).toEqual(['341200', '341600']);
    expect(at('341600', '2001-01', '1999-12')).toEqual(['341200']);
  });
  it('knows a recoded place both ways, and of a new one nothing before', () => {
    expect(at('522400', '2005-01', '2024-01')).toEqual(['520500']);
    expect(at('520500', '2024-01', '2005-01')).toEqual(['522400']);
    expect(at('460300', '2024-01', '2005-01')).toEqual([]);
    expect(at('420600', '2005-01', '2024-01')).toEqual(['420600']);
  });
  it('takes a code that is used outside its validity for what it was at the nearest month in it', () => {
    expect(at('371200', '2019-03', '2024-01')).toEqual(['370100']);
    expect(at('520500', '2005-01', '2024-01')).toEqual(['520500']);
    expect(at('520500', '2005-01', '2004-01')).toEqual(['522400']);
  });
  it('leaves every place that is valid at the month as it is in the boundaries of that month', () => {
    const month = fc.integer({ min: -60, max: 300 }).map((n) => addMonths('2000-01', n));
    fc.assert(
      fc.property(fc.constantFrom(...history.codes), month, month, (code, now, then) => {
        const here = history.at(code, now, now).candidates;
        if (here.includes(code)) expect(here).toEqual([code]);
        for (const one of history.at(code, now, then).candidates) {
          expect(history.at(one, then, then).candidates).toEqual([one]);
        }
      }),
    );
  });
});
