import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../store.duckdb.ts';
import type { Finding } from './finding.ts';
import { type Findings, findingsIn } from './findings.duckdb.ts';

const folder = mkdtempSync(join(tmpdir(), 'tidu-findings-'));
const path = join(folder, 'statistics.duckdb');
let store: Store;
let findings: Findings;
let day = 1;
const clock = () => new Date(Date.UTC(2025, 0, day++));
const open = async () => {
  store = await openStore({ path, places: [] });
  findings = await findingsIn(store, async () => [{ id: 7 }], clock);
};
beforeAll(open);
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const found = (place: string, total: number, judged = 1, check = 'balance'): Finding => ({
  check,
  reason: 'total',
  severity: 'error',
  about: { shape: 'table', month: '2024-01', place },
  amounts: { total, exports: 60, imports: 30 },
  judged: { difference: judged },
  loads: [7],
});
const looked = { checks: ['timeliness'], vintage: 7, seconds: 0.1 };
const states = async () =>
  Object.fromEntries((await findings.list()).map(({ about: { place = '' }, state }) => [place, state]));
const decide = (id: number, more = {}) =>
  findings.decide(id, { verdict: 'explained', note: 'the customs say so', by: '统计处', ...more });

describe('findings and what was decided of them', () => {
  it('are open when they are found, and stay the same when they are found again', async () => {
    await findings.keep([found('110000', 100), found('330000', 200)], looked);
    const [first] = await findings.list();
    await findings.keep([found('110000', 100), found('330000', 200)], looked);
    const again = await findings.list();
    expect(again).toHaveLength(2);
    expect(again[0]).toMatchObject({ id: first?.id, state: 'open', firstFound: first?.firstFound });
    expect(again[0]?.lastFound).not.toBe(first?.lastFound);
  });

  it('keep a decision through a re-run, and through closing and opening the store', async () => {
    const [{ id = 0 } = {}] = await findings.list();
    expect(await decide(id)).toMatchObject({
      state: 'decided',
      decisions: [{ by: '统计处', verdict: 'explained' }],
    });
    // How far out it is by now may move; what the tables say has not.
    await findings.keep([found('110000', 100, 5), found('330000', 200)], looked);
    await store.close();
    await open();
    expect(await findings.get(id)).toMatchObject({
      state: 'decided',
      judged: { difference: 5 },
      decisions: [{ note: 'the customs say so' }],
    });
  });

  it('are opened again when the numbers under a decision change, and decided anew', async () => {
    await findings.keep([found('110000', 101), found('330000', 200)], looked);
    expect(await states()).toEqual({ '110000': 'reopened', '330000': 'open' });
    const [{ id = 0, decisions = [] } = {}] = (await findings.list()).filter(
      ({ state }) => state === 'reopened',
    );
    expect(decisions.at(-1)?.amounts).toMatchObject({ total: 100 });
    const corrected = await decide(id, { verdict: 'corrected', load: 7 });
    expect(corrected.state).toBe('decided');
    expect(corrected.decisions.map(({ verdict }) => verdict)).toEqual(['explained', 'corrected']);
  });

  it('are gone, not deleted, when a run no longer finds them, and come back decided as they were', async () => {
    await findings.keep([], looked);
    expect(await states()).toEqual({ '110000': 'gone', '330000': 'gone' });
    await findings.keep([found('110000', 101)], looked);
    expect(await states()).toEqual({ '110000': 'decided', '330000': 'gone' });
  });

  it('are gone only where the run looked', async () => {
    const late = found('', 0, 1, 'timeliness');
    await findings.keep([found('110000', 101), late], looked);
    await findings.keep([], { ...looked, shapes: ['another'] });
    expect(await states()).toMatchObject({ '110000': 'decided', '': 'gone' });
    const passedOver = [{ check: 'balance', shape: 'table' }];
    await findings.keep([], { ...looked, shapes: ['table'], passedOver });
    expect(await states()).toMatchObject({ '110000': 'decided' });
    await findings.keep([], { ...looked, shapes: ['table'] });
    expect(await states()).toMatchObject({ '110000': 'gone' });
    expect(await findings.lastRun()).toMatchObject({ complete: false, vintage: 7 });
  });

  it('want a note, a name, a load that exists, and to be there', async () => {
    await findings.keep([found('500000', 9)], looked);
    const id = (await findings.list()).find(({ state }) => state === 'open')?.id ?? 0;
    const gone = (await findings.list()).find(({ state }) => state === 'gone')?.id ?? 0;
    await expect(decide(id, { note: ' ' })).rejects.toMatchObject({ code: 'no-note' });
    await expect(decide(id, { by: '' })).rejects.toMatchObject({ code: 'no-name' });
    await expect(decide(id, { verdict: 'corrected' })).rejects.toMatchObject({ code: 'no-such-load' });
    await expect(decide(id, { verdict: 'corrected', load: 99 })).rejects.toMatchObject({
      code: 'no-such-load',
    });
    await expect(decide(gone)).rejects.toMatchObject({ code: 'finding-gone' });
    await expect(decide(12345)).rejects.toMatchObject({ code: 'finding-unknown' });
  });
});
