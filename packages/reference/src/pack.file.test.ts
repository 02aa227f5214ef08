import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { PackFault, readPack } from './pack.file.ts';

const china = join(import.meta.dirname, '../../../packs/cn');
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The China pack with one file spoilt. */
function spoilt(file: string, spoil: (content: string) => string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'tidu-pack-'));
  folders.push(folder);
  cpSync(china, folder, {
    recursive: true,
    filter: (path) => !/\/(map|statistics|node_modules)$/.test(path),
  });
  const path = join(folder, file);
  writeFileSync(path, spoil(readFileSync(path, 'utf8')));
  try {
    readPack(folder);
  } catch (error) {
    if (error instanceof PackFault) return [...error.faults];
    throw error;
  }
  return [];
}

const row = (line: string) => (content: string) => `${content.trimEnd()}\n${line}\n`;
const lines = (file: string) => readFileSync(join(china, file), 'utf8').trimEnd().split('\n').length;

describe('a pack', () => {
  it('is read as it stands', () => {
    expect(spoilt('pack.json', (content) => content)).toEqual([]);
  });

  it('says file, row, field and value of what a record must not be', () => {
    const at = lines('aliases.csv') + 1;
    expect(spoilt('aliases.csv', row('Somewhere,,,,nbs'))).toContainEqual(
      expect.stringMatching(new RegExp(`^aliases\\.csv:${at}: code: not given: `)),
    );
    expect(spoilt('codes/trade-modes.csv', row('99,甲,A,perhaps,乙,B,gacc-trade-modes'))).toContainEqual(
      expect.stringMatching(/^codes\/trade-modes\.csv:\d+: processing: "perhaps": /),
    );
    // One fault, though forty records lie in Beijing.
    expect(spoilt('places.csv', (csv) => csv.replace(/(\n110000,.*?,)1\d\d\.\d+,/, '$1500,'))).toEqual([
      expect.stringMatching(/^places\.csv:\d+: longitude: "500": /),
    ]);
  });

  it('names a column that it does not know', () => {
    expect(spoilt('codes/units.csv', (csv) => csv.replace('code,', 'kode,'))).toContainEqual(
      expect.stringMatching(/^codes\/units\.csv:2: code: not given/),
    );
  });

  it('names a code that nothing bears, and what to do', () => {
    const faults = spoilt('aliases.csv', row('Somewhere,999999,,,no-such-source'));
    expect(faults).toEqual([
      'aliases 999999: source: "no-such-source" is not in the pack; correct it or add it',
      'aliases Somewhere: code: "999999" is not in the pack; correct it or add it',
    ]);
  });

  it('names an event that does not fit the places it is about', () => {
    const merge = (csv: string) => csv.replace('2019-01-09,merge', '2019-01-10,merge');
    expect(spoilt('place-events.csv', merge)).toEqual([
      'place events of 2019-01-10, merge 371200→370100: 371200 ends with it, and its validTo is another day; make them one',
    ]);
    expect(spoilt('place-events.csv', row('2020-01-01,split,370100,370100,,gbt-2260'))).toEqual([
      expect.stringContaining('too many or too few codes'),
    ]);
  });

  it('names what stands twice', () => {
    const unit = readFileSync(join(china, 'codes/units.csv'), 'utf8').split('\n')[1] ?? '';
    expect(spoilt('codes/units.csv', row(unit))).toContainEqual(
      expect.stringMatching(/^units: ".+" stands twice; keep one$/),
    );
    const twice = (json: string) => JSON.stringify([...JSON.parse(json), JSON.parse(json)[0]]);
    expect(spoilt('sources/places.json', twice)).toContainEqual(
      expect.stringMatching(/^sources: ".+" stands twice/),
    );
    expect(spoilt('parks.json', twice)).toContainEqual(expect.stringMatching(/^parks: ".+" stands twice/));
  });

  it('says that a file is damaged or absent, and goes on to the others', () => {
    const damaged = spoilt('parks.json', () => '[{');
    expect(damaged).toContainEqual(expect.stringMatching(/^parks\.json: is damaged: /));
    expect(spoilt('aliases.csv', row('"torn'))).toContainEqual(
      expect.stringMatching(/^aliases\.csv: is damaged: /),
    );
    expect(() => readPack(join(tmpdir(), 'no-such-pack'))).toThrow(PackFault);
  });
});
