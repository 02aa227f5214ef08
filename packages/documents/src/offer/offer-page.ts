import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { untold } from './benefit-table.ts';
import type { OfferSheet } from './offer-sheet.ts';
import { benefitsOnPage } from './page-benefits.ts';
import { costsOnPage } from './page-costs.ts';
import { ink, type Limits, lines, type Page, pageOf, plainQuotes } from './page-look.ts';
import { waysAndUncertainty } from './page-ways.ts';
import type { ListedSource } from './source-list.ts';
import { printWan } from './wan.ts';

/** The font of every text. */
export const font = 'NotoSansHans';

/**
 * An offer sheet laid out on A4.
 * @param counted hears how many pages it takes
 */
export function offerPage(
  sheet: OfferSheet,
  limits: Limits,
  counted: (pages: number) => void,
): TDocumentDefinitions {
  const page = pageOf(sheet.language === 'en' ? plainQuotes(sheet) : sheet, limits);
  const { say, heading, size } = page;
  return {
    pageSize: 'A4',
    pageMargins: [30, 24, 30, 22],
    version: '1.7',
    language: sheet.language === 'zh' ? 'zh-CN' : 'en',
    displayTitle: true,
    // Of the day of the sheet, so that the same sheet gives the same bytes.
    info: {
      title: sheet.title,
      creator: 'Tidu 梯度',
      producer: 'Tidu 梯度',
      creationDate: new Date(`${sheet.madeOn}T00:00:00Z`),
    },
    defaultStyle: { font, fontSize: size.text, color: ink.text, lineHeight: 1.12 },
    content: [
      head(page),
      facts(page),
      headlines(page),
      heading(say('costs'), say('unit')),
      costsOnPage(page),
      heading(say('benefits'), say('unit')),
      ...benefitsOnPage(page),
      waysAndUncertainty(page),
      heading(say('sources')),
      ...sources(page),
      foot(page),
    ],
    footer: (_, pages) => {
      counted(pages);
      return '';
    },
  };
}

const head = ({ sheet: { title, sample }, say, size }: Page): Content => ({
  columns: [
    { width: '*', text: title, bold: true, fontSize: size.title, color: ink.accent },
    {
      width: 'auto',
      text: sample ? say('sample') : '',
      bold: true,
      fontSize: size.figure,
      color: ink.mark,
      margin: [0, 4, 0, 0],
    },
  ],
});

/** Two to a line; the last across. */
function facts({ sheet: { facts: all }, refs }: Page): Content {
  const cells = all.map(({ label, text, sources: from }): TableCell[] => [
    { text: label, color: ink.quiet, noWrap: true },
    { text: [text, refs(from)] },
  ]);
  const body = Array.from({ length: Math.ceil(cells.length / 2) }, (_, i) => {
    const [first = [], second] = cells.slice(2 * i, 2 * i + 2);
    return second ? [...first, ...second] : [first[0] ?? '', { ...Object(first[1]), colSpan: 3 }, '', ''];
  });
  return {
    table: { widths: ['auto', '*', 'auto', '*'], body },
    layout: lines(2),
    margin: [0, 3, 0, 4],
  };
}

function headlines({ sheet, say, size, comma }: Page): Content {
  const { costs, benefits, rank, uncertainty, leftOut, language } = sheet;
  const silent = untold(benefits, language);
  const left =
    leftOut.length > 0
      ? `${say('without')} ${leftOut.join(language === 'zh' ? '、' : ', ')}`
      : say('knownNote');
  const cell = (label: string, value: string | undefined, note: string, unit = ''): TableCell => ({
    stack: [
      { text: label, color: ink.quiet, fontSize: size.small },
      {
        text: [
          {
            text: value ?? say('unknown'),
            bold: true,
            fontSize: size.figure,
            color: value === undefined ? ink.mark : ink.accent,
          },
          { text: value === undefined ? '' : ` ${unit}`, color: ink.quiet, fontSize: size.small },
        ],
      },
      { text: note, color: ink.quiet, fontSize: size.small },
    ],
    fillColor: ink.band,
  });
  const wanYuan = say('wanYuan');
  return {
    table: {
      widths: ['*', '*', '*', '*'],
      body: [
        [
          cell(say('known'), costs.known && printWan(costs.known.npv), left, wanYuan),
          cell(
            say('benefitsTotal'),
            benefits.sum && printWan(benefits.sum.total),
            [
              ...(benefits.sum ? [`${say('npv')} ${printWan(benefits.sum.npv)}`] : []),
              ...(silent ? [`${say('another')}${language === 'zh' ? '' : ' '}${silent}`] : []),
            ].join(comma),
            wanYuan,
          ),
          cell(
            say('rank'),
            rank && `${rank.at} / ${rank.of}`,
            uncertainty ? `${say('chance')} ${Math.round(uncertainty.first * 100)}%` : say('notComparable'),
          ),
          cell(
            say('spread'),
            uncertainty && printWan(uncertainty.p50),
            uncertainty
              ? `${printWan(uncertainty.p10)} – ${printWan(uncertainty.p90)}　${uncertainty.draws} ${say('draws')}`
              : say('notComparable'),
            wanYuan,
          ),
        ],
      ],
    },
    layout: {
      ...lines(6),
      hLineWidth: () => 0,
      vLineWidth: (i, { table: { body } }) => (i > 0 && i < (body[0]?.length ?? 0) ? 4 : 0),
      vLineColor: () => '#ffffff',
      paddingTop: () => 3,
      paddingBottom: () => 2,
    },
  };
}

/** Those that the page names; the workbook has all. */
function sources({ sheet, named, more, say, size }: Page): Content[] {
  const shown = sheet.sources.filter(({ number }) => named.has(number));
  const line = ({ number, title, issuer, document, date, sure }: ListedSource): string =>
    `[${number}] ${[issuer ?? say('unnamed'), title, document, ...(number === 1 ? [] : [date ?? say('undated')]), sure.join('/')].filter((part) => part).join(' · ')}`;
  const half = Math.ceil(shown.length / 2);
  const column = (some: readonly ListedSource[]) => ({
    width: '*',
    stack: some.map((one) => ({ text: line(one) })),
    fontSize: size.least,
    color: ink.quiet,
  });
  const rest = more(sheet.sources.length, shown.length);
  return [
    { columns: [column(shown.slice(0, half)), column(shown.slice(half))], columnGap: 14 },
    ...(rest ? [{ text: rest, fontSize: size.least, color: ink.quiet }] : []),
  ];
}

function foot({ sheet: { madeOn, version, receipt, language }, say, colon, size }: Page): Content {
  return {
    stack: [
      { text: say('notice') },
      {
        text: [
          {
            text: `${say('rules')} ${madeOn}　${say('program')} ${version}　${say('receipt')}${colon}${receipt}`,
            color: ink.text,
          },
          language === 'zh' ? `（${say('again')}）` : ` (${say('again')})`,
        ],
      },
    ],
    fontSize: size.least,
    color: ink.quiet,
    margin: [0, 5, 0, 0],
  };
}
