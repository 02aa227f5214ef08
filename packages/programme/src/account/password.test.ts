import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Owner, passwordFaults } from './password.ts';

const owner: Owner = {
  name: '王晓梅',
  login: 'wang.xiaomei',
  organisation: { zh: '示例省商务厅', en: 'Shili Department of Commerce' },
};
const faults = (password: string) => passwordFaults(password, owner);

describe('a password', () => {
  it('is long enough for nobody to try them all, and short enough to be read', () => {
    expect(faults('fjord-kelp9')).toContain('too-short');
    expect(faults('fjord-kelp92')).toEqual([]);
    expect(faults(`${'fjord kelp wax '.repeat(9)}`)).toEqual(['too-long']);
  });

  it('may be anything: no letter, digit or sign is asked for', () => {
    expect(faults('correct horse battery staple')).toEqual([]);
    expect(faults('春江潮水连海平海上明月共潮生')).toEqual([]);
    expect(faults('bao cheng ru ping liang')).toEqual([]);
    expect(faults('  spaces count too  ')).toEqual([]);
    expect(faults('48201957360271')).toEqual([]);
  });

  it('is counted in characters as people count them', () => {
    expect(faults('🀄🐋🧭🪁🎐🪶🫖🧩🪨🥢🛶')).toContain('too-short');
  });

  it.each([
    'password1234',
    'P@ssw0rd2024!',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    '123456789012',
    'qwertyuiop123',
    '1qaz2wsx3edc4rfv',
    'woaini5201314',
    'woaiwojia888',
    'Zhongguo@2026',
    'mima123456mima',
    '147258369147',
    'admin@20251126',
    '商务部密码123456',
    'iloveyou!!!!!',
    'Welcome-2026-11',
    'poiuytrewq123',
    'TiduTiduTidu1!',
  ])('is not what everybody tries first: %s', (password) => {
    expect(faults(password)).toContain('common');
  });

  it.each([
    'wang.xiaomei#1',
    '王晓梅王晓梅王晓梅王晓梅',
    'Xiaomei-2026-wang',
    '示例省商务厅示例省商务厅',
    'shili.department1',
  ])('is not made of who its owner is: %s', (password) => {
    expect(faults(password)).toContain('about-its-owner');
  });

  it('of twelve to a hundred random signs is never refused', () => {
    const consonants = 'bcdfghjklmnpqrstvwxz'.split('');
    const syllable = fc
      .tuple(fc.constantFrom(...consonants), fc.constantFrom('ø', 'ü', 'æ'), fc.constantFrom('ğ', 'ß', 'þ'))
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(syllable, { minLength: 4, maxLength: 30 }), (syllables) => {
        expect(faults(syllables.join(''))).toEqual([]);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
