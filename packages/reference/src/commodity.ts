import { z } from 'zod';
import { names } from './place.ts';

/** A section (Roman numeral), chapter (2 digits), heading (4) or subheading (6) of the HS. */
export const commodity = z.strictObject({
  code: z.string().regex(/^([IVX]+|\d{2}|\d{4}|\d{6})$/),
  parent: z.string().optional(),
  name: z.strictObject({ zh: z.string().optional(), en: names.shape.en }),
  edition: z.string(),
  source: z.string(),
});
export type Commodity = z.infer<typeof commodity>;

/**
 * Puts back the leading zero that a spreadsheet took from an HS code.
 * HS codes have an even number of digits, so an odd one has lost its first.
 * @example hsCode('1012100') // '01012100'
 */
export function hsCode(text: string): string | undefined {
  const digits = text.length % 2 === 1 ? `0${text}` : text;
  return /^\d{2,10}$/.test(digits) ? digits : undefined;
}

export const chapterOf = (hs: string): string => hs.slice(0, 2);
export const headingOf = (hs: string): string => hs.slice(0, 4);
