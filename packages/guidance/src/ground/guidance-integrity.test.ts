import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPack } from '@tidu/reference/pack';
import { afterEach, describe, expect, it } from 'vitest';
import { faultsOfGuidance } from './guidance-integrity.ts';
import { readGuidancePack } from './guidance-pack.file.ts';
import { inputFrom } from './input-output.ts';

const root = fileURLToPath(new URL('../../../../packs/cn', import.meta.url));
const pack = readGuidancePack(root);
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The pack's guidance alone. */
function copied(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guidance-'));
  folders.push(folder);
  cpSync(join(root, 'guidance'), join(folder, 'guidance'), { recursive: true });
  return folder;
}

describe('what the pack says for guidance', () => {
  it('names sources, groups and sectors that there are', () => {
    expect(faultsOfGuidance(pack, readPack(root))).toEqual([]);
  });

  it('tells of every group what it takes of labour, power and land', () => {
    for (const { id } of pack.groups) {
      const items = pack.intensities.filter(({ group }) => group === id).map(({ item }) => item);
      expect(items.sort(), id).toEqual(['electricity', 'employees', 'energy-payments', 'land', 'pay']);
    }
  });

  it('takes no more from manufacturing than there is besides value added', () => {
    for (const { id, valueAdded, pay, inputs } of pack.inputOutput?.sectors ?? []) {
      const taken = Object.values(inputs).reduce((sum, one) => sum + one, 0);
      expect(taken + valueAdded, id).toBeLessThanOrEqual(1.001);
      expect(pay, id).toBeLessThan(valueAdded);
    }
  });

  it('with a name of nothing, or a fact that stands twice, says which', () => {
    const [first] = pack.intensities;
    const table = pack.inputOutput;
    if (!first || !table) throw new Error('the pack has both');
    const wrong = {
      ...pack,
      intensities: [first, { ...first, group: 'ivory', source: 'hearsay' }, first],
      inputOutput: { ...table, groups: [{ group: 'food', sectors: ['99'] }] },
    };
    expect(faultsOfGuidance(wrong, readPack(root))).toEqual([
      'guidance/intensities.json[1]: source: no source "hearsay"; add it or correct the name',
      'guidance/intensities.json[1]: group: no group "ivory"; add it or correct the name',
      'guidance/intensities.json[2]: pay of food stands twice; keep one',
      'guidance/input-output.json: sectors of food: no sector "99"; add it or correct the name',
    ]);
  });

  it('in another unit is refused with the right one', () => {
    const folder = copied();
    const file = join(folder, 'guidance/intensities.json');
    const [first] = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify([{ ...first, unit: 'percent' }]));
    expect(() => readGuidancePack(folder)).toThrow(
      /intensities\.json\[0\.unit\]: pay is counted in share of output/,
    );
  });

  it('may know no more than groups', () => {
    const folder = copied();
    rmSync(join(folder, 'guidance/intensities.json'));
    rmSync(join(folder, 'guidance/input-output.json'));
    expect(readGuidancePack(folder)).toMatchObject({ intensities: [], inputOutput: undefined });
  });
});

describe('what one group takes from another', () => {
  const table = pack.inputOutput;
  if (!table) throw new Error('the pack has a table');

  it('is most for clothing from textiles', () => {
    const taken = pack.groups.map(({ id }) => ({ id, from: inputFrom(table, id, 'clothing') ?? 0 }));
    expect(taken.toSorted((a, b) => b.from - a.from)[0]?.id).toBe('textiles');
  });

  it('is weighed by output where several sectors stand for a group', () => {
    const [a, b] = [1, 3].map((output, i) => ({
      id: `${i}`,
      name: { zh: '', en: '' },
      industries: ['13'],
      output,
      pay: 0,
      valueAdded: 0,
      inputs: { '0': 0.4 * i },
    }));
    if (!a || !b) throw new Error('two sectors');
    const small = {
      ...table,
      sectors: [a, b],
      groups: [
        { group: 'x', sectors: ['0'] },
        { group: 'y', sectors: ['0', '1'] },
      ],
    };
    expect(inputFrom(small, 'x', 'y')).toBeCloseTo((0 * 1 + 0.4 * 3) / 4, 12);
    expect(inputFrom(small, 'x', 'z')).toBeUndefined();
  });
});
