import type { Places } from './compared-places.ts';
import {
  type CostItem,
  costItem,
  type ItemName,
  listed,
  type Need,
  ownFigureOf,
  type Setting,
} from './cost-item.ts';
import type { Values } from './figures.ts';
import { type Leg, legs } from './leg.ts';
import type { Route } from './routes.ts';

/** Yuan per TEU between the works and the quay: the company's own, else the cheapest of the ways whose rates are known. */
function perTeu(at: Setting, need: Need, routes: readonly Route[]): (values: Values) => number {
  const own = ownFigureOf(at, 'freightCnyPerTeu');
  if (own !== undefined) {
    need.figure(own);
    return (v) => v[own] as number;
  }
  const ways = routes.flatMap(({ cost, uses }) => {
    if (!cost) return [];
    uses.forEach(need.figure);
    return [cost];
  });
  if (ways.length === 0) {
    for (const route of routes) route.missing.forEach(need.lacks);
    if (routes.length === 0) need.fact('freight', 'freightCnyPerTeu');
  }
  return (v) => ways.reduce((least, way) => Math.min(least, way(v)), Number.POSITIVE_INFINITY);
}

const toQuay = (
  at: Setting,
  item: ItemName,
  zh: string,
  en: string,
  routes: readonly Route[],
  containers: (need: Need) => ((values: Values) => number) | undefined,
): CostItem =>
  costItem(
    at,
    item,
    {
      basis: {
        zh: `${zh}标准箱×园区与港口之间每箱运费（公路、铁路、内河取最低）×达产比例；港口以外不计`,
        en: `${en} containers × freight between the park and the quay (the cheapest of road, rail and river) × share of full production; beyond the quay is left out`,
      },
      formula: 'TEU · min(road, rail, river) · ramp',
    },
    (need) => {
      const teu = containers(need);
      if (!teu) return () => at.ramp.map(() => 0);
      const rate = perTeu(at, need, routes);
      return (v) => {
        const year = teu(v) * rate(v);
        return at.ramp.map((share) => year * share);
      };
    },
  );

export const freightExport = (at: Setting, routes: readonly Route[]): CostItem =>
  toQuay(at, 'freight-export', '出口', 'Exported', routes, (need) => exportedTeu(at, need));

export const freightImport = (at: Setting, routes: readonly Route[]): CostItem =>
  toQuay(at, 'freight-import', '进口料件', 'Imported', routes, (need) => importedTeu(at, need));

/** Containers that leave through a port at full production. */
const exportedTeu = ({ plan }: Setting, need: Need) =>
  partOf(
    need,
    (need.field('products', listed(plan.products)) ?? []).map(({ exportedShare, teu }, i) => {
      const path = `products.${i}`;
      return { path, share: need.field(`${path}.exportedShare`, exportedShare), teu };
    }),
  );

/** Containers that come in through a port. */
const importedTeu = ({ plan }: Setting, need: Need) =>
  partOf(
    need,
    (need.field('inputs', plan.inputs) ?? []).map(({ importedShare, teu }, i) => {
      const path = `inputs.${i}`;
      return { path, share: need.field(`${path}.importedShare`, importedShare), teu };
    }),
  );

interface Part {
  readonly path: string;
  readonly share: number;
  readonly teu: number | undefined;
}

/** Σ share · TEU; nothing where no share is. */
function partOf(need: Need, parts: readonly Part[]): ((values: Values) => number) | undefined {
  const some = parts
    .filter(({ share }) => share !== 0)
    .map(({ path, share, teu }) => ({ share, teu: need.own(`${path}.teu`, 'TEU', teu) }));
  if (some.length === 0) return undefined;
  return (v) => some.reduce((sum, { share, teu }) => sum + share * (v[teu] as number), 0);
}

/** By road between the works and where inputs are bought and products are sold at home. */
export const freightHome = (at: Setting, places: Places): CostItem =>
  costItem(
    at,
    'freight-home',
    {
      basis: {
        zh: '国内采购与内销标准箱×公路里程（直线距离×绕行系数）×每箱公里运价×达产比例',
        en: 'Containers bought and sold at home × road distance (great circle × detour) × rate per TEU-km × share of full production',
      },
      formula: 'Σ TEU · great circle · detour · rate · ramp',
    },
    (need) => {
      const { plan, place } = at;
      const road = legs(at.costs, at.figures)('road');
      const ways: { share: number; teu: number; leg: Leg }[] = [];
      const add = (path: string, share: number, teu: number | undefined, name: string, code?: string) => {
        if (share === 0) return;
        const containers = need.own(`${path}.teu`, 'TEU', teu);
        const end = need.field(`${path}.${name}`, code === undefined ? undefined : places.at(code));
        if (end) ways.push({ share, teu: containers, leg: road(place, end) });
      };
      for (const [i, one] of (need.field('products', listed(plan.products)) ?? []).entries()) {
        const path = `products.${i}`;
        const sold = 1 - need.field(`${path}.exportedShare`, one.exportedShare);
        add(path, sold, one.teu, 'home', one.home);
      }
      for (const [i, one] of (need.field('inputs', plan.inputs) ?? []).entries()) {
        const path = `inputs.${i}`;
        const bought = 1 - need.field(`${path}.importedShare`, one.importedShare);
        add(path, bought, one.teu, 'from', one.from);
      }
      for (const { leg } of ways) {
        leg.uses.forEach(need.figure);
        leg.missing.forEach(need.lacks);
      }
      return (v) => {
        const year = ways.reduce(
          (sum, { share, teu, leg }) => sum + share * (v[teu] as number) * (leg.cost?.(v) ?? Number.NaN),
          0,
        );
        return at.ramp.map((share) => year * share);
      };
    },
  );
