import type { MinistryNext, ParkNext } from '@tidu/guidance';
import type { Attachment, Official, Paragraph } from '../official/official.ts';
import { saidAdvice } from './said-advice.ts';
import { saidChange, saidDifference, saidPart, saidPeriod, saidYuan } from './said-amounts.ts';

/** Exports and imports of a city, yuan; nothing where the statistics do not tell. */
export interface CityTrade {
  readonly place: string;
  readonly month: { readonly exports: number | null; readonly imports: number | null };
  readonly yearToDate: { readonly exports: number | null; readonly imports: number | null };
  readonly yearBefore: { readonly exports: number | null; readonly imports: number | null };
}

/** The statistics that a bulletin of a month tells, and where they stand. */
export interface BulletinFigures {
  /** YYYY-MM, and January to it. */
  readonly month: string;
  readonly yearToDate: string;
  readonly measured: 'processing' | 'all';
  readonly synthetic: boolean;
  readonly cities: readonly CityTrade[];
  readonly sources: readonly { readonly name: string; readonly period: string; readonly sha256: string }[];
}

export interface BulletinOf<Next> {
  readonly next: Next;
  readonly figures: BulletinFigures;
  readonly issuer: string;
  /** YYYY-MM-DD */
  readonly madeOn: string;
  /** Checksum of the receipt of `next`. */
  readonly receipt: string;
}

/** The monthly bulletin on one park: how its city trades, what it should do next, and where each number stands. */
export function parkBulletin(of: BulletinOf<ParkNext>): Official {
  const { next, figures } = of;
  const { city, park, goods } = next;
  const told = figures.cities.find(({ place }) => place === park.place);
  const body: Paragraph[] = [
    { text: opening(figures, `${park.names.zh}承接加工贸易梯度转移`) },
    heading(0, '进出口情况'),
    { text: tradeOf(city.names.zh, told, figures) },
    {
      text:
        city.exports === null
          ? `所载统计没有${city.names.zh}各期的完整数，不能与其他城市比较。`
          : `${compared(next)}与上一期相比，${city.names.zh}出口${saidChange(city.change)}，东部以外${city.among}个有数城市合计${saidChange(city.othersChange)}，增速居第${city.rank}；占这些城市出口的${saidPart(city.share)}，期初为${saidPart(city.shareBefore)}。`,
    },
    ...(goods.length > 0
      ? [
          heading(1, '承接方向'),
          {
            text: `若势头不变，东部三年内转出较多且本市有基础的商品依次为${markOf(next)}${goods
              .slice(0, 5)
              .map(({ names, movable }) => `${names.zh}，每年出口${saidYuan(movable)}`)
              .join('；')}。`,
          },
        ]
      : []),
    heading(goods.length > 0 ? 2 : 1, '下一步重点'),
    ...saidAdvice(next.advice),
    heading(goods.length > 0 ? 3 : 2, '数据说明'),
    ...notes(of),
  ];
  return official(of, `${park.names.zh}承接加工贸易梯度转移月度通报`, body, [sourcesTable(figures)]);
}

/** The ministry's monthly bulletin: the programme, each park, what moves, what to do next, and where each number stands. */
export function ministryBulletin(of: BulletinOf<MinistryNext>): Official {
  const { next, figures } = of;
  const { programme, parks, units } = next;
  const told = parks.filter(({ change }) => change !== null);
  const byChange = told.toSorted((a, b) => (b.change as number) - (a.change as number));
  const listed = (some: typeof parks) =>
    some.map(({ names, change }) => `${names.zh}（${saidChange(change)}）`).join('、');
  const dear = units.slice(0, 3).map(({ park, names, unit, worth }) => {
    const where = parks.find(({ id }) => id === park)?.names.zh ?? park;
    return `${where}每多1${unit.zh}${names.zh}，方案每年多得${saidYuan(worth)}`;
  });
  const body: Paragraph[] = [
    { text: opening(figures, '加工贸易梯度转移') },
    heading(0, '总体情况'),
    {
      text:
        programme.share === null
          ? '没有可比的分城市统计，看不出各园区的增减。'
          : `${compared(next)}，${programme.parks}个园区中${programme.told}个所在城市有数，合计出口与上一期相比${saidChange(programme.change)}，东部以外有数城市合计${saidChange(programme.othersChange)}；占比${saidPart(programme.share)}，期初为${saidPart(programme.shareBefore)}。${programme.ahead}个园区所在城市快于总体。`,
    },
    {
      text:
        programme.effect === null
          ? '认定前后的统计时段不够，尚不能评估认定的成效。'
          : `与可比城市相比，认定以来园区所在城市的出口${saidDifference(programme.effect)}。`,
    },
    heading(1, '各园区情况'),
    {
      text:
        byChange.length === 0
          ? '各园区所在城市均无可比数。'
          : `增速居前的是${listed(byChange.slice(0, 3))}；居后的是${listed(byChange.slice(-3).reverse())}。${parks.length - told.length > 0 ? `${parks.length - told.length}个园区所在城市没有公布的可比数。` : ''}各园区情况见附件1。`,
    },
    heading(2, '转移动向'),
    {
      text: movingOf(next),
    },
    ...(dear.length > 0
      ? [{ text: `布局方案中最紧缺的资源${markOf(next)}：${dear.join('；')}（出口按合适程度折算）。` }]
      : []),
    heading(3, '下一步重点'),
    ...saidAdvice(next.advice),
    heading(4, '数据说明'),
    ...notes(of),
  ];
  return official(of, '加工贸易梯度转移月度通报', body, [parksTable(next, figures), sourcesTable(figures)]);
}

