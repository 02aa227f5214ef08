import type { Language } from './language.ts';

/** Why rows are set aside, as the loader writes it, and in Chinese; what it names is kept. */
const inChinese: readonly (readonly [RegExp, string])[] = [
  [/^this is no month: one is written 202401$/, '不是月份，应写作 202401'],
  [/^no month of (\S+)\.\.(\S+)$/, '不在 $1 至 $2 之内'],
  [/^this is neither export .*$/, '既不是出口（出口、E、0），也不是进口（进口、I、1）'],
  [/^an amount is not negative$/, '金额不能为负'],
  [/^no amount is given$/, '没有金额'],
  [/^this is no amount$/, '不是金额'],
  [/^this is no number$/, '不是数字'],
  [/^this is no chapter$/, '不是商品章'],
  [/^this is not understood$/, '看不懂'],
  [/^the same cell stands on line (\d+) with other figures$/, '与第 $1 行是同一项，数字却不同'],
  [/^the quotes of this line do not match up$/, '这一行的引号不成对'],
  [/^this line has another number of columns than the header$/, '这一行的列数与表头不同'],
  [/^this line is longer than any row can be$/, '这一行过长，不可能是一行数据'],
  [/^the pack knows no place or alias of this name$/, '资料包里没有这个地名或别名'],
  [/^the pack knows this name, but not at (\S+)$/, '资料包里有这个名称，但 $1 时还没有或已不用'],
  [/^this name means several places at that date: (.+)$/, '这个名称当时指多个地方：$1'],
  [/^no registration place is given$/, '没有注册地'],
  [
    /^no province and no customs place of the pack has this code(.*)$/,
    '资料包里没有这个省份或海关地区代码$1',
  ],
  [/^no trade partner of the pack has this code.*$/, '资料包里没有这个贸易伙伴代码，旁边也没有名称'],
  [/^a trade partner is three digits$/, '贸易伙伴代码应为三位数字'],
  [/^supervision mode (.+) is not counted under any statistics mode$/, '监管方式“$1”不列入任何统计方式'],
  [/^no trade mode of the pack has this code or name$/, '资料包里没有这个贸易方式代码或名称'],
  [/^an HS code is 2 to 10 digits$/, '商品编码应为 2 至 10 位数字'],
  [/^there is no HS chapter (\d+)$/, '协调制度没有第 $1 章'],
  [/^the pack has no such supervision mode$/, '资料包里没有这个监管方式'],
  [/^this is no code of a company$/, '不是企业编码'],
  [/^this is another country's report; the pack is about (.+)$/, '这是别国的数据；资料包是 $1 的'],
];

/** The reason in the reader's language; as the loader wrote it where it is a new one. */
export function reasonIn(language: Language, reason: string): string {
  if (language === 'en') return reason;
  const known = inChinese.find(([pattern]) => pattern.test(reason));
  return known ? reason.replace(known[0], known[1]) : reason;
}
