import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { source } from '@tidu/reference';
import { readPack } from '@tidu/reference/pack';
import type { Panel } from '@tidu/regional';
import { describe, expect, it } from 'vitest';
import { readPanelTable } from './panel-table.file.ts';

const packs = fileURLToPath(new URL('../../../../packs', import.meta.url));
const world = join(packs, 'world');
const linesOf = (file: string) => readFileSync(join(world, file), 'utf8').trimEnd().split('\n').slice(1);
const firstCells = (file: string) => linesOf(file).map((line) => line.split(',')[0]);

/** What is told of a place in a period, added up. */
function told({ at, periods, rows, columns }: Panel, period: string, place: string): number {
  const matrix = at[periods.indexOf(period)];
  const row = rows.indexOf(place);
  return columns
    .map((_, column) => matrix?.at(row, column) ?? Number.NaN)
    .filter((value) => !Number.isNaN(value))
    .reduce((sum, value) => sum + value, 0);
}

describe('the exports of Mexico’s states', () => {
  const exports = readPanelTable(join(world, 'mexico-exports.csv'));

  it('add up to the printed total of every state and year', () => {
    const totals = linesOf('mexico-totals.csv').map((line) => line.split(','));
    expect(totals).toHaveLength(32 * 12);
    for (const [period = '', place = '', total] of totals) {
      const error = Math.abs(told(exports, period, place) - Number(total));
      expect(error, `${place} in ${period}`).toBeLessThanOrEqual(4);
    }
  });

  it('name states, sectors and a source that are told of', () => {
    expect(exports.periods).toEqual(Array.from({ length: 12 }, (_, i) => String(2007 + i)));
    expect([...exports.rows].sort()).toEqual(firstCells('mexico-states.csv').sort());
    expect([...exports.columns].sort()).toEqual(firstCells('mexico-sectors.csv').sort());
    const sources = JSON.parse(readFileSync(join(world, 'sources.json'), 'utf8'));
    for (const one of sources) expect(source.safeParse(one).error).toBeUndefined();
  });
});

describe('the value added of China’s provinces', () => {
  it('is told of every province, sector and year', () => {
    const { at, rows, columns, periods } = readPanelTable(join(packs, 'cn/statistics/province-sectors.csv'));
    const provinces = readPack(join(packs, 'cn')).places.filter(({ level }) => level === 'province');
    expect([rows.length, columns.length, periods.length]).toEqual([31, 3, 10]);
    for (const code of rows) expect(provinces.map((one) => one.code)).toContain(code);
    for (const { cells } of at) expect([...cells].every((value) => value > 0)).toBe(true);
  });
});

describe('a table of a panel', () => {
  const read = (content: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'panel-'));
    try {
      writeFileSync(join(folder, 'table.csv'), content);
      return readPanelTable(join(folder, 'table.csv'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('misses what no row names', () => {
    const { at } = read('period,place,sector,value\n2020,a,x,1\n2020,b,y,0\n');
    expect([...(at[0]?.cells ?? [])]).toEqual([1, Number.NaN, Number.NaN, 0]);
  });

  it('that is none says in which line', () => {
    expect(() => read('a,b\n')).toThrow(
      /table\.csv:1: begins with "a,b"; the columns are period,place,sector,value/,
    );
    expect(() => read('period,place,sector,value\n2020,a,x,NA\n')).toThrow(
      /table\.csv:2: "2020,a,x,NA" is not/,
    );
  });
});
