import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeNation, NationRefused, writeExport, writeNation } from './index.ts';
import { smallPack as pack } from './small-pack.cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-synthetic-'));
afterAll(() => rmSync(folder, { recursive: true }));

const checksum = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Reads an export the simple way: every value is quoted and none contains a line break. */
function readExport(file: string, encoding = 'gb18030') {
  const [head, ...lines] = new TextDecoder(encoding, { fatal: true })
    .decode(readFileSync(file))
    .trimEnd()
    .split('\n');
  const cells = (line = '') => [...line.matchAll(/"((?:[^"]|"")*)"\t?,/g)].map((match) => match[1] ?? '');
  const columns = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, i) => [columns[i], cell])));
}

const number = (text = '') => Number(text.replaceAll(',', ''));
const parentOf = new Map(pack.places.map((place) => [place.code, place.parent]));
const regionOf = new Map(pack.places.map((place) => [place.code, place.region]));

describe('a nation', async () => {
  const nation = await writeNation({ seed: 7, out: folder, pack, rows: 12_345, years: [2019, 2021] });
  const { truth } = nation;
  const rows = nation.files.flatMap((file) =>
    readExport(file).map((row) => ({
      flow: file.includes('import') ? 'import' : 'export',
      month: `${row.数据年月?.slice(0, 4)}-${row.数据年月?.slice(4)}`,
      district: row.注册地编码 ?? '',
      city: parentOf.get(row.注册地编码 ?? '') ?? '',
      processing: row.贸易方式编码 === '14' || row.贸易方式编码 === '15',
      key: [row.数据年月, row.商品编码, row.贸易伙伴编码, row.贸易方式编码, row.注册地编码].join(' '),
      value: number(row.人民币),
    })),
  );

  it('is marked as synthetic in every file name and in its truth', () => {
    expect(readdirSync(folder).sort()).toEqual([
      'truth.json',
      '合成-export-2019.csv',
      '合成-export-2020.csv',
      '合成-export-2021.csv',
      '合成-import-2019.csv',
      '合成-import-2020.csv',
      '合成-import-2021.csv',
    ]);
    expect(JSON.parse(readFileSync(nation.truthFile, 'utf8'))).toEqual({ ...truth });
    expect(truth.synthetic).toBe(true);
  });

  it('has exactly the rows that were asked for, none twice and none empty', () => {
    expect(rows).toHaveLength(12_345);
    expect(nation.rows).toBe(12_345);
    expect(new Set(rows.map((row) => `${row.flow} ${row.key}`)).size).toBe(12_345);
    expect(rows.every((row) => Number.isSafeInteger(row.value) && row.value > 0)).toBe(true);
  });

  it('gives its park cities exactly 39 % of what central, west and northeast process in 2020', () => {
    const of2020 = rows.filter((row) => row.processing && row.month.startsWith('2020'));
    const sum = (keep: (row: (typeof rows)[number]) => boolean) =>
      of2020.filter(keep).reduce((total, row) => total + BigInt(row.value), 0n);
    const parks = new Set(pack.parks.map((park) => park.place));
    const ofParks = sum((row) => parks.has(row.city));
    const undertaking = sum((row) => regionOf.get(row.district) !== 'east');
    expect(ofParks * 100n).toBe(undertaking * 39n);
    expect(truth.parks).toMatchObject({
      ofParks: Number(ofParks),
      ofUndertakingRegions: Number(undertaking),
      percent: 39,
    });
  });

  it('knows the sum of its rows by region, flow and month', () => {
    for (const cell of truth.regions) {
      const own = rows.filter(
        (row) =>
          row.flow === cell.flow && row.month === cell.month && regionOf.get(row.district) === cell.region,
      );
      expect(own.reduce((sum, row) => sum + row.value, 0)).toBe(cell.value);
      expect(own.reduce((sum, row) => sum + (row.processing ? row.value : 0), 0)).toBe(cell.processing);
    }
    expect(truth.regions).toHaveLength(4 * 2 * 36);
  });

  it('knows the processing trade of each city and year', () => {
    const sums: Record<string, Record<string, number>> = {};
    for (const row of rows.filter(({ processing }) => processing)) {
      const city = sums[row.city] ?? {};
      const year = row.month.slice(0, 4);
      city[year] = (city[year] ?? 0) + row.value;
      sums[row.city] = city;
    }
    expect(sums).toEqual(truth.processing);
  });

  it('moves processing trade from the east by the points that its moves add up to', () => {
    const points = truth.moves.reduce((sum, move) => sum + move.partsPerYear, 0) / 10_000;
    expect(truth.eastLosesPerYear).toBeCloseTo(points, 9);
    expect(truth.processingShares[2019]?.east).toBeCloseTo(80 + points, 9);
    expect(truth.processingShares[2020]?.east).toBe(80);
    expect(truth.processingShares[2021]?.east).toBeCloseTo(80 - points, 9);
    for (const { from, to } of truth.moves) {
      expect(regionOf.get(from)).toBe('east');
      expect(regionOf.get(to)).not.toBe('east');
    }
  });

  it('is the same to the byte from the same seed, and another from another', async () => {
    const again = join(folder, 'again');
    const same = await writeNation({ seed: 7, out: again, pack, rows: 12_345, years: [2019, 2021] });
    expect(same.files.map(checksum)).toEqual(nation.files.map(checksum));
    expect(checksum(same.truthFile)).toBe(checksum(nation.truthFile));
    // Whatever the machine or the version of Node: the bytes themselves are held.
    expect(checksum(nation.files[0] as string).slice(0, 16)).toBe('6a65a72291b7b409');
    const other = await writeNation({ seed: 8, out: again, pack, rows: 12_345, years: [2019, 2021] });
    expect(checksum(other.files[0] as string)).not.toBe(checksum(nation.files[0] as string));
    rmSync(again, { recursive: true });
  });

  it('reports progress up to its last row', async () => {
    const seen: number[] = [];
    const out = join(folder, 'progress');
    await writeNation({
      seed: 1,
      out,
      pack,
      rows: 3_000,
      years: [2020, 2020],
      progress: (p) => seen.push(p.rows),
    });
    expect(seen.at(-1)).toBe(3_000);
    rmSync(out, { recursive: true });
  });
});

