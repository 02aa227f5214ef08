import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { withCheckDigit } from './credit-code.ts';
import type { Claimed } from './duplicate-claims.ts';

const cities = ['深圳', '东莞', '苏州', '宁波', '厦门', '泉州', '上海', '杭州', '温州', '佛山'];
const codes = [
  '440300',
  '441900',
  '320500',
  '330200',
  '350200',
  '350500',
  '310000',
  '330100',
  '330300',
  '440600',
];
const first = '鸿瑞锦泰华盛远恒嘉凯利德信安启明天海金星创智立德宝丰润达康新兴东方美佳优百';
const second = '程源升和诚晟铭昌裕隆祥博维拓捷迅腾翔宇辰峰岳川泽涛帆航舟桥林森柏松竹梅兰';
const trades = [
  ['精密电子', '3982'],
  ['光电', '3972'],
  ['服饰', '1810'],
  ['纺织', '1751'],
  ['鞋业', '1952'],
  ['玩具', '2451'],
  ['塑胶', '2929'],
  ['五金', '3392'],
  ['电器', '3871'],
  ['家具', '2110'],
] as const;

/** Projects as they may be claimed, seeded; the last of them are second claims of the first. */
export function pretendedProjects(
  count: number,
  twice: number,
): { projects: Claimed[]; twins: [string, string][] } {
  const random = xoroshiro128plus(20240305);
  const upTo = (most: number) => uniformInt(random, 0, most - 1);
  const one = <T>(list: ArrayLike<T>): T => list[upTo(list.length)] as T;
  const projects = Array.from({ length: count - twice }, (_, i): Claimed => {
    const city = upTo(cities.length);
    const [business, industry] = one(trades);
    const trade = `${one(first)}${one(second)}${one(first)}`;
    const day = new Date(Date.UTC(2021, 0, 1 + upTo(1_800))).toISOString().slice(0, 10);
    return {
      id: `project-${i + 1}`,
      project: `${trade}${business}项目`,
      company: `${cities[city]}市${trade}${business}有限公司`,
      creditCode: upTo(10) < 6 ? withCheckDigit(`91${codes[city]}${String(100_000_000 + i)}`) : '',
      origin: codes[city] as string,
      industry,
      investment: Math.round(1e7 * 2 ** (upTo(700) / 100)),
      date: day,
    };
  });
  const twins = projects.slice(0, twice).map((claimed, i): Claimed => {
    const later = new Date(Date.parse(claimed.date) + upTo(150) * 86_400_000).toISOString().slice(0, 10);
    return {
      ...claimed,
      id: `project-${count - twice + i + 1}`,
      company: claimed.company
        .replace('市', '')
        .replace('有限公司', one(['科技有限公司', '股份有限公司', '（集团）有限公司'])),
      creditCode: upTo(2) === 0 ? claimed.creditCode : '',
      investment: Math.round(claimed.investment * (1 + upTo(15) / 100)),
      date: later,
    };
  });
  return {
    projects: [...projects, ...twins],
    twins: twins.map(({ id }, i) => [`project-${i + 1}`, id]),
  };
}
