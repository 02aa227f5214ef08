import type { MinistryNext } from '@tidu/guidance';

type Quantity = NonNullable<MinistryNext['advice'][number]['reasons'][number]['quantity']>;

/**
 * Money as bulletins say it.
 * @example saidYuan(23_889_490_000) // '238.9亿元'
 * @example saidYuan(-1_234_567) // '-123万元'
 */
export function saidYuan(yuan: number | null): string {
  if (yuan === null) return '不详';
  const size = Math.abs(yuan);
  if (size >= 1e8) return `${(yuan / 1e8).toFixed(1)}亿元`;
  if (size >= 1e4) return `${Math.round(yuan / 1e4)}万元`;
  return `${Math.round(yuan)}元`;
}

/** @example saidChange(-43.18) // '下降43.2%' */
export function saidChange(percent: number | null): string {
  if (percent === null) return '增减不详';
  const size = Math.abs(percent).toFixed(1);
  if (size === '0.0') return '持平';
  return percent > 0 ? `增长${size}%` : `下降${size}%`;
}

/** How much more or less than others. @example saidDifference(7.8) // '高7.8%' */
export function saidDifference(percent: number): string {
  const size = Math.abs(percent).toFixed(1);
  if (size === '0.0') return '没有差别';
  return percent > 0 ? `高${size}%` : `低${size}%`;
}

/** Part of 1. @example saidPart(0.3167) // '31.7%' */
export const saidPart = (part: number | null): string =>
  part === null ? '不详' : `${(100 * part).toFixed(1)}%`;

/**
 * A month, a year, or from month to month.
 * @example saidPeriod('2025-01..2025-06') // '2025年1—6月'
 */
export function saidPeriod(period: string): string {
  const [from = '', to] = period.split('..').map((one) => one.split('-'));
  const [year = '', month] = from;
  if (month === undefined) return `${year}年`;
  const until = to ? `—${Number(to[1])}` : '';
  return `${year}年${Number(month)}${until}月`;
}

/** A number that advice rests on, with its unit. */
export function saidQuantity({ value, as, unit }: Quantity): string {
  switch (as) {
    case 'money':
      return saidYuan(value);
    case 'part':
      return saidPart(value);
    case 'change':
      return saidChange(value);
    case 'difference':
      return saidDifference(value);
    case 'score':
      return value.toFixed(2);
    case 'rank':
      return `第${value}`;
    case 'count':
      return `${value}项`;
    case 'days':
      return `${value}天`;
    case 'amount':
      return `${Number(value.toFixed(2))}${unit?.zh ?? ''}`;
  }
}
