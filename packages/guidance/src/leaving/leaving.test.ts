import { matrix, type Panel, rowOf } from '@tidu/regional';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ground } from '../ground/ground.ts';
import { smallGround } from '../ground/small-ground.cases.ts';
import { type PeriodAmounts, panelOfAmounts, type TradePanel } from '../ground/trade-panel.ts';
import { flows } from './flows.ts';
import { leaving } from './leaving.ts';
import { type LeavingResult, leavingResult } from './leaving-result.ts';
import { movable, movableOf } from './movable.ts';

const asked = (ground: Ground, request: Parameters<typeof leaving.compute>[1] = {}) =>
  leaving.compute(ground, request) as LeavingResult;
const flowsOf = (ground: Ground, request: Parameters<typeof flows.compute>[1] = {}) =>
  flows.compute(ground, request) as Extract<ReturnType<typeof flows.compute>, { flows: unknown }>;

const codes = smallGround.places.map(({ code }) => code);
const groups = smallGround.groups.map(({ id }) => id);
const withTrade = (exports: readonly PeriodAmounts[], rest: Partial<TradePanel> = {}): Ground => {
  const panel = (part: number) =>
    panelOfAmounts(
      codes,
      groups,
      exports.map((amounts, t) => ({
        period: String(2020 + t),
        amounts: new Map(
          [...amounts].map(([code, of]) => [code, new Map([...of].map(([id, v]) => [id, v * part]))]),
        ),
      })),
    );
  return {
    ...smallGround,
    trade: {
      exports: panel(1),
      imports: panel(0.5),
      measured: 'processing',
      synthetic: true,
      figures: [],
      ...rest,
    },
  };
};

/** Nations of any size, in which some places are not told of in some periods. */
const nations = fc
  .array(
    fc.array(
      fc.option(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 3, maxLength: 3 }), { freq: 8 }),
      {
        minLength: 8,
        maxLength: 8,
      },
    ),
    { minLength: 2, maxLength: 5 },
  )
  .map((periods) =>
    withTrade(
      periods.map(
        (rows) =>
          new Map(
            rows.flatMap((row, r) =>
              row ? [[codes[r] as string, new Map(row.map((value, g) => [groups[g] as string, value]))]] : [],
            ),
          ),
      ),
    ),
  );

describe('who is leaving', () => {
  it('names the place first that loses fastest, and says of what that is made', () => {
    const { rows, weights, periods } = asked(smallGround, { group: 'clothing' });
    expect(rows.map(({ place }) => place)).toEqual(['441900', '440300', '310000']);
    expect(periods).toHaveLength(6);
    const [first] = rows;
    expect(first?.parts.map(({ part }) => part)).toEqual(weights.map(({ part }) => part));
    expect(first?.falling).toEqual({ periods: 5, sinceBeginning: true });
    // Imports are 0.6 of exports throughout.
    expect(first?.parts.find(({ part }) => part === 'value-added')?.value).toBeCloseTo(0.4, 6);
    expect(first?.known).toBeLessThan(1);
    expect(leavingResult.parse(asked(smallGround))).toEqual(asked(smallGround));
  });

  it('shows without a question what is most likely to move, and of one place all it has', () => {
    const all = asked(smallGround).rows.map(({ movable }) => movable?.mid ?? 0);
    expect(all).toEqual(all.toSorted((a, b) => b - a));
    expect(new Set(asked(smallGround, { place: '441900' }).rows.map(({ group }) => group))).toEqual(
      new Set(['all', ...groups]),
    );
  });

  it('keeps pressure within 0 and 1, and within its interval', () =>
    fc.assert(
      fc.property(nations, (ground) => {
        for (const { pressure, from, to, rank, rankFrom, rankTo, movable } of asked(ground).rows) {
          expect(pressure).toBeGreaterThanOrEqual(from);
          expect(pressure).toBeLessThanOrEqual(to);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(1);
          expect(rankFrom <= rank && rank <= rankTo).toBe(true);
          if (movable) expect(movable.low <= movable.mid && movable.mid <= movable.high).toBe(true);
        }
      }),
      { numRuns: 12 },
    ));

  it('says the same in whatever order places stand', () =>
    fc.assert(
      fc.property(nations, fc.shuffledSubarray(codes, { minLength: 8 }), (ground, order) => {
        const { trade, places } = ground;
        const at = order.map((code) => codes.indexOf(code));
        const turned = (x: Panel): Panel => ({
          ...x,
          rows: order,
          at: x.at.map((one) =>
            matrix(
              at.map((r) => rowOf(one, r)),
              { rows: order, columns: groups },
            ),
          ),
        });
        const other = asked({
          ...ground,
          places: at.map((r) => places[r] as (typeof places)[number]),
          trade: trade && { ...trade, exports: turned(trade.exports), imports: turned(trade.imports) },
        });
        const byCell = new Map(other.rows.map((row) => [`${row.place} ${row.group}`, row]));
        for (const { place, group, pressure, from, to } of asked(ground).rows) {
          const same = byCell.get(`${place} ${group}`);
          expect(same?.pressure).toBeCloseTo(pressure as number, 9);
          expect(same?.from).toBeCloseTo(from, 9);
          expect(same?.to).toBeCloseTo(to, 9);
        }
      }),
      { numRuns: 12 },
    ));

  it('is less sure of what it knows less of', () => {
    const width = (ground: Ground) => {
      const row = asked(ground, { group: 'clothing' }).rows.find(({ place }) => place === '441900');
      return (row?.to ?? Number.NaN) - (row?.from ?? Number.NaN);
    };
    const known = width(smallGround);
    const { trade } = smallGround;
    expect(width({ ...smallGround, trade: trade && { ...trade, measured: 'all' } })).toBeGreaterThan(known);
  });

  it('counts it in where much of what is made goes to labour', () => {
    const note = { zh: '', en: '' };
    const pay = {
      item: 'pay',
      unit: 'share of output',
      date: '2020',
      sure: 'derived',
      source: 'test',
      note,
    } as const;
    const pack = { ...smallGround.pack, intensities: [{ ...pay, group: 'clothing', value: 0.2 }] };
    const of = (ground: Ground) =>
      asked(ground, { group: 'clothing' }).rows[0]?.parts.find(({ part }) => part === 'labour-intensity');
    expect(of({ ...smallGround, pack })).toMatchObject({ value: 0.2, score: 1 });
    expect(of(smallGround)).toMatchObject({ value: null, score: null });
  });

  it('knows no value-added rate where the tables do not tell processing trade', () => {
    const { trade } = smallGround;
    const [row] = asked({ ...smallGround, trade: trade && { ...trade, measured: 'all' } }).rows;
    expect(row?.parts.find(({ part }) => part === 'value-added')).toEqual({
      part: 'value-added',
      value: null,
      score: null,
    });
  });

  it('refuses a place that is not in the east, a group of which nothing is told, and to speak without statistics', () => {
    expect(() => asked(smallGround, { place: '140100' })).toThrow(/no city of the east/);
    expect(() => asked(smallGround, { group: 'ships' })).toThrow(/clothing/);
    expect(() => asked({ ...smallGround, trade: undefined })).toThrow(/load customs statistics/);
  });
});

