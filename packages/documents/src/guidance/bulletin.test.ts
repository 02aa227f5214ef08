import type { MinistryNext, ParkNext } from '@tidu/guidance';
import { describe, expect, it } from 'vitest';
import { faultInXml, partsOf, textsOf } from '../official/paper.cases.ts';
import { paper, sampleMark } from '../official/paper.ts';
import { type BulletinFigures, ministryBulletin, parkBulletin } from './bulletin.ts';
import { saidChange, saidPeriod, saidQuantity, saidYuan } from './said-amounts.ts';

const both = (text: string) => ({ zh: text, en: text });
const advice: MinistryNext['advice'] = [
  {
    order: 1,
    kind: 'go-for',
    score: 0.5,
    extent: 0.7,
    sure: 'measured',
    about: { what: 'group', id: 'clothing', names: both('服装服饰') },
    says: both('主攻服装服饰'),
    reasons: [
      {
        code: 'movable',
        says: both('若势头不变，东部三年内转出（每年出口）'),
        quantity: { value: 62_410_467_626, as: 'money' },
        evidence: {
          in: 'guidance',
          name: 'park-next',
          request: { park: 'taiyuan' },
          field: '/goods/0/movable',
        },
        madeUp: 'synthetic',
      },
    ],
    measures: [],
    talk: [{ place: '310000', names: both('上海市'), movable: 13_500_000_000 }],
    remedy: null,
  },
  {
    order: 2,
    kind: 'load-data',
    score: 0.4,
    extent: 0.8,
    sure: 'stated',
    about: { what: 'statistics', id: 'mode', names: both('分贸易方式的海关统计') },
    says: both('载入分贸易方式的海关统计'),
    reasons: [
      {
        code: 'no-mode',
        says: both('所载统计不分贸易方式'),
        quantity: null,
        evidence: { in: 'guidance', name: 'known', request: {}, field: '/trade/measured' },
        madeUp: null,
      },
    ],
    measures: [],
    talk: [],
    remedy: both('载入分地区、分贸易方式的海关数据'),
  },
];
const weights = { kinds: [], sureness: [] };
const park = { id: 'taiyuan', record: 'park-1', names: both('太原市'), place: '140100' };
const parkNext: ParkNext = {
  day: '2025-07-20',
  park,
  measured: 'all',
  synthetic: false,
  periods: ['2024-01..2024-06', '2025-01..2025-06'],
  city: {
    names: both('太原市'),
    exports: 23_889_490_000,
    change: -43.18,
    othersChange: 16.39,
    share: 0.0102,
    shareBefore: 0.0209,
    rank: 81,
    among: 86,
  },
  goods: [],
  cities: [],
  weights,
  advice,
};
const ministryNext: MinistryNext = {
  day: '2025-07-20',
  measured: 'all',
  synthetic: false,
  periods: parkNext.periods,
  programme: {
    parks: 2,
    told: 1,
    ahead: 0,
    share: 0.0102,
    shareBefore: 0.0209,
    change: -43.18,
    othersChange: 16.39,
    effect: null,
  },
  parks: [
    {
      ...park,
      exports: 23_889_490_000,
      change: -43.18,
      share: 0.0102,
      shareBefore: 0.0209,
      effect: null,
      promised: null,
      reported: null,
      notStated: 2,
      stateable: 6,
      ties: 1,
    },
    {
      id: 'jiyuan',
      record: 'park-3',
      names: both('济源市'),
      place: '419001',
      exports: null,
      change: null,
      share: null,
      shareBefore: null,
      effect: null,
      promised: null,
      reported: null,
      notStated: 0,
      stateable: 6,
      ties: 0,
    },
  ],
  groups: [],
  units: [],
  weights,
  advice,
};
const nothing = { exports: null, imports: null };
const figures: BulletinFigures = {
  month: '2025-06',
  yearToDate: '2025-01..2025-06',
  measured: 'all',
  synthetic: false,
  cities: [
    {
      place: '140100',
      month: { exports: 4_000_000_000, imports: 1_200_000_000 },
      yearToDate: { exports: 23_889_490_000, imports: 9_000_000_000 },
      yearBefore: { exports: 42_046_000_000, imports: 9_000_000_000 },
    },
    { place: '419001', month: nothing, yearToDate: nothing, yearBefore: nothing },
  ],
  sources: [{ name: '各城市出口', period: '2025-01..2025-06', sha256: 'a'.repeat(64) }],
};
const of = { figures, issuer: '示例部', madeOn: '2025-07-20', receipt: 'b'.repeat(64) };
const read = async (document: Parameters<typeof paper>[0]) => {
  const parts = await partsOf(await paper(document));
  const xml = parts.get('word/document.xml') ?? '';
  expect(faultInXml(xml)).toBeUndefined();
  return { text: textsOf(xml).join('\n'), parts };
};

describe('the monthly bulletin', () => {
  it('of a park says how its city trades, what to do next with reasons and numbers, and where these stand', async () => {
    const { text, parts } = await read(parkBulletin({ ...of, next: parkNext }));
    for (const said of [
      '太原市承接加工贸易梯度转移月度通报\n（2025年6月）',
      '所载统计不分贸易方式，以下为全部贸易方式的进出口',
      '2025年1—6月，太原市出口238.9亿元，同比下降43.2%；进口90.0亿元，同比持平；其中6月出口40.0亿元，进口12.0亿元。',
      '增速居第81',
      '（一）主攻服装服饰',
      '转出（每年出口）：624.1亿元（合成）。可对接上海市（135.0亿元）。',
      '载入分地区、分贸易方式的海关数据。',
      '是否采纳由人决定',
      'aaaaaaaaaaaaaaaa',
      '2025年7月20日',
    ])
      expect(text).toContain(said);
    expect([...parts.values()].join()).toContain(sampleMark);
  });

  it('of the ministry says how the programme goes, and leaves unknown what is not published', async () => {
    const { text } = await read(ministryBulletin({ ...of, next: ministryNext }));
    for (const said of [
      '加工贸易梯度转移月度通报\n（2025年6月）',
      '2个园区中1个所在城市有数',
      '尚不能评估认定的成效',
      '1个园区所在城市没有公布的可比数',
      '所载统计看不出东部哪些商品在转出',
      '济源市\n不详\n增减不详\n不详\n增减不详',
    ])
      expect(text).toContain(said);
  });

  it('is no sample where nothing in it is made up', () => {
    const real = advice.slice(1);
    expect(parkBulletin({ ...of, next: { ...parkNext, advice: real } }).sample).toBe(false);
    expect(parkBulletin({ ...of, next: parkNext }).sample).toBe(true);
    const synthetic = { ...figures, synthetic: true };
    expect(parkBulletin({ ...of, figures: synthetic, next: { ...parkNext, advice: real } }).sample).toBe(
      true,
    );
  });
});

describe('numbers in a bulletin', () => {
  it('say money, changes and periods as officials write them', () => {
    expect([saidYuan(23_889_490_000), saidYuan(-1_234_567), saidYuan(99), saidYuan(null)]).toEqual([
      '238.9亿元',
      '-123万元',
      '99元',
      '不详',
    ]);
    expect([saidChange(3.04), saidChange(-0.02), saidChange(null)]).toEqual(['增长3.0%', '持平', '增减不详']);
    expect([saidPeriod('2024'), saidPeriod('2025-06'), saidPeriod('2025-01..2025-06')]).toEqual([
      '2024年',
      '2025年6月',
      '2025年1—6月',
    ]);
    expect(saidQuantity({ value: 120, as: 'amount', unit: both('公顷') })).toBe('120公顷');
  });
});
