import {
  allGoods,
  amountsOfFigure,
  type CommodityGroup,
  comparablePeriods,
  type FigureReference,
  type GuidedPlace,
  groupOfChapter,
  panelOfAmounts,
  type TradePanel,
} from '@tidu/guidance';
import { canonical, computeFigure, FigureRefused, type FigureRequest, sha256 } from '@tidu/indicators';
import type { Pack } from '@tidu/reference';
import { CannotAnswer, type Coverage, type Warehouse } from '@tidu/trade';

/** What the statistics can tell apart, the most telling first. */
const ways = [
  { goods: 'chapter', processing: true },
  { goods: 'chapter', processing: false },
  { goods: 'all', processing: true },
  { goods: 'all', processing: false },
] as const;
type Way = (typeof ways)[number];

export interface GatheredTrade {
  readonly trade: TradePanel;
  readonly groups: readonly CommodityGroup[];
}

/**
 * The trade of every city, by commodity group and period, from the most telling tables that are loaded for two periods that
 * can be compared. Nothing where there are none.
 */
export async function gatheredTrade(
  warehouse: Warehouse,
  pack: Pack,
  places: readonly GuidedPlace[],
  groups: readonly CommodityGroup[],
): Promise<GatheredTrade | undefined> {
  const coverage = await warehouse.coverage();
  for (const way of ways) {
    const periods = comparablePeriods(monthsOf(coverage, way));
    if (periods.length < 2) continue;
    const trade = await panelBy(warehouse, pack, places, groups, way, periods);
    if (trade) return { trade, groups: way.goods === 'all' ? [allGoods] : groups };
  }
  return undefined;
}

/** Months of exports and of imports in tables that can tell as much. */
function monthsOf(coverage: readonly Coverage[], { goods, processing }: Way): string[] {
  return coverage
    .filter(
      ({ shape }) =>
        (goods === 'all' || shape.dimensions.includes('commodity')) &&
        (!processing || shape.dimensions.includes('mode') || shape.dimensions.includes('supervision')),
    )
    .flatMap(({ months }) => months);
}

async function panelBy(
  warehouse: Warehouse,
  pack: Pack,
  places: readonly GuidedPlace[],
  groups: readonly CommodityGroup[],
  { goods, processing }: Way,
  periods: readonly string[],
): Promise<TradePanel | undefined> {
  const figures: FigureReference[] = [];
  const groupOf = groupOfChapter(groups);
  const codes = places.map(({ code }) => code);
  const columns = goods === 'all' ? [allGoods.id] : groups.map(({ id }) => id);
  const of = async (flow: 'export' | 'import') => {
    const told = [];
    for (const period of periods) {
      const request: FigureRequest = {
        figure: 'goods-of-places',
        period,
        flow,
        processing,
        parameters: { goods },
      };
      const { figure } = await computeFigure(warehouse, pack, request);
      if ('missingMonths' in figure.coverage) throw new CannotTell();
      figures.push({ request, sha256: await sha256(canonical(figure)), synthetic: figure.synthetic });
      told.push({ period, amounts: amountsOfFigure(figure, groupOf) });
    }
    return panelOfAmounts(codes, columns, told);
  };
  try {
    const [exports, imports] = [await of('export'), await of('import')];
    return {
      exports,
      imports,
      measured: processing ? 'processing' : 'all',
      synthetic: figures.some(({ synthetic }) => synthetic),
      figures,
    };
  } catch (error) {
    if (error instanceof CannotTell || error instanceof CannotAnswer || error instanceof FigureRefused)
      return undefined;
    throw error;
  }
}

/** Months are missing after all: another table may have them. */
class CannotTell extends Error {}
