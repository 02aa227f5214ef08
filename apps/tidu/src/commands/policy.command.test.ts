import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../../bin/tidu.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tidu-policy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const policy = (...args: string[]) =>
  spawnSync(process.execPath, [bin, 'policy', ...args], { encoding: 'utf8' });

const measure = (share: string) => `title: { zh: 设备补贴, en: Equipment subsidy }
issuer: { zh: 某市, en: A city }
source: mofcom-2021-483
wording: paraphrase
holds: { in: ["510000"], from: 2021-01-01 }
kind: equipment
about: { zh: 按设备投资, en: By equipment }
eligible:
  - when: project.equipmentCny >= 1000000
    says: { zh: 设备投资100万元以上, en: Equipment of a million }
gives:
  per: once
  amounts:
    - amount: project.equipmentCny * ${share}
      says: { zh: 按比例, en: A share }
examples:
  - name: { zh: 五百万, en: Five million }
    date: 2024-05-01
    place: "511400"
    project: { equipmentCny: 5000000 }
    expect: { verdict: given, total: 500000 }
  - name: { zh: 五十万, en: Half a million }
    date: 2024-05-01
    place: "511400"
    project: { equipmentCny: 500000 }
    expect: { verdict: not-eligible }
`;
const at = (...path: string[]) => join(folder, ...path);

beforeAll(() => {
  for (const [name, text] of [
    ['good', measure('0.1')],
    ['dearer', measure('0.2')],
    ['broken', measure('0.1').replace('project.equipmentCny >=', 'project.equipmentCni >=')],
  ] as const) {
    mkdirSync(at(name), { recursive: true });
    writeFileSync(at(name, 'equipment.yaml'), text);
  }
  writeFileSync(
    at('subject.json'),
    '{"date":"2024-05-01","place":"511400","project":{"equipmentCny":5000000}}',
  );
});

describe('tidu policy', () => {
  it('checks measures: nothing to say of good ones, file, line, expression and remedy of others', () => {
    expect(policy('check', at('good'))).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('1 measures, 0 files'),
    });
    const { status, stdout } = policy('check', at('broken'));
    expect(status).toBe(4);
    expect(stdout).toContain('equipment.yaml:9:19: eligible.0.when: there is no field equipmentCni');
    expect(stdout).toContain('    project.equipmentCni >= 1000000');
    expect(stdout).toContain('is project.equipmentCny');
  });

  it('tests them by their examples, and says what came instead', () => {
    expect(policy('test', at('good'))).toMatchObject({ status: 0, stdout: expect.stringContaining('3/3') });
    const { status, stdout } = policy('test', at('dearer'));
    expect([status, stdout]).toEqual([
      4,
      expect.stringContaining('expected {"verdict":"given","total":500000}, came given 1000000'),
    ]);
  });

  it('explains one step by step', () => {
    const { stdout } = policy('explain', 'equipment', at('subject.json'), '--folder', at('good'));
    expect(stdout).toContain('given\nCNY 500000 in all');
    expect(stdout).toContain('project.equipmentCny = 5000000');
  });

  it('says who gains by a reform, on made-up companies', () => {
    const { stdout } = policy(
      'diff',
      at('good'),
      at('dearer'),
      '--companies',
      '300',
      '--date',
      '2024-05-01',
      '--json',
    );
    const found = JSON.parse(stdout);
    expect(found).toMatchObject({ population: '合成 synthetic', companies: 300, lose: 0 });
    expect(found.gain).toBeGreaterThan(0);
    expect(found.after).toBeCloseTo(found.before * 2, 0);
  });

  it('refuses what it cannot read', () => {
    for (const [args, says] of [
      [['check', at('absent')], /absent cannot be read; name a folder/],
      [['explain', 'nothing', at('subject.json'), '--folder', at('good')], /there is no measure nothing/],
      [['test', at('broken')], /eligible\.0\.when/],
    ] as const) {
      const { status, stderr } = policy(...args);
      expect(status, stderr).toBe(1);
      expect(stderr).toMatch(says);
    }
  });

  it('writes measures as a workbook and takes them back, touching only what has changed', () => {
    const workbook = at('measures.xlsx');
    expect(policy('table', 'out', workbook, at('good')).stdout).toContain('1 measures in');
    expect(policy('table', 'in', workbook, at('good')).stdout).toContain(
      '1 measures, 0 written, 1 as they were',
    );
    const into = policy('table', 'in', workbook, at('dearer'));
    expect(into.stdout).toContain('1 written');
    const same = policy('diff', at('good'), at('dearer'), '--companies', '50', '--json');
    expect(JSON.parse(same.stdout)).toMatchObject({ gain: 0, lose: 0 });
    expect(policy('table', 'in', at('subject.json'), at('good'))).toMatchObject({ status: 1 });
  });
});
