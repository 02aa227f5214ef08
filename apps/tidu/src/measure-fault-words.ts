import type { FileFault } from '@tidu/policy';
import type { Names } from '@tidu/reference';

type Told = (found: RegExpExecArray) => string;

/** What is wrong with a measure's text, in Chinese; what is not listed is told as it was found. */
const inChinese: readonly (readonly [RegExp, Told])[] = [
  [/^there is no field (\S+)$/, ([, name]) => `没有字段 ${name}`],
  [/^gives (\S+), and yes or no is asked for$/, ([, type]) => `得出 ${type}，这里要写成立或不成立的条件`],
  [/^gives (\S+), and a number is asked for$/, ([, type]) => `得出 ${type}，这里要写金额`],
  [/^Invalid input: expected (.+), received undefined$/, ([, type]) => `缺少这一项（应为 ${type}）`],
  [/^Invalid input: expected (.+), received (.+)$/, ([, type, got]) => `应为 ${type}，写成了 ${got}`],
  [/^Invalid input$/, () => '这一部分的写法不符合任何一种格式'],
  [/^Invalid option: expected one of (.+)$/, ([, choices]) => `只能是 ${choices} 之一`],
  [/^Unrecognized keys?: (.+)$/, ([, keys]) => `不认识的项 ${keys}`],
  [/^Invalid ISO date$/, () => '日期要写成 年-月-日，如 2026-01-01'],
  [/^a GB\/T 2260 code of six digits$/, () => '应为六位行政区划代码'],
  [/^small letters and digits, with hyphens between$/, () => '只用小写字母、数字和连字符'],
  [/^the shares add up to 1$/, () => '各期比例之和应为 1'],
  [/^the first year comes before the last$/, () => '起始年应早于终止年'],
  [/^longer than 256 KiB$/, () => '超过 256 KiB'],
  [/^mend the YAML here$/, () => '请修改此处的 YAML 写法'],
  [/^docs\/use\/measures\.md lists what may stand here$/, () => '可写的内容见 docs/use/measures.md'],
  [/^see docs\/use\/measures\.md for the language$/, () => '表达式写法见 docs/use/measures.md'],
  [/^is (.+) meant\?$/, ([, names]) => `是否应为 ${names}？`],
  [/^name a field of the subject$/, () => '改用字段表中的字段'],
  [/^write a comparison$/, () => '写成比较，如 project.jobs >= 100'],
  [/^write an amount in yuan$/, () => '写成以元计的金额'],
  [/^make it smaller: cut it into several conditions or branches$/, () => '拆成几个条件或几档'],
  [/^a measure is one page of text$/, () => '一条措施写一页即可'],
];

/** What is wrong or what to do, in both languages. */
export const faultWords = (en: string): Names => {
  for (const [pattern, told] of inChinese) {
    const found = pattern.exec(en);
    if (found) return { zh: told(found), en };
  }
  return { zh: en, en };
};

/** A fault of a measure's text as people are told of it; what a parser says stays as it says it. */
export const faultTold = ({ file: _, message, remedy, ...fault }: FileFault) => {
  const told = faultWords(message);
  const where = fault.expression === undefined ? 'YAML' : '表达式';
  return {
    ...fault,
    message: told.zh === told.en ? { zh: `${where}写法有误：${message}`, en: message } : told,
    remedy: faultWords(remedy),
  };
};
