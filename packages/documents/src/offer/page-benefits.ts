import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { type Benefit, type NotGiven, yearsSaid } from './benefit-table.ts';
import type { OfferWord } from './offer-words.ts';
import { columnHead, ink, lines, type Page } from './page-look.ts';
import { printWan } from './wan.ts';

/** What is given, measure by measure; then what cannot be told yet, and what is not given, each with why. */
export function benefitsOnPage(page: Page): Content[] {
  const { given, undecided, refused } = page.sheet.benefits;
  return [
    given.length === 0 ? { text: page.say('none') } : givenOnPage(page, given),
    ...notGivenOnPage(page, 'undecided', undecided, page.limits.undecided),
    ...notGivenOnPage(page, 'refused', refused, page.limits.refused),
  ];
}

function givenOnPage(page: Page, given: readonly Benefit[]): Content {
  const { say, refs, cut, more, semicolon, limits } = page;
  const { text } = limits;
  const shown = given.slice(0, limits.given);
  const rest = more(given.length, shown.length);
  const row = (one: Benefit): TableCell[] => [
    {
      text: [
        cut(one.title, text),
        { text: one.document ? ` ${one.document}` : '', color: ink.quiet },
        refs([one.source]),
      ],
    },
    cut(one.gives.join(semicolon), text),
    cut(one.conditions.join(semicolon), text) || '—',
    one.clawback ? cut(one.clawback, text / 2) : { text: say('noClawback'), color: ink.quiet },
    amountOf(page, one),
  ];
  return {
    table: {
      headerRows: 1,
      widths: ['25%', '24%', '23%', '12%', '*'],
      body: [
        [
          columnHead(say('measure')),
          columnHead(say('gives')),
          columnHead(say('conditions')),
          columnHead(say('clawback')),
          columnHead(say('byYear'), 'right'),
        ],
        ...shown.map(row),
        ...(rest ? [[{ text: rest, colSpan: 5, color: ink.quiet }, '', '', '', '']] : []),
      ],
    },
    fontSize: page.size.small,
    layout: lines(2),
  };
}

function amountOf({ sheet: { language }, say, comma }: Page, { years, total, open }: Benefit): TableCell {
  if (!years || total === undefined) {
    const lacking = open.length > 0 ? `${comma}${say('lacks')} ${open.join(comma)}` : '';
    return { text: `${say('amountUnknown')}${lacking}`, alignment: 'right', color: ink.mark };
  }
  return {
    stack: [
      { text: `${say('total')} ${printWan(total)}`, bold: true },
      { text: yearsSaid(years, language), color: ink.quiet },
    ],
    alignment: 'right',
  };
}

function notGivenOnPage(page: Page, word: OfferWord, some: readonly NotGiven[], limit: number): Content[] {
  if (some.length === 0) return [];
  const { sheet, say, cut, refs, more, colon, semicolon, limits } = page;
  const [open, close] = sheet.language === 'zh' ? ['（', '）'] : [' (', ')'];
  const told = some
    .slice(0, limit)
    .map(({ title, source, why }) => [
      cut(title, limits.text / 2),
      why ? `${open}${cut(why, limits.text / 2)}${close}` : '',
      refs([source]),
      semicolon,
    ]);
  return [
    {
      text: [
        { text: `${say(word)} ${some.length}${colon}`, bold: true },
        ...told.flat().slice(0, -1),
        more(some.length, limit) && `${semicolon}${more(some.length, limit)}`,
      ],
      fontSize: page.size.small,
      margin: [0, 2, 0, 0],
    },
  ];
}
