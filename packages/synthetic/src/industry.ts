import type { Names } from '@tidu/reference';

/** A manufacturing division of GB/T 4754—2017 with the HS chapters of its goods; no chapter is in two. */
export interface Industry {
  readonly code: string;
  readonly name: Names;
  readonly chapters: readonly (readonly [first: number, last: number])[];
  /** How often a firm is in it: processing trade first, other trade second. */
  readonly weights: readonly [processing: number, other: number];
}

const industry = (
  code: string,
  zh: string,
  en: string,
  chapters: Industry['chapters'],
  weights: Industry['weights'],
): Industry => ({ code, name: { zh, en }, chapters, weights });

export const industries: readonly Industry[] = [
  industry('13', '农副食品加工业', 'Food from agricultural products', [[1, 24]], [3, 8]),
  industry('25', '石油、煤炭及其他燃料加工业', 'Petroleum, coal and other fuels', [[25, 27]], [1, 8]),
  industry('26', '化学原料和化学制品制造业', 'Chemicals', [[28, 38]], [4, 10]),
  industry('29', '橡胶和塑料制品业', 'Rubber and plastics', [[39, 40]], [6, 7]),
  industry(
    '19',
    '皮革、毛皮、羽毛及其制品和制鞋业',
    'Leather and footwear',
    [
      [41, 43],
      [64, 64],
    ],
    [4, 3],
  ),
  industry('20', '木材加工和木、竹、藤、棕、草制品业', 'Wood', [[44, 46]], [1, 2]),
  industry('22', '造纸和纸制品业', 'Paper', [[47, 49]], [2, 2]),
  industry('17', '纺织业', 'Textiles', [[50, 60]], [5, 6]),
  industry(
    '18',
    '纺织服装、服饰业',
    'Clothing',
    [
      [61, 63],
      [65, 67],
    ],
    [8, 7],
  ),
  industry('30', '非金属矿物制品业', 'Non-metallic minerals', [[68, 71]], [3, 4]),
  industry('33', '金属制品业', 'Metals', [[72, 83]], [5, 10]),
  industry('35', '专用设备制造业', 'Machinery', [[84, 84]], [16, 12]),
  industry('39', '计算机、通信和其他电子设备制造业', 'Computers and electronics', [[85, 85]], [30, 10]),
  industry('37', '运输设备制造业', 'Transport equipment', [[86, 89]], [4, 5]),
  industry('40', '仪器仪表制造业', 'Instruments', [[90, 92]], [5, 3]),
  industry(
    '24',
    '文教、工美、体育和娱乐用品制造业',
    'Furniture, toys and sporting goods',
    [[93, 97]],
    [3, 3],
  ),
];

export function industryOfChapter(chapter: number): Industry | undefined {
  return industries.find((i) => i.chapters.some(([first, last]) => first <= chapter && chapter <= last));
}
