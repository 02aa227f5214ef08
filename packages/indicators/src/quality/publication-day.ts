import { addMonths, type Month, type Publication } from '@tidu/reference';

/**
 * The day by which the figures of a month are out.
 * @example publicationDay('2024-12', { day: 20, januaryWithFebruary: true, graceDays: 7, source: 's' }) // '2025-01-20'
 */
export function publicationDay(month: Month, { day, januaryWithFebruary }: Publication): string {
  const joint = januaryWithFebruary && month.endsWith('-01');
  return `${addMonths(month, joint ? 2 : 1)}-${String(day).padStart(2, '0')}`;
}

/** Whole days from one day to another. @example daysBetween('2024-02-28', '2024-03-01') // 2 */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
