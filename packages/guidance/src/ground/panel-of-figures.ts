import type { Figure } from '@tidu/indicators';
import type { PeriodAmounts } from './trade-panel.ts';

/**
 * Trade by city and commodity group from the figure `goods-of-places`: chapters are added up into groups, and those of no
 * group left out.
 */
export function amountsOfFigure(
  { values }: Pick<Figure, 'values'>,
  groupOf: (chapter: string) => string | undefined,
): PeriodAmounts {
  const amounts = new Map<string, Map<string, number>>();
  for (const [key, value] of Object.entries(values)) {
    const [place, goods] = key.split('.') as [string, string];
    const group = goods === 'all' ? 'all' : groupOf(goods);
    if (value === null) continue;
    const own = amounts.get(place) ?? new Map<string, number>();
    amounts.set(place, own);
    if (group !== undefined) own.set(group, (own.get(group) ?? 0) + value);
  }
  return amounts;
}
