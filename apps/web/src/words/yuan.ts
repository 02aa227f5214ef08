import type { Language } from './language.ts';

/**
 * Fen as yuan with two digits; nothing is rounded.
 * @example yuan(500_000_001, 'en') // '5,000,000.01'
 */
export function yuan(fen: number, language: Language): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    fen / 100,
  );
}

/**
 * What a person typed as yuan, in fen; nothing where it is no amount.
 * @example fenOf('5,000,000.5') // 500_000_050
 */
export function fenOf(text: string): number | undefined {
  const found = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text.replaceAll(/[,，\s]/g, ''));
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : undefined;
}
