import type { Names } from '@tidu/reference';
import type { CompanyPlan, OwnFigure, OwnOfPlace } from './company-plan.ts';
import type { ComparedPlace } from './compared-places.ts';
import { type Costs, nationalFact, placeFact } from './cost-facts.ts';
import { factNames } from './fact-names.ts';
import { fieldNames } from './field-names.ts';
import type { Figures, Values } from './figures.ts';

/** In the order in which they are shown. */
export const itemNames = [
  'labour',
  'site',
  'building',
  'equipment',
  'relocation',
  'power',
  'water',
  'freight-export',
  'freight-import',
  'freight-home',
  'duty',
  'income-tax',
  'benefits',
] as const;
export type ItemName = (typeof itemNames)[number];

export const horizon = 10;

/** Something without which an item cannot be told: a fact that the pack has not, or a field of the plan that is open. */
export interface Missing {
  readonly fact?: string | undefined;
  /** Path in the plan; for a fact, where the company may enter its own. */
  readonly field?: string | undefined;
  readonly names: Names;
}

/** An item of a place's cost as a function of the figures; without `cost` it is unknown. */
export interface CostItem {
  readonly item: ItemName;
  readonly basis: Names;
  readonly formula: string;
  /** Positions of the figures it rests on. */
  readonly uses: readonly number[];
  readonly missing: readonly Missing[];
  /** Yuan in the first … tenth year. */
  readonly cost?: (values: Values) => number[];
}

/** One place and one plan, with the table that their figures go to. */
export interface Setting {
  readonly plan: CompanyPlan;
  readonly place: ComparedPlace;
  readonly costs: Costs;
  readonly figures: Figures;
  /** Share of full production by year. */
  readonly ramp: readonly number[];
  /** The series of wages that most of the places have. */
  readonly wageSeries: string;
}

/** Asks for what an item needs. What is not there is noted, and the item becomes unknown: the NaN is never shown. */
export interface Need {
  field<T>(path: string, value: T | undefined): T;
  /** The position of a fact of the place; the company's own figure takes its place. */
  fact(item: string, own?: keyof OwnOfPlace): number;
  national(item: string): number;
  /** The position of a figure of the plan, which is a field that may be open. */
  own(path: string, unit: string, value: OwnFigure | undefined): number;
  figure(position: number): number;
  lacks(missing: Missing): void;
}

const ownUnits = {
  wageCny: ['wage', 'CNY/year'],
  landCnyPerM2: ['land.industrial', 'CNY/m2'],
  rentCnyPerM2Month: ['factory.rent', 'CNY/m2/month'],
  powerCnyPerKwh: ['electricity.industrial', 'CNY/kWh'],
  waterCnyPerM3: ['water.industrial', 'CNY/m3'],
  freightCnyPerTeu: ['freight', 'CNY/TEU'],
} as const satisfies Record<keyof OwnOfPlace, readonly [string, string]>;

/** The company's own figure for a place, where it has one. */
export function ownFigureOf({ plan, place, figures }: Setting, name: keyof OwnOfPlace): number | undefined {
  const value = plan.own?.[place.code]?.[name];
  if (value === undefined) return undefined;
  const [item, unit] = ownUnits[name];
  return figures.ofOwn(`own.${place.code}.${name}`, factNames(item), unit, value, place.code);
}

export function costItem(
  at: Setting,
  item: ItemName,
  said: { readonly basis: Names; readonly formula: string },
  build: (need: Need) => (values: Values) => number[],
): CostItem {
  const { costs, place, figures } = at;
  const uses = new Set<number>();
  const missing: Missing[] = [];
  const used = (position: number) => {
    uses.add(position);
    return position;
  };
  const cost = build({
    field(path, value) {
      if (value === undefined) missing.push({ field: path, names: fieldNames(path) });
      return value as never;
    },
    fact(name, own) {
      const ours = own && ownFigureOf(at, own);
      if (ours !== undefined) return used(ours);
      const fact = placeFact(costs, name, place.code);
      if (fact) return used(figures.ofFact(fact));
      missing.push({
        fact: name,
        ...(own && { field: `own.${place.code}.${own}` }),
        names: factNames(name),
      });
      return -1;
    },
    national(name) {
      const fact = nationalFact(costs, name);
      if (fact) return used(figures.ofFact(fact));
      missing.push({ fact: name, names: factNames(name) });
      return -1;
    },
    own(path, unit, value) {
      if (value !== undefined) return used(figures.ofOwn(path, fieldNames(path), unit, value));
      missing.push({ field: path, names: fieldNames(path) });
      return -1;
    },
    figure: used,
    lacks: (one) => missing.push(one),
  });
  return { item, ...said, uses: [...uses], missing, ...(missing.length === 0 && { cost }) };
}

/** Spent once, in the first year. */
export const once = (yuan: number): number[] => [yuan, ...new Array<number>(horizon - 1).fill(0)];

/** A list with nothing in it has not been filled in. */
export const listed = <T>(list: readonly T[] | undefined): readonly T[] | undefined =>
  list && list.length > 0 ? list : undefined;