const headings = ['一', '二', '三', '四', '五'];
const heading = (i: number, text: string): Paragraph => ({ text: `${headings[i]}、${text}`, level: 1 });
/** The period that courses are compared over, what is measured in it, and whether it is made up. */
const compared = ({ periods, measured, synthetic }: ParkNext | MinistryNext): string =>
  `${saidPeriod(periods.at(-1) ?? '')}（${measured === 'processing' ? '加工贸易' : '全部贸易方式'}${synthetic ? '，合成数据' : ''}）`;

const markOf = ({ synthetic }: ParkNext | MinistryNext): string => (synthetic ? '（合成）' : '');

/** What may leave the east; where goods are not told, from which cities. */
function movingOf(next: MinistryNext): string {
  const { groups } = next;
  const [first] = groups;
  const from = ({ cities }: (typeof groups)[number]) => cities.map(({ names }) => names.zh).join('、');
  if (!first) return '所载统计看不出东部哪些商品在转出。';
  if (first.group === 'all')
    return `所载统计不分商品。若势头不变，三年内可能从东部转出的出口每年${saidYuan(first.mid)}${markOf(next)}，主要来自${from(first)}；其中较有把握的${saidYuan(first.low)}。`;
  const said = groups.slice(0, 5).map((one) => `${one.names.zh}${saidYuan(one.mid)}（主要来自${from(one)}）`);
  return `若势头不变，三年内可能从东部转出（每年出口）较多的是${markOf(next)}${said.join('，')}。`;
}

const lastPeriod = (periods: readonly string[]): string => saidPeriod(periods.at(-1) ?? '');

function opening({ yearToDate, measured, synthetic }: BulletinFigures, what: string): string {
  return [
    `现将${saidPeriod(yearToDate)}${what}有关情况通报如下。`,
    measured === 'all' ? '所载统计不分贸易方式，以下为全部贸易方式的进出口。' : '以下为加工贸易进出口。',
    synthetic ? '数字出自合成数据，不是真实统计。' : '',
  ].join('');
}

function tradeOf(name: string, told: CityTrade | undefined, { month, yearToDate }: BulletinFigures): string {
  if (!told || told.yearToDate.exports === null) return `${saidPeriod(yearToDate)}${name}的进出口没有公布。`;
  const flow = (of: 'exports' | 'imports') =>
    `${of === 'exports' ? '出口' : '进口'}${saidYuan(told.yearToDate[of])}，同比${saidChange(grown(told, of))}`;
  const ofMonth = `其中${Number(month.slice(5))}月出口${saidYuan(told.month.exports)}，进口${saidYuan(told.month.imports)}`;
  return `${saidPeriod(yearToDate)}，${name}${flow('exports')}；${flow('imports')}；${ofMonth}。`;
}

/** Percent against the same months of the year before. */
function grown({ yearToDate, yearBefore }: CityTrade, flow: 'exports' | 'imports'): number | null {
  const [now, before] = [yearToDate[flow], yearBefore[flow]];
  return now === null || before === null || before === 0 ? null : 100 * (now / before - 1);
}

function notes({ next, figures, receipt }: BulletinOf<ParkNext | MinistryNext>): Paragraph[] {
  const periods =
    next.periods.length === 0
      ? '没有可比时段'
      : `${saidPeriod(next.periods[0] ?? '')}至${lastPeriod(next.periods)}共${next.periods.length}期`;
  return [
    {
      text: `进出口数字取自海关总署公布的分地区统计，按收发货人注册地，人民币计价，各数字的出处和校验和见附件。增减、占比和转移动向依据${periods}的同口径数字。没有公布、没有填报的为不详，不作估计。`,
    },
    {
      text: `建议由系统按公开的规则得出，是否采纳由人决定；凭据校验和${receipt.slice(0, 16)}，可在系统中重新计算和查验。${figures.synthetic || next.synthetic ? '标“合成”的出自合成数据，不是真实统计。' : ''}标“示例”的为演示用的示例记录。`,
    },
  ];
}

function parksTable({ parks }: MinistryNext, { cities, yearToDate }: BulletinFigures): Attachment {
  return {
    title: `各园区所在城市进出口情况\n（${saidPeriod(yearToDate)}）`,
    table: {
      columns: [
        { name: '园区', share: 0.22 },
        { name: '出口', share: 0.17 },
        { name: '同比', share: 0.17 },
        { name: '进口', share: 0.17 },
        { name: '同比', share: 0.17 },
        { name: '结对', share: 0.1 },
      ],
      rows: parks.map(({ names, place, ties }) => {
        const told = cities.find((one) => one.place === place);
        return [
          names.zh,
          saidYuan(told?.yearToDate.exports ?? null),
          told ? saidChange(grown(told, 'exports')) : '不详',
          saidYuan(told?.yearToDate.imports ?? null),
          told ? saidChange(grown(told, 'imports')) : '不详',
          `${ties}`,
        ];
      }),
    },
  };
}

function sourcesTable({ sources }: BulletinFigures): Attachment {
  return {
    title: '数字出处',
    table: {
      columns: [
        { name: '数字', share: 0.3 },
        { name: '时段', share: 0.25 },
        { name: '校验和（SHA-256 前16位）', share: 0.45 },
      ],
      rows: sources.map(({ name, period, sha256 }) => [name, saidPeriod(period), sha256.slice(0, 16)]),
    },
  };
}

function official(
  { next, figures, issuer, madeOn }: BulletinOf<ParkNext | MinistryNext>,
  title: string,
  body: readonly Paragraph[],
  attachments: readonly Attachment[],
): Official {
  const made =
    figures.synthetic || next.advice.some(({ reasons }) => reasons.some(({ madeUp }) => madeUp !== null));
  return {
    title: `${title}\n（${saidPeriod(figures.month)}）`,
    body,
    attachments,
    issuer,
    date: madeOn,
    sample: made,
  };
}
