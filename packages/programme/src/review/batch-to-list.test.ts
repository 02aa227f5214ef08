import { resolve } from 'node:path';
import { readPack } from '@tidu/reference/pack';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Asker, clock, everybody } from '../account/asker.ts';
import { fullForm, sampleCall } from '../application/application.cases.ts';
import type { ApplicationContent } from '../application/application.ts';
import type { Database } from '../ground/database.store.ts';
import { onBothEngines } from '../ground/engines.cases.ts';
import { Records } from '../ground/records.store.ts';
import { kinds } from '../kinds.ts';
import type { ListContent } from '../list/list.ts';
import type { NoticeContent } from '../notice/notice.ts';
import { readProgrammePack } from '../pack.file.ts';
import { letTimePass } from '../work/clock.store.ts';
import type { PanelContent } from './panel.ts';
import { sha256 } from './review.store.ts';
import type { ScoreContent } from './score.ts';

const root = resolve(import.meta.dirname, '../../../../packs/cn');
const seed = '示例种子-2026-0123456789';
const places = ['140100', '341600', '419001'];
const as = (role: Asker['role'], account: string, organisation = '', territory = '100000'): Asker => ({
  account,
  name: account,
  role,
  organisation,
  territory,
});
const ministry = as('ministry', 'ministry', 'org-ministry');
const park = as('park', 'park-taiyuan', 'org-park-1', '140100');

