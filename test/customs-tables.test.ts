import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tidu } from './command.ts';
import { root } from './repository.ts';

/** Customs files as they were published, beside the repository, where somebody keeps them. */
const kept = join(root, '../shared/data/gacc');

interface Outcome {
  readonly file: string;
  readonly status: string;
  readonly format: string;
  readonly rows: Readonly<Record<'read' | 'loaded' | 'unchanged' | 'quarantined' | 'skipped', number>>;
  readonly quarantine: readonly { line: number; column: string; value: string; reason: string }[];
}

describe.skipIf(!existsSync(kept))('the customs files as they were published', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tidu-customs-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const take = () => {
    const { status, stdout, stderr } = tidu(folder, 'import', kept, '--json');
    return { status, stderr, outcomes: JSON.parse(stdout) as Outcome[] };
  };
  const query = (...args: string[]): Record<string, string | number>[] => {
    const { status, stdout, stderr } = tidu(folder, 'query', ...args, '--format', 'json');
    expect(status, stderr).toBe(0);
    return JSON.parse(stdout).rows;
  };
  let first: ReturnType<typeof take>;
  beforeAll(() => {
    first = take();
  });
  const outcome = (file: string) => first.outcomes.find((one) => one.file === file) as Outcome;

  it('are all taken, but those that hold no facts, and the status tells that rows are in quarantine', () => {
    const files = readdirSync(kept, { recursive: true, encoding: 'utf8' });
    expect(first.outcomes).toHaveLength(files.filter((file) => /\.(csv|xlsx?)$/.test(file)).length);
    expect(first.outcomes.filter(({ status }) => status === 'refused')).toEqual([]);
    expect(first.outcomes.filter(({ status }) => status === 'no-facts').map(({ file }) => file)).toEqual([
      'published_processing_trade_points.csv',
      'commod_2022_出口.xls',
      '商品参数导出_2022.csv',
    ]);
    expect(first.status, first.stderr).toBe(3);
  });

  it('account for every row', () => {
    for (const { file, rows } of first.outcomes.filter((one) => one.status !== 'no-facts')) {
      expect(rows.loaded + rows.unchanged + rows.quarantined + rows.skipped, file).toBe(rows.read);
    }
  });

  it('leave two scratch rows of a workbook in quarantine, with line, column, value and reason', () => {
    const { quarantine } = outcome('mode_2023.xlsx');
    expect(quarantine.map(({ line }) => line)).toEqual([24, 25]);
    for (const row of quarantine) {
      expect(row).toMatchObject({ column: '贸易方式2位', reason: 'numbers stand here without a label' });
      expect(row.value).toMatch(/^\d/);
    }
    expect(first.outcomes.filter(({ rows }) => rows?.quarantined > 0)).toHaveLength(1);
  });

  it('change nothing when taken again', () => {
    const before = tidu(folder, 'loads', '--json').stdout;
    const again = take();
    expect(again.outcomes.filter(({ status }) => status === 'loaded')).toEqual([]);
    expect(tidu(folder, 'loads', '--json').stdout).toBe(before);
  });

  it('give the national totals that are printed, for every month and year to date', () => {
    const files = readdirSync(join(kept, 'by-location')).filter((file) => /^\d{4}-\d{2}\.csv$/.test(file));
    const asked = ['--by', 'month,flow', '--period', '2024-01..2025-06'];
    const amounts = (measure: string, flow: string) =>
      new Map(
        query(...asked, '--measure', measure, '--flow', flow).map((row) => [
          `${row.month} ${row.flow ?? flow}`,
          row.value,
        ]),
      );
    const measures = ['value-as-printed', 'value-ytd'] as const;
    const [month, toDate] = measures.map(
      (measure) => new Map([...amounts(measure, 'export'), ...amounts(measure, 'import')]),
    );
    expect(files).toHaveLength(18);
    for (const file of files) {
      const at = file.slice(0, 7);
      const printed = totals(join(kept, 'by-location', file));
      expect(month?.get(`${at} export`), file).toBe(printed.exports * 1e4);
      expect(month?.get(`${at} import`), file).toBe(printed.imports * 1e4);
      expect(toDate?.get(`${at} export`), file).toBe(printed.exportsToDate * 1e4);
      expect(toDate?.get(`${at} import`), file).toBe(printed.importsToDate * 1e4);
    }
  });

  it('add up over the provinces of 2024 to the printed total, but for the one unit by which the source differs', () => {
    const provinces = query('--by', 'province', '--period', '2024', '--flow', 'total');
    expect(provinces).toHaveLength(31);
    const sum = provinces.reduce((total, row) => total + Number(row.value), 0);
    const printed = 4_384_679_258;
    expect(Math.abs(sum / 1e4 - printed)).toBe(1);
  });

  it('give the totals of the query-site exports', () => {
    for (const { file, period, flow } of [
      { file: '2024集成电路出口.csv', period: '2024', flow: 'export' },
      { file: '2024集成电路进口.csv', period: '2024', flow: 'import' },
      { file: '2022集成电路出口.csv', period: '2022', flow: 'export' },
    ]) {
      const [row] = query(
        '--period',
        period,
        '--flow',
        flow,
        '--where',
        'commodity=8542',
        '--where',
        'province=310000',
      );
      expect(row?.value, file).toBe(sumOfExport(join(kept, 'statsquery', file)));
    }
  });

  it('want to be told the place of a table by trade mode that neither it nor its folder says', () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    const file = join(elsewhere, 'mode_2022.xlsx');
    copyFileSync(join(kept, 'shanghai/mode_2022.xlsx'), file);
    const fresh = join(folder, 'fresh');
    const untold = tidu(fresh, 'import', file);
    expect(untold.status).toBe(1);
    expect(untold.stderr).toMatch(/mode_2022\.xlsx: the table does not say which place .* --place/);
    expect(tidu(fresh, 'import', file, '--place', '海上').stderr).toContain('no place that the pack knows');
    const told = tidu(fresh, 'import', file, '--place', '上海', '--json');
    expect(JSON.parse(told.stdout)[0]).toMatchObject({ status: 'loaded', rows: { quarantined: 0 } });
  });

  it('give the totals of a province over its trade modes', () => {
    const shanghai = ['--period', '2023', '--where', 'province=310000', '--by', 'mode'];
    const total = (rows: Record<string, string | number>[]) =>
      rows.reduce((sum, row) => sum + Number(row.value), 0);
    expect(total(query(...shanghai, '--flow', 'export'))).toBe(1_737_794_060_919);
    expect(total(query(...shanghai, '--flow', 'import'))).toBe(2_474_366_502_107);
  });
});

/** The row 总值, in 万元: total, exports and imports, each of the month and to date. In January both are one. */
function totals(file: string) {
  const line = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .find((text) => text.startsWith('总值,'));
  const cells = (line ?? '').split(',').slice(1).map(Number);
  const [, , exports, exportsToDate, imports, importsToDate] = cells as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { exports, exportsToDate, imports, importsToDate };
}

/** The last column, quoted and with thousands set off by commas. */
function sumOfExport(file: string): number {
  const text = new TextDecoder('gb18030').decode(readFileSync(file));
  const amounts = [...text.matchAll(/,"?([\d,]+)"?,?\s*\r?$/gm)].map(([, amount]) =>
    Number(amount?.replaceAll(',', '')),
  );
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