describe('what may move', () => {
  it('is three years of the pace, by hand, and never more than there is', () => {
    expect(movableOf(100, [4, 10, 6], 1)).toEqual({ low: 12, mid: 18, high: 30 });
    expect(movableOf(10, [4, 6], 2)).toEqual({ low: 20, mid: 20, high: 20 });
    expect(movableOf(100, [-4, -1], 1)).toEqual({ low: 0, mid: 0, high: 0 });
    expect(movableOf(100, [5], 1)).toEqual({ low: 0, mid: 5, high: 15 });
    expect(movableOf(100, [Number.NaN], 1)).toBeUndefined();
  });

  it('is told of eastern places alone, where they lose', () => {
    const all = movable(smallGround);
    expect(all.length).toBeGreaterThan(0);
    for (const { place, high } of all) {
      expect(['310000', '440300', '441900']).toContain(place);
      expect(high).toBeGreaterThan(0);
    }
  });
});

describe('implied flows', () => {
  it('carry what was lost to where it was gained, and lie within their bounds', () =>
    fc.assert(
      fc.property(nations, (ground) => {
        const { flows: cells, others, moved, eastToInterior } = flowsOf(ground);
        const sum = cells.reduce((total, { flow }) => total + flow, others.flow);
        expect(Math.abs(sum - moved)).toBeLessThanOrEqual(1e-6 * (moved || 1));
        expect(eastToInterior).toBeLessThanOrEqual(moved * (1 + 1e-9));
        for (const { flow, lower, upper } of cells) expect(lower <= flow && flow <= upper).toBe(true);
      }),
      { numRuns: 12 },
    ));

  it('lead clothing out of the east', () => {
    const { moved, eastToInterior, flows: cells } = flowsOf(smallGround, { group: 'clothing' });
    expect(eastToInterior / moved).toBeGreaterThan(0.99);
    expect(cells[0]?.from).toBe('441900');
    expect(() => flowsOf(smallGround, { since: '2023' })).toThrow(/2018, 2019/);
  });

  it('leave out, by name, of whom nothing is told or who lie nowhere', () => {
    const places = smallGround.places.map((place) =>
      place.code === '510100' ? { ...place, longitude: undefined } : place,
    );
    const { leftOut, flows: cells } = flowsOf({ ...smallGround, places });
    expect(leftOut).toMatchObject([{ code: '510100', why: 'not-located' }]);
    expect(cells.some(({ from, to }) => from === '510100' || to === '510100')).toBe(false);
  });
});
