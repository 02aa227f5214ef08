import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chapterOf, commodity, headingOf, hsCode } from './commodity.ts';

describe('an HS code', () => {
  it('gets back the leading zero that a spreadsheet took', () => {
    expect(hsCode('1012100')).toBe('01012100');
    expect(hsCode('1')).toBe('01');
    expect(hsCode('85423100')).toBe('85423100');
  });

  it('has two to ten digits and nothing else', () => {
    for (const text of ['', '85.42', 'abc', '123456789012', '８５']) expect(hsCode(text)).toBeUndefined();
  });

  it('keeps its even number of digits', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (n) => {
        const code = hsCode(String(n));
        expect((code?.length ?? 1) % 2).toBe(0);
        expect(Number(code)).toBe(n);
      }),
    ));

  it('begins with its heading, which begins with its chapter', () => {
    expect([chapterOf('854231'), headingOf('854231')]).toEqual(['85', '8542']);
  });

  it('is in the list as section, chapter, heading or subheading', () => {
    const record = { name: { en: 'x' }, edition: '2022', source: 's' };
    for (const code of ['XVI', '85', '8542', '854231']) {
      expect(commodity.safeParse({ code, ...record }).success).toBe(true);
    }
    for (const code of ['8', '854', '85423100', 'xvi', '']) {
      expect(commodity.safeParse({ code, ...record }).success).toBe(false);
    }
  });
});
