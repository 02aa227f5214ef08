import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridged, type Concordance, convert, joined, relations, reversed, targetsBy } from './concordance.ts';

/** Smartphones got a code of their own in 2022, and two of mussels' codes became one. */
const table: Concordance = {
  from: 'HS2017',
  to: 'HS2022',
  links: [
    ['851712', '851713'],
    ['851712', '851714'],
    ['854231', '854231'],
    ['030731', '030731'],
    ['030739', '030731'],
    ['902910', '902910'],
    ['902910', '903180'],
    ['903180', '903180'],
  ],
};

describe('a concordance', () => {
  it('relates a code by how many sources and targets it has', () => {
    expect(Object.fromEntries(relations(table))).toEqual({
      '030731': 'n:1',
      '030739': 'n:1',
      '851712': '1:n',
      '854231': '1:1',
      '902910': 'n:n',
      '903180': 'n:1',
    });
    expect(relations(reversed(table)).get('030731')).toBe('1:n');
  });

  it('converts a code that has one target, and one that has several only where these agree', () => {
    const targets = targetsBy(table);
    expect(convert(targets, '854231')).toBe('854231');
    expect(convert(targets, '851712')).toBeUndefined();
    expect(convert(targets, '851712', 4)).toBe('8517');
    expect(convert(targets, '902910', 4)).toBeUndefined();
    expect(convert(targets, '902910', 2)).toBe('90');
    expect(convert(targets, '999999')).toBeUndefined();
  });

  it('converts a heading as all its codes together', () => {
    expect(targetsBy(table)('8517')).toEqual(['851713', '851714']);
    expect(convert(targetsBy(table), '0307', 4)).toBe('0307');
  });

  it('is joined to another, and leaves out a code of which a part leads nowhere', () => {
    const next: Concordance = {
      from: 'HS2022',
      to: 'HS2028',
      links: [
        ['851713', '851713'],
        ['854231', '854232'],
        ['030731', '030731'],
      ],
    };
    expect(joined(table, next).links).toEqual([
      ['854231', '854232'],
      ['030731', '030731'],
      ['030739', '030731'],
    ]);
    expect(bridged([next, table], 'HS2017', 'HS2028')).toEqual(joined(table, next));
    expect(bridged([next, table], 'HS2028', 'HS2017')?.links).toContainEqual(['030731', '030739']);
    expect(bridged([table], 'HS2017', 'HS2028')).toBeUndefined();
  });

  it('is itself when reversed twice, and never guesses', () => {
    const code = fc.integer({ min: 100_000, max: 100_030 }).map(String);
    fc.assert(
      fc.property(fc.array(fc.tuple(code, code)), (links) => {
        const made: Concordance = { from: 'A', to: 'B', links };
        expect(reversed(reversed(made))).toEqual(made);
        for (const [source] of links) {
          const own = new Set(links.filter(([from]) => from === source).map(([, to]) => to));
          expect(convert(targetsBy(made), source)).toBe(own.size === 1 ? [...own][0] : undefined);
        }
      }),
    );
  });
});
