import { pinyin } from 'pinyin-pro';

/** A company's name taken apart: 深圳市鸿达精密电子科技有限公司 → 鸿达精密电子. */
export interface CompanyName {
  /** Without place, legal form and words that say nothing: 鸿达精密电子. */
  readonly plain: string;
  /** What the company calls itself (字号): 鸿达. */
  readonly trade: string;
  /** What it does: 精密电子. */
  readonly business: string;
  /** The plain name by sound, without tones: `hong da jing mi dian zi`. */
  readonly sound: string;
}

const legalForms =
  /(股份有限责任公司|股份有限公司|有限责任公司|有限公司|股份公司|集团公司|总公司|公司|集团|控股|总厂|工厂|厂)$/;
const englishForms =
  /\b(co|company|ltd|limited|inc|incorporated|corp|corporation|llc|plc|gmbh|group|holdings?)\b\.?/g;
/** They stand in so many names that they tell none from another. */
const empty = /(科技|技术|实业|工业|制造|发展|投资|贸易|国际|企业|产业|股份|集团|控股|有限|中国|示例)/g;
const businesses =
  /(精密|电子|电器|电气|电机|机电|机械|光电|光学|半导体|微电子|通信|通讯|信息|网络|智能|数码|软件|显示|线缆|电路|纺织|服装|服饰|针织|制衣|印染|皮革|鞋业|箱包|玩具|家具|家居|家电|食品|饮料|农业|水产|粮油|医药|药业|医疗|生物|化工|化学|材料|新材|塑料|塑胶|橡胶|玻璃|陶瓷|钢铁|金属|五金|铝业|铜业|模具|汽车|汽配|零部件|新能源|能源|电池|光伏|包装|印刷|纸业|珠宝|首饰|钟表|眼镜|乐器|运动|体育|自行车|设备|装备|仪器|仪表|器械|用品|制品|加工|进出口|供应链|物流)+$/;

/**
 * A company's name without what differs from one writing to another: width of characters, brackets,
 * legal form, place, words that stand in every name.
 * @param places  names of places, as `placeNames` gives them
 * @example  companyName('鸿达（深圳）电子科技有限公司', new Set(['深圳'])).plain // '鸿达电子'
 */
export function companyName(written: string, places: ReadonlySet<string>): CompanyName {
  const bare = written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（【［[].*?[)）】］\]]/g, (bracketed) => {
      const inside = bracketed.slice(1, -1);
      return places.has(inside) ? '' : inside;
    })
    .replace(englishForms, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
  const unformed = withoutForm(bare);
  const unplaced = withoutPlace(unformed, places);
  const plain = unplaced.replace(empty, '') || unplaced;
  const business = businesses.exec(plain)?.[0] ?? '';
  const trade = plain.slice(0, plain.length - business.length) || plain;
  const sound = pinyin(plain, { toneType: 'none', type: 'array', v: true }).join(' ');
  return { plain, trade, business: trade === plain ? '' : business, sound };
}

/** Names of places as companies bear them: 深圳市 and 深圳. */
export function placeNames(
  places: Iterable<{ name: { zh: string }; short?: { zh: string } | undefined }>,
): Set<string> {
  const all = new Set<string>();
  for (const { name, short } of places) {
    for (const one of [name.zh, short?.zh ?? name.zh]) if (one.length > 1) all.add(one);
  }
  return all;
}

function withoutForm(name: string): string {
  const shorter = name.replace(legalForms, '');
  return shorter === name || shorter === '' ? name : withoutForm(shorter);
}

/** A name that is nothing but a place stays. */
function withoutPlace(name: string, places: ReadonlySet<string>): string {
  for (let length = Math.min(longestPlace, name.length - 2); length > 1; length--) {
    if (!places.has(name.slice(0, length))) continue;
    return withoutPlace(name.slice(length).replace(/^[省市](?=..)/, ''), places);
  }
  return name;
}

/** 克孜勒苏柯尔克孜自治州 has eleven characters. */
const longestPlace = 16;
