import type { Assessment, Framework, Round } from '@tidu/programme';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { fromBuffer } from 'yauzl';
import type { ReportOf } from './report.ts';
import { assessmentReport } from './report-docx.ts';
import { assessmentWorkbook } from './report-xlsx.ts';

const words = (zh: string) => ({ zh, en: zh });
const framework = {
  id: 'f',
  version: 1,
  names: words('例'),
  groups: [
    {
      id: 'g',
      names: words('贸易'),
      weight: 100,
      indicators: [
        {
          id: 'growth',
          names: words('=增速'),
          unit: words('%'),
          weight: 70,
          scoring: { rule: 'linear', floor: 0, target: 20 },
          source: { from: 'system', measure: 'trade-growth' },
          askedOf: [],
          basis: words('依据'),
        },
        {
          id: 'safe',
          names: words('安全'),
          unit: words('是/否'),
          weight: 30,
          scoring: { rule: 'yes-no', evidence: true },
          source: { from: 'park' },
          askedOf: ['park', 'tenant'],
          basis: words('依据'),
        },
      ],
    },
  ],
  proposals: [{ id: 'below', names: words('总分低于40分') }],
  note: words('本包拟定'),
} as unknown as Framework;

const park = (id: string, name: string, rank: number, growth: number | null, total: number) =>
  ({
    park: { id, names: words(name), territory: '140100' },
    region: 'central',
    characteristics: { text: `=HYPERLINK("http://example.org") ${name}的特色`, evidence: [] },
    response: { text: '无异议', by: '示例', at: '2026-01-01' },
    result: {
      values: [
        {
          indicator: 'growth',
          value: growth,
          by: growth === null ? 'nobody' : 'system',
          points: growth === null ? null : growth * 5,
          counted: (growth ?? 0) * 5,
        },
        { indicator: 'safe', value: 1, by: 'answers', points: 100, counted: 100 },
      ],
      groups: [total],
      total,
      rank,
      from: rank,
      to: rank,
      of: 2,
      unknown: growth === null ? 70 : 0,
      meanOfGroups: [50],
      agreement: [
        { indicator: 'safe', points: { park: 100, tenant: 0 }, answers: { park: 1, tenant: 1 }, apart: 100 },
      ],
    },
  }) as unknown as Assessment;

const standing = (id: string, name: string, rank: number, total: number) => ({
  park: id,
  assessment: `assessment-${rank}`,
  names: words(name),
  region: 'central',
  territory: '140100',
  groups: [total],
  total,
  rank,
  from: rank,
  to: rank,
  unknown: 0,
});
const report = (forDesk: boolean): ReportOf => ({
  round: {
    title: words('2026年考核'),
    year: 2026,
    period: '2025',
    standings: [standing('p1', '=甲', 1, 65), standing('p2', '乙', 2, 30)],
    proposals: [{ park: 'p2', rule: 'below', proposes: 'warn', years: [2026], certain: true }],
    receipts: { a: {} },
  } as unknown as Round,
  framework,
  parks: [park('p2', '乙', 2, null, 30), park('p1', '=甲', 1, 10, 65)],
  sample: true,
  forDesk,
  madeOn: '2026-05-01',
});
const rule = () => '按比例';

function partOf(zip: Buffer, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (error, file) => {
      if (error) return reject(error);
      file.on('entry', (entry) => {
        if (entry.fileName !== name) return file.readEntry();
        file.openReadStream(entry, (broken, stream) => {
          if (broken) return reject(broken);
          const parts: Buffer[] = [];
          stream.on('data', (part: Buffer) => parts.push(part));
          stream.on('end', () => resolve(Buffer.concat(parts).toString('utf8')));
        });
      });
      file.on('end', () => reject(new Error(`no ${name}`)));
      file.readEntry();
    });
  });
}
const textOf = async (zip: Buffer) =>
  (await partOf(zip, 'word/document.xml')).replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '');

describe('the report of a round', () => {
  it('says title, summary, ranks, parks from the best, method and sources, and that it is a sample', async () => {
    const text = await textOf(await assessmentReport(report(true), rule));
    for (const said of [
      '2026年考核报告',
      '示例数据',
      '一、摘要',
      '二、得分与名次',
      '三、预警与退出建议',
      '四、各园区',
      '五、方法',
      '六、来源',
      '乙的特色',
      '待决定',
    ]) {
      expect(text).toContain(said);
    }
    expect(text.indexOf('第1名')).toBeLessThan(text.indexOf('第2名'));
    expect(text).toContain('不详');
  });

  it('says to everybody nothing of proposals, of what parties said, or of what the park answered', async () => {
    const text = await textOf(await assessmentReport(report(false), rule));
    expect(text).not.toMatch(/预警与退出建议|无异议|填报相差/);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await assessmentWorkbook(report(false), rule)) as never);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '得分与名次',
      '指标得分',
      '指标数值',
      '指标体系',
      '说明',
    ]);
  });

  it('has numbers as numbers, unknown values as empty cells and no formula, whatever a text begins with', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await assessmentWorkbook(report(true), rule)) as never);
    const ranks = workbook.getWorksheet('得分与名次');
    expect(ranks?.getCell('A2').value).toBe(1);
    expect(ranks?.getCell('C2').value).toBe('=甲');
    const values = workbook.getWorksheet('指标数值');
    expect(values?.getCell('B2').value).toBe(10);
    expect(values?.getCell('B3').value).toBeNull();
    for (const sheet of workbook.worksheets) {
      sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)));
    }
  });
});
