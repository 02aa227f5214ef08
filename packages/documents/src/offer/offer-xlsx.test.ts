import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { offerOf, plans } from './offer.cases.ts';
import { offerSheet } from './offer-sheet.ts';
import { offerWorkbook } from './offer-xlsx.ts';

const offer = offerOf(plans.half, { company: '=HYPERLINK("http://example.org")' });
const sheet = offerSheet(offer, 'taiyuan', 'zh');

async function read(): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(await offerWorkbook(sheet)).buffer);
  return book;
}

describe('an offer sheet as a workbook', () => {
  it('has the offer, costs and benefits by year, figures and sources, headed in both languages', async () => {
    const book = await read();
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '测算单 Offer',
      '逐年成本 Costs by year',
      '政策收益 Benefits by year',
      '数值 Figures',
      '来源 Sources',
    ]);
    for (const one of book.worksheets.slice(1)) {
      expect(one.getRow(1).getCell(1).text).toMatch(/[一-龥].*[a-z]/i);
    }
  });

  it('has amounts as numbers, and empty cells with their reason for what is unknown', async () => {
    const costs = (await read()).worksheets[1] as ExcelJS.Worksheet;
    const row = (name: string) => {
      const found: ExcelJS.Row[] = [];
      costs.eachRow((one) => {
        if (one.getCell(1).text === name) found.push(one);
      });
      return found[0] as ExcelJS.Row;
    };
    const labour = sheet.costs.rows.find(({ name }) => name === '用工');
    expect(row('用工').getCell(2).value).toBe(labour?.amounts?.years[0]);
    expect(row('水费').getCell(2).value).toBeNull();
    expect(row('水费').getCell(15).text).toBe('未知：缺工业水价');
  });

  it('tells of every measure and source, however many', async () => {
    const [, , benefits, figures, sources] = (await read()).worksheets as ExcelJS.Worksheet[];
    const { given, undecided, refused } = sheet.benefits;
    expect(benefits?.rowCount).toBe(1 + given.length + undecided.length + refused.length);
    expect(figures?.rowCount).toBe(1 + sheet.figures.length);
    expect(sources?.rowCount).toBe(1 + sheet.sources.length);
  });

  it('holds a name that looks like a formula as text', async () => {
    const first = (await read()).worksheets[0] as ExcelJS.Worksheet;
    const cell = first.getRow(2).getCell(2);
    expect(cell.type).toBe(ExcelJS.ValueType.String);
    expect(cell.formula).toBeUndefined();
  });
});
