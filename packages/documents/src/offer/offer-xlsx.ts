import ExcelJS from 'exceljs';
import type { Amounts } from './amounts.ts';
import type { NotGiven } from './benefit-table.ts';
import type { OfferSheet } from './offer-sheet.ts';
import { type OfferWord, offerWords } from './offer-words.ts';

/**
 * An offer sheet as a workbook: all that the page has no room for. Amounts are numbers in 万元, to the fen; what is unknown is an
 * empty cell with its reason beside it; text is text whatever it begins with.
 */
export async function offerWorkbook(sheet: OfferSheet): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '梯度 Tidu';
  workbook.title = sheet.title;
  workbook.created = new Date(`${sheet.madeOn}T00:00:00Z`);
  workbook.modified = workbook.created;
  for (const table of [offer(sheet), costs(sheet), benefits(sheet), figures(sheet), sources(sheet)]) {
    add(workbook, table);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

interface Column {
  readonly title: string;
  /** Of characters. */
  readonly wide?: number;
  readonly format?: string;
}
type Cell = string | number | undefined;
interface Table {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Both languages, as a heading. */
const both = (word: OfferWord): string => `${offerWords[word].zh} ${offerWords[word].en}`;
const money = '#,##0.0';
const numbers = (some: readonly number[]): string => some.join(', ');

function offer({ language, title, sample, facts, ...sheet }: OfferSheet): Table {
  const { costs: table, benefits: given, rank, uncertainty, toQuay, toMarket } = sheet;
  const say = (word: OfferWord): string => offerWords[word][language];
  return {
    title: '测算单 Offer',
    columns: [
      { title: title, wide: 34 },
      { title: sample ? both('sample') : '', wide: 70, format: money },
      { title: both('source'), wide: 16 },
    ],
    rows: [
      ...facts.map(({ label, text, sources: from }) => [label, text, numbers(from)]),
      [],
      [`${say('known')}（${say('wanYuan')}）`, table.known?.npv ?? say('unknown')],
      ...(sheet.leftOut.length > 0 ? [[say('without'), sheet.leftOut.join('、')]] : []),
      [`${say('benefitsTotal')}（${say('wanYuan')}）`, given.sum?.total ?? say('unknown')],
      [say('rank'), rank ? `${rank.at} / ${rank.of}` : say('notComparable')],
      ...(uncertainty
        ? [
            [`P10（${say('wanYuan')}）`, uncertainty.p10],
            [`P50（${say('wanYuan')}）`, uncertainty.p50],
            [`P90（${say('wanYuan')}）`, uncertainty.p90],
            [
              say('chance'),
              `${Math.round(uncertainty.first * 100)}%（${uncertainty.draws} ${say('draws')}）`,
            ],
            ...uncertainty.moves.map(({ name, low, high, source }) => [
              `${say('moves')}：${name}`,
              `${low.toFixed(1)} ${say('to')} ${high.toFixed(1)} ${say('wanYuan')}`,
              source === undefined ? '' : String(source),
            ]),
          ]
        : []),
      [],
      ...toQuay.map(({ text, sources: from }) => [say('toQuay'), text, numbers(from)]),
      ...toMarket.map(({ text, sources: from }) => [say('toMarket'), text, numbers(from)]),
      [],
      [say('notice')],
      [say('rules'), sheet.madeOn],
      [say('program'), sheet.version],
      [say('receipt'), sheet.receipt, say('again')],
    ],
  };
}

const yearColumns = (years: readonly number[]): Column[] =>
  years.map((year) => ({ title: `第${year}年 Year ${year}`, wide: 12, format: money }));
const amountCells = (years: readonly number[], amounts: Omit<Amounts, 'npv'> | undefined): Cell[] =>
  amounts ? [...amounts.years, amounts.total] : [...years.map(() => undefined), undefined];

function costs({ years, costs: { rows, known, compared }, language }: OfferSheet): Table {
  const say = (word: OfferWord): string => offerWords[word][language];
  return {
    title: '逐年成本 Costs by year',
    columns: [
      { title: `${both('item')}（${both('unit')}）`, wide: 26 },
      ...yearColumns(years),
      { title: both('total'), wide: 14, format: money },
      { title: both('npv'), wide: 14, format: money },
      { title: both('inComparison'), wide: 12 },
      { title: both('unknown'), wide: 36 },
      { title: both('source'), wide: 16 },
      { title: both('basis'), wide: 60 },
      { title: both('formula'), wide: 40 },
    ],
    rows: [
      ...rows.map(({ name, amounts, unknown, sources: from, basis, formula, compared: counts }) => [
        name,
        ...amountCells(years, amounts),
        amounts?.npv,
        say(counts ? 'yes' : 'no'),
        unknown,
        numbers(from),
        basis,
        formula,
      ]),
      [say('sum'), ...amountCells(years, known), known?.npv],
      [say('sumCompared'), ...amountCells(years, compared), compared?.npv],
    ],
  };
}

function benefits({ years, benefits: { given, undecided, refused }, language }: OfferSheet): Table {
  const say = (word: OfferWord): string => offerWords[word][language];
  const lines = (some: readonly string[]) => some.join('\n');
  const without = (word: OfferWord, { title, source, why }: NotGiven): Cell[] => [
    title,
    say(word),
    ...amountCells(years, undefined),
    why,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    String(source),
  ];
  return {
    title: '政策收益 Benefits by year',
    columns: [
      { title: `${both('measureTitle')}（${both('unit')}）`, wide: 40 },
      { title: both('verdict'), wide: 18 },
      ...yearColumns(years),
      { title: both('total'), wide: 14, format: money },
      { title: both('reason'), wide: 40 },
      { title: both('issuer'), wide: 26 },
      { title: both('document'), wide: 24 },
      { title: both('gives'), wide: 44 },
      { title: both('conditions'), wide: 44 },
      { title: both('clawback'), wide: 30 },
      { title: both('source'), wide: 10 },
    ],
    rows: [
      ...given.map((one): Cell[] => [
        one.title,
        say('given'),
        ...amountCells(
          years,
          one.years && one.total !== undefined ? { years: one.years, total: one.total } : undefined,
        ),
        one.total === undefined ? [say('amountUnknown'), ...one.open].join('、') : undefined,
        one.issuer,
        one.document,
        lines(one.gives),
        lines(one.conditions),
        one.clawback ?? say('noClawback'),
        String(one.source),
      ]),
      ...undecided.map((one) => without('undecided', one)),
      ...refused.map((one) => without('refused', one)),
    ],
  };
}

const figures = ({ figures: all }: OfferSheet): Table => ({
  title: '数值 Figures',
  columns: [
    { title: both('figure'), wide: 36 },
    { title: both('place'), wide: 16 },
    { title: both('low'), wide: 12 },
    { title: both('likely'), wide: 12 },
    { title: both('high'), wide: 12 },
    { title: both('measuredIn'), wide: 16 },
    { title: both('date'), wide: 12 },
    { title: both('sure'), wide: 20 },
    { title: both('source'), wide: 10 },
    { title: both('note'), wide: 60 },
  ],
  rows: all.map(({ name, place, low, likely, high, unit, date, sure, source, note }) => [
    name,
    place,
    low,
    likely,
    high,
    unit,
    date,
    sure,
    source === undefined ? undefined : String(source),
    note,
  ]),
});

const sources = ({ sources: all }: OfferSheet): Table => ({
  title: '来源 Sources',
  columns: [
    { title: both('number'), wide: 8 },
    { title: both('sourceTitle'), wide: 50 },
    { title: both('issuer'), wide: 30 },
    { title: both('document'), wide: 26 },
    { title: both('date'), wide: 12 },
    { title: both('sure'), wide: 24 },
    { title: both('address'), wide: 50 },
    { title: both('note'), wide: 70 },
  ],
  rows: all.map(({ number, title, issuer, document, date, sure, url, note }) => [
    number,
    title,
    issuer,
    document,
    date,
    sure.join(' / '),
    url,
    note,
  ]),
});

function add(workbook: ExcelJS.Workbook, { title, columns, rows }: Table): void {
  const made = workbook.addWorksheet(title, { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }] });
  made.columns = columns.map(({ title: header, wide = 14, format }) => ({
    header,
    width: wide,
    style: {
      ...(format && { numFmt: format }),
      alignment: { vertical: 'top', wrapText: wide > 16 },
    },
  }));
  made.getRow(1).font = { bold: true };
  made.getRow(1).alignment = { wrapText: true, vertical: 'middle' };
  // A string is written as a string: a cell that begins with = + - or @ is never a formula.
  for (const row of rows) made.addRow([...row]);
}
