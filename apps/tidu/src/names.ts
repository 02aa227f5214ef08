import type { Pack } from '@tidu/reference';
import type { Dimension, NameOf } from '@tidu/trade';

export type Language = 'zh' | 'en';

/** Column headings of downloads, and the words of what has no code list. */
const words = {
  zh: {
    month: '月份',
    year: '年份',
    flow: '流向',
    region: '区域',
    province: '省份',
    prefecture: '地市',
    zone: '开发区',
    chapter: '章',
    heading: '品目',
    commodity: '商品',
    partner: '贸易伙伴',
    mode: '贸易方式',
    processing: '加工贸易',
    supervision: '监管方式',
    company: '企业',

    east: '东部',
    central: '中部',
    west: '西部',
    northeast: '东北',
    export: '出口',
    import: '进口',
    total: '进出口',
    all: '合计',
    other: '其他贸易',
    unknown: '未列明',
    true: '是',
    false: '否',

    value: '金额',
    'value-as-printed': '当月公布金额',
    'value-ytd': '本年累计金额',
    'printed-growth': '公布的累计同比',
    quantity: '数量',
    quantity2: '第二数量',
    'unit-value': '单价',
    rate: '折算率',
    unit: '计量单位',
    'by-row': '各行自有单位',
    CNY: '元',
    USD: '美元',
    percent: '%',
  },
  en: {
    month: 'Month',
    year: 'Year',
    flow: 'Flow',
    region: 'Region',
    province: 'Province',
    prefecture: 'City',
    zone: 'Zone',
    chapter: 'Chapter',
    heading: 'Heading',
    commodity: 'Commodity',
    partner: 'Partner',
    mode: 'Trade mode',
    processing: 'Processing trade',
    supervision: 'Supervision mode',
    company: 'Company',

    east: 'East',
    central: 'Central',
    west: 'West',
    northeast: 'Northeast',
    export: 'Exports',
    import: 'Imports',
    total: 'Total',
    all: 'Total',
    other: 'Other trade',
    unknown: 'Not specified',
    true: 'yes',
    false: 'no',
    rate: 'rate',
    unit: 'Unit',
    'by-row': 'each its own unit',
  },
} as const satisfies Record<Language, Record<string, string>>;

export const word = (language: Language, key: string): string =>
  (words[language] as Record<string, string>)[key] ?? key;

const coded: readonly Dimension[] = [
  'province',
  'prefecture',
  'zone',
  'chapter',
  'heading',
  'commodity',
  'partner',
  'mode',
  'supervision',
];
export const hasCodes = (dimension: Dimension): boolean => coded.includes(dimension);

/** From a code in a dimension to its name in a language; the code itself where the pack knows none. */
export function namesOf(pack: Pack, language: Language): (dimension: Dimension, code: string) => string {
  type Named = { code: string; name: string | { zh?: string | undefined; en: string } };
  const index = (records: readonly Named[]) =>
    new Map(
      records.map(({ code, name }) => [code, typeof name === 'string' ? name : (name[language] ?? name.en)]),
    );
  const places = index(pack.places);
  const goods = index(pack.commodities);
  const lists: Partial<Record<Dimension, Map<string, string>>> = {
    province: places,
    prefecture: places,
    zone: places,
    chapter: goods,
    heading: goods,
    commodity: goods,
    partner: index(pack.partners),
    mode: index(pack.tradeModes),
    supervision: index(pack.supervisionModes),
  };
  return (dimension, code) => lists[dimension]?.get(code) ?? word(language, code);
}

/** Both names of the codes that releases have; a code `330000-unknown` is what of 330000 is not told further. */
export function namesInBoth(pack: Pack): NameOf {
  const zh = namesOf(pack, 'zh');
  const en = namesOf(pack, 'en');
  return (dimension, code) => {
    const as = dimension === 'place' ? 'province' : dimension;
    const [own = code, rest] = code.split('-unknown');
    if (dimension === 'month') return { zh: code, en: code };
    if (rest !== undefined) {
      return {
        zh: `${zh(as, own)}（${word('zh', 'unknown')}）`,
        en: `${en(as, own)} (${word('en', 'unknown')})`,
      };
    }
    return { zh: zh(as, code), en: en(as, code) };
  };
}
