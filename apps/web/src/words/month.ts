import type { Language } from './language.ts';

const english = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** @example monthName('2024-03', 'zh-CN') // '2024年3月' */
export function monthName(month: string, language: Language): string {
  const [year = '', number = ''] = month.split('-');
  return language === 'en' ? `${english[Number(number) - 1]} ${year}` : `${year}年${Number(number)}月`;
}

/** A period as people say it: a year, a month, or from month to month. */
export function periodName(period: string, language: Language): string {
  const [from = '', to = from] = period.split('..');
  const name = (text: string) =>
    text.length === 4 ? (language === 'en' ? text : `${text}年`) : monthName(text, language);
  if (from === to) return name(from);
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${name(from)} – ${name(to)}`;
  if (language === 'en') return `${english[Number(from.slice(5)) - 1]} – ${name(to)}`;
  return `${name(from).replace('月', '')}–${Number(to.slice(5))}月`;
}

/** January of the month's year to the month, written the shortest way. */
export function yearToDatePeriod(month: string): string {
  const year = month.slice(0, 4);
  if (month.endsWith('-12')) return year;
  return month.endsWith('-01') ? month : `${year}-01..${month}`;
}
