import type { Content } from 'pdfmake/interfaces.js';
import type { OfferWord } from './offer-words.ts';
import type { Page } from './page-look.ts';
import { printWan } from './wan.ts';
import type { WaySaid } from './ways-said.ts';

/** How goods get out and how sure the costs are, side by side. */
export const waysAndUncertainty = (page: Page): Content => ({
  columns: [
    { width: '*', stack: ways(page) },
    { width: '*', stack: uncertainty(page) },
  ],
  columnGap: 14,
});

function ways({ sheet: { toQuay, toMarket }, say, refs, heading, size }: Page): Content[] {
  const list = (word: OfferWord, some: readonly WaySaid[], none: OfferWord): Content => ({
    text: [
      { text: `${say(word)}　`, bold: true },
      ...(some.length > 0
        ? some.flatMap(({ text, sources }, i) => [i > 0 ? '\n' : '', text, refs(sources)])
        : [say(none)]),
    ],
    fontSize: size.small,
    margin: [0, 0, 0, 1.5],
  });
  return [heading(say('ways')), list('toQuay', toQuay, 'noWay'), list('toMarket', toMarket, 'noMarket')];
}

function uncertainty({ sheet, limits, say, refs, more, colon, heading, size }: Page): Content[] {
  const title = heading(say('uncertain'), say('unit'));
  if (!sheet.uncertainty) return [title, { text: say('notComparable'), fontSize: size.small }];
  const { p10, p50, p90, moves } = sheet.uncertainty;
  const signed = (value: number) => `${value > 0 ? '+' : ''}${printWan(value)}`;
  const shown = moves.slice(0, limits.moves);
  return [
    title,
    {
      text: [
        `${say('spread')}${colon}${[p10, p50, p90].map(printWan).join(' – ')}`,
        ...shown.flatMap(({ name, low, high, source }, i) => [
          i === 0 ? { text: `\n${say('moves')}　`, bold: true } : '\n',
          `${name}${colon}${signed(low)} ${say('to')} ${signed(high)}`,
          refs([source]),
        ]),
        moves.length > shown.length ? `\n${more(moves.length, shown.length)}` : '',
      ],
      fontSize: size.small,
    },
  ];
}
