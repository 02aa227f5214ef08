import type { RuleSet } from '@tidu/policy';
import type { CompanyPlan } from './company-plan.ts';
import type { Places } from './compared-places.ts';
import type { Comparison } from './comparison.ts';
import { type Costs, nationalFact } from './cost-facts.ts';
import { horizon, type ItemName, itemNames } from './cost-item.ts';
import type { Depth } from './depth.ts';
import { suspended } from './duty.ts';
import { factNames } from './fact-names.ts';
import type { Figure, Figures } from './figures.ts';
import { npv } from './npv.ts';
import { placeCompared } from './place-compared.ts';
import { type PlaceModel, placeModel } from './place-model.ts';
import { knownEverywhere, placesMade } from './places-made.ts';
import { drawn, flip, swings, type Worth } from './uncertainty.ts';
import { waterfall } from './waterfall.ts';

export interface Options {
  /** The day on which a project whose start is open begins. YYYY-MM-DD */
  readonly today: string;
  /** Code of the place that others are set against; without it the one that costs least. */
  readonly reference?: string | undefined;
  readonly draws?: number | undefined;
  readonly seed?: number | undefined;
}

/** The comparison cannot be made at all. */
export class ComparisonRefused extends Error {
  readonly code: 'no-places' | 'no-discount-rate';
  readonly remedy: string;
  constructor(code: ComparisonRefused['code'], message: string, remedy: string) {
    super(message);
    this.code = code;
    this.remedy = remedy;
  }
}

/**
 * What one plan costs in each place over ten years, and how sure the order of the places is. Everything is yuan at constant
 * prices; the formulas stand in docs/methods/comparison.md.
 *
 * @param rules measures in force, by which benefits are computed
 * @param depth figures of the statistics by place and HS chapter
 * @throws ComparisonRefused where there is no place, or no rate to discount by
 */
export function compare(
  plan: CompanyPlan,
  places: Places,
  costs: Costs,
  rules: RuleSet,
  depth: Depth,
  { today, reference, draws = 2000, seed = 1 }: Options,
): Comparison {
  if (places.compared.length === 0) {
    throw new ComparisonRefused('no-places', 'no place to compare is given', 'choose one park at least');
  }
  const { made, figures, ramp, within } = placesMade(plan, places, costs);
  const rate = rateOf(plan, costs, figures);
  const models = made.map((one) => placeModel(one, within, rules, today));
  const compared = new Set<ItemName>([...within, ...knownEverywhere(models.map(({ all }) => all))]);
  const likely = figures.likely();
  const worths = models.map((model) => worthOf(model, compared, rate));

  const found = swings(figures.all, worths, likely);
  const chances = drawn(figures.all, worths, likely, found, { seed, count: draws });
  const standing = models
    .map((model) => placeCompared(model, { compared, rate, likely, figures: figures.all, rules, depth }))
    .sort((a, b) => a.compared.npv - b.compared.npv)
    .map((place, i) => ({ ...place, rank: i + 1 }));

  const id = (position: number) => figures.all[position]?.id as string;
  const worthAt = (code: string | undefined) => worths.find((one) => one.code === code);
  const [first, second] = [worthAt(standing[0]?.code), worthAt(standing[1]?.code)];
  const canBeOtherwise = (position: number) => mayBeOtherwise(figures.all[position] as Figure);
  const used = new Set([
    ...worths.flatMap(({ uses }) => [...uses]),
    ...models.flatMap(({ all }) => all.flatMap(({ uses }) => uses)),
  ]);
  return {
    start: { date: plan.schedule?.start ?? today, assumed: plan.schedule?.start === undefined },
    ramp: { shares: [...ramp], assumed: plan.schedule?.rampUp === undefined },
    horizon,
    rate: id(rate),
    compared: itemNames.filter((item) => compared.has(item)),
    leftOut: leftOut(models, compared),
    figures: figures.all.filter((_, position) => used.has(position)),
    ofDifferentYears: ofDifferentYears(figures.all.filter((_, position) => used.has(position))),
    places: standing,
    suspended: suspended(plan, vatRate(costs)),
    waterfall: waterfall(standing, reference ?? (standing[0]?.code as string)),
    tornado: [...found]
      .map(([position, there]) => ({
        figure: id(position),
        places: Object.fromEntries([...there].map(([code, { low, high }]) => [code, { low, high }])),
      }))
      .sort((a, b) => widest(b.places) - widest(a.places)),
    draws: { seed, count: draws, drawn: [...found.keys()].map(id), places: Object.fromEntries(chances) },
    ...(first &&
      second && {
        flips: {
          first: first.code,
          second: second.code,
          figures: [...new Set([...first.uses, ...second.uses])].filter(canBeOtherwise).map((position) => ({
            figure: id(position),
            now: likely[position] as number,
            at: flip(first, second, likely, position),
          })),
        },
      }),
  };
}

