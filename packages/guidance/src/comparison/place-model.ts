import { type Benefits, benefits, type RuleSet, type Subject } from '@tidu/policy';
import type { Places } from './compared-places.ts';
import { type CostItem, horizon, type ItemName, itemNames, type Setting } from './cost-item.ts';
import { duty } from './duty.ts';
import type { Values } from './figures.ts';
import { freightExport, freightHome, freightImport } from './freight.ts';
import { type Flows, incomeTax } from './income-tax.ts';
import { labour, wages } from './labour.ts';
import { type Route, routesToQuay } from './routes.ts';
import { building, equipment, relocation, site } from './site.ts';
import { subjectOf, type YearsOfModel } from './subject-of-plan.ts';
import { power, water } from './utilities.ts';

/** The items of a place that rest on facts and the plan alone. */
export interface PlaceItems {
  readonly at: Setting;
  readonly routes: readonly Route[];
  readonly wages: CostItem;
  readonly items: readonly CostItem[];
}

export function placeItems(at: Setting, places: Places): PlaceItems {
  const routes = routesToQuay(at.place, at.costs, at.figures);
  const items = [
    labour(at),
    site(at),
    building(at),
    equipment(at),
    relocation(at),
    power(at),
    water(at),
    freightExport(at, routes),
    freightImport(at, routes),
    freightHome(at, places),
    duty(at),
  ].filter((item) => item !== undefined);
  return { at, routes, wages: wages(at), items };
}

/** What a place costs by item and year, at one set of figures. */
interface Reckoning {
  readonly flows: Flows;
  /** What measures give; nothing where it was not asked for. */
  readonly benefits?: Benefits | undefined;
  /** The plan there as measures look at it. */
  readonly subject?: Subject | undefined;
}

/** A place as a function of the figures. */
export interface PlaceModel extends PlaceItems {
  /** With tax and benefits. */
  readonly all: readonly CostItem[];
  /** All items that are known here; benefits only where they are asked for, for they take a hundred times as long. */
  reckon(values: Values, withBenefits: boolean): Reckoning;
}

/**
 * @param within items that are known in every place that is compared: tax and benefits rest on these alone, so that what is
 *   unknown somewhere favours no place
 */
export function placeModel(
  made: PlaceItems,
  within: ReadonlySet<ItemName>,
  rules: RuleSet,
  today: string,
): PlaceModel {
  const { at, items } = made;
  const profit = incomeTax(at, within);
  const subject = subjectOf(at.plan, at.place, at.ramp, today);
  const known = items.flatMap(({ item, cost }) => (cost ? [{ item, cost }] : []));
  const taxed = profit.item.missing.length === 0;
  const given: CostItem = {
    item: 'benefits',
    basis: {
      zh: '包内在当地有效的政策措施，按本企业逐年测算，收入记为负；金额未知的不计',
      en: 'Measures of the pack in force there, computed for this company by year, counted as negative; those of unknown amount are left out',
    },
    formula: '−Σ measures',
    uses: [],
    missing: [],
  };
  return {
    ...made,
    all: [...items, profit.item, given].sort((a, b) => itemNames.indexOf(a.item) - itemNames.indexOf(b.item)),
    reckon(values, withBenefits) {
      const flows = new Map<ItemName, readonly number[]>();
      for (const { item, cost } of known) flows.set(item, cost(values));
      const taxable = taxed ? profit.taxable(values, flows) : undefined;
      const tax = taxable && profit.tax(values, taxable);
      if (tax) flows.set('income-tax', tax);
      if (!withBenefits) return { flows };
      const looked = subject(yearsFor(values, flows, taxable, tax));
      const there = benefits(rules, looked, horizon);
      flows.set(
        'benefits',
        there.years.map((yuan) => -yuan),
      );
      return { flows, benefits: there, subject: looked };
    },
  };

  function yearsFor(
    values: Values,
    flows: Flows,
    taxable: readonly number[] | undefined,
    tax: readonly number[] | undefined,
  ): YearsOfModel {
    const shared = (item: ItemName) => (within.has(item) ? flows.get(item) : undefined);
    const out = shared('freight-export');
    const back = shared('freight-import');
    return {
      wages: within.has('labour') ? made.wages.cost?.(values) : undefined,
      rent: at.plan.site?.premises === 'rent' ? shared('site') : undefined,
      power: shared('power'),
      freight: out && back && out.map((yuan, y) => yuan + (back[y] as number)),
      duty: shared('duty'),
      taxable,
      tax,
    };
  }
}
