import { faultReason, faultRemedy } from '@tidu/reference';
import type { QuarantinedRow } from '@tidu/trade';
import type { Language } from './names.ts';
import { inColumns, type ToldTable } from './table.ts';

const headings = {
  zh: ['文件', '单元格', '行', '列', '内容', '原因', '原因（英文）', '处理办法', '处理办法（英文）'],
  en: [
    'file',
    'cell',
    'line',
    'column',
    'value',
    'reason (Chinese)',
    'reason',
    'what to do (Chinese)',
    'what to do',
  ],
} as const;
const keys = ['file', 'cell', 'line', 'column', 'value', 'reason_zh', 'reason', 'remedy_zh', 'remedy'];

/**
 * The cells of a load that were not understood, as a table to work through: where each stands when
 * the file is opened in a spreadsheet, what it says, why it was set aside and what to do.
 */
export function errorBook(faults: readonly QuarantinedRow[], language: Language): ToldTable {
  const rows = faults.map(({ file, cell, line, column, value, reason }) => [
    file,
    cell,
    String(line),
    column,
    value,
    faultReason('zh', reason),
    reason,
    faultRemedy('zh', reason),
    faultRemedy('en', reason),
  ]);
  return {
    columns: headings[language].map((heading, i) => ({ heading, key: keys[i] ?? heading, kind: 'text' })),
    count: rows.length,
    batches: inColumns(rows),
    about:
      language === 'zh'
        ? [
            ['隔离的单元格', String(rows.length)],
            ['单元格', '用表格软件打开原文件时的位置；行是文本文件里的行号'],
          ]
        : [
            ['cells in quarantine', String(rows.length)],
            [
              'cell',
              'where it stands when the file is opened in a spreadsheet; line is that of the text file',
            ],
          ],
  };
}

export const sheetsOfErrorBook = { zh: ['隔离行', '说明'], en: ['Quarantine', 'About'] } as const;
