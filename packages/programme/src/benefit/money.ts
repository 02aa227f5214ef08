import { z } from 'zod';

/** Whole fen, a hundredth of a yuan, up to ten trillion yuan: sums of many stay exact integers. */
const mostFen = 1e15;
export const fen = z
  .int()
  .min(0, 'whole fen, not negative: give the year net of refunds')
  .max(mostFen, 'at most ten trillion yuan: is the unit fen?');

/**
 * Parts of an amount, exactly: ⌊fen × part / whole⌋.
 *
 * The product is made in big integers, so no amount is rounded by the machine.
 * @param amount  fen
 * @throws RangeError when `whole` is not positive
 * @example partOf(1001, 6, 10) // 600
 */
export function partOf(amount: number, part: number, whole: number): number {
  if (!(whole > 0))
    throw new RangeError(`cannot take ${part} parts of ${whole}: the whole has to be positive`);
  return Number((BigInt(amount) * BigInt(part)) / BigInt(whole));
}

/**
 * Fen as yuan, for people.
 * @example inYuan(500000000) // '5,000,000.00'
 */
export function inYuan(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`;
}
