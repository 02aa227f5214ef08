import { names } from '@tidu/reference';
import { z } from 'zod';

/** Goods that are guided together: chapters of the Harmonized System, with the industries (GB/T 4754 divisions) that make them. */
export const commodityGroup = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  name: names,
  chapters: z.array(z.string().regex(/^\d{2}$/)).min(1),
  industries: z.array(z.string().regex(/^\d{2}$/)).min(1),
  source: z.string(),
});
export type CommodityGroup = z.infer<typeof commodityGroup>;

/** Stands for all goods together, where the statistics tell no goods. */
export const allGoods: CommodityGroup = {
  id: 'all',
  name: { zh: '全部商品', en: 'All goods' },
  chapters: [],
  industries: [],
  source: 'tidu-proposal',
};

/** Which group a chapter belongs to; nothing for what no industry makes, like art and antiques. */
export function groupOfChapter(groups: readonly CommodityGroup[]): (chapter: string) => string | undefined {
  const byChapter = new Map(groups.flatMap(({ id, chapters }) => chapters.map((chapter) => [chapter, id])));
  return (chapter) => byChapter.get(chapter);
}
