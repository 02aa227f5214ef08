/**
 * Net present value, as spreadsheets reckon it: the amount of each year counts at its end.
 *
 *   NPV = Σ amount[y] / (1 + rate)^y,   y = 1, 2, …
 *
 * @example npv(0.1, [110, 121]) // 200
 */
export function npv(rate: number, amounts: readonly number[]): number {
  let value = 0;
  for (let y = amounts.length - 1; y >= 0; y--) value = (value + (amounts[y] as number)) / (1 + rate);
  return value;
}
