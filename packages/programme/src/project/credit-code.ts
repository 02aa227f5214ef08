/** No I, O, Z, S, V: they are taken for 1, 0, 2, 5, U. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * What is wrong with a unified social credit code; nothing when it is right.
 *
 *   C18 = (31 − Σ Ci · 3^(i−1) mod 31) mod 31,  i = 1 … 17
 *
 * @param code  18 characters, as `creditCodeOf` writes them
 * @see      GB 32100—2015, 4.2 and appendix A
 * @example  creditCodeFault('91350100M000100Y43') // undefined
 */
export function creditCodeFault(code: string): 'length' | 'character' | 'check digit' | undefined {
  const characters = [...code];
  if (characters.length !== 18) return 'length';
  const values = characters.map((character) => alphabet.indexOf(character));
  if (values.includes(-1) || !/^.{2}\d{6}/.test(code)) return 'character';
  return values[17] === checkDigit(values) ? undefined : 'check digit';
}

/**
 * The code as the standard writes it: half width, capitals, without spaces and hyphens.
 * @example creditCodeOf('９１３５０１００ m000100y43') // '91350100M000100Y43'
 */
export const creditCodeOf = (typed: string): string =>
  typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');

/**
 * Seventeen characters with their check digit.
 * @example withCheckDigit('91350100M000100Y4') // '91350100M000100Y43'
 */
export const withCheckDigit = (first: string): string =>
  first + alphabet[checkDigit([...first].map((character) => alphabet.indexOf(character)))];

function checkDigit(values: readonly number[]): number {
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, 17)) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return (31 - (sum % 31)) % 31;
}
