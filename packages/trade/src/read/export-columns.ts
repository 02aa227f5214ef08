import type { Currency } from '@tidu/reference';
import type { FactDimension } from '../fact.ts';

type Role = FactDimension | `${FactDimension}Name` | 'month' | 'flow' | 'reporter' | Measured;
type Measured = 'value' | 'quantity' | 'unit' | 'quantity2' | 'unit2';

/**
 * Titles under which each column is known: first the query site's, then those of the two forms in
 * which declarations of 2000–2006 and of 2007–2016 go round.
 */
const titlesOf: Readonly<Record<Role, readonly string[]>> = {
  reporter: [],
  month: ['数据年月', '_日期', 'date'],
  flow: ['进出口标志', '_进口或出口', 'exp_or_imp'],
  commodity: ['商品编码', '_税号编码', 'hs_id'],
  commodityName: ['商品名称'],
  partner: ['贸易伙伴编码'],
  partnerName: ['贸易伙伴名称', '_起运国或目的国', 'country'],
  mode: ['贸易方式编码'],
  modeName: ['贸易方式名称', '_贸易方式', 'shipment'],
  place: ['注册地编码', '_消费地进口or生产地出口', 'city'],
  placeName: ['注册地名称'],
  supervision: ['监管方式编码'],
  supervisionName: ['监管方式名称'],
  company: ['企业编码', '_企业编码', 'party_id'],
  companyName: ['企业名称', '_经营单位', 'company'],
  value: ['人民币', '美元', '_金额', 'value'],
  quantity: ['第一数量', '_数量', 'quantity'],
  unit: ['第一计量单位', '_计量单位', 'unit'],
  quantity2: ['第二数量'],
  unit2: ['第二计量单位'],
};

export const factDimensions = ['commodity', 'partner', 'mode', 'place', 'supervision', 'company'] as const;

/** Titles of amounts: a line that has one where an amount should stand is a header again. */
export const valueTitles = titlesOf.value;

/** Where the columns of an export stand, by what they hold. */
export interface ExportColumns {
  readonly titles: readonly string[];
  readonly currency: Currency;
  /** Position of a column, from 0. */
  at(role: Role): number | undefined;
  /** What the file calls the column, else what it is called where there is one. */
  titleOf(role: Role): string;
  /** Dimensions that the file tells apart, by code or by name. */
  readonly dimensions: readonly FactDimension[];
  /** Rows are declarations, of which many may belong to one cell, and no cells. */
  readonly declarations: boolean;
  /** What stands in a dimension for all of it: such a row is of a coarser shape. */
  readonly wholes: Readonly<Partial<Record<FactDimension, string>>>;
  /** Columns in which a code other than 0 says that the row breaks another one down. */
  readonly breakdowns: readonly number[];
  /** Rows may be of flows that are no part of exports and imports; they are passed over. */
  readonly otherFlows: boolean;
}

/** The columns of an export by their titles, whatever their order; an empty last one is dropped. */
export function exportColumns(header: readonly string[]): ExportColumns {
  const titles = header.map((title) => title.replace(/[\s\ufeff]/g, ''));
  while (titles.at(-1) === '') titles.pop();
  const found = new Map(titles.map((title, i) => [title, i]));
  const known = (role: Role) => titlesOf[role].find((title) => found.has(title));
  const at = (role: Role) => found.get(known(role) ?? '');
  const dimensions = factDimensions.filter((name) => known(name) ?? known(`${name}Name`));
  return {
    titles,
    currency: found.has('人民币') ? 'CNY' : 'USD',
    at,
    titleOf: (role) => known(role) ?? titlesOf[role][0] ?? role,
    dimensions,
    declarations: dimensions.includes('company'),
    wholes: {},
    breakdowns: [],
    otherFlows: false,
  };
}
