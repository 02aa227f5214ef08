import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  FrameAnchorType,
  Header,
  HeightRule,
  HorizontalPositionAlign,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph as Par,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalPositionAlign,
  WidthType,
} from 'docx';
import { character, type Face, fonts, grid, page, printedDate, red, size, widthOf } from './gbt9704.ts';
import type { Attachment, Official, Paragraph } from './official.ts';

/** What every page of a document of the demonstration says. */
export const sampleMark = '演示样稿　不具效力';

/**
 * An official document as a Word file, laid out after GB/T 9704—2012.
 * @see docs/use/documents.md
 */
export async function paper(content: Official): Promise<Buffer> {
  const document = new Document({
    title: content.title,
    creator: content.issuer,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: type('body', size.three) } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: page.margin,
          },
          grid: { type: DocumentGridType.LINES_AND_CHARS, ...grid },
        },
        ...marks(content.sample),
        ...numbered,
        children: [
          ...head(content),
          ...title(content.title, content.number !== undefined || content.head !== undefined ? 2 : 0),
          ...(content.addressee ? [blank(), line(`${content.addressee}：`)] : [blank()]),
          ...content.body.map(paragraph),
          ...attachmentNote(content.attachments ?? []),
          ...signature(content),
          ...imprint(content),
          ...(content.attachments ?? []).flatMap((one, i, all) =>
            attachment(one, all.length > 1 ? i + 1 : undefined),
          ),
        ],
      },
    ],
  });
  const fontTable = { path: 'word/fontTable.xml', data: fontTableXml() };
  return Packer.toBuffer(document, undefined, [fontTable]);
}

const type = (face: Face, half: number) => {
  const { name } = fonts[face];
  return { font: { ascii: name, hAnsi: name, eastAsia: name, cs: name }, size: half };
};
const run = (text: string, face: Face = 'body', half: number = size.three, color?: string) =>
  new TextRun({ text, ...type(face, half), ...(color && { color }) });

const blank = (): Par => new Par({ children: [run('')] });
const line = (text: string): Par => new Par({ children: [run(text)] });

function head({ head: mark, number }: Official): Par[] {
  if (!mark) return number ? [centred(run(number))] : [];
  // As large as fits one line, as the standard leaves to the issuer; its upper edge 35 mm below the type area's.
  const half = Math.min(124, Math.floor((page.typeArea.width / 10 / widthOf(mark)) * 0.96));
  return [
    new Par({
      alignment: AlignmentType.CENTER,
      spacing: { before: Math.round((35 / 25.4) * 1440), line: half * 12, lineRule: LineRuleType.EXACT },
      children: [run(mark, 'title', half, red)],
    }),
    blank(),
    blank(),
    new Par({
      alignment: AlignmentType.CENTER,
      // 4 mm below the number, as wide as the type area.
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, space: 11, color: red } },
      children: [run(number ?? '')],
    }),
  ];
}

const centred = (child: TextRun): Par => new Par({ alignment: AlignmentType.CENTER, children: [child] });

const title = (text: string, above: number): Par[] => [
  ...Array.from({ length: above }, blank),
  ...text.split('\n').map(
    (part) =>
      new Par({
        alignment: AlignmentType.CENTER,
        spacing: { line: 640, lineRule: LineRuleType.EXACT },
        children: [run(part, 'title', size.two)],
      }),
  ),
];

const faces: Readonly<Record<1 | 2 | 3 | 4, Face>> = { 1: 'heading', 2: 'subheading', 3: 'body', 4: 'body' };

const paragraph = ({ text, level }: Paragraph): Par =>
  new Par({
    alignment: AlignmentType.BOTH,
    indent: { firstLine: 2 * character },
    children: [run(text, level ? faces[level] : 'body')],
  });

/** 附件：1. …, two characters in, each title below the other. */
function attachmentNote(attachments: readonly Attachment[]): Par[] {
  if (attachments.length === 0) return [];
  return [
    blank(),
    ...attachments.map(({ title: name }, i) => {
      const ordinal = attachments.length > 1 ? `${i + 1}.` : '';
      return new Par({
        indent: { left: (i === 0 ? 2 : 5) * character },
        children: [run(`${i === 0 ? '附件：' : ''}${ordinal}${name.replaceAll('\n', '')}`)],
      });
    }),
  ];
}

