import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spansOf, squeezed, waysToSay } from './search-match.ts';
import { searchWords, wordsAsked } from './search-words.ts';

const park = '哈尔滨国家加工贸易产业园';
const finds = (text: string, question: string) =>
  wordsAsked(question).every((asked) => searchWords(text).some((word) => word.startsWith(asked)));

describe('the words of a text', () => {
  it('find it by characters, pinyin, initials and English', () => {
    for (const question of [
      '哈尔滨',
      '哈',
      '滨',
      'haerbin',
      'haerb',
      'heb',
      'hrb',
      '加工贸易',
      'jiagong',
      'jgmy',
    ])
      expect(finds(park, question), question).toBe(true);
    expect(finds('Harbin National Processing Trade Industrial Park', 'harb PARK')).toBe(true);
    expect(finds(park, '长沙')).toBe(false);
  });

  it.each([
    ['重庆', 'chongqing', 'cq'],
    ['长沙', 'changsha', 'cs'],
    ['亳州', 'bozhou', 'bz'],
    ['厦门', 'xiamen', 'xm'],
    ['西安', 'xian', 'xa'],
    ['博尔塔拉', 'boertala', 'betl'],
  ])('read %s as the place is called', (place, full, initials) => {
    expect(finds(place, full)).toBe(true);
    expect(finds(place, initials)).toBe(true);
  });

  it('do not mind accents, apostrophes and full-width letters', () => {
    expect(finds('Ürümqi', 'urumqi')).toBe(true);
    expect(finds("Xi'an", 'xian')).toBe(true);
    expect(finds('ＡＢＣ公司', 'abc')).toBe(true);
  });

  it('always find a text by any piece of it', () => {
    const place = fc.constantFrom(...'哈尔滨重庆长沙亳州国家加工贸易产业园区');
    fc.assert(
      fc.property(
        fc.array(place, { minLength: 2, maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        (text, one, other) => {
          const [from, to] = [one % text.length, other % text.length].sort((a, b) => a - b) as [
            number,
            number,
          ];
          expect(finds(text.join(''), text.slice(from, to + 1).join(''))).toBe(true);
        },
      ),
    );
  });
});

describe('a title that is found', () => {
  it('may be typed in several ways', () => {
    expect(waysToSay('长沙')).toEqual(['长沙', 'changsha', 'cs']);
    expect(waysToSay("Xi'an Park")).toContain(squeezed('xian park'));
  });

  it('marks the characters that were meant', () => {
    expect(spansOf(park, '加工')).toEqual([[5, 7]]);
    expect(spansOf(park, 'haerb')).toEqual([[0, 3]]);
    expect(spansOf(park, 'hrb')).toEqual([[0, 3]]);
    expect(spansOf(park, 'jgmy')).toEqual([[5, 9]]);
    expect(spansOf('Harbin Park', 'park har')).toEqual([
      [0, 3],
      [7, 11],
    ]);
    expect(spansOf(park, 'xyz')).toEqual([]);
  });
});
