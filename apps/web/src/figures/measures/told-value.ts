import { money, number, percent } from '../../words/amount.ts';
import type { Language } from '../../words/language.ts';

export type Told = boolean | number | string | readonly string[] | undefined;

/** A figure of a rule as people read it: money in 万 and 亿, shares in per cent, yes and no in words. */
export function toldValue(
  value: Told,
  unit: string | undefined,
  language: Language,
  t: (key: string) => string,
): string {
  if (value === undefined) return t('measure.open');
  if (typeof value === 'boolean') return t(value ? 'measure.yes' : 'measure.no');
  if (typeof value === 'string') return value;
  if (typeof value !== 'number') return value.join(t('list.comma'));
  if (unit === 'CNY' || unit === 'USD') return money(value, language, unit);
  if (unit === 'share') return percent(value * 100, language, 1);
  return number(value, language, Number.isInteger(value) ? 0 : 2);
}
