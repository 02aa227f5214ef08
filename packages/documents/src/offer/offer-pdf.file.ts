import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { font, offerPage } from './offer-page.ts';
import type { OfferSheet } from './offer-sheet.ts';
import type { Limits } from './page-look.ts';

/** From the most that a page may show to the least; the first that fits one page is taken. */
const limits: readonly Limits[] = [
  { scale: 1.15, given: 9, undecided: 8, refused: 6, moves: 5, text: 70 },
  { scale: 1, given: 11, undecided: 9, refused: 7, moves: 5, text: 70 },
  { scale: 1, given: 8, undecided: 6, refused: 4, moves: 3, text: 50 },
  { scale: 1, given: 5, undecided: 4, refused: 3, moves: 3, text: 34 },
  { scale: 1, given: 2, undecided: 2, refused: 1, moves: 1, text: 20 },
];

/**
 * An offer sheet as a PDF of one page, A4, its Chinese embedded as text that can be searched.
 * @throws OfferTooLong where not even the shortest lists fit
 */
export async function offerPdf(sheet: OfferSheet): Promise<Buffer> {
  const pdfmake = await printer();
  for (const limit of limits) {
    let pages = 0;
    const made = pdfmake.createPdf(
      offerPage(sheet, limit, (count) => {
        pages = count;
      }),
    );
    await made.getStream();
    if (pages === 1) return made.getBuffer();
  }
  throw new OfferTooLong(sheet.title);
}

/** Names or texts so long that no page holds them. */
class OfferTooLong extends Error {
  readonly code = 'not-possible';
  readonly remedy = 'take the workbook, or shorten the names in the plan';
  constructor(title: string) {
    super(`${title} does not fit one page`);
  }
}

let ready: Promise<typeof import('pdfmake')> | undefined;

/** Loaded when the first sheet is asked for, so that nobody else waits for it. */
const printer = (): Promise<typeof import('pdfmake')> => {
  ready ??= import('pdfmake').then(({ default: pdfmake }) => {
    const folder = join(dirname(fileURLToPath(import.meta.resolve('@embedpdf/fonts-sc'))), '..', 'fonts');
    const [normal, bold] = ['Regular', 'Bold'].map((weight) =>
      join(folder, `NotoSansHans-${weight}.otf`),
    ) as [string, string];
    pdfmake.setFonts({ [font]: { normal, bold } });
    pdfmake.setUrlAccessPolicy(() => false);
    pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold);
    return pdfmake;
  });
  return ready;
};
