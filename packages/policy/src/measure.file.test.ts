import { describe, expect, it } from 'vitest';
import { readMeasure } from './measure.file.ts';

const good = `title: { zh: 设备补贴, en: Equipment subsidy }
issuer: { zh: 某市, en: A city }
source: some
wording: paraphrase
holds: { in: ["510100"], from: 2024-01-01 }
kind: equipment
about: { zh: 按设备投资, en: By equipment }
eligible:
  - when: project.equipmentCny >= 1000000
    says: { zh: 设备投资100万元以上, en: Equipment of a million }
gives:
  per: once
  amounts:
    - amount: project.equipmentCny * 0.1
      says: { zh: 10%, en: 10 % }
`;
const read = (text: string) => readMeasure('510000/equipment.yaml', text);

describe('a file of a measure', () => {
  it('is read with its id from the name of the file', () => {
    const { rule, faults } = read(good);
    expect(faults).toEqual([]);
    expect(rule?.measure).toMatchObject({ id: 'equipment', holds: { in: ['510100'], from: '2024-01-01' } });
  });

  it.each([
    [
      'an expression',
      'equipmentCny >= 1000000',
      'equipmentCnx >= 1000000',
      9,
      'eligible.0.when',
      /equipmentC/,
    ],
    ['a kind', 'kind: equipment', 'kind: machines', 6, 'kind', /./],
    ['a day', 'from: 2024-01-01', 'from: 2024-13-01', 5, 'holds.from', /./],
    ['a field that there is not', 'wording: paraphrase', 'wordings: paraphrase', 1, '', /./],
    ['a sum of shares', '  per: once', '  per: once\n  paid: [0.5, 0.2]', 12, 'gives.paid', /./],
    ['a part of one of several forms', '    - amount:', '    - amuont:', 13, 'gives.amounts.0.amount', /./],
    ['YAML', 'kind: equipment', 'kind: [equipment', 7, '', /./],
    ['a name given twice', 'kind: equipment', 'kind: equipment\nkind: tax', 7, '', /./],
  ])('says line, field and remedy of %s that is wrong', (_, from, to, line, path, remedy) => {
    const { rule, faults } = read(good.replace(from, to));
    expect(rule).toBeUndefined();
    expect(faults.map((one) => one.path)).toContain(path);
    const fault = faults.find((one) => one.path === path);
    expect(fault).toMatchObject({ file: '510000/equipment.yaml' });
    expect(fault?.line).toBeGreaterThanOrEqual(line);
    expect(fault?.remedy).toMatch(remedy);
    expect(fault?.message).toBeTruthy();
  });

  it('does not unfold into what it is not', () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x]\n${'bcdefghi'
      .split('')
      .map(
        (name, i) => `${name}: &${name} [${Array.from({ length: 8 }, () => `*${'abcdefgh'[i]}`).join(', ')}]`,
      )
      .join('\n')}`;
    expect(read(bomb).faults).not.toEqual([]);
    expect(read(`${good}# ${'x'.repeat(300_000)}`).faults[0]?.message).toContain('256 KiB');
  });

  it('of any text is a measure or faults, never an end (fuzz)', () => {
    for (let i = 0; i < 400; i++) {
      const at = (i * 7919) % good.length;
      const cut = `${good.slice(0, at)}${['{', ']', ': ', '\t', '&a', '*a', '!!js/function', '"', '\n', '界'][i % 10]}${good.slice(at + (i % 5))}`;
      const { rule, faults } = read(cut);
      expect(rule !== undefined || faults.length > 0).toBe(true);
    }
  });
});
