import type { Indicator } from '@tidu/programme';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import {
  frameworkTable,
  parkTable,
  proposalsTable,
  type ReportOf,
  type ReportTable,
  ranked,
  ranksTable,
} from './report.ts';
import { parkParagraphs, summary } from './summary.ts';

/** Half points: 二号 22 pt, 三号 16 pt, 小四 12 pt, 小五 9 pt. */
const size = { title: 44, heading: 32, text: 24, table: 18 };
const font = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia });
const fonts = {
  title: font('方正小标宋简体'),
  heading: font('黑体'),
  text: font('仿宋_GB2312'),
  table: font('宋体'),
};
/** Twips: the text of A4 between the margins of an official document. */
const page = { width: 11906, height: 16838, top: 2098, bottom: 1984, left: 1588, right: 1474 };
const inside = page.width - page.left - page.right;

/**
 * The yearly report of a round as a Word document.
 * @param rule  an indicator's scoring rule in words
 */
export async function assessmentReport(
  report: ReportOf,
  rule: (indicator: Indicator) => string,
): Promise<Buffer> {
  const { round, framework, parks, forDesk } = report;
  const numerals = '一二三四五六七八九十';
  let section = 0;
  const heading = (text: string) => {
    section += 1;
    return titled(`${numerals[section - 1]}、${text}`);
  };
  const children = [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 200, after: 200 },
      children: [new TextRun({ text: `${round.title.zh}报告`, size: size.title, font: fonts.title })],
    }),
    ...(report.sample ? [centred('示例数据，仅供演示，不代表任何园区的实际情况')] : []),
    centred(`编制日期：${report.madeOn}`),
    heading('摘要'),
    ...summary(report).map(paragraph),
    heading('得分与名次'),
    table(ranksTable(report)),
    ...(forDesk
      ? [
          heading('预警与退出建议'),
          ...(round.proposals.length > 0
            ? [table(proposalsTable(report)), paragraph('以上由规则得出，是否采纳由人决定。')]
            : [paragraph('本轮没有建议。')]),
        ]
      : []),
    heading('各园区'),
    ...ranked(parks).flatMap((park) => [
      subtitled(`第${park.result?.rank ?? '—'}名　${park.park.names.zh}`),
      ...parkParagraphs(report, park).map(paragraph),
      table(parkTable(report, park)),
    ]),
    heading('方法'),
    paragraph(framework.note.zh),
    ...method.map(paragraph),
    table(frameworkTable(report, rule)),
    heading('来源'),
    paragraph(
      `外贸数字取自海关总署公布的分地区统计，按收发货人注册地；每一数值附有凭据，本轮共${Object.keys(round.receipts).length}份，可在系统中逐一查验。项目、结对、义务、任务和月报取自系统记录。其余数值由园区、入驻企业和东部伙伴分别填报。`,
    ),
  ];
  const made = new Document({
    creator: '梯度',
    title: `${round.title.zh}报告`,
    styles: { default: { document: { run: { font: fonts.text, size: size.text } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.top, bottom: page.bottom, left: page.left, right: page.right },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28, font: fonts.table }),
                ],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return Packer.toBuffer(made);
}

const method = [
  '各指标按其规则得0至100分，按权重相加得总分，同分者名次相同。数值依次取自：审核时核定的数、系统从统计和记录中取得的数、各方填报数（各方平均后再平均；是否类从否）。不详的数值按各指标规定计分，并列出不详权重。',
  '名次区间：对全部权重各自独立上下浮动至多四分之一并归一，不详数值随机取0分或100分，重复400次，取名次的第5与第95百分位，并包含本名次。种子固定，任何人可复算。',
];

function titled(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: { before: 300, after: 120 },
    children: [new TextRun({ text, size: size.heading, font: fonts.heading, color: '000000' })],
  });
}

function subtitled(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 240, after: 80 },
    children: [new TextRun({ text, size: 28, font: font('楷体_GB2312'), color: '000000' })],
  });
}

function paragraph(text: string): Paragraph {
  return new Paragraph({
    spacing: { line: 400, after: 60 },
    // Two characters in, as Chinese paragraphs begin.
    indent: { firstLine: 480 },
    children: [new TextRun({ text, size: size.text, font: fonts.text })],
  });
}

function centred(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 100 },
    children: [new TextRun({ text, size: size.text, font: font('楷体_GB2312') })],
  });
}

function table({ columns, rows }: ReportTable): Table {
  const whole = columns.reduce((sum, { wide = 1 }) => sum + wide, 0);
  const widths = columns.map(({ wide = 1 }) => Math.floor((inside * wide) / whole));
  const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
  const cell = (text: string, column: number, bold = false) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { left: 60, right: 60, top: 30, bottom: 30 },
      children: [
        new Paragraph({
          alignment: bold
            ? AlignmentType.CENTER
            : columns[column]?.digits === undefined
              ? AlignmentType.LEFT
              : AlignmentType.RIGHT,
          children: [new TextRun({ text, size: size.table, font: bold ? fonts.heading : fonts.table })],
        }),
      ],
    });
  return new Table({
    width: { size: inside, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [
      new TableRow({ tableHeader: true, children: columns.map(({ title }, i) => cell(title, i, true)) }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((value, i) => cell(written(value, columns[i]?.digits), i)),
          }),
      ),
    ],
  });
}

function written(value: string | number | null, digits = 2): string {
  if (value === null) return '不详';
  return typeof value === 'number' ? String(Number(value.toFixed(digits))) : value;
}
