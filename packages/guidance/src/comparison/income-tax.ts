import { type CostItem, costItem, type ItemName, listed, type Setting } from './cost-item.ts';
import type { Values } from './figures.ts';

/** Costs that lower the profit in the year in which they arise. */
const expensed: readonly ItemName[] = [
  'labour',
  'power',
  'water',
  'freight-export',
  'freight-import',
  'freight-home',
  'duty',
  'relocation',
];

/** Cost of each item by year. */
export type Flows = ReadonlyMap<ItemName, readonly number[]>;

/** Profit before tax as a function of what the items of a place cost. */
export interface Profit {
  readonly item: CostItem;
  /** Taxable profit of each year, after losses of earlier years. */
  taxable(values: Values, flows: Flows): number[];
  tax(values: Values, taxable: readonly number[]): number[];
}

/**
 * Corporate income tax on the profit that the plan makes with the items given.
 *
 *   profit[y]  = (output − inputs − other) · ramp[y] − interest − items expensed[y] − depreciation[y]
 *   taxable[y] = max(0, profit[y] − losses of the last years that are not used up)
 *   tax[y]     = rate · taxable[y]
 *
 * Buildings and equipment are written off in equal parts over the least years of the law, land over its term; nothing is left
 * at the end. Items that are unknown somewhere are in no place's profit, so that what is unknown favours none.
 *
 * @param within the items that are known in every place
 */
export function incomeTax(at: Setting, within: ReadonlySet<ItemName>): Profit {
  let taxable: Profit['taxable'] = () => [];
  let rateAt = -1;
  const item = costItem(
    at,
    'income-tax',
    {
      basis: {
        zh: '25%税率×应纳税所得额：产值减料件、其他费用、利息、折旧和各地均已知的成本项，亏损依法结转；地方优惠列在政策收益中',
        en: 'Rate × taxable profit: output less inputs, other costs, interest, depreciation and the items known in every place, losses carried forward; reliefs stand among the benefits',
      },
      formula: 'rate · max(0, profit − losses carried forward)',
    },
    (need) => {
      const { plan, ramp } = at;
      let margin = -(plan.otherCny ?? 0);
      for (const [i, one] of (need.field('products', listed(plan.products)) ?? []).entries()) {
        margin += need.field(`products.${i}.outputCny`, one.outputCny);
      }
      for (const [i, one] of (need.field('inputs', plan.inputs) ?? []).entries()) {
        margin -= need.field(`inputs.${i}.valueCny`, one.valueCny);
      }
      const interest = plan.loan?.cny ? plan.loan.cny * need.field('loan.rate', plan.loan.rate) : 0;
      rateAt = need.national('corporate-income-tax');
      const carried = need.national('loss-carry-forward');
      const rented = plan.site?.premises === 'rent';
      const lives = (
        [
          ['building', 'depreciation.building'],
          ['equipment', 'depreciation.equipment'],
          ['site', 'land-use-right.industrial.term'],
        ] as const
      )
        .filter(([name]) => within.has(name) && !(name === 'site' && rented))
        .map(([name, life]) => [name, need.national(life)] as const);
      const costsNow = [...expensed, ...(rented ? (['site'] as const) : [])].filter((name) =>
        within.has(name),
      );
      taxable = (v, flows) =>
        afterLosses(
          ramp.map((share, y) => {
            let profit = margin * share - interest;
            for (const name of costsNow) profit -= flows.get(name)?.[y] ?? 0;
            for (const [name, life] of lives) {
              const years = v[life] as number;
              if (y < years) profit -= (flows.get(name)?.[0] ?? 0) / years;
            }
            return profit;
          }),
          v[carried] as number,
        );
      return () => [];
    },
  );
  return {
    item,
    taxable: (v, flows) => taxable(v, flows),
    tax: (v, profits) => profits.map((profit) => profit * (v[rateAt] as number)),
  };
}

/**
 * Taxable profit after losses of earlier years, the oldest first; a loss is forgotten after so many years.
 * @example afterLosses([-10, 4, 8], 5) // [0, 0, 2]
 */
export function afterLosses(profits: readonly number[], years: number): number[] {
  const losses = new Array<number>(profits.length).fill(0);
  return profits.map((profit, y) => {
    if (profit <= 0) {
      losses[y] = -profit;
      return 0;
    }
    let left = profit;
    for (let from = Math.max(0, Math.ceil(y - years)); from < y && left > 0; from++) {
      const used = Math.min(left, losses[from] as number);
      losses[from] = (losses[from] as number) - used;
      left -= used;
    }
    return left;
  });
}
