import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { csvText } from './csv.ts';
import { inColumns } from './table.ts';
import { workbook } from './workbook.file.ts';

const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'];

describe('CSV for people', () => {
  it('begins with a byte order mark, ends lines with CRLF, and leaves the unknown empty', () => {
    expect(
      csvText(
        ['地区', '金额'],
        [
          ['四川', 12.5],
          ['西藏', null],
        ],
      ),
    ).toBe('\uFEFF地区,金额\r\n四川,12.5\r\n西藏,\r\n');
  });

  it('quotes what holds a comma, a quote or a line', () => {
    expect(csvText(['a'], [['x,y'], ['say "x"'], ['two\nlines']])).toBe(
      '\uFEFFa\r\n"x,y"\r\n"say ""x"""\r\n"two\nlines"\r\n',
    );
  });

  it.each(formulas)('lets no text run as a formula: %j', (formula) => {
    const line = csvText(['a'], [[formula]]).slice('\uFEFFa\r\n'.length);
    expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
  });

  it('leaves a negative number a number', () => {
    expect(csvText(['a'], [[-5]])).toBe('\uFEFFa\r\n-5\r\n');
  });
});

describe('a workbook for people', () => {
  it('holds numbers as numbers, formulas as text, and says on a second sheet what it rests on', async () => {
    const bytes = await buffer(
      workbook(
        {
          columns: [
            { heading: '地区', key: 'place', kind: 'text' },
            { heading: '金额', key: 'value', kind: 'amount' },
          ],
          count: formulas.length,
          batches: inColumns(formulas.map((formula) => [formula, 5])),
          about: [['数据文件', '=1+1']],
        },
        ['数据', '说明'],
      ),
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const [sheet, about] = book.worksheets;
    expect([sheet?.name, about?.name]).toEqual(['数据', '说明']);
    expect(sheet?.getCell('B2').value).toBe(5);
    formulas.forEach((_, i) => {
      const { value, formula } = sheet?.getCell(i + 2, 1) ?? {};
      expect(formula).toBeUndefined();
      expect(String(value).startsWith("'")).toBe(true);
    });
    expect(about?.getCell('B1').value).toBe("'=1+1");
  });
});
