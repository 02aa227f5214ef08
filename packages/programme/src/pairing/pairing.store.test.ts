import { join } from 'node:path';
import { readPack } from '@tidu/reference/pack';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addOrganisation } from '../account/accounts.store.ts';
import type { BenefitStatementContent } from '../benefit/benefit-statement.ts';
import { countedOnce } from '../benefit/counted-once.ts';
import { countedIn } from '../benefit/statements.store.ts';
import type { Database } from '../ground/database.store.ts';
import { onBothEngines } from '../ground/engines.cases.ts';
import { Records } from '../ground/records.store.ts';
import { kinds } from '../kinds.ts';
import { readProgrammePack } from '../pack.file.ts';
import { letTimePass } from '../work/clock.store.ts';
import type { ObligationContent } from './obligation.ts';
import type { PairingContent } from './pairing.ts';
import { asker, park, partner, sides } from './walk.cases.ts';

const packRoot = join(import.meta.dirname, '../../../../packs/cn');

onBothEngines('a pairing in the store', (engine) => {
  const time = { now: new Date('2026-02-01T04:00:00Z') };
  let database: Database;
  let records: Records;
  beforeAll(async () => {
    database = await engine.open();
    records = new Records(database, kinds, {
      pack: readPack(packRoot),
      rules: readProgrammePack(packRoot),
      plans: { faults: () => [] },
      placements: { faults: () => [], setByHand: () => [] },
      figures: undefined as never,
      measures: undefined as never,
      now: () => time.now,
    });
    await records.together(async (_, writing) => {
      for (const [id, kind, territory] of [
        [sides.park, 'park', '230100'],
        [sides.partner, 'partner', '440300'],
        ['org-partner-310000', 'partner', '310000'],
      ] as const) {
        await addOrganisation(writing, { id, kind, territory, name: sides.name });
      }
    });
  });
  afterAll(() => database?.close());
  const act = async (id: string, does: string, who = park, given: Record<string, unknown> = {}) =>
    records.act(id, does, given, (await records.get(id)).version, who);
  const proposal = { ...sides, proposedBy: 'park', purpose: '共同承接电子信息产业转移' };
  const draft = (pairing: string) => ({
    ...sides,
    pairing,
    from: '2026-01-01',
    to: '2026-12-31',
    clauses: [{ template: 'talent-exchange', values: { sent: 7 } }],
    benefit: {
      bases: [{ kind: 'vat', perTenThousand: 10_000 }],
      shares: [{ kinds: ['vat'], from: 2025, park: 4, partner: 6 }],
      partialYear: 'whole',
      from: '2025-01',
      remainder: 'park',
    },
    projects: [{ key: 'p1', name: '示例电子' }],
  });

  it('is proposed for the own side only, between sides that there are, once', async () => {
    const refused = (change: object, who = park) =>
      expect(records.create('pairing', { ...proposal, ...change }, who)).rejects;
    await refused({}, partner).toMatchObject({ fields: [{ field: 'content.proposedBy' }] });
    await refused({ partner: 'org-partner-1' }).toThrow('there is no organisation org-partner-1');
    await refused({ partnerPlace: '310000' }).toThrow('is in 440300');
    await refused({ park: sides.partner, partner: sides.park }).toMatchObject({ code: 'not-acceptable' });
    await refused({ interactions: [{ kind: 'visit', date: '2026-01-01', record: 'x' }] }).toThrow(
      'is written by acts',
    );
    await records.create('pairing', proposal, park);
    await refused({}).toThrow('paired already: see pairing-1');
  });

  it('goes from proposal by an agreement of both to a confirmed statement, and remembers each contact', async () => {
    await act('pairing-1', 'agree', partner);
    await expect(
      records.create('agreement', { ...draft('pairing-1'), partner: 'org-partner-310000' }, park),
    ).rejects.toThrow('between other sides');
    await expect(
      records.create(
        'agreement',
        { ...draft('pairing-1'), clauses: [{ template: 'talent-exchange', values: { sent: -1 } }] },
        park,
      ),
    ).rejects.toMatchObject({ fields: [{ field: 'content.clauses.0.values.sent' }] });
    const { id } = await records.create('agreement', draft('pairing-1'), park);
    await act(id, 'consult');
    await act(id, 'sign', park, { name: '示例主任', on: '2026-01-20' });
    await act(id, 'countersign', partner, { name: '示例市长', on: '2026-01-25' });
    const paired = await records.get<PairingContent>('pairing-1');
    expect(paired).toMatchObject({
      state: 'active',
      published: true,
      due: '2026-09-30',
      content: { interactions: [{ kind: 'agreement-signed', date: '2026-01-25', record: id }] },
    });
    const [owed] = await records.whole<ObligationContent>({ kind: 'obligation', parent: id });
    expect(owed).toMatchObject({ state: 'open', content: { whose: 'partner', due: '2026-09-30' } });
    await act('obligation-1', 'claim', partner, { evidence: '选派文件和名单', on: '2026-01-30' });
    await act('obligation-1', 'confirm', park);

    const statement = {
      ...sides,
      pairing: 'pairing-1',
      agreement: id,
      year: 2025,
      entries: [{ project: 'p1', kind: 'vat', period: '2025', fen: 1001 }],
    };
    await records.create('benefit-statement', statement, park);
    await act('benefit-statement-1', 'state', park);
    await act('benefit-statement-1', 'dispute', partner, { reason: '少计一笔' });
    expect(await countedIn(records, 2025)).toMatchObject({ statements: 0, moved: [], left: { disputed: 1 } });
    await act('benefit-statement-1', 'correct', park, { entries: statement.entries, note: '已核对' });
    expect(await countedIn(records, 2025)).toMatchObject({ statements: 1, claims: [], years: [2025] });
    expect(countedOnce('taxes', (await countedIn(records, 2025)).moved).rows).toEqual([
      { place: '230100', location: 1001, shared: 401 },
      { place: '440300', location: 0, shared: 600 },
    ]);
    await act('benefit-statement-1', 'confirm', partner);
    await act('benefit-statement-1', 'confirm-second', park);
    const settled = await records.get<BenefitStatementContent>('benefit-statement-1');
    expect(settled.content.settled?.settlement.result).toEqual({ park: 401, partner: 600 });
    const after = await records.get<PairingContent>('pairing-1');
    expect(after.content.interactions.map(({ kind }) => kind)).toEqual([
      'agreement-signed',
      'obligation-fulfilled',
      'statement-confirmed',
    ]);
    expect(after.due).toBeUndefined();
    await records.create('benefit-statement', statement, park);
    await expect(act('benefit-statement-2', 'state', park)).rejects.toThrow(
      'another statement for this year',
    );
  });

  it('lets nobody take on an obligation for the other side', async () => {
    const content = {
      ...sides,
      pairing: 'pairing-1',
      agreement: 'agreement-1',
      whose: 'partner',
      what: { zh: '提供清单', en: 'give a list' },
      due: '2026-06-30',
    };
    await expect(records.create('obligation', content, park)).rejects.toThrow('for your own side only');
    await expect(records.create('obligation', content, asker('org-partner-310000'))).rejects.toThrow();
  });

  it('falls dormant after half a year of silence, wakes up by an event, and its agreement expires', async () => {
    time.now = new Date('2026-09-01T04:00:00Z');
    await letTimePass(records, kinds);
    expect((await records.get('pairing-1')).state).toBe('dormant');
    const event = { ...sides, pairing: 'pairing-1', kind: 'visit', title: '互访', date: '2026-08-30' };
    const { id } = await records.create('pairing-event', event, partner);
    await act(id, 'hold', partner);
    expect((await records.get('pairing-1')).state).toBe('active');
    time.now = new Date('2027-01-02T04:00:00Z');
    await letTimePass(records, kinds);
    expect((await records.get('agreement-1')).state).toBe('expired');
    expect((await act('pairing-1', 'end', park, { reason: '期满不再续签' })).state).toBe('ended');
  });
});
