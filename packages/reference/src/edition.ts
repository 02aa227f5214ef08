import { z } from 'zod';

/** Editions of the Harmonized System, by the year in which they came into force in the world. */
export const editions = ['HS1992', 'HS1996', 'HS2002', 'HS2007', 'HS2012', 'HS2017', 'HS2022'] as const;
export type Edition = (typeof editions)[number];

/** Since when a country's statistics are in an edition; its goods change names in January. */
export const editionInForce = z.strictObject({
  edition: z.enum(editions),
  from: z.string().regex(/^\d{4}-01$/),
  source: z.string(),
});
export type EditionInForce = z.infer<typeof editionInForce>;

/** The edition in which the statistics of a year are; none before the first that is known. */
export function editionOf(year: string, inForce: readonly EditionInForce[]): Edition | undefined {
  return inForce
    .filter(({ from }) => from.slice(0, 4) <= year)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1)?.edition;
}
