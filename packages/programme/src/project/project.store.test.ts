import { join } from 'node:path';
import { readPack } from '@tidu/reference/pack';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addOrganisation } from '../account/accounts.store.ts';
import { type Asker, everybody, type Role } from '../account/asker.ts';
import type { Database } from '../ground/database.store.ts';
import { onBothEngines } from '../ground/engines.cases.ts';
import { Records } from '../ground/records.store.ts';
import { kinds } from '../kinds.ts';
import { readProgrammePack } from '../pack.file.ts';
import { enterParks } from '../park/park.store.ts';
import { claimsOf } from './project.store.ts';
import type { Project } from './project.ts';
import { standings } from './standings.store.ts';

const packRoot = join(import.meta.dirname, '../../../../packs/cn');
const asker = (role: Role, organisation: string, territory = ''): Asker => ({
  ...everybody,
  account: organisation,
  role,
  organisation,
  territory,
});
const [taiyuan, bozhou] = ['taiyuan', 'bozhou'].map((id) => asker('park', `org-park-${id}`)) as [
  Asker,
  Asker,
];
const shenzhen = asker('partner', 'org-partner-440300');
const ministry = asker('ministry', 'org-ministry');

onBothEngines('projects in the store', (engine) => {
  let database: Database;
  let records: Records;
  const parks = new Map<string, { id: string; territory: string }>();
  beforeAll(async () => {
    database = await engine.open();
    records = new Records(database, kinds, {
      pack: readPack(packRoot),
      rules: readProgrammePack(packRoot),
      plans: { faults: () => [] },
      placements: { faults: () => [], setByHand: () => [] },
      figures: undefined as never,
      measures: undefined as never,
      now: () => new Date('2026-01-01T04:00:00Z'),
    });
    await records.together(async (within, writing) => {
      const partner = { id: shenzhen.organisation, kind: 'partner', territory: '440300' } as const;
      await addOrganisation(writing, { ...partner, name: { zh: '深圳', en: 'Shenzhen' } });
      await enterParks(within);
    });
    for (const park of await records.whole<{ committee: string }>({ kind: 'park' }))
      parks.set(park.content.committee, park);
  });
  afterAll(() => database?.close());

  const content = (of: Asker, change: Partial<Project> = {}): Project => {
    const park = parks.get(of.organisation);
    return {
      name: '精密连接器项目',
      company: '深圳市示例鸿达电子有限公司',
      creditCode: '',
      park: park?.id ?? '',
      parkOrganisation: of.organisation,
      territory: park?.territory ?? '',
      origin: '440300',
      industry: '3982',
      chapters: ['85'],
      found: '2025-03-01',
      promised: { investment: 3e8, jobs: 500, years: [] },
      amendments: [],
      results: [],
      course: { reached: [], stalls: [], counted: 1 },
      ...change,
    };
  };
  const enter = (of: Asker, change: Partial<Project> = {}) =>
    records.create<Project>('project', content(of, change), of);
  const act = async (id: string, does: string, who: Asker, given = {}) =>
    records.act<Project>(id, does, given, (await records.get(id)).version, who);

  it('claimed by a second park are caught, and stand until both parks agree', async () => {
    const first = await enter(taiyuan, { partner: shenzhen.organisation });
    await act(first.id, 'confirm', shenzhen);
    const second = await enter(bozhou, { company: '示例鸿达电子（深圳）股份有限公司', found: '2025-05-01' });
    await act(second.id, 'negotiate', bozhou, { date: '2025-06-01' });
    const signing = { date: '2025-07-01', evidence: '示例投资协议' };
    await expect(act(second.id, 'sign', bozhou, signing)).rejects.toThrow(
      'it may be the project that Taiyuan has claimed',
    );
    await expect(act(first.id, 'sign', taiyuan, { ...signing, date: '2026-01-01' })).rejects.toThrow(
      'Bozhou',
    );

    const [claim] = await claimsOf(records, second.id, bozhou.organisation);
    expect(claim).toMatchObject({
      state: 'open',
      organisations: [taiyuan.organisation, bozhou.organisation],
    });
    expect(JSON.stringify(claim?.content)).not.toContain('300000000');
    await act(claim?.id ?? '', 'propose', bozhou, { verdict: 'shared', share: 0.75, reason: '示例：分两期' });
    await act(claim?.id ?? '', 'agree', taiyuan);
    const counted = async (id: string) => (await records.get<Project>(id)).content.course.counted;
    expect([await counted(first.id), await counted(second.id)]).toEqual([0.75, 0.25]);
    await expect(act(second.id, 'sign', bozhou, { ...signing, file: 'another' })).rejects.toThrow(
      'given.file: is no file of this project',
    );
    expect((await act(second.id, 'sign', bozhou, signing)).state).toBe('signed');

    await act(claim?.id ?? '', 'reopen', ministry, { reason: '示例：新材料' });
    expect([await counted(first.id), await counted(second.id)]).toEqual([1, 1]);
    await act(claim?.id ?? '', 'decide', ministry, { verdict: 'a-counts', reason: '示例：投资方确认' });
    expect([await counted(first.id), await counted(second.id)]).toEqual([1, 0]);
  });

  it('are not held up by one that has withdrawn', async () => {
    const name = { company: '东莞市示例远步鞋业有限公司', origin: '441900', industry: '1952' };
    const first = await enter(taiyuan, name);
    const second = await enter(bozhou, name);
    await act(first.id, 'withdraw', taiyuan, { date: '2025-12-01', reason: '示例' });
    await act(second.id, 'negotiate', bozhou, { date: '2025-12-01' });
    expect((await act(second.id, 'sign', bozhou, { date: '2025-12-02', evidence: '示例' })).state).toBe(
      'signed',
    );
  });

  it('entered together are claimed as if one had come after the other', async () => {
    const twice = { company: '厦门市示例同辉光电有限公司', origin: '350200', industry: '3972' };
    const [first, second] = await records.createAll(
      'project',
      [content(bozhou, twice), content(bozhou, twice)],
      bozhou,
    );
    const claims = await claimsOf(records, second ?? '', bozhou.organisation);
    expect(claims).toMatchObject([
      { version: 1, content: { a: { project: first }, b: { project: second } } },
    ]);
  });

  it('refuse by field what does not fit, and keep what acts wrote', async () => {
    const other = { company: '宁波示例织造有限公司', origin: '330200', industry: '17' };
    const refused = (change: Partial<Project>) =>
      enter(taiyuan, { ...other, ...change }).catch(({ message }) => message);
    expect(await refused({ parkOrganisation: bozhou.organisation })).toContain('content.parkOrganisation');
    expect(await refused({ territory: '440300' })).toContain('content.territory');
    expect(await refused({ origin: '999999' })).toContain('content.origin: there is no city 999999');
    expect(await refused({ industry: '61' })).toContain('content.industry');
    expect(await refused({ partner: 'org-park-bozhou' })).toContain('content.partner');
    expect(await refused({ creditCode: '91350100M000100Y44' })).toContain('content.creditCode');
    expect(await refused({ course: { reached: [], stalls: [], counted: 0.5 } })).toContain('content.course');

    const made = await enter(taiyuan, other);
    await act(made.id, 'negotiate', taiyuan, { date: '2025-04-01' });
    const signed = await act(made.id, 'sign', taiyuan, { date: '2025-05-01', evidence: '示例' });
    const edited = (change: Partial<Project>) =>
      records
        .edit(made.id, { ...signed.content, ...change }, signed.version, taiyuan)
        .catch(({ message }) => message);
    expect(await edited({ course: { ...signed.content.course, reached: [] } })).toContain('content.course');
    expect(await edited({ promised: { ...signed.content.promised, investment: 1 } })).toContain(
      'content.amendments',
    );
    expect(await edited({ park: parks.get(bozhou.organisation)?.id ?? '' })).toContain('content.park');
    const results = [{ year: 2025, paidIn: 1e7, jobs: 20, output: 0, exports: 0 }];
    expect(await edited({ results })).toMatchObject({ version: 4 });
  });

  it('are told as they stand, those only that one may see', async () => {
    const grants = [{ of: 'own' as const }];
    const own = await standings(records, { asker: taiyuan, grants });
    expect(own.every(({ content: { parkOrganisation } }) => parkOrganisation === taiyuan.organisation)).toBe(
      true,
    );
    expect(await standings(records, { asker: taiyuan, grants: [] })).toEqual([]);
    const all = await standings(records);
    expect(all.length).toBeGreaterThan(own.length);
    const [latest] = all;
    await act(latest?.id ?? '', 'stall', taiyuan, { date: '2026-01-01', reason: '示例' });
    expect((await standings(records)).find(({ id }) => id === latest?.id)?.state).toBe('stalled');
  });
});
