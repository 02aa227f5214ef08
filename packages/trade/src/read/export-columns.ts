import type { Currency } from '@tidu/reference';

/** Where the columns of an export stand, by what they hold. */
export interface ExportColumns {
  readonly titles: readonly string[];
  readonly currency: Currency;
  /** Position of a column by its title, from 0. */
  at(title: string): number | undefined;
}

export const dimensionTitles = {
  commodity: ['商品编码', '商品名称'],
  partner: ['贸易伙伴编码', '贸易伙伴名称'],
  mode: ['贸易方式编码', '贸易方式名称'],
  place: ['注册地编码', '注册地名称'],
} as const;

/** The columns of an export by their titles, whatever their order; an empty last one is dropped. */
export function exportColumns(header: readonly string[]): ExportColumns {
  const titles = header.map((title) => title.replace(/[\s\ufeff]/g, ''));
  while (titles.at(-1) === '') titles.pop();
  const found = new Map(titles.map((title, i) => [title, i]));
  return {
    titles,
    currency: found.has('人民币') ? 'CNY' : 'USD',
    at: (title) => found.get(title),
  };
}
