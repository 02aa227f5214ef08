import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findingsIn, importFile } from '@tidu/trade';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from './house.store.ts';
import { QualityDesk } from './quality.store.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-quality-desk-'));
let house: House;
beforeAll(async () => {
  house = await openHouse({ data: join(folder, 'data') });
});
afterAll(async () => {
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

const deskOf = async (options = {}) =>
  new QualityDesk(
    house.warehouse,
    await findingsIn(house.store, () => house.warehouse.loads()),
    house.pack,
    options,
  );
const load = async (name: string, rows: readonly string[]) => {
  const path = join(folder, name);
  writeFileSync(path, ['数据年月,商品编码,注册地编码,人民币', ...rows].join('\n'));
  await importFile(house.store, house.pack, path);
};

describe('checks after a load', () => {
  it('look at what it touched by themselves, when no other load follows', async () => {
    const desk = await deskOf({ calm: 20 });
    await desk.run({});
    await load('a-export.csv', ['202301,84713090,31,5', '202301,84713090,99,5']);
    expect((await desk.state()).loadsSince).toBe(1);
    desk.noticeLoad();
    desk.noticeLoad();
    await expect.poll(async () => (await desk.state()).loadsSince).toBe(0);
    const { last } = await desk.state();
    expect(last).toMatchObject({ complete: false, found: { completeness: 2 } });
    expect((await desk.list({ check: ['completeness'], severity: ['error'] }))[0]).toMatchObject({
      reason: 'quarantine',
      loads: [2],
    });
  });

  it('wait to be asked where it touched much', async () => {
    const desk = await deskOf({ calm: 1, little: 0 });
    await load('b-export.csv', ['202302,84713090,31,5']);
    desk.noticeLoad();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await desk.state()).loadsSince).toBe(1);
  });

  it('tell how far they have come, are one run however often they are asked for, and end with the program', async () => {
    const desk = await deskOf();
    const heard: string[] = [];
    const both = [desk.run({ all: true, at: ({ check }) => heard.push(check) }), desk.run({ all: true })];
    expect((await desk.state()).running).toBeDefined();
    const [one, other] = await Promise.all(both);
    expect(one?.id).toBe(other?.id);
    expect(new Set(heard).size).toBe(6);
    const ended = desk.run({ all: true });
    const outcome = expect(ended).rejects.toMatchObject({ code: 'stopped' });
    await desk.close();
    await outcome;
  });
});