describe('an export', () => {
  it('carries the same rows in GB18030 and in UTF-8', async () => {
    const file = join(folder, 'export-2024.csv');
    await writeExport(file, { rows: 5_000, seed: 3, encoding: 'gb18030', pack });
    const gb = readExport(file);
    await writeExport(file, { rows: 5_000, seed: 3, encoding: 'utf-8', pack });
    expect(readExport(file, 'utf-8')).toEqual(gb);
    expect(gb).toHaveLength(5_000);
    expect(gb[0]?.贸易伙伴名称).toContain('伙伴');
    rmSync(file);
  });
});

describe('a nation that cannot be', () => {
  const refusal = (make: () => unknown) => {
    try {
      make();
    } catch (error) {
      if (error instanceof NationRefused) return error.message;
    }
    return undefined;
  };

  it('is refused with the number of rows that would do', () => {
    expect(refusal(() => makeNation({ seed: 1, pack, rows: 10, years: [2020, 2020] }))).toContain('1440');
  });

  it('is refused when its rows outnumber goods and partners', () => {
    const many = makeNation({ seed: 1, pack, rows: 50_000_000, years: [2020, 2020], firms: 120 });
    expect(refusal(() => [...many.rows('export', 2020)])).toContain('too many');
  });

  it('is refused in years to which the gradient does not reach', () => {
    expect(refusal(() => makeNation({ seed: 1, pack, years: [1990, 1990] }))).toContain('nearer to 2020');
    expect(refusal(() => makeNation({ seed: 1, pack, years: [2021, 2020] }))).toContain('no year');
  });
});
