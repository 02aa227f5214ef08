import type { ExportColumns } from './export-columns.ts';

const roles = {
  month: 'period',
  flow: 'flowCode',
  reporter: 'reporterISO',
  commodity: 'cmdCode',
  commodityName: 'cmdDesc',
  partner: 'partnerISO',
  partnerName: 'partnerDesc',
  mode: 'customsCode',
  modeName: 'customsDesc',
  value: 'primaryValue',
  quantity: 'qty',
  unit: 'qtyUnitAbbr',
} as const;
type Role = keyof typeof roles;

/** Without these columns it is no file of UN Comtrade. */
export const comtradeTitles = ['period', 'reporterISO', 'flowCode', 'cmdCode', 'primaryValue'] as const;

/**
 * The columns of a file of UN Comtrade (comtradeplus, CSV): values in US dollars, annual or
 * monthly. The whole world, all goods and all customs procedures are rows of their own among the
 * others and make facts of a coarser shape.
 */
export function comtradeColumns(header: readonly string[]): ExportColumns {
  const titles = header.map((title) => title.replace(/[\s\ufeff]/g, ''));
  while (titles.at(-1) === '') titles.pop();
  const found = new Map(titles.map((title, i) => [title, i]));
  const titleOf = (role: string): string => roles[role as Role] ?? role;
  return {
    titles,
    currency: 'USD',
    at: (role) => found.get(titleOf(role)),
    titleOf,
    dimensions: (['commodity', 'partner', 'mode'] as const).filter((name) => found.has(roles[name])),
    declarations: false,
    wholes: { commodity: 'TOTAL', partner: 'W00', mode: 'C00' },
    breakdowns: ['partner2Code', 'motCode', 'mosCode'].flatMap((title) => found.get(title) ?? []),
    otherFlows: true,
  };
}
