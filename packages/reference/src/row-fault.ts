/** Why rows are set aside, as the loader writes it: the same in Chinese, and what to do about it. */
interface FaultWords {
  /** What the loader writes; what it names is kept in both languages as `$1`. */
  readonly pattern: RegExp;
  readonly zh: string;
  readonly remedy: { readonly zh: string; readonly en: string };
}

const amount = { zh: '改为数字，不带单位和公式', en: 'write a number, without unit or formula' };
const month = { zh: '写成六位年月，如 202401', en: 'write the month with six digits, like 202401' };
const place = {
  zh: '对照海关地区代码表改正；新地区请加入资料包',
  en: 'correct it by the customs’ list of districts; add a new place to the pack',
};
const again = {
  zh: '重新下载，或用表格软件修好这一行',
  en: 'download it again, or mend the line in a spreadsheet',
};
const code = { zh: '对照代码表改正', en: 'correct it by the list of codes' };

const known: readonly FaultWords[] = [
  { pattern: /^this is no month: one is written 202401$/, zh: '不是月份，应写作 202401', remedy: month },
  {
    pattern: /^no month of (\S+)\.\.(\S+)$/,
    zh: '不在 $1 至 $2 之内',
    remedy: {
      zh: '改正月份，或载入时说明正确的时段',
      en: 'correct the month, or name the right period when loading',
    },
  },
  {
    pattern: /^this is neither export .*$/,
    zh: '既不是出口（出口、E、0），也不是进口（进口、I、1）',
    remedy: { zh: '写明出口或进口', en: 'write export or import' },
  },
  { pattern: /^an amount is not negative$/, zh: '金额不能为负', remedy: amount },
  {
    pattern: /^no amount is given$/,
    zh: '没有金额',
    remedy: { zh: '补上金额，或删去这一行', en: 'give the amount, or leave the row out' },
  },
  { pattern: /^this is no amount$/, zh: '不是金额', remedy: amount },
  { pattern: /^this is no number$/, zh: '不是数字', remedy: amount },
  { pattern: /^this is no chapter$/, zh: '不是商品章', remedy: code },
  { pattern: /^this is not understood$/, zh: '看不懂', remedy: again },
  {
    pattern: /^the same cell stands on line (\d+) with other figures$/,
    zh: '与第 $1 行是同一项，数字却不同',
    remedy: { zh: '核对两行，删去错的一行', en: 'compare the two rows and leave out the wrong one' },
  },
  { pattern: /^the quotes of this line do not match up$/, zh: '这一行的引号不成对', remedy: again },
  {
    pattern: /^this line has another number of columns than the header$/,
    zh: '这一行的列数与表头不同',
    remedy: again,
  },
  { pattern: /^this line is longer than any row can be$/, zh: '这一行过长，不可能是一行数据', remedy: again },
  {
    pattern: /^the pack knows no place or alias of this name$/,
    zh: '资料包里没有这个地名或别名',
    remedy: place,
  },
  {
    pattern: /^the pack knows this name, but not at (\S+)$/,
    zh: '资料包里有这个名称，但 $1 时还没有或已不用',
    remedy: place,
  },
  {
    pattern: /^this name means several places at that date: (.+)$/,
    zh: '这个名称当时指多个地方：$1',
    remedy: { zh: '改写为代码', en: 'write the code instead' },
  },
  { pattern: /^no registration place is given$/, zh: '没有注册地', remedy: place },
  {
    pattern: /^no province and no customs place of the pack has this code(.*)$/,
    zh: '资料包里没有这个省份或海关地区代码$1',
    remedy: place,
  },
  {
    pattern: /^no trade partner of the pack has this code.*$/,
    zh: '资料包里没有这个贸易伙伴代码，旁边也没有名称',
    remedy: {
      zh: '改正代码，或下载带伙伴名称的表',
      en: 'correct the code, or download the table with names of partners',
    },
  },
  { pattern: /^a trade partner is three digits$/, zh: '贸易伙伴代码应为三位数字', remedy: code },
  {
    pattern: /^supervision mode (.+) is not counted under any statistics mode$/,
    zh: '监管方式“$1”不列入任何统计方式',
    remedy: {
      zh: '用带监管方式列的报关单文件载入',
      en: 'load it as declarations, with the column of supervision modes',
    },
  },
  {
    pattern: /^no trade mode of the pack has this code or name$/,
    zh: '资料包里没有这个贸易方式代码或名称',
    remedy: code,
  },
  {
    pattern: /^an HS code is 2 to 10 digits$/,
    zh: '商品编码应为 2 至 10 位数字',
    remedy: { zh: '改为数字编码，不带点和空格', en: 'write digits alone, without points or spaces' },
  },
  { pattern: /^there is no HS chapter (\d+)$/, zh: '协调制度没有第 $1 章', remedy: code },
  { pattern: /^the pack has no such supervision mode$/, zh: '资料包里没有这个监管方式', remedy: code },
  { pattern: /^this is no code of a company$/, zh: '不是企业编码', remedy: code },
  {
    pattern: /^this is another country's report; the pack is about (.+)$/,
    zh: '这是别国的数据；资料包是 $1 的',
    remedy: { zh: '只下载本国的报告', en: 'download this country’s reports alone' },
  },
];

const wordsFor = (reason: string): FaultWords | undefined =>
  known.find(({ pattern }) => pattern.test(reason));

/** The reason in a language; as the loader wrote it where it is a new one. */
export function faultReason(language: 'zh' | 'en', reason: string): string {
  const words = language === 'zh' ? wordsFor(reason) : undefined;
  return words ? reason.replace(words.pattern, words.zh) : reason;
}

/** What to do about a row that was set aside for this reason. */
export const faultRemedy = (language: 'zh' | 'en', reason: string): string =>
  (wordsFor(reason)?.remedy ?? again)[language];
