/**
 * Yuan in 万元, to the fen: what sheets of a workbook hold.
 * @example wan(1234567.891) // 123.456789
 */
export const wan = (yuan: number): number => Math.round(yuan * 100) / 1e6 || 0;

/**
 * 万元 with one digit after the point, half away from zero: the one way in which a page says money.
 * @example printWan(1234.25) // '1,234.3'
 * @example printWan(-0.04) // '0.0'
 */
export function printWan(value: number): string {
  const tenths = Math.round(Math.abs(value) * 10);
  const [whole, digit] = [Math.floor(tenths / 10), tenths % 10];
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${value < 0 && tenths > 0 ? '-' : ''}${grouped}.${digit}`;
}
