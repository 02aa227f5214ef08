import { type Ground, panelOfAmounts } from '@tidu/guidance';
import { describe, expect, it } from 'vitest';
import { groundOfPlain, type OfPack, plainGround } from './plain-ground.ts';

const panel = panelOfAmounts(
  ['310000', '500000'],
  ['all'],
  [{ period: '2024', amounts: new Map([['310000', new Map([['all', 7]])]]) }],
);
const ofPack = { pack: {}, costs: {}, compared: {}, rules: {} } as unknown as OfPack;
const ground = {
  day: '2026-06-01',
  trade: { exports: panel, imports: panel, measured: 'all', synthetic: false, figures: [] },
  groups: [],
  places: [],
  parks: [],
  ties: [],
  projects: [],
  records: [],
  ...ofPack,
} as Ground;

describe('a ground that goes to another thread', () => {
  it('is there what it was here, and what is unknown stays unknown', () => {
    const there = groundOfPlain(structuredClone(plainGround(ground, [])), ofPack);
    expect(there.trade?.exports.at[0]?.at(0, 0)).toBe(7);
    expect(there.trade?.exports.at[0]?.at(1, 0)).toBeNaN();
    expect(JSON.parse(JSON.stringify(there))).toEqual(JSON.parse(JSON.stringify(ground)));
  });
});
