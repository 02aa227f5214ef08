import type { Content, ContentText, TableCell } from 'pdfmake/interfaces.js';
import type { OfferSheet } from './offer-sheet.ts';
import { type OfferWord, offerWords } from './offer-words.ts';
import { numbered } from './source-list.ts';
import { printWan } from './wan.ts';

/** How much of the long lists a page shows; the rest is counted, and stands in the workbook. */
export interface Limits {
  readonly given: number;
  readonly undecided: number;
  readonly refused: number;
  readonly moves: number;
  /** Characters of a text in a cell. */
  readonly text: number;
  /** Of all type; 1 is the least that can be read on paper. */
  readonly scale: number;
}

/** What every part of a page is made with. */
export interface Page {
  readonly sheet: OfferSheet;
  readonly limits: Limits;
  say(word: OfferWord): string;
  /** Numbers of sources, small behind what they bear out. */
  refs(numbers: readonly (number | undefined)[]): ContentText;
  /** Sources that the page has named so far. */
  readonly named: ReadonlySet<number>;
  /** `另有 3 项见 XLSX`, or nothing. */
  more(all: number, shown: number): string;
  /** A text cut to so many Chinese characters; Latin letters are half as wide. */
  cut(text: string, limit: number): string;
  readonly size: Readonly<Record<keyof typeof sizes, number>>;
  heading(text: string, note?: string): Content;
  readonly comma: string;
  readonly semicolon: string;
  readonly colon: string;
}

export function pageOf(sheet: OfferSheet, limits: Limits): Page {
  const { language } = sheet;
  const zh = language === 'zh';
  const named = new Set<number>();
  const size = Object.fromEntries(
    Object.entries(sizes).map(([name, points]) => [name, points * limits.scale]),
  ) as Record<keyof typeof sizes, number>;
  const say = (word: OfferWord): string => (zh ? offerWords[word].zh : plainQuotes(offerWords[word].en));
  return {
    sheet,
    limits,
    say,
    named,
    refs(numbers) {
      const those = numbered(numbers);
      for (const one of those) named.add(one);
      return {
        text: those.length > 0 ? ` [${those.join(',')}]` : '',
        fontSize: size.refs,
        color: ink.quiet,
        bold: false,
      };
    },
    more: (all, shown) => (all > shown ? `${say('another')} ${all - shown} ${say('more')}` : ''),
    cut(text, limit) {
      const characters = [...text];
      const most = zh ? limit : limit * 2;
      return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
    },
    size,
    heading: (text, note = '') => ({
      text: [
        { text, bold: true, fontSize: size.heading, color: ink.accent },
        { text: note ? `　${note}` : '', color: ink.quiet },
      ],
      margin: [0, 5, 0, 1.5],
    }),
    comma: zh ? '，' : ', ',
    semicolon: zh ? '；' : '; ',
    colon: zh ? '：' : ': ',
  };
}

export const ink = {
  text: '#1a1a1a',
  quiet: '#5c6470',
  accent: '#1f4e79',
  band: '#eef3f8',
  line: '#c5cdd5',
  mark: '#b42318',
} as const;

/** Points. */
const sizes = { title: 14, figure: 10.5, heading: 8, text: 6.5, small: 6, least: 5.5, refs: 5 } as const;

/** Thin lines between rows, none between columns. */
export const lines = (beside: number) => ({
  hLineWidth: () => 0.4,
  vLineWidth: () => 0,
  hLineColor: () => ink.line,
  paddingLeft: () => beside,
  paddingRight: () => beside,
  paddingTop: () => 1,
  paddingBottom: () => 0.6,
});

export const columnHead = (text: string, alignment: 'left' | 'right' = 'left'): TableCell => ({
  text,
  alignment,
  bold: true,
  fillColor: ink.band,
  noWrap: true,
});

/** Nothing at all is quieter than something. */
export const amountCell = (value: number, bold = false): TableCell => ({
  text: printWan(value),
  alignment: 'right',
  bold,
  noWrap: true,
  color: value === 0 ? ink.quiet : ink.text,
});

/** Curved quotation marks are as wide as a Chinese character in the font, which tears English words apart. */
export function plainQuotes<T>(value: T): T {
  if (typeof value === 'string') return value.replace(/[‘’]/g, "'").replace(/[“”]/g, '"') as T;
  if (Array.isArray(value)) return value.map(plainQuotes) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, plainQuotes(of)])) as T;
}
