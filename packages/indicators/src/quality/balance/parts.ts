import { type Flow, flows, type Pack } from '@tidu/reference';
import type { Finding } from '@tidu/trade';
import { loadsIn } from '../asking.ts';
import { roundingOf } from '../printed-unit.ts';
import type { PrintedTable } from './printed-table.ts';
import { suffix } from './totals.ts';

const amounts = ['value', 'ytd'] as const;

/** Provinces sum to the country: a table that has the country has them all. */
export function provincesAndCountry(country: PrintedTable, provinces: PrintedTable): Finding[] {
  const [whole] = country.cells;
  if (whole === undefined) return [];
  return eachFigure(country, (flow, time) =>
    amounts.flatMap((amount): Finding[] => {
      const printed = country.at(flow, whole, time)?.[amount] ?? null;
      const parts = provinces.cells.flatMap((cell) => provinces.at(flow, cell, time)?.[amount] ?? []);
      if (printed === null || parts.length === 0) return [];
      const sum = total(parts);
      const tolerance = roundingOf(parts.length, provinces.unitAt(time));
      if (Math.abs(sum - printed) <= tolerance) return [];
      return [
        {
          check: 'balance',
          reason: `provinces${suffix(amount)}`,
          severity: 'error',
          about: { shape: country.table.shape.id, month: time, flow },
          amounts: { printed, sum, parts: parts.length },
          judged: { difference: sum - printed, tolerance },
          loads: loadsIn(country.loads, time),
        },
      ];
    }),
  );
}

/**
 * The prefectures of a province together do not exceed it; that some are not printed leaves them
 * below it.
 */
export function prefecturesWithin(provinces: PrintedTable, prefectures: PrintedTable, pack: Pack): Finding[] {
  const inside = insideOf(provinces, prefectures, pack);
  const groups = [...new Set(inside.values())].map((province) => ({
    province,
    members: [...inside].filter(([, place]) => place === province).map(([code]) => code),
  }));
  return eachFigure(provinces, (flow, time) =>
    amounts.flatMap((amount) =>
      groups.flatMap(({ province, members }): Finding[] => {
        const printed = provinces.at(flow, province, time)?.[amount] ?? null;
        const known = members.flatMap((code) => prefectures.at(flow, code, time)?.[amount] ?? []);
        if (printed === null || known.length === 0) return [];
        const sum = total(known);
        const tolerance = roundingOf(known.length, prefectures.unitAt(time));
        if (sum - printed <= tolerance) return [];
        return [
          {
            check: 'balance',
            reason: `prefectures${suffix(amount)}`,
            severity: 'error',
            about: { shape: provinces.table.shape.id, month: time, flow, place: province },
            amounts: { printed, sum, parts: known.length },
            judged: { difference: sum - printed, tolerance },
            loads: loadsIn(provinces.loads, time),
          },
        ];
      }),
    ),
  );
}

/**
 * A zone does not exceed the place that it lies in; zones overlap, so each is looked at alone. It may
 * be counted apart from that place instead, so this is a doubt, told from the first month of the year.
 */
export function zonesWithin(places: PrintedTable, zones: PrintedTable, pack: Pack): Finding[] {
  const amount = places.table.yearToDate ? 'ytd' : 'value';
  const told = new Set<string>();
  const inside = [...insideOf(places, zones, pack)];
  return eachFigure(places, (flow, time) =>
    inside.flatMap(([zone, place]): Finding[] => {
      const printed = places.at(flow, place, time)?.[amount] ?? null;
      const own = zones.at(flow, zone, time)?.[amount] ?? null;
      const once = `${flow} ${zone} ${time.slice(0, 4)}`;
      const tolerance = roundingOf(1, zones.unitAt(time));
      if (printed === null || own === null || own - printed <= tolerance || told.has(once)) return [];
      told.add(once);
      return [
        {
          check: 'balance',
          reason: 'zone',
          severity: 'doubt',
          about: { shape: places.table.shape.id, month: time, flow, place: zone },
          amounts: { zone: own, printed, within: place },
          judged: { difference: own - printed, tolerance },
          loads: loadsIn(places.loads, time),
        },
      ];
    }),
  );
}

/** For each part, the nearest place above it that the other table prints. */
function insideOf(whole: PrintedTable, parts: PrintedTable, pack: Pack): Map<string, string> {
  const parents = new Map(pack.places.map(({ code, parent }) => [code, parent]));
  const above = new Set(whole.cells);
  return new Map(
    parts.cells.flatMap((code): [string, string][] => {
      // A municipality stands for itself among the prefectures.
      if (above.has(code)) return [];
      let place = parents.get(code);
      while (place !== undefined && !above.has(place)) place = parents.get(place);
      return place === undefined ? [] : [[code, place]];
    }),
  );
}

const eachFigure = ({ table, times }: PrintedTable, look: (flow: Flow, time: string) => Finding[]) =>
  flows
    .filter((flow) => table.flows.includes(flow))
    .flatMap((flow) => times.flatMap((time) => look(flow, time)));

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
