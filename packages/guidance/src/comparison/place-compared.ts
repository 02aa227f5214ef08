import type { RuleSet } from '@tidu/policy';
import type { Comparison } from './comparison.ts';
import { horizon, type ItemName } from './cost-item.ts';
import type { Depth } from './depth.ts';
import type { Figure, Values } from './figures.ts';
import { itemWords } from './item-words.ts';
import { npv } from './npv.ts';
import { peopleThere } from './people-there.ts';
import type { PlaceModel } from './place-model.ts';
import { waysToMarket } from './time-to-market.ts';
import { toldRoutes, whence } from './told-routes.ts';

interface Around {
  readonly compared: ReadonlySet<ItemName>;
  /** Position of the discount rate. */
  readonly rate: number;
  readonly likely: Values;
  readonly figures: readonly Figure[];
  readonly rules: RuleSet;
  readonly depth: Depth;
}

/** One place as it is shown: every item with its basis, sums, measures, ways and what the statistics say. */
export function placeCompared(
  model: PlaceModel,
  { compared, rate, likely, figures, rules, depth }: Around,
): Omit<Comparison['places'][number], 'rank'> {
  const { at, all, routes } = model;
  const { plan, place, costs } = at;
  const { flows, benefits } = model.reckon(likely, true);
  const ends = [
    Float64Array.from(figures, ({ low }) => low),
    Float64Array.from(figures, ({ high }) => high),
  ] as const;
  const atEnds = ends.map((values) => model.reckon(values, true).flows);
  const worth = (years: readonly number[] | undefined) => npv(likely[rate] as number, years ?? []);

  const items = all.map(({ item, basis, formula, uses, missing }) => {
    const years = flows.get(item);
    const bounds = atEnds.map((some) => worth(some.get(item)));
    return {
      item,
      names: itemWords[item],
      basis,
      formula,
      figures: uses.map((position) => figures[position]?.id as string),
      missing: [...missing],
      compared: compared.has(item),
      ...(years && {
        years: [...years],
        npv: worth(years),
        low: Math.min(worth(years), ...bounds),
        high: Math.max(worth(years), ...bounds),
      }),
    };
  });
  const known = items.filter(({ years }) => years !== undefined);
  const total = (some: typeof items) => {
    const years = new Array<number>(horizon).fill(0);
    for (const { years: of } of some)
      for (const [y, yuan] of (of ?? []).entries()) years[y] = (years[y] as number) + yuan;
    return { years, npv: worth(years) };
  };
  const told = toldRoutes(routes, figures);
  const taken = routes.find((_, i) => told[i]?.taken);
  const chapters = [...new Set((plan.products ?? []).flatMap(({ hs }) => (hs ? [hs.slice(0, 2)] : [])))];
  return {
    park: place.park,
    code: place.code,
    names: place.names,
    items,
    compared: total(items.filter((one) => one.compared)),
    known: {
      ...total(known),
      leavesOut: items.filter(({ years }) => years === undefined).map(({ item }) => item),
    },
    measures: (benefits?.outcomes ?? []).map(({ measure, verdict, years, total, open, steps, by }) => ({
      measure,
      title: rules.rules.get(measure)?.measure.title ?? { zh: measure, en: measure },
      verdict,
      years: years && [...years],
      total,
      open: [...open],
      failed: steps.find(({ part, said }) => part === 'eligible' && said === false)?.index,
      by,
    })),
    routes: told,
    markets: waysToMarket(plan, place, costs, at.figures, taken).map(({ from, ...one }) => ({
      ...one,
      daysFrom: from.map(whence),
      gateway: one.gateway && { id: one.gateway.id, names: one.gateway.name },
      missing: [...one.missing],
    })),
    depth: chapters.flatMap((chapter) => [...depth(place.code, chapter)]),
    people: peopleThere(plan, place.code, costs),
  };
}
