import type { Names, Period } from '@tidu/reference';
import type { Shape } from '../fact.ts';
import type { Coverage } from '../warehouse.ts';
import { fixedLists, type PackLists } from './code-lists.ts';
import { type Dataflow, type FlowDimension, marked } from './dataflow.ts';

/**
 * The flow that a shape belongs to: shapes that differ by currency alone are one flow.
 * @example flowId({ id: 'year,commodity:8,partner,place:province,CNY' … }) // 'YEAR-COMMODITY_8-PARTNER-PLACE_PROVINCE'
 */
const flowId = ({ id }: Pick<Shape, 'id'>): string =>
  id.split(',').slice(0, -1).join('-').replaceAll(':', '_').replaceAll('+', '_AND_').toUpperCase();

/** Flows of published statistics, one for each shape, whichever currencies it is held in. */
export function flowsOfShapes(held: readonly Coverage[], lists: PackLists): Dataflow[] {
  const byFlow = new Map<string, Coverage[]>();
  for (const one of held) byFlow.set(flowId(one.shape), [...(byFlow.get(flowId(one.shape)) ?? []), one]);
  return [...byFlow]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, coverages]) => {
      const { shape } = coverages[0] as Coverage;
      const synthetic = coverages.some((one) => one.synthetic);
      return {
        id,
        name: marked(nameOf(shape, lists), synthetic),
        dimensions: dimensionsOf(shape, lists),
        period: periodOf(coverages),
        synthetic,
        from: { kind: 'statistics', held: coverages },
      };
    });
}

function dimensionsOf({ dimensions }: Shape, lists: PackLists): FlowDimension[] {
  const told = (id: keyof PackLists, name: Shape['dimensions'][number]): FlowDimension[] =>
    dimensions.includes(name) ? [{ id, list: lists[id] }] : [];
  return [
    { id: 'FREQ', list: fixedLists.frequency },
    { id: 'FLOW', list: fixedLists.flow },
    ...told('PLACE', 'place'),
    ...told('COMMODITY', 'commodity'),
    ...told('PARTNER', 'partner'),
    ...told('MODE', 'mode'),
    { id: 'CURRENCY', list: fixedLists.currency },
  ];
}

function periodOf(coverages: readonly Coverage[]): Period {
  const spans = coverages.flatMap(({ spans }) => spans);
  const from = spans.map((span) => span.from).sort()[0];
  const to = spans
    .map((span) => span.to)
    .sort()
    .at(-1);
  return { from, to } as Period;
}

const levels: Readonly<Record<string, Names>> = {
  province: { zh: '省', en: 'province' },
  prefecture: { zh: '地市', en: 'prefecture' },
  county: { zh: '县区', en: 'county' },
  district: { zh: '地市', en: 'prefecture' },
  zone: { zh: '开发区', en: 'zone' },
};
const spans: Readonly<Record<Shape['span'], Names>> = {
  month: { zh: '月', en: 'monthly' },
  year: { zh: '年', en: 'annual' },
  range: { zh: '若干月合计', en: 'sums of several months' },
};

function nameOf(
  { dimensions, nested, levels: held, hsDigits, within, span }: Shape,
  lists: PackLists,
): Names {
  const said = { zh: [] as string[], en: [] as string[] };
  const say = (zh: string, en: string): void => {
    said.zh.push(zh);
    said.en.push(en);
  };
  if (dimensions.includes('place')) {
    const level = levels[held[0] ?? ''];
    if (nested || !level) say('地区', 'place');
    else say(level.zh, level.en);
  }
  if (dimensions.includes('commodity')) {
    say(
      hsDigits ? `商品（HS ${hsDigits} 位）` : '商品',
      hsDigits ? `commodity (HS, ${hsDigits} digits)` : 'commodity',
    );
  }
  if (dimensions.includes('partner')) say('贸易伙伴', 'partner');
  if (dimensions.includes('mode')) say('贸易方式', 'trade mode');
  const place = lists.PLACE.codes.find(({ id }) => id === within)?.name;
  const where = { zh: place?.zh ?? '', en: place ? ` of ${place.en}` : '' };
  const by = {
    zh: said.zh.length > 0 ? `按${said.zh.join('、')}` : '总值',
    en: said.en.length > 0 ? ` by ${said.en.join(', ')}` : '',
  };
  return {
    zh: `${where.zh}进出口：${by.zh}（${spans[span].zh}）`,
    en: `Trade${where.en}${by.en} (${spans[span].en})`,
  };
}
