import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineScanner } from './line-scanner.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (of: Uint8Array) => new TextDecoder().decode(of);

function scan(input: string, columns: number, step = 5, wanted?: number[]) {
  const scanner = new LineScanner(columns, 0, wanted);
  const all = bytes(input);
  let clean = '';
  for (let i = 0; i < all.length; i += step) clean += text(scanner.push(all.subarray(i, i + step)));
  clean += text(scanner.finish());
  const { lines, blank, kept } = scanner;
  return { clean, lines, blank, kept, odd: scanner.odd.map(({ line, why }) => `${line} ${why}`) };
}

test('numbers the lines and takes off what is no part of a value', () => {
  expect(scan('a,b\n"c"\t,"d\0\0",\r\n\n"1,2", x\n', 2)).toEqual({
    clean: '1\ta\tb\n2\tc\td\n4\t1,2\tx\n',
    lines: 4,
    blank: 1,
    kept: 3,
    odd: [],
  });
});

test('a value may hold one line feed; a quote left open spoils its own line only', () => {
  expect(scan('e,"f\ng"\nx,"y\nz,w\n', 2)).toMatchObject({ clean: '1\te\tfg\n4\tz\tw\n', odd: ['3 quotes'] });
  expect(scan('a,b\n"c,d', 2)).toMatchObject({ clean: '1\ta\tb\n', odd: ['2 quotes'] });
});

test('lines of other columns and quotes in the wrong place come out apart', () => {
  expect(scan('"a""x","b"\n"a"b,c\n1,2,3\n1,2,""\n1\n', 2)).toMatchObject({
    clean: '1\ta"x\tb\n4\t1\t2\n',
    odd: ['2 quotes', '3 columns', '5 columns'],
  });
});

test('keeps only the columns that are wanted, and all of a line that comes out apart', () => {
  expect(scan('a,b,c\n1,"2,\n2",3\n,,\nx,y,"",\n', 3, 5, [0, 2]).clean).toBe(
    '1\ta\tc\n2\t1\t3\n4\t\t\n5\tx\t\n',
  );
  const scanner = new LineScanner(3, 0, [1]);
  scanner.push(bytes('1,2,3,4\n'));
  expect(scanner.odd.map((line) => text(line.bytes))).toEqual(['1,2,3,4']);
});

test('to want some columns is to want all and to leave the others out', () => {
  const cell = fc.constantFrom('', 'x', '"a,b"', '"c""d"', '"e\nf"', ' y', '汉字');
  const table = fc.array(fc.tuple(cell, cell, cell, cell));
  fc.assert(
    fc.property(table, fc.subarray([0, 1, 2, 3], { minLength: 1 }), (rows, wanted) => {
      const input = rows.map((cells) => `${cells.join(',')}\n`).join('');
      const all = scan(input, 4, 7);
      const lines = all.clean.split('\n').slice(0, -1);
      const kept = lines.map((line) => {
        const [number, ...cells] = line.split('\t');
        return `${[number, ...wanted.map((at) => cells[at])].join('\t')}\n`;
      });
      expect(scan(input, 4, 7, wanted)).toEqual({ ...all, clean: kept.join('') });
    }),
  );
});

test('wherever the bytes are cut, each line is kept, blank or odd', () => {
  const pieces = fc.array(fc.constantFrom('"', ',', '\n', 'x', '\t', '\0', ' ', '\r', '汉'), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(
      pieces,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 4 }),
      (parts, step, columns) => {
        const input = parts.join('');
        const whole = scan(input, columns, 1 << 20);
        expect(scan(input, columns, step)).toEqual(whole);
        const joined = whole.lines - whole.kept - whole.blank - whole.odd.length;
        expect(joined).toBeGreaterThanOrEqual(0);
        expect(joined).toBeLessThanOrEqual(whole.kept);
      },
    ),
  );
});
