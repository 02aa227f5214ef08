import type { Pack } from '@tidu/reference';
import { drawer, pick } from './random.ts';
import type { CustomsRow } from './row.ts';

/**
 * How the files look: the query site's exports `quoted`, or `tabbed` with a TAB after each value, as
 * many downloads have; `declarations` name the firm and the supervision mode.
 */
export type ExportStyle = 'quoted' | 'tabbed' | 'declarations';

export const exportColumns = [
  '数据年月',
  '商品编码',
  '商品名称',
  '贸易伙伴编码',
  '贸易伙伴名称',
  '贸易方式编码',
  '贸易方式名称',
  '注册地编码',
  '注册地名称',
  '第一数量',
  '第一计量单位',
  '第二数量',
  '第二计量单位',
  '人民币',
] as const;

const declarationColumns = [
  '进出口标志',
  '数据年月',
  '企业编码',
  '监管方式编码',
  '商品编码',
  '贸易伙伴编码',
  '注册地编码',
  '第一数量',
  '第一计量单位',
  '人民币',
] as const;

export interface ExportText {
  readonly header: string;
  line(row: CustomsRow): string;
}

/**
 * Lines of an export: every value quoted, thousands set off by commas, and a comma at the end.
 * Codes and their names are encoded once each; a line is put together from finished pieces.
 *
 * @param encode text to the bytes of the file, one byte per character
 * @example line → "202001","85423100","集成电路","133","韩国","15","进料加工贸易","51229","…","2,020","台","0","?","1,520,298",
 */
export function exportText(pack: Pack, style: ExportStyle, encode: (text: string) => string): ExportText {
  if (style === 'declarations') return declarationText(pack, encode);
  const after = style === 'tabbed' ? '\t,' : ',';
  const cells = (...texts: string[]): string =>
    texts.map((text) => `"${encode(text.replaceAll('"', '""'))}"${after}`).join('');

  const coded = (list: readonly { code: string; name: { zh?: string | undefined; en: string } }[]) =>
    new Map(list.map(({ code, name }) => [code, cells(code, name.zh ?? name.en)]));
  const partners = coded(pack.partners);
  const modes = coded(pack.tradeModes);
  const districts = coded(pack.places.filter((place) => place.level === 'district'));

  const namesOfGoods = new Map(pack.commodities.map(({ code, name }) => [code, name]));
  const goods = new Map<string, { named: string; unit: string; second: string; weighed: boolean }>();
  const kilograms = cells('千克');
  const none = cells('0', '?');
  const units = pack.units.map((unit) => unit.name).filter((name) => name !== '千克');
  const good = (code: string) => {
    const known = goods.get(code);
    if (known) return known;
    const above = [6, 4, 2].flatMap((n) => namesOfGoods.get(code.slice(0, n)) ?? []);
    const name = above.find(({ zh }) => zh !== undefined)?.zh ?? above[0]?.en;
    const draw = drawer(Number(code), 1);
    const made = {
      named: cells(code, name ?? code),
      unit: cells(draw() < 0.5 || units.length === 0 ? '千克' : pick(units, draw())),
      weighed: draw() < 0.5,
      second: kilograms,
    };
    goods.set(code, made);
    return made;
  };

  return {
    header: `${cells(...exportColumns)}\n`,
    line(row) {
      const { named, unit, weighed, second } = good(row.commodity);
      const month = `"${row.month.slice(0, 4)}${row.month.slice(5)}"${after}`;
      const quantity = `"${thousands(row.quantity)}"${after}`;
      const quantity2 = weighed ? `"${thousands(row.quantity * 3)}"${after}${second}` : none;
      return `${month}${named}${partners.get(row.partner)}${modes.get(row.mode)}${districts.get(row.district)}${quantity}${unit}${quantity2}"${thousands(row.value)}"${after}\n`;
    },
  };
}

/** Plain, as declaration records go round: codes alone, no quotes, no thousands. */
function declarationText(pack: Pack, encode: (text: string) => string): ExportText {
  const supervised = new Map<string, string>();
  for (const { code, tradeMode } of pack.supervisionModes) {
    if (tradeMode !== undefined && !supervised.has(tradeMode)) supervised.set(tradeMode, code);
  }
  const flows = { export: encode('出口'), import: encode('进口') };
  const unit = encode('千克');
  const firms = encode('合成');
  return {
    header: `${encode(declarationColumns.join(','))}\n`,
    line(row) {
      const { flow, month, company, mode, commodity, partner, district, quantity, value } = row;
      const firm = company.replace('合成', firms);
      return `${flows[flow]},${month.slice(0, 4)}${month.slice(5)},${firm},${supervised.get(mode) ?? ''},${commodity},${partner},${district},${quantity},${unit},${value}\n`;
    },
  };
}

/** @example thousands(1520298) // '1,520,298' */
function thousands(whole: number): string {
  const digits = String(whole);
  let out = digits.slice(0, digits.length % 3 || 3);
  for (let at = out.length; at < digits.length; at += 3) out += `,${digits.slice(at, at + 3)}`;
  return out;
}
