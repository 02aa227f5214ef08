import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf, walk } from '../ground/walk.cases.ts';
import { projectKind } from './project.kind.ts';
import { type Project, project, type Stage, stages } from './project.ts';
import type { ProjectAct, ProjectSurroundings } from './project.workflow.ts';

const entered = (change: Partial<Project> = {}): Project =>
  project.parse({
    name: '精密连接器项目',
    company: '示例鸿达电子有限公司',
    park: 'park-1',
    parkOrganisation: 'org-park-taiyuan',
    territory: '140100',
    partner: 'org-partner-440300',
    origin: '440300',
    industry: '39',
    found: '2024-01-01',
    promised: { investment: 1e8, jobs: 100 },
    ...change,
  });
const free: ProjectSurroundings = { undecided: [] };
const taken: ProjectSurroundings = {
  undecided: [{ claim: 'claim-1', park: { zh: '亳州', en: 'Bozhou' }, strong: true }],
};
const partner = { organisation: 'org-partner-440300' };
const acts = Object.keys(projectKind.workflow.acts) as ProjectAct[];

describe('a project', () => {
  it('goes from lead to first export, each stage with its date and evidence', () => {
    const shown = (date: string) => ({ date, evidence: '示例文号' });
    const steps = walk(projectKind, entered(), [
      { act: 'confirm', asker: partner, today: '2024-02-01', extra: free },
      { act: 'sign', given: shown('2024-03-01'), extra: free },
      { act: 'take-land', given: shown('2024-04-01'), extra: free },
      { act: 'build', given: shown('2024-05-01'), extra: free },
      { act: 'equip', given: shown('2024-11-01'), extra: free },
      { act: 'produce', given: shown('2025-01-01'), extra: free },
      { act: 'export', given: shown('2025-02-01'), extra: free },
    ]);
    expect(steps.every(({ done }) => done)).toBe(true);
    expect(steps.at(-1)?.state).toBe('exporting');
    expect(steps.at(-1)?.content.course.reached.map(({ stage }) => stage)).toEqual(stages.slice(1));
    expect(project.parse(steps.at(-1)?.content)).toEqual(steps.at(-1)?.content);
  });

  it('is not signed while another claims the same and nobody has decided', () => {
    const steps = walk(projectKind, entered({ partner: undefined }), [
      { act: 'negotiate', given: { date: '2024-02-01' }, extra: taken },
      { act: 'sign', given: { date: '2024-03-01', evidence: '示例文号' }, extra: taken },
    ]);
    expect(steps.map(({ done }) => done)).toEqual([true, false]);
    const facts = factsOf(
      projectKind,
      { state: 'negotiating', content: entered({ partner: undefined }) },
      { extra: taken },
    );
    const [sign] = projectKind.workflow.possible('negotiating', facts);
    expect(sign?.reasons.map(({ en }) => en)).toEqual([
      'it may be the project that Bozhou has claimed: both parks, or the ministry, have to decide first',
    ]);
  });

  it('is confirmed by the partner that it names, and by no other', () => {
    const attempt = { act: 'confirm' as const, extra: free };
    expect(
      walk(projectKind, entered(), [{ ...attempt, asker: { organisation: 'org-partner-330200' } }])[0]?.done,
    ).toBe(false);
    expect(
      walk(projectKind, entered({ partner: undefined }), [{ ...attempt, asker: partner }])[0]?.done,
    ).toBe(false);
  });

  it('leaves out stages only with a reason', () => {
    const signed = [
      { act: 'confirm' as const, asker: partner, extra: free },
      { act: 'sign' as const, given: { date: '2026-01-01', evidence: '示例文号' }, extra: free },
    ];
    const leap = { date: '2026-01-01', evidence: '示例文号' };
    const without = walk(projectKind, entered(), [
      ...signed,
      { act: 'skip-to-production', given: leap, extra: free },
    ]);
    expect(without.at(-1)?.state).toBe('signed');
    const withReason = { ...leap, reason: '租用标准厂房，不需用地和建设' };
    const leapt = walk(projectKind, entered(), [
      ...signed,
      { act: 'skip-to-production', given: withReason, extra: free },
    ]);
    expect(leapt.at(-1)?.content.course.reached.at(-1)).toMatchObject({
      stage: 'production',
      skipped: withReason.reason,
    });
  });

  it('says of a date what is wrong with it', () => {
    const facts = (date: string) =>
      factsOf(
        projectKind,
        { state: 'lead', content: entered({ partner: undefined }) },
        { given: { date }, extra: free },
      );
    const reasons = (date: string) =>
      projectKind.workflow
        .possible('lead', facts(date))
        .find(({ act }) => act === 'negotiate')
        ?.reasons.map(({ en }) => en);
    expect(reasons('2026-01-02')).toEqual(['the date 2026-01-02 is after today']);
    expect(reasons('2023-12-31')).toEqual([
      'the date 2023-12-31 is before 2024-01-01, that of the step before',
    ]);
    expect(reasons('2024-01-01')).toEqual([]);
  });
});

describe('random walks of a project', () => {
  const attempt = fc.record({
    act: fc.constantFrom(...acts),
    given: fc
      .record(
        {
          date: fc
            .integer({ min: 0, max: 800 })
            .map((day) => new Date(Date.UTC(2023, 11, 1 + day)).toISOString().slice(0, 10)),
          evidence: fc.constantFrom('', '示例文号'),
          reason: fc.constantFrom('', '示例原因'),
        },
        { requiredKeys: ['date'] },
      )
      .map(({ evidence, reason, date }) => ({
        date,
        ...(evidence && { evidence }),
        ...(reason && { reason }),
      })),
    asker: fc.constantFrom({ organisation: 'org-park-taiyuan' }, partner),
    extra: fc.constantFrom(free, taken),
  });

  it('never come to what the rules forbid', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(attempt, { minLength: 20, maxLength: 60 }),
        (withPartner, attempts) => {
          const start = entered(withPartner ? {} : { partner: undefined });
          for (const { done, from, state, content, attempt: tried } of walk(projectKind, start, attempts)) {
            const { reached, stalls, confirmed } = content.course;
            const dates = reached.map(({ date }) => date);
            expect(dates).toEqual([...dates].sort());
            const ranks = reached.map(({ stage }) => stages.indexOf(stage));
            expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
            const at = state === 'stalled' ? stalls.at(-1)?.from : state;
            if (at !== undefined && stages.indexOf(at as Stage) >= stages.indexOf('signed')) {
              expect(reached.some(({ stage }) => stage === 'signed')).toBe(true);
              expect(!withPartner || confirmed?.by === start.partner).toBe(true);
            }
            if (!done) continue;
            if (state === 'signed' && from !== 'stalled') expect(tried.extra).toBe(free);
            if (from === 'stalled' && state !== 'withdrawn') expect(stalls.at(-1)?.from).toBe(state);
            if (tried.act.startsWith('skip-to-')) expect(reached.at(-1)?.skipped).toBeTruthy();
            expect(from).not.toBe('withdrawn');
          }
        },
      ),
      { numRuns: 300, seed: 5 },
    );
  });

  it('reach every state', () => {
    const { reachable, states } = projectKind.workflow;
    expect([...reachable].sort()).toEqual(Object.keys(states).sort());
  });
});
