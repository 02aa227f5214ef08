import type { GuidancePack } from '../ground/guidance-pack.ts';
import { inputFrom } from '../ground/input-output.ts';
import type { GoodsToPass } from './goods-to-pass.ts';

/**
 * Yuan of the goods of either city that a yuan of what the other exports takes, both ways together.
 *
 *   link[c,p] = Σ_g Σ_h e[c,g] e[p,h] (a[g,h] + a[h,g])    e shares in exports, a direct input coefficients
 *
 * Over the groups that the table names; NaN where it names none, or where nothing is told of one of the two.
 */
export function linksBetween(
  table: GuidancePack['inputOutput'],
  { groups, exports }: Pick<GoodsToPass, 'groups' | 'exports'>,
): (one: string, other: string) => number {
  if (!table) return () => Number.NaN;
  const named = [...groups.keys()].filter(
    (g) => inputFrom(table, groups[g] ?? '', groups[g] ?? '') !== undefined,
  );
  const takes = named.map((g) =>
    named.map((h) => {
      const [supplier, user] = [groups[g] ?? '', groups[h] ?? ''];
      return (inputFrom(table, supplier, user) ?? 0) + (inputFrom(table, user, supplier) ?? 0);
    }),
  );
  const sharesOf = (place: string) => {
    const amounts = named.map((g) => exports(place, g));
    const all = amounts.reduce((sum, amount) => sum + amount, 0);
    return amounts.map((amount) => amount / all);
  };
  const kept = new Map<string, readonly number[]>();
  const shares = (place: string) => {
    const found = kept.get(place) ?? sharesOf(place);
    kept.set(place, found);
    return found;
  };
  return (one, other) => {
    const [own, others] = [shares(one), shares(other)];
    if (named.length === 0) return Number.NaN;
    return own.reduce(
      (sum, share, g) =>
        sum + others.reduce((part, theirs, h) => part + share * theirs * (takes[g]?.[h] ?? 0), 0),
      0,
    );
  };
}
