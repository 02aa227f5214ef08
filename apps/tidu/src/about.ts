import { printPeriod } from '@tidu/reference';
import type { StreamedAnswer } from '@tidu/trade';
import { leftOvers } from './left-over.ts';
import { type Language, word } from './names.ts';

/** The question, the count, and the files that the rows rest on. */
export function aboutAnswer(
  answer: Omit<StreamedAnswer, 'batches' | 'close'>,
  language: Language,
): [string, string][] {
  const { query, unit, shape, loads, missingMonths, unpublished, sql, count } = answer;
  const across = answer.across && query.by.find((dimension) => !answer.heads.includes(dimension));
  const say = aboutWords[language];
  const comma = language === 'zh' ? '、' : ', ';
  return [
    [say.rows, String(count)],
    [say.made, new Date().toISOString()],
    [say.query, JSON.stringify({ ...query, period: printPeriod(query.period), ...(across && { across }) })],
    [say.unit, word(language, unit)],
    [say.shape, shape.id],
    ...(missingMonths.length > 0 ? [[say.missing, missingMonths.join(comma)] as [string, string]] : []),
    ...(unpublished.length > 0 ? [[say.unpublished, unpublished.join(comma)] as [string, string]] : []),
    ...leftOvers(answer, language).map(({ label, left }): [string, string] => [
      label,
      `${left.value} (${left.codes})`,
    ]),
    ...(loads.some((load) => load.synthetic) ? [[say.note, say.synthetic] as [string, string]] : []),
    ...loads.map((load): [string, string] => [
      say.file,
      `${load.file} · sha256 ${load.sha256} · ${load.at}${load.synthetic ? ` · ${say.madeUp}` : ''}`,
    ]),
    ['SQL', sql],
  ];
}

const aboutWords = {
  zh: {
    rows: '行数',
    made: '生成时间',
    query: '查询',
    unit: '单位',
    shape: '口径',
    missing: '未载入的月份',
    unpublished: '海关未公布',
    note: '注意',
    synthetic: '依据的文件中有合成数据，不是真实统计。',
    madeUp: '合成',
    file: '数据文件',
  },
  en: {
    rows: 'Rows',
    made: 'Made at',
    query: 'Query',
    unit: 'Unit',
    shape: 'Shape',
    missing: 'Months not loaded',
    unpublished: 'Not published',
    note: 'Note',
    synthetic: '合成 SYNTHETIC: some of the files are made up; these are no real statistics.',
    madeUp: '合成 SYNTHETIC',
    file: 'File',
  },
} as const;
