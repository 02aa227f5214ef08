import { buffer } from 'node:stream/consumers';
import { readProgrammePack, type World } from '@tidu/programme';
import { readPack } from '@tidu/reference/pack';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { packRoot } from './house.store.ts';
import { parkTable } from './park-table.ts';
import { tableFile } from './table-file.file.ts';

const world = { pack: readPack(packRoot), rules: readProgrammePack(packRoot) } as unknown as World;
const line = {
  id: 'park-1',
  stateName: { zh: '已认定', en: 'Recognised' },
  name: { zh: '=HYPERLINK("http://example.invalid","西安")', en: 'Xi’an' },
  place: '610100',
  zones: 2,
  areaKm2: 12.5,
  drawnKm2: 12.34567,
  industries: [
    { zh: '电子信息', en: 'Electronics' },
    { zh: '新材料', en: 'New materials' },
  ],
  partners: [],
  amounts: { power: 321 },
  sample: ['power'],
};
async function* rows() {
  yield [line];
}
const made = async (format: 'csv' | 'xlsx') =>
  tableFile(parkTable(rows(), 1, world, 'zh'), format, { language: 'zh', scratch: '' });

describe('the registry as a file', () => {
  it('opens in Excel with its Chinese, and with no cell that runs', async () => {
    const csv = (await buffer(await made('csv'))).toString();
    expect(csv.startsWith('\uFEFF园区,行政区划代码,省份')).toBe(true);
    expect(csv).toContain(
      `"'=HYPERLINK(""http://example.invalid"",""西安"")",610100,陕西省,西安市,西部,已认定`,
    );
    expect(csv).toContain('电子信息、新材料');
  });

  it('as a workbook has numbers as numbers, the unknown blank, and says what is sample', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await buffer(await made('xlsx'))) as never);
    const sheet = book.worksheets[0] as ExcelJS.Worksheet;
    const headings = (sheet.getRow(1).values as string[]).map(String);
    const cell = (heading: string) => sheet.getRow(2).getCell(headings.indexOf(heading)).value;
    expect(cell('供电容量 (兆伏安)')).toBe(321);
    expect(cell('片区面积（按坐标计算，平方公里）')).toBe(12.3457);
    expect(cell('供水能力 (吨/日)')).toBeNull();
    expect(cell('含示例数据的字段')).toBe('供电容量');
    expect(cell('园区')).toBe(`'${line.name.zh}`);
  });
});
