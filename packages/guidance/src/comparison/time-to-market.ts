import type { Names } from '@tidu/reference';
import type { CompanyPlan, Market } from './company-plan.ts';
import { type Costs, journey, type Range } from './cost-facts.ts';
import type { Missing } from './cost-item.ts';
import { factNames } from './fact-names.ts';
import { daysOf } from './leg.ts';
import type { Route } from './routes.ts';

/** How long goods travel to a market on one way; handling and waiting are not in it. */
export interface TimeToMarket {
  readonly to: Market;
  readonly inland?: Range | undefined;
  readonly sea?: Range | undefined;
  /** Both; nothing where one is unknown. */
  readonly days?: Range | undefined;
  readonly missing: readonly Missing[];
}

const seaDays: Names = { zh: '海运天数', en: 'days at sea' };

/** By the way that is taken to the quay, then by sea. */
export function timesToMarket(plan: CompanyPlan, costs: Costs, route: Route | undefined): TimeToMarket[] {
  const wanted = new Set((plan.products ?? []).flatMap(({ markets = [] }) => markets.map(({ to }) => to)));
  const { port, days: inland } = route ?? {};
  return [...wanted].map((to) => {
    const sea = port && daysOf(journey(costs, 'sea', port, [to], ({ days }) => days !== undefined));
    return {
      to,
      inland,
      sea,
      ...(inland && sea && { days: { low: inland.low + sea.low, high: inland.high + sea.high } }),
      missing: [
        ...(sea ? [] : [{ fact: `freight.sea.days.${to}`, names: seaDays }]),
        ...(inland ? [] : [{ fact: 'freight.road.days', names: factNames('freight.road.TEU-km') }]),
      ],
    };
  });
}
