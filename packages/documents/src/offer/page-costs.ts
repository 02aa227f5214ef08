import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Amounts } from './amounts.ts';
import type { CostRow } from './cost-table.ts';
import { amountCell, columnHead, ink, lines, type Page } from './page-look.ts';

/** Every item by year; an unknown one says what it lacks where its amounts would stand. */
export function costsOnPage({ sheet, limits, say, refs, size }: Page): Content {
  const { rows, known, compared } = sheet.costs;
  const { language } = sheet;
  const { years } = sheet;
  const amounts = ({ years: of, total, npv }: Amounts, bold = false) =>
    [...of, total, npv].map((value) => amountCell(value, bold));
  const unknown = (why: string = say('unknown')): TableCell[] => [
    { text: why, colSpan: years.length + 2, color: ink.mark },
    ...years.map((): TableCell => ''),
    '',
  ];
  const row = (one: CostRow): TableCell[] => [
    { text: [one.name, refs(one.sources)] },
    ...(one.amounts ? amounts(one.amounts) : unknown(one.unknown)),
  ];
  return {
    table: {
      headerRows: 1,
      widths: [
        82 * limits.scale + (language === 'zh' ? 0 : 10),
        ...years.map(() => '*'),
        42 * limits.scale,
        42 * limits.scale,
      ],
      body: [
        [
          columnHead(say('item')),
          ...years.map((year) =>
            columnHead(language === 'zh' ? `第${year}年` : `${say('year')} ${year}`, 'right'),
          ),
          columnHead(say('total'), 'right'),
          columnHead(say('npv'), 'right'),
        ],
        ...rows.map(row),
        [{ text: say('sum'), bold: true }, ...(known ? amounts(known, true) : unknown())],
        [{ text: say('sumCompared') }, ...(compared ? amounts(compared) : unknown(say('notComparable')))],
      ],
    },
    fontSize: size.small,
    layout: lines(1.5),
  };
}