/** What the law or a nation-wide tariff says is the same everywhere and as it is; all else could come out otherwise. */
const mayBeOtherwise = ({ shape, sure, place }: Figure): boolean =>
  shape !== 'point' || place !== undefined || sure === 'own' || sure === 'derived' || sure === 'proposal';

/** Of the facts that several places have each their own of, those that are of different years. */
function ofDifferentYears(figures: readonly Figure[]): Comparison['ofDifferentYears'] {
  const byItem = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (figure.place === undefined || figure.date === undefined) continue;
    const item = figure.id.slice(0, figure.id.indexOf('@'));
    byItem.set(item, [...(byItem.get(item) ?? []), figure]);
  }
  return [...byItem].flatMap(([item, some]) => {
    const years = some.map(({ date = '' }) => date.slice(0, 4)).sort();
    const [from, to] = [years[0] as string, years.at(-1) as string];
    // Brought to one year by the growth of the whole country: see labour.ts.
    const levelled = years.every((year) => figures.some(({ id }) => id === `${item}.${year}`));
    return from === to || levelled ? [] : [{ item, names: (some[0] as Figure).names, from, to }];
  });
}

function rateOf(plan: CompanyPlan, costs: Costs, figures: Figures): number {
  if (plan.discountRate !== undefined) {
    return figures.ofOwn('discountRate', factNames('discount-rate'), 'share', plan.discountRate);
  }
  const fact = nationalFact(costs, 'discount-rate');
  if (fact) return figures.ofFact(fact);
  throw new ComparisonRefused(
    'no-discount-rate',
    'neither the plan nor the pack has a rate to discount by',
    'enter a discount rate: the company’s own cost of capital',
  );
}

const vatRate = (costs: Costs): number | undefined => {
  const value = nationalFact(costs, 'vat.goods')?.value;
  return typeof value === 'number' ? value : undefined;
};

function worthOf({ at, all, reckon }: PlaceModel, compared: ReadonlySet<ItemName>, rate: number): Worth {
  const uses = new Set([rate]);
  for (const { item, uses: those } of all) if (compared.has(item)) for (const one of those) uses.add(one);
  return {
    code: at.place.code,
    uses,
    costs(values) {
      const { flows } = reckon(values, false);
      let sum = 0;
      for (const [item, years] of flows) if (compared.has(item)) sum += npv(values[rate] as number, years);
      return sum;
    },
    benefits: (values) => npv(values[rate] as number, reckon(values, true).flows.get('benefits') ?? []),
  };
}

function leftOut(models: readonly PlaceModel[], compared: ReadonlySet<ItemName>): Comparison['leftOut'] {
  return itemNames.flatMap((item) => {
    if (compared.has(item)) return [];
    const lacking = models.flatMap(({ at, all }) => {
      const one = all.find((some) => some.item === item);
      return one && one.missing.length > 0 ? [{ code: at.place.code, missing: one.missing }] : [];
    });
    if (lacking.length === 0) return [];
    return [
      {
        item,
        unknownIn: lacking.map(({ code }) => code),
        missing: lacking.flatMap(({ missing }) => missing),
      },
    ];
  });
}

const widest = (places: Readonly<Record<string, { low: number; high: number }>>): number =>
  Math.max(...Object.values(places).map(({ low, high }) => Math.abs(high - low)));
