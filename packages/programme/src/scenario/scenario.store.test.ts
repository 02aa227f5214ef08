import { afterAll, beforeAll, expect, it } from 'vitest';
import { addOrganisation } from '../account/accounts.store.ts';
import type { Asker } from '../account/asker.ts';
import type { Database } from '../ground/database.store.ts';
import { onBothEngines } from '../ground/engines.cases.ts';
import { worldAt } from '../ground/letter.cases.ts';
import { Records } from '../ground/records.store.ts';
import { registeredScenario } from './scenario.store.ts';
import type { ScenarioContent } from './scenario.ts';

onBothEngines('a scenario in the store', (engine) => {
  let database: Database;
  let records: Records;
  beforeAll(async () => {
    database = await engine.open();
    const placements = {
      setByHand: (request: unknown) => (request as { limits?: [] }).limits ?? [],
      faults: (request: unknown) =>
        (request as { lot?: number }).lot === 1 ? [] : [{ field: 'lot', message: 'must be 1' }],
    };
    records = new Records(database, [registeredScenario], {
      ...worldAt({ now: new Date('2026-02-01T04:00:00Z') }),
      placements,
    });
    await records.together(async (_, writing) => {
      for (const [id, kind] of [
        ['org-ministry', 'ministry'],
        ['org-park-taiyuan', 'park'],
        ['org-company-1', 'company'],
      ] as const)
        await addOrganisation(writing, { id, kind, territory: '100000', name: { zh: id, en: id } });
    });
  });
  afterAll(() => database?.close());

  const who = (role: Asker['role'], organisation: string): Asker => ({
    account: organisation,
    name: organisation,
    role,
    organisation,
    territory: '100000',
  });
  const ministry = who('ministry', 'org-ministry');
  const park = who('park', 'org-park-taiyuan');
  const content = { name: '土地收紧', owner: 'org-ministry', request: { lot: 1 }, madeOn: '2026-02-01' };
  const make = (change: object = {}, asker = ministry) =>
    records.create<Partial<ScenarioContent>>('scenario', { ...content, ...change }, asker);

  it('is made for the own organisation, and of what who plans understands', async () => {
    await expect(make({}, park)).rejects.toMatchObject({ fields: [{ field: 'content.owner' }] });
    await expect(make({ sharedWith: ['org-park-taiyuan'] })).rejects.toMatchObject({
      fields: [{ field: 'content.sharedWith' }],
    });
    await expect(make({ request: { lot: 2 } })).rejects.toMatchObject({
      fields: [{ field: 'content.request.lot' }],
    });
    const { id, version } = await make();
    await expect(records.edit(id, { ...content, request: {} }, version, ministry)).rejects.toThrow(
      'must be 1',
    );
  });

  it('is seen by others only with a reason for every limit that is set by hand', async () => {
    const request = { lot: 1, limits: [{ park: 'taiyuan', kind: 'land' }] };
    const { id, version } = await make({ request });
    const open = (at: number) => records.act<ScenarioContent>(id, 'open', {}, at, ministry);
    await expect(open(version)).rejects.toMatchObject({
      fields: [{ field: 'content.because', message: expect.stringContaining('land in taiyuan') }],
    });
    const because = [{ park: 'taiyuan', kind: 'land', reason: '规划调整' }];
    const reasoned = await records.edit(id, { ...content, request, because }, version, ministry);
    expect((await open(reasoned.version)).state).toBe('open');
  });

  it('is shared with offices that there are, found by them while it is, and stands still meanwhile', async () => {
    const { id, version } = await make();
    const share = (...organisations: string[]) =>
      records.act<ScenarioContent>(id, 'share', { with: organisations }, version, ministry);
    await expect(share('org-park-nowhere')).rejects.toThrow('there is no office org-park-nowhere');
    await expect(share('org-company-1')).rejects.toThrow('there is no office org-company-1');
    await expect(share('org-ministry')).rejects.toThrow('somebody else than yourselves');
    const shared = await share('org-park-taiyuan');
    const seen = {
      asker: park,
      grants: [{ of: 'own' as const }],
    };
    const found = async () => (await records.list({ kind: 'scenario', seen })).records.map((one) => one.id);
    expect(await found()).toEqual([id]);
    await expect(records.edit(id, content, shared.version, ministry)).rejects.toMatchObject({
      code: 'not-possible',
    });
    await expect(records.act(id, 'withdraw', {}, shared.version, park)).rejects.toThrow(
      'only the organisation that made it',
    );
    const back = await records.act<ScenarioContent>(id, 'withdraw', {}, shared.version, ministry);
    expect(back).toMatchObject({ state: 'draft', content: { sharedWith: [] } });
    expect(await found()).toEqual([]);
  });
});
