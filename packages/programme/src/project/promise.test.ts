import { describe, expect, it } from 'vitest';
import { type Project, project } from './project.ts';
import { byYear, monthsBetween, promiseAndResult, signingToProduction, stalledFor } from './promise.ts';

const of = (change: object, course: Partial<Project['course']> = {}): Project =>
  project.parse({
    name: '精密连接器项目',
    company: '示例鸿达电子有限公司',
    park: 'park-1',
    parkOrganisation: 'org-park-taiyuan',
    territory: '140100',
    origin: '440300',
    industry: '39',
    found: '2023-01-01',
    promised: {
      investment: 100,
      jobs: 20,
      years: [
        { year: 2024, output: 50, exports: 40 },
        { year: 2025, output: 80, exports: 60 },
      ],
    },
    course: { reached: [], stalls: [], counted: 1, ...course },
    ...change,
  });
const told = of({ results: [{ year: 2024, paidIn: 30, jobs: 12, output: 25, exports: 10 }] });
const at = (stage: string, date: string) => ({ stage, date, evidence: 'x' }) as never;

describe('promise against result', () => {
  it('compares output and exports over the years that have a result', () => {
    expect(promiseAndResult([told])).toEqual({
      projects: 1,
      investment: { promised: 100, actual: 30 },
      jobs: { promised: 20, actual: 12 },
      output: { promised: 50, actual: 25 },
      exports: { promised: 40, actual: 10 },
    });
    expect(byYear(told).map(({ year, output }) => [year, output.promised, output.actual])).toEqual([
      [2024, 50, 25],
      [2025, 80, 0],
    ]);
  });

  it('counts a project that is shared in parts, which add up to one', () => {
    const parts = [0.6, 0.4].map((counted) => of({ results: told.results }, { counted }));
    expect(promiseAndResult(parts)).toEqual(promiseAndResult([told]));
  });

  it('knows how long projects wait for production, those too that wait still', () => {
    const signed = at('signed', '2024-01-15');
    const projects = [
      of({}, { reached: [signed, at('production', '2024-07-15')] }),
      of({}, { reached: [signed, at('production', '2024-11-15')] }),
      of({}, { reached: [signed] }),
      of({}, { reached: [signed], withdrawn: { on: '2024-03-15', reason: 'x' } }),
      of({}),
    ].map((content, i) => ({ id: `project-${i}`, state: 'signed', content }));
    const wait = signingToProduction(projects, '2025-01-15');
    expect(wait).toMatchObject({ produced: 2, waiting: 2, median: 10 });
    expect(wait.steps.map(({ months, atRisk }) => [months, atRisk])).toEqual([
      [2, 4],
      [6, 3],
      [10, 2],
      [12, 1],
    ]);
  });

  it('says for how long projects have stood still', () => {
    const stalls = [{ from: 'building' as const, since: '2024-05-20', reason: 'x' }];
    const standing = { id: 'project-1', state: 'stalled', content: of({}, { stalls }) };
    expect(stalledFor([standing, { ...standing, state: 'building' }], '2025-01-15')).toEqual([
      { id: 'project-1', months: 7, from: 'building' },
    ]);
    expect(monthsBetween('2024-01-31', '2024-03-30')).toBe(1);
  });
});