/** The date four characters from the right, the issuer centred on it: room for the seal. */
function signature({ issuer, date, note, signatories }: Official): Par[] {
  if (signatories) return signatories.flatMap(signatory);
  const printed = printedDate(date);
  const right = 4 + (widthOf(printed) - widthOf(issuer)) / 2;
  const at = (text: string, characters: number): Par =>
    new Par({
      alignment: AlignmentType.RIGHT,
      indent: { right: Math.round(Math.max(0, characters) * character) },
      keepNext: true,
      children: [run(text)],
    });
  return [
    blank(),
    blank(),
    at(issuer, right),
    at(printed, 4),
    ...(note ? [new Par({ indent: { left: 2 * character }, children: [run(`（${note}）`)] })] : []),
  ];
}

/** Room for the seal, the name and the date of one side. */
function signatory({ side, by, on }: NonNullable<Official['signatories']>[number]): Par[] {
  const kept = (text: string): Par => new Par({ keepNext: true, children: [run(text)] });
  return [
    blank(),
    kept(`${side}（盖章）`),
    kept(`签署人：${by ?? ''}`),
    line(`日期：${on ? printedDate(on) : '　　　　年　　月　　日'}`),
  ];
}

/** 版记: at the foot of the last page of the document itself, between lines as wide as the type area. */
function imprint({ imprint: given }: Official): Par[] {
  if (!given) return [];
  const thick = { style: BorderStyle.SINGLE, size: 8, space: 1, color: '000000' };
  const thin = { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' };
  const frame = {
    type: 'alignment' as const,
    width: page.typeArea.width,
    height: 0,
    rule: HeightRule.AUTO,
    anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
    alignment: { x: HorizontalPositionAlign.CENTER, y: VerticalPositionAlign.BOTTOM },
  };
  const inset = { left: Math.round(character * 0.875), right: Math.round(character * 0.875) };
  const last = new Par({
    frame,
    indent: inset,
    border: { top: given.copies ? thin : thick, bottom: thick },
    tabStops: [{ type: 'right', position: page.typeArea.width - inset.right }],
    children: [run(`${given.office}\t${printedDate(given.date)}印发`, 'body', size.four)],
  });
  if (!given.copies) return [last];
  const copies = run(`抄送：${given.copies}。`, 'body', size.four);
  return [new Par({ frame, indent: inset, border: { top: thick }, children: [copies] }), last];
}

function attachment({ title: name, paragraphs = [], table }: Attachment, ordinal?: number): (Par | Table)[] {
  return [
    new Par({ children: [new PageBreak(), run(`附件${ordinal ?? ''}`, 'heading')] }),
    blank(),
    ...title(name, 0),
    blank(),
    ...paragraphs.map(paragraph),
    ...(table ? [tableOf(table)] : []),
  ];
}

function tableOf({ columns, rows }: NonNullable<Attachment['table']>): Table {
  const widths = columns.map(({ share }) => Math.round(share * page.typeArea.width));
  const cell = (text: string, i: number, face: Face): TableCell =>
    new TableCell({
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      margins: { left: 80, right: 80 },
      children: [
        new Par({
          alignment: i === 0 ? AlignmentType.CENTER : AlignmentType.LEFT,
          spacing: { line: 440, lineRule: LineRuleType.AT_LEAST },
          children: [run(text, face, size.four)],
        }),
      ],
    });
  return new Table({
    columnWidths: widths,
    width: { size: page.typeArea.width, type: WidthType.DXA },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ name }, i) => cell(name, i, 'heading')),
      }),
      ...rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((text, i) => cell(text, i, 'body')) }),
      ),
    ],
  });
}

/** — 1 —, in size 4 half-width numerals: one character from the outer edge, right on odd pages, left on even. */
const pageNumber = (alignment: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      new Par({
        alignment,
        indent: { [alignment]: size.four * 10 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], ...type('number', size.four) })],
      }),
    ],
  });
const numbered: Pick<ISectionOptions, 'footers'> = {
  footers: { default: pageNumber('right'), even: pageNumber('left') },
};

function marks(sample: boolean): Pick<ISectionOptions, 'headers'> {
  if (!sample) return {};
  const mark = () => new Header({ children: [centred(run(sampleMark, 'heading', size.four, '808080'))] });
  return { headers: { default: mark(), even: mark() } };
}

/** Names beside each font the one to take where a machine does not have it. */
function fontTableXml(): string {
  const entries = Object.values(fonts).map(
    ({ name, otherwise }) =>
      `<w:font w:name="${name}"><w:altName w:val="${otherwise}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`;
}
