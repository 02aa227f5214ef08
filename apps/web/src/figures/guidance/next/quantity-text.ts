import type { Guided } from '../../../api/guidance.client.ts';
import { change, money, number, percent } from '../../../words/amount.ts';
import type { useWords } from '../../../words/words.ts';

export type Advice = Guided<'park-next'>['result']['advice'][number];
type Quantity = NonNullable<Advice['reasons'][number]['quantity']>;

/** A number of advice in the reader's language, with its unit. */
export function quantityText(
  { value, as, unit }: Quantity,
  { t, language, of }: ReturnType<typeof useWords>,
): string {
  switch (as) {
    case 'money':
      return money(value, language);
    case 'part':
      return percent(100 * value, language, 1);
    case 'change':
    case 'difference':
      // What rounding leaves of nothing has no sign.
      return change(Math.abs(value) < 0.05 ? 0 : value, language);
    case 'score':
      return number(value, language, 2);
    case 'rank':
      return t('guidanceNext.rank', { rank: value });
    case 'count':
      return t('guidanceNext.count', { count: value });
    case 'days':
      return t('guidanceNext.days', { days: value });
    case 'amount':
      return `${number(value, language)} ${unit ? of(unit) : ''}`;
  }
}
