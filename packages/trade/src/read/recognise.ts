import type { SheetRow } from './cells.ts';
import { comtradeTitles } from './comtrade-columns.ts';
import { exportColumns } from './export-columns.ts';

/** The kinds of customs file, each with what it is called to a person. */
export const formats = {
  'query-export': 'export of the customs query site',
  declarations: 'declarations by company',
  comtrade: 'file of UN Comtrade',
  'month-table': 'monthly table by location of consignee and consignor',
  'tidy-place-table': 'tidy table by location',
  'province-table': "a province's own table by prefecture",
  'mode-table': 'table by trade mode',
  'chapter-table': 'table by HS section and chapter',
  'commodity-groups': 'table of main commodities, by groups that overlap and have no HS codes',
  'commodity-parameters': 'list of commodity codes and their units, which holds no facts',
  'published-points': 'list of published single figures from several publishers',
} as const;
export type Format = keyof typeof formats;

/**
 * Tells the kind of file from its first rows, never from its name: the columns that it must have.
 * @returns undefined when it is none that is read
 */
export function recognise(head: readonly SheetRow[]): Format | undefined {
  const [first] = head;
  if (!first) return undefined;
  const columns = first.cells.map((cell) => cell.replace(/\s/g, ''));
  const has = (...names: string[]) => names.every((name) => columns.includes(name));
  const anywhere = (pattern: RegExp) => head.some(({ cells }) => cells.some((cell) => pattern.test(cell)));

  if (has('period', 'row', 'place', 'name', 'flow', 'value_wan')) return 'tidy-place-table';
  if (has('place', 'period', 'item', 'value', 'unit')) return 'published-points';
  if (has('商品编码', '年份', '第一计量单位名称')) return 'commodity-parameters';
  if (has(...comtradeTitles)) return 'comtrade';
  if (isDeclarations(columns)) return 'declarations';
  if ((has('人民币') || has('美元')) && columns.some((name) => /编码$|名称$|^数据年月$/.test(name))) {
    return 'query-export';
  }
  if (has('收发货人所在地', '当期进口', '当期出口')) return 'province-table';
  if (
    head.some(({ cells }) => /^(收发货人|经营单位)所在地/.test(cells[0] ?? '')) &&
    anywhere(/^\d+至\d+月$/)
  ) {
    return 'month-table';
  }
  if (anywhere(/^贸易方式2位$/)) return 'mode-table';
  if (anywhere(/^商品编码8位$/) && anywhere(/第一数量/)) return 'commodity-groups';
  if (head.some(({ cells }) => cells[0] === '类章') && anywhere(/^\d+至\d+月$/)) return 'chapter-table';
  return undefined;
}

function isDeclarations(titles: readonly string[]): boolean {
  const columns = exportColumns(titles);
  return columns.declarations && columns.at('commodity') !== undefined && columns.at('value') !== undefined;
}