onBothEngines('a batch from its review to its list', (engine) => {
  const time = { now: new Date('2026-03-02T02:00:00Z') };
  let database: Database;
  let records: Records;
  let batch: string;
  let panel: string;
  let notice: string;
  const applications: string[] = [];

  const act = async <C = unknown>(id: string, name: string, asker: Asker, given: object = {}) => {
    const { version } = await records.get(id);
    return records.act<C>(id, name, given as Record<string, unknown>, version, asker);
  };
  const on = (day: string) => {
    time.now = new Date(`${day}T02:00:00Z`);
  };

  beforeAll(async () => {
    database = await engine.open();
    records = new Records(database, kinds, {
      pack: readPack(root),
      rules: readProgrammePack(root),
      plans: { faults: () => [] },
      placements: { faults: () => [], setByHand: () => [] },
      figures: { trade: async () => ({ known: false, why: { zh: '无', en: 'none' } }) },
      measures: undefined as never,
      now: () => time.now,
    });
    const name = { zh: '示例批次', en: 'Sample batch' };
    const deadlines = sampleCall.deadlines.map((one) => ({ ...one, date: '2026-03-01' }));
    batch = (
      await records.create('batch', { name, call: { ...sampleCall, deadlines } }, ministry, {
        state: 'reviewing',
      })
    ).id;
    for (const [i, place] of places.entries()) {
      const content: ApplicationContent = {
        batch,
        organisation: `org-park-${i + 1}`,
        province: `org-province-${place.slice(0, 2)}0000`,
        form: fullForm({
          place,
          applicant: `示例政府${i + 1}`,
          parkName: { zh: `示例园区${i + 1}`, en: `Sample park ${i + 1}` },
        }),
        course: { assigned: [] },
      };
      applications.push((await records.create('application', content, clock, { state: 'accepted' })).id);
    }
    for (const n of [1, 2, 3, 4, 5, 6, 7]) {
      const field = n % 2 ? 'trade' : 'industry';
      await records.create(
        'expert',
        {
          account: `expert-${n}`,
          name: `示例·专家${n}`,
          employer: { name: `示例大学${n}` },
          // The seventh works in the city of the first applicant.
          place: n === 7 ? '140100' : '420100',
          fields: [field],
          ties: [],
        },
        ministry,
      );
    }
  });
  afterAll(() => database?.close());

  it('commits to a seed, with everything else that the draw depends on', async () => {
    panel = (await records.create('panel', { batch }, ministry)).id;
    const { content } = await act<PanelContent>(panel, 'commit', ministry, {
      commitment: sha256(seed),
      drawFrom: '2026-03-04',
    });
    expect(content.pool?.experts).toHaveLength(7);
    expect(content.poolDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(content.reasons).toMatchObject([
      { expert: 'expert-7', application: applications[0], rule: 'same-city', zh: '与申报地同城' },
    ]);
  });

  it('draws on the day, by the seed that was committed to and no other', async () => {
    await expect(act(panel, 'draw', ministry, { seed })).rejects.toThrow('2026-03-04 or later');
    on('2026-03-04');
    await expect(act(panel, 'draw', ministry, { seed: `${seed}!` })).rejects.toThrow('not the seed');
    const { content, people } = await act<PanelContent>(panel, 'draw', ministry, { seed });
    expect(people).toHaveLength(5);
    for (const { experts } of content.drawn?.assignments ?? []) expect(experts).toHaveLength(3);
    const first = content.drawn?.assignments.find(({ application }) => application === applications[0]);
    expect(first?.experts).not.toContain('expert-7');
  });

  it('gives every expert a score for each application of theirs, and lets them read it', async () => {
    await act(panel, 'openScoring', ministry);
    const scores = await records.whole<ScoreContent>({ kind: 'score' });
    expect(scores).toHaveLength(9);
    const { people } = await records.get(applications[0] as string);
    expect(people).toHaveLength(3);
  });

  it('calls in another when an expert steps back', async () => {
    const [one] = await records.whole<ScoreContent>({ kind: 'score', parent: applications[1] });
    if (!one) throw new Error('no score');
    await act(one.id, 'recuse', as('expert', one.content.expert), { reason: '与申报单位有合作' });
    const now = await records.whole<ScoreContent>({ kind: 'score', parent: applications[1], state: 'draft' });
    expect(now).toHaveLength(3);
    const experts = now.map(({ content }) => content.expert);
    expect(experts).not.toContain(one.content.expert);
    const { people } = await records.get(applications[1] as string);
    expect([...(people ?? [])].sort()).toEqual([...experts].sort());
  });

  it('is closed when every score is in, with raw and adjusted ranks', async () => {
    const worth = new Map(applications.map((id, i) => [id, 9 - 3 * i]));
    const scores = await records.whole<ScoreContent>({ kind: 'score', state: 'draft' });
    for (const { id, content } of scores) {
      const mark = worth.get(content.application) ?? 0;
      const marks = Object.fromEntries(content.criteria.map((one) => [one.id, mark]));
      const expert = as('expert', content.expert);
      await act(id, 'mark', expert, { marks, comment: '示例意见' });
      if (id !== scores[0]?.id) await act(id, 'submit', expert);
    }
    await expect(act(panel, 'close', ministry)).rejects.toThrow('1 score(s) are not submitted');
    await act(scores[0]?.id as string, 'submit', as('expert', scores[0]?.content.expert as string));
    const { content } = await act<PanelContent>(panel, 'close', ministry);
    expect(
      content.ranking?.applications.map(({ application, adjustedRank }) => [application, adjustedRank]),
    ).toEqual(applications.map((id, i) => [id, i + 1]));
    await expect(act(panel, 'recommend', ministry, { recommended: ['application-99'] })).rejects.toThrow(
      'not among what this panel judged',
    );
    await act(panel, 'recommend', ministry, { recommended: applications.slice(0, 2) });
    expect(await records.counts({ kind: 'application', parent: batch })).toEqual({ reviewed: 3 });
    expect(await records.counts({ kind: 'score' })).toEqual({ counted: 9, recused: 1 });
  });

  it('proposes what was recommended, and gives notice of it for five working days', async () => {
    await act(batch, 'propose', ministry);
    expect(await records.counts({ kind: 'application', parent: batch })).toEqual({
      proposed: 2,
      reviewed: 1,
    });
    const draft = {
      batch,
      title: { zh: '示例公示', en: 'Sample notice' },
      text: '现予公示。',
      workingDays: 5,
      contact: { office: '示例处室' },
    };
    on('2026-09-29');
    notice = (await records.create('notice', draft, ministry)).id;
    const { content } = await act<NoticeContent>(notice, 'publish', ministry);
    expect([content.from, content.to]).toEqual(['2026-09-29', '2026-10-10']);
    expect(content.entries.map(({ placeName }) => placeName)).toEqual(['太原市', '亳州市']);
    expect((await records.get(batch)).state).toBe('noticed');
  });

  it('takes objections while the notice runs, and the list waits for them', async () => {
    const against = (application: string) => ({
      notice,
      application,
      objector: { name: '示例·群众', contact: '示例' },
      grounds: '示例理由',
      decision: { on: '2026-01-01', by: 'me', text: 'x', consequence: 'rejected' },
    });
    await expect(records.create('objection', against(applications[2] as string), everybody)).rejects.toThrow(
      'not in the notice',
    );
    const made = await records.create('objection', against(applications[1] as string), everybody);
    expect(made).toMatchObject({ state: 'received', published: false, organisations: ['org-park-2'] });
    expect(made.content.decision).toBeUndefined();

    on('2026-10-11');
    expect(await letTimePass(records, kinds)).toBe(1);
    expect((await records.get(notice)).state).toBe('expired');
    await expect(records.create('objection', against(applications[0] as string), everybody)).rejects.toThrow(
      'while the notice runs',
    );
    const list = await records.create(
      'list',
      {
        batch,
        title: { zh: '示例名单', en: 'Sample list' },
        issuer: '示例部',
        text: '示例',
        number: '示例函〔2026〕1号',
      },
      ministry,
    );
    await expect(act(list.id, 'issue', ministry)).rejects.toThrow('1 objection(s) are not decided');

    await act(made.id, 'admit', ministry, { text: '受理' });
    await act(made.id, 'state', as('park', 'park-2', 'org-park-2'), { text: '说明' });
    await act(made.id, 'reply', ministry, { text: '答复' });
    await act(made.id, 'uphold', ministry, { text: '情况属实', consequence: 'rejected' });
    expect((await records.get(applications[1] as string)).state).toBe('rejected');
    await expect(act(list.id, 'issue', ministry)).rejects.toThrow('has what is not proposed');
  });

  it('issues the list, which makes parks of what is on it', async () => {
    const list = await records.create<Partial<ListContent>>(
      'list',
      {
        batch,
        title: { zh: '示例名单', en: 'Sample list' },
        issuer: '示例部',
        text: '示例',
        number: '示例函〔2026〕1号',
      },
      ministry,
    );
    const { content } = await act<ListContent>(list.id, 'issue', ministry);
    expect(content.lists.flatMap(({ entries }) => entries.map(({ application }) => application))).toEqual([
      applications[0],
    ]);
    expect((await records.get(batch)).state).toBe('listed');
    expect((await records.get(applications[0] as string)).state).toBe('listed');
    const [made] = await records.whole({ kind: 'park', organisation: park.organisation });
    expect(made).toMatchObject({ state: 'recognised', territory: '140100', sample: false });
  });
});
