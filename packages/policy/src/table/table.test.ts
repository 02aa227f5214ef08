import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readMeasure, readMeasures } from '../measure.file.ts';
import { type Measure, measureKinds } from '../measure.ts';
import { measuresOfSheets } from './measures-from-sheets.ts';
import { sheetsOf } from './measures-to-sheets.ts';
import type { Cell, Sheet } from './sheet.ts';
import { sheetsOfWorkbook, workbookOf } from './workbook.file.ts';

const measureOf = (id: string, text: string): Measure => {
  const { rule, faults } = readMeasure(`${id}.yaml`, text);
  expect(faults).toEqual([]);
  return rule?.measure as Measure;
};
const back = (sheets: readonly Sheet[]): Measure[] => {
  const { measures, faults } = measuresOfSheets(sheets);
  expect(faults).toEqual([]);
  return measures.map(({ id, text }) => measureOf(id, text));
};

/** Texts as people and mischief write them: Chinese, signs that begin formulas, commas, quotes, lines. */
const said = fc
  .array(
    fc.constantFrom(
      '设',
      '补',
      'a',
      '1',
      '=',
      '+',
      '-',
      '@',
      '"',
      "'",
      ',',
      '，',
      ' ',
      ':',
      '#',
      '\n',
      '[',
      '{',
      '😀',
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((signs) => `x${signs.join('')}x`);
const starting = fc
  .tuple(fc.constantFrom('=1+1', '-', '+', '@', '#', '是', 'true', '12', '2024-01-01'), said)
  .map((all) => all.join(''));
const names = fc.record({ zh: fc.oneof(said, starting), en: said });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const day = fc.constantFrom('2020-01-01', '2024-02-29', '2026-12-31');
const amount = fc.constantFrom(
  'project.equipmentCny * 0.1',
  '-1.0 * p.rate + 5',
  'min(yearly.exportsCny, 100.5)',
  '3000000',
);
const condition = fc.constantFrom(
  'project.jobs >= 100',
  'company.highTech || project.hs.exists(x, x.startsWith("85"))',
);
const slug = fc.constantFrom('one', 'another-one', 'third-2024');
const part = { says: names, clause: maybe(names) };
const branches = {
  amounts: fc.array(
    fc.record({ when: maybe(condition), amount, ...part }, { requiredKeys: ['amount', 'says'] }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  cap: maybe(amount),
  floor: maybe(amount),
};
const yearly = fc.record(
  { exportsCny: fc.double({ min: 0, max: 1e9, noNaN: true }).map((n) => n + 0), jobs: fc.nat(5000) },
  { requiredKeys: [] },
);
const example = fc.record({
  name: names,
  date: day,
  place: fc.constantFrom('510100', '140100'),
  there: fc.constantFrom({}, { border: true }, { bondedZone: false }),
  company: fc.record(
    { highTech: fc.boolean(), registeredIn: fc.constantFrom('440300', '=1') },
    { requiredKeys: [] },
  ),
  project: fc.record(
    {
      industry: fc.constantFrom('39', '3911'),
      hs: fc.array(fc.constantFrom('85', '8517', 'a,b', '[x', ' 84'), { maxLength: 3 }),
      encouragedShare: fc.constantFrom(0, 0.8, 1 / 3),
    },
    { requiredKeys: [] },
  ),
  yearly: fc.oneof(yearly, fc.array(yearly, { minLength: 1, maxLength: 3 })),
  expect: fc.record(
    { verdict: fc.constantFrom('given', 'unknown'), first: fc.constant(12.5), total: fc.nat() },
    { requiredKeys: ['verdict'] },
  ),
});
const written = fc
  .record({
    title: names,
    issuer: names,
    document: fc.record({ number: said, date: day }, { requiredKeys: [] }),
    source: said,
    wording: fc.constantFrom('paraphrase', 'quoted'),
    holds: fc.record(
      { in: fc.constantFrom(['100000'], ['510000', '500000']), from: day, to: day },
      { requiredKeys: ['in', 'from'] },
    ),
    kind: fc.constantFrom(...measureKinds),
    about: names,
    parameters: fc.constantFrom(
      { rate: [{ from: '2020-01-01', value: 0.1 }] },
      {
        rate: [
          { from: '2020-01-01', value: 0.1 },
          { from: '2025-01-01', value: 1 / 7 },
        ],
        other: [{ from: '2021-06-30', value: 12 }],
      },
    ),
    eligible: fc.array(fc.record({ when: condition, ...part }), { maxLength: 3 }),
    gives: fc.oneof(
      fc.record({
        per: fc.constant('once'),
        ...branches,
        paid: fc.constantFrom([1], [0.4, 0.3, 0.3], [0.5, 0.5]),
      }),
      fc.record({
        per: fc.constant('year'),
        ...branches,
        years: fc.constantFrom({ from: 1, to: 30 }, { from: 2, to: 5 }),
        outlives: fc.boolean(),
        inAll: maybe(amount),
      }),
      fc.record({ unquantified: fc.constant(true), says: names }),
    ),
    excludes: fc.uniqueArray(slug, { maxLength: 2 }),
    within: maybe(fc.record({ pool: slug, limit: amount, order: fc.integer({ min: 1, max: 99 }) })),
    clawback: maybe(fc.record(part)),
    budget: maybe(fc.record({ line: names, yearCny: fc.constantFrom(1, 1e8, 0.5) })),
    examples: fc.array(example, { maxLength: 3 }),
  })
  .map((raw) => measureOf('drawn', stringify(JSON.parse(JSON.stringify(raw)), { lineWidth: 0 })));

describe('a table of measures', () => {
  it('gives back every measure as it was (property)', () => {
    fc.assert(
      fc.property(written, (measure) => {
        expect(back(sheetsOf([measure]))).toEqual([measure]);
      }),
      { numRuns: 150 },
    );
  });

  it('does so as a workbook too, of which nothing runs as a formula (property)', async () => {
    await fc.assert(
      fc.asyncProperty(written, async (measure) => {
        const bytes = await workbookOf(sheetsOf([measure]));
        const sheets = await sheetsOfWorkbook(bytes);
        expect(back(sheets)).toEqual([measure]);
        expect(
          sheets
            .flatMap(({ rows }) => rows.flat())
            .filter((cell) => cell !== null && typeof cell === 'object'),
        ).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('holds all measures of the pack', async () => {
    const { rules } = readMeasures(join(import.meta.dirname, '../../../../packs/cn/measures'));
    const measures = rules.map(({ measure }) => measure);
    expect(back(await sheetsOfWorkbook(await workbookOf(sheetsOf(measures))))).toEqual(measures);
  });
});

describe('what is wrong in a table', () => {
  const [drawn] = fc.sample(
    written.filter(({ gives }) => !('unquantified' in gives)),
    { numRuns: 1, seed: 3 },
  );
  const sheets = sheetsOf([drawn as Measure]);
  /** The table with one cell replaced; the row as a spreadsheet numbers it. */
  const spoilt = (sheet: string, row: number, key: string, cell: Cell): Sheet[] =>
    sheets.map((one) => {
      if (!one.title.endsWith(sheet)) return one;
      const at = (one.rows[0] ?? []).findIndex((heading) => String(heading).endsWith(` ${key}`));
      return { ...one, rows: one.rows.map((cells, i) => (i === row - 1 ? cells.with(at, cell) : cells)) };
    });

  it.each([
    ['an expression', 'Amounts', 2, 'amount', 'project.equipmentCnyy', /equipmentCnyy/],
    ['a day', 'Measures', 2, 'holds.from', '2024年', /date/i],
    ['a number', 'Parameters', 2, 'value', 'many', /not a number/],
    ['a formula', 'Measures', 2, 'gives.cap', { formula: '1+1' }, /formula/],
    ['a measure that there is not', 'Parameters', 2, 'measure', 'nothing', /no measure/],
    ['an id that is missing', 'Measures', 2, 'measure', null, /missing/],
    ['a column that is not known', 'Examples', 1, 'date', '日期 when', /not known/],
  ] as const)('is told by sheet, row and column: %s', (_, sheet, row, key, cell, message) => {
    const { faults } = measuresOfSheets(spoilt(sheet, row, key, cell));
    const found = faults.find((fault) => message.test(fault.message.en));
    expect(found, JSON.stringify(faults)).toMatchObject({ sheet: expect.stringMatching(sheet), row });
    expect(found?.column).not.toBe(undefined);
    expect(found?.remedy.en).toBeTruthy();
  });

  it('is told when a sheet is gone, and when a measure stands twice', () => {
    expect(measuresOfSheets(sheets.slice(0, 4)).faults).toMatchObject([{ sheet: '算例 Examples' }]);
    const twice = sheets.map((one, i) =>
      i === 0 ? { ...one, rows: [...one.rows, one.rows[1] as Cell[]] } : one,
    );
    expect(measuresOfSheets(twice).faults).toMatchObject([{ row: 3, column: 'measure' }]);
  });

  it('is a formula that somebody wrote into a workbook', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Uint8Array.from(await workbookOf(sheets)).buffer);
    const cell = workbook.worksheets[1]?.getCell('D2');
    if (cell) cell.value = { formula: '0.1+0.1' };
    const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
    const { faults } = measuresOfSheets(await sheetsOfWorkbook(bytes));
    expect(faults[0]).toMatchObject({ sheet: '参数 Parameters', row: 2, column: '数值 value' });
  });
});
