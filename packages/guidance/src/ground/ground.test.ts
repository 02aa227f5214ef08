import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { groupOfChapter } from './commodity-group.ts';
import { readGuidancePack } from './guidance-pack.file.ts';
import { smallGround } from './small-ground.cases.ts';
import { panelOfAmounts } from './trade-panel.ts';

const pack = fileURLToPath(new URL('../../../../packs/cn', import.meta.url));

describe('what guidance rests on', () => {
  it('puts every chapter that an industry makes into one group', () => {
    const { groups } = readGuidancePack(pack);
    const of = groupOfChapter(groups);
    const chapters = Array.from({ length: 96 }, (_, i) => String(i + 1).padStart(2, '0'));
    // 77 is kept for later by the Harmonized System, 97 is art.
    expect(chapters.filter((chapter) => of(chapter) === undefined)).toEqual([]);
    expect(of('97')).toBeUndefined();
  });

  it('knows nothing of a place that a period does not tell of, and 0 of goods that it does not name', () => {
    const panel = panelOfAmounts(
      ['a', 'b'],
      ['x', 'y'],
      [{ period: '2024', amounts: new Map([['a', new Map([['x', 3]])]]) }],
    );
    expect([...(panel.at[0]?.cells ?? [])]).toEqual([3, 0, Number.NaN, Number.NaN]);
  });

  it('tries itself on a nation whose east gives up clothing', () => {
    const { trade, places } = smallGround;
    const east = places.flatMap(({ region }, row) => (region === 'east' ? [row] : []));
    const share = (period: number) => {
      const at = trade?.exports.at[period];
      const all = places.reduce((sum, _, row) => sum + (at?.at(row, 0) ?? Number.NaN), 0);
      return east.reduce((sum, row) => sum + (at?.at(row, 0) ?? Number.NaN), 0) / all;
    };
    expect(share(5)).toBeLessThan(share(0));
  });
});
