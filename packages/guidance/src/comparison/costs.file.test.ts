import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CostsFault, readCosts } from './costs.file.ts';

const cn = new URL('../../../../packs/cn', import.meta.url).pathname;
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The pack's costs with one file changed. */
function changed(file: string, change: (records: Record<string, unknown>[]) => unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'costs-'));
  folders.push(folder);
  cpSync(join(cn, 'costs'), join(folder, 'costs'), { recursive: true });
  cpSync(join(cn, 'profiles.json'), join(folder, 'profiles.json'));
  const path = join(folder, file);
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')))));
  return folder;
}

const faultsOf = (folder: string): readonly string[] => {
  try {
    readCosts(folder);
    return [];
  } catch (error) {
    if (!(error instanceof CostsFault)) throw error;
    return error.faults;
  }
};

describe('the costs of a pack', () => {
  it('are read whole', () => {
    const { places, national, gateways, freight, labour, profiles } = readCosts(cn);
    for (const list of [places, national, gateways, freight, labour, profiles])
      expect(list.length).toBeGreaterThan(3);
  });

  it('with a fault name file, record, field, value and reason', () => {
    const folder = changed('costs/place-costs.json', ([first, ...rest]) => [
      { ...first, value: { low: 5, high: 4 } },
      ...rest,
    ]);
    expect(faultsOf(folder)).toEqual([expect.stringMatching(/^costs\/place-costs\.json\[0\]: value: .*low/)]);
  });

  it('tell whole numbers of people, of two kinds', () => {
    const folder = changed('costs/labour.json', ([first]) => [
      { ...first, value: 1.5 },
      { ...first, item: 'people.willing' },
    ]);
    expect(faultsOf(folder)).toEqual([
      expect.stringMatching(/^costs\/labour\.json\[0\]: value: 1\.5: /),
      expect.stringMatching(/^costs\/labour\.json\[1\]: item: "people\.willing": /),
    ]);
  });

  it('name every fault, also of profiles', () => {
    const folder = changed('profiles.json', (all) =>
      all.map((one) => ({ ...one, plan: { jobs: [{ count: -1 }] } })),
    );
    expect(faultsOf(folder)).toHaveLength(4);
    expect(faultsOf(folder)[0]).toMatch(/^profiles\.json\[0\]: plan\.jobs\.0\.count: -1: /);
  });

  it('that are no list, or not there, are told', () => {
    expect(faultsOf(changed('costs/freight.json', () => ({})))[0]).toMatch(/freight\.json: is no list/);
    const folder = changed('costs/freight.json', (all) => all);
    rmSync(join(folder, 'costs/gateways.json'));
    expect(faultsOf(folder)[0]).toMatch(/gateways\.json: cannot be read/);
  });
});
