import { z } from 'zod';
import { allGoods } from '../ground/commodity-group.ts';
import type { Ground } from '../ground/ground.ts';
import { type Guidance, GuidanceRefused } from '../ground/guidance.ts';
import { monthsOfPeriod, tradeOf } from '../ground/trade-of.ts';
import { goodsTogether, windowsOf } from './competitive-loss.ts';
import { costGap } from './cost-gap.ts';
import { type LeavingResult, type LeavingRow, leavingResult } from './leaving-result.ts';
import { horizon } from './movable.ts';
import { type GroupPressure, payOf, pressureBase, pressureOf } from './pressure.ts';
import { pressureParts } from './pressure-part.ts';

const request = z.strictObject({
  group: z.string().optional().meta({
    description:
      'A commodity group, or `all` for all goods together; with neither group nor place, what most is likely to move of',
  }),
  place: z.string().optional().meta({ description: 'An eastern city: all its groups' }),
});
export type LeavingRequest = z.infer<typeof request>;

/** How many are shown where neither a group nor a place is asked for. */
const shown = 200;

/** Which eastern places are under pressure to give up what, and how much of it may move. */
export const leaving: Guidance<LeavingRequest, LeavingResult> = {
  name: 'leaving',
  method: {
    text: 'pressure = Σ w · score / Σ w over share lost (shift-share), age of the trend, wage and power gap to the park cities, labour intensity, value-added rate of processing, concentration, specialisation; interval over weights, windows of 1 to 3 periods and what is unknown; movable = min(exports, 3 years · loss a year)',
    source: 'docs/methods/leaving.md; Dunn (1960); Saisana, Saltelli & Tarantola (2005)',
  },
  request,
  result: leavingResult,
  compute(ground, { group, place }) {
    const trade = tradeOf(ground);
    const { exports, measured, synthetic } = trade;
    const apartFrom = ground.groups.filter(({ id }) => id !== 'all' && exports.columns.includes(id));
    const groups = [allGoods, ...apartFrom];
    requireKnown(
      ground,
      groups.map(({ id }) => id),
      { group, place },
    );

    const east = ground.places.filter(({ code, region }) => region === 'east' && exports.rows.includes(code));
    const codes = east.map(({ code }) => code).sort();
    const gaps = { wage: costGap(ground, 'wage', codes), power: costGap(ground, 'power', codes) };
    const months = monthsOfPeriod(trade);
    const baseOf = (panel: typeof exports) => pressureBase(ground, east, panel, trade, gaps, 12 / months);
    const [apart, together] = [baseOf(exports), baseOf(goodsTogether(exports))];
    const found = new Map<string, GroupPressure>(
      groups
        .filter(({ id }) => group === undefined || id === group)
        .map(({ id }) => [id, pressureOf(id === 'all' ? together : apart, id)]),
    );
    const rows = [...found].flatMap(([id, { rows }]) =>
      place || group || id !== 'all' || found.size === 1 ? rows : [],
    );
    const asked = place === undefined ? rows : rows.filter((row) => row.place === place);
    return {
      measured,
      synthetic,
      periods: [...exports.periods],
      months,
      windows: windowsOf(exports),
      horizon,
      weights: pressureParts.map((part) => ({ ...part })),
      groups: groups.map(({ id, name }) => {
        const concentration = found.get(id)?.concentration ?? Number.NaN;
        const pay = payOf(ground.pack, id);
        return {
          id,
          names: name,
          concentration: Number.isNaN(concentration) ? null : concentration,
          pay: pay
            ? { value: pay.value, date: pay.date, sure: pay.sure, source: pay.source, note: pay.note }
            : null,
        };
      }),
      costs: [gaps.wage.told, gaps.power.told],
      count: asked.length,
      rows: group === undefined ? asked.toSorted(mostMovable).slice(0, shown) : asked,
    };
  },
};

const mostMovable = (a: LeavingRow, b: LeavingRow): number =>
  (b.movable?.mid ?? 0) - (a.movable?.mid ?? 0) ||
  (b.pressure ?? 0) - (a.pressure ?? 0) ||
  (a.place < b.place ? -1 : 1);

/** @throws GuidanceRefused `place-unknown`, `not-computable` */
function requireKnown(ground: Ground, groups: readonly string[], { group, place }: LeavingRequest): void {
  if (group !== undefined && !groups.includes(group)) {
    throw new GuidanceRefused(
      'not-computable',
      `the statistics tell nothing of the group "${group}"`,
      `ask for one of ${groups.join(', ')}`,
    );
  }
  if (place !== undefined && ground.places.find(({ code }) => code === place)?.region !== 'east') {
    throw new GuidanceRefused(
      'place-unknown',
      `"${place}" is no city of the east`,
      'ask for a city of the east by its code, like 441900',
    );
  }
}
