import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineScanner } from './line-scanner.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (of: Uint8Array) => new TextDecoder().decode(of);

function scan(input: string, columns: number, step = 5) {
  const scanner = new LineScanner(columns, 0);
  const all = bytes(input);
  let clean = '';
  for (let i = 0; i < all.length; i += step) clean += text(scanner.push(all.subarray(i, i + step)));
  clean += text(scanner.finish());
  const { lines, blank, kept } = scanner;
  return { clean, lines, blank, kept, odd: scanner.odd.map(({ line, why }) => `${line} ${why}`) };
}

test('numbers the lines and takes off what is no part of a value', () => {
  expect(scan('a,b\n"c"\t,"d\0\0",\r\n\n"1,2", x\n', 2)).toEqual({
    clean: '1,a,b\n2,"c","d"\n4,"1,2",x\n',
    lines: 4,
    blank: 1,
    kept: 3,
    odd: [],
  });
});

test('a value may hold one line feed; a quote left open spoils its own line only', () => {
  expect(scan('e,"f\ng"\nx,"y\nz,w\n', 2)).toMatchObject({ clean: '1,e,"fg"\n4,z,w\n', odd: ['3 quotes'] });
  expect(scan('a,b\n"c,d', 2)).toMatchObject({ clean: '1,a,b\n', odd: ['2 quotes'] });
});

test('lines of other columns and quotes in the wrong place come out apart', () => {
  expect(scan('"a""x","b"\n"a"b,c\n1,2,3\n1,2,""\n1\n', 2)).toMatchObject({
    clean: '1,"a""x","b"\n4,1,2\n',
    odd: ['2 quotes', '3 columns', '5 columns'],
  });
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
