import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGuidancePack } from '../../packages/guidance/src/index.ts';
import { readPack } from '../../packages/reference/src/pack.file.ts';
import { content, root } from '../repository.ts';
import { found, madeUpNation } from './made-up-nations.ts';
import { mexicanStates } from './mexican-states.ts';
import { officialPlaces } from './official-places.ts';
import { provinceSectors } from './province-sectors.ts';
import { partOf, tablesOf, withPart } from './tables.ts';

const folder = join(root, 'packs/cn');
const pack = readPack(folder);
const page = content('docs/methods/prediction.md');

describe('the page of the prediction', () => {
  it.each([mexicanStates(), provinceSectors(pack), officialPlaces(pack)])(
    'shows of $id what npm run back-test makes',
    (panel) => {
      expect(partOf(page, panel.id)).toBe(tablesOf(panel));
    },
  );

  it('can be written again without losing what stands around the tables', () => {
    expect(withPart(page, 'made-up', partOf(page, 'made-up'))).toBe(page);
    expect(() => withPart(page, 'elsewhere', '')).toThrow(/no <!-- elsewhere -->/);
  });
});

describe('a made-up nation', () => {
  it('gives away where it moved processing trade', () => {
    const { groups } = readGuidancePack(folder);
    const { auc, gaining, notLosing } = found(madeUpNation(7, pack, groups, [2016, 2024], 200_000));
    expect(auc).toBeGreaterThan(0.55);
    expect(gaining).toBeGreaterThan(0.9);
    expect(notLosing).toBeGreaterThan(0.6);
  });
});
