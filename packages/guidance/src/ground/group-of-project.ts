import { type CommodityGroup, groupOfChapter } from './commodity-group.ts';

/**
 * Which goods a project makes: by its chapters where they are of one group, else by its industry where one group alone is made
 * by it; nothing where it could be several.
 */
export function groupOfProject(
  groups: readonly CommodityGroup[],
  { chapters, industry }: { readonly chapters: readonly string[]; readonly industry: string },
): string | undefined {
  const of = groupOfChapter(groups);
  const told = new Set(chapters.flatMap((chapter) => of(chapter) ?? []));
  if (told.size > 0) return told.size === 1 ? [...told][0] : undefined;
  const made = groups.filter(({ industries }) => industries.includes(industry.slice(0, 2)));
  return made.length === 1 ? made[0]?.id : undefined;
}
