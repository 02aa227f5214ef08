import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf, walk } from '../ground/walk.cases.ts';
import { type PlanSurroundings, plan, planKind } from './plan.kind.ts';
import { curve, overdue, progressOn } from './progress.ts';
import { type TaskSurroundings, task, taskKind } from './task.kind.ts';

const owner = { organisation: 'org-park-taiyuan', name: '示例园区' };
const doer = { organisation: 'org-partner-440300', name: '示例共建方' };
const drafted = plan.parse({
  title: '承接产业转移行动计划',
  sort: 'action-plan',
  park: 'park-1',
  owner: owner.organisation,
  territory: '140100',
  goals: [
    {
      name: '加工贸易进出口',
      unit: '亿元',
      from: { year: 2024, value: 100 },
      to: { year: 2027, value: 150 },
    },
  ],
});
const given = task.parse({
  title: '引进配套企业',
  plan: 'plan-1',
  owner: owner.organisation,
  responsible: doer.organisation,
  territory: '140100',
  start: '2025-01-01',
  due: '2025-12-31',
});
const tasks = (...states: string[]): PlanSurroundings => ({ tasks: states.map((state) => ({ state })) });
const adopted: TaskSurroundings = { plan: { state: 'adopted', owner: owner.organisation } };

describe('a plan', () => {
  it('is adopted with goals and tasks, started with the first task, complete with the last', () => {
    const states = walk(planKind, drafted, [
      { act: 'adopt', extra: tasks() },
      { act: 'adopt', extra: tasks('planned') },
      { act: 'start', extra: tasks('planned') },
      { act: 'start', extra: tasks('doing') },
      { act: 'complete', extra: tasks('accepted', 'claimed') },
      { act: 'complete', extra: tasks('accepted', 'accepted') },
    ]).map(({ state }) => state);
    expect(states).toEqual(['draft', 'adopted', 'adopted', 'under-way', 'under-way', 'completed']);
    expect([...planKind.workflow.reachable].sort()).toEqual(Object.keys(planKind.workflow.states).sort());
  });

  it('on no walk is adopted without goals and tasks, complete with a task open, or moved once it is over', () => {
    const attempt = fc.record({
      act: fc.constantFrom('adopt' as const, 'start' as const, 'complete' as const, 'abandon' as const),
      given: fc.constantFrom({}, { reason: '合并到新计划' }),
      extra: fc
        .array(fc.constantFrom('planned', 'doing', 'claimed', 'accepted', 'accepted', 'accepted'), {
          maxLength: 3,
        })
        .map((states) => tasks(...states)),
    });
    const seen = new Set<string>(['draft']);
    const contents = fc.constantFrom(drafted, drafted, { ...drafted, goals: [] });
    fc.assert(
      fc.property(contents, fc.array(attempt, { minLength: 10, maxLength: 40 }), (content, attempts) => {
        for (const { done, from, state, attempt: tried } of walk(planKind, content, attempts)) {
          if (!done) continue;
          seen.add(state);
          const open = tried.extra.tasks.filter((one) => one.state !== 'accepted');
          expect(['completed', 'abandoned']).not.toContain(from);
          if (state !== 'abandoned') expect(content.goals).not.toEqual([]);
          if (state !== 'abandoned') expect(tried.extra.tasks).not.toEqual([]);
          if (state === 'under-way')
            expect(tried.extra.tasks.some((one) => one.state !== 'planned')).toBe(true);
          if (state === 'completed') expect([from, open]).toEqual(['under-way', []]);
          if (state === 'abandoned') expect(tried.given).toHaveProperty('reason');
        }
      }),
      { seed: 5, numRuns: 300 },
    );
    expect([...seen].sort()).toEqual(Object.keys(planKind.workflow.states).sort());
  });

  it('says how many tasks are not accepted', () => {
    const facts = factsOf(
      planKind,
      { state: 'under-way', content: drafted },
      { extra: tasks('doing', 'accepted') },
    );
    const complete = planKind.workflow.possible('under-way', facts).find(({ act }) => act === 'complete');
    expect(complete?.reasons.map(({ en }) => en)).toEqual(['1 of its tasks is not accepted yet']);
  });

  it('has targets of later years than where they start', () => {
    const backwards = { ...drafted, goals: [{ ...drafted.goals[0], to: { year: 2024, value: 1 } }] };
    expect(plan.safeParse(backwards).error?.issues[0]?.path).toEqual(['goals', 0, 'to', 'year']);
  });
});

describe('a task', () => {
  const done = { date: '2025-11-01', text: '已引进三家', evidence: '示例合同1号' };

  it("is done by the responsible and accepted by the plan's owner", () => {
    const steps = walk(taskKind, given, [
      { act: 'begin', given: { date: '2025-01-05', text: '开始' }, asker: doer, extra: adopted },
      { act: 'claim', given: { ...done, evidence: '' }, asker: doer, extra: adopted },
      { act: 'claim', given: done, asker: doer, extra: adopted },
      { act: 'accept', asker: doer, extra: adopted },
      { act: 'send-back', given: { reason: '缺合同' }, asker: owner, extra: adopted },
      { act: 'resume', asker: doer, extra: adopted },
      { act: 'claim', given: done, asker: doer, extra: adopted },
      { act: 'accept', asker: owner, extra: adopted },
    ]);
    expect(steps.map(({ state }) => state)).toEqual([
      'doing',
      'doing',
      'claimed',
      'claimed',
      'returned',
      'doing',
      'claimed',
      'accepted',
    ]);
    expect(steps.at(-1)?.content.progress.map(({ percent }) => percent)).toEqual([0, 100, 0, 100]);
  });

  it('never is accepted by another than the owner, nor without evidence: random walks', () => {
    const attempt = fc.record({
      act: fc.constantFrom(
        'begin' as const,
        'report' as const,
        'claim' as const,
        'accept' as const,
        'send-back' as const,
        'resume' as const,
      ),
      given: fc.constantFrom(
        done,
        { ...done, evidence: '' },
        { ...done, percent: 40 },
        { reason: '缺合同' },
        {},
      ),
      asker: fc.constantFrom(owner, doer, { organisation: 'org-park-bozhou' }),
      extra: fc.constantFrom(adopted, { plan: { ...adopted.plan, state: 'draft' } }),
    });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 40 }), (attempts) => {
        for (const { done: did, state, content, attempt: tried } of walk(taskKind, given, attempts)) {
          if (did && (tried.act === 'accept' || tried.act === 'send-back')) expect(tried.asker).toBe(owner);
          if (did) expect(tried.extra).toBe(adopted);
          if (state !== 'accepted') continue;
          expect(content.progress.at(-1)?.percent).toBe(100);
          expect(content.progress.some(({ evidence }) => evidence !== '')).toBe(true);
        }
      }),
    );
    expect([...taskKind.workflow.reachable].sort()).toEqual(Object.keys(taskKind.workflow.states).sort());
  });

  it('is overdue from the day after it was due, until it is accepted', () => {
    expect(overdue({ state: 'claimed', due: '2025-12-31' }, '2025-12-31')).toBe(false);
    expect(overdue({ state: 'claimed', due: '2025-12-31' }, '2026-01-01')).toBe(true);
    expect(overdue({ state: 'accepted', due: '2025-12-31' }, '2026-01-01')).toBe(false);
  });
});

describe('the progress of a plan', () => {
  const of = (start: string, due: string, weight: number, ...progress: [string, number][]) => ({
    state: 'doing',
    start,
    due,
    weight,
    progress: progress.map(([date, percent]) => ({ date, percent })),
  });

  it('is that of its tasks by their weights', () => {
    const some = [of('2025-01-01', '2025-01-10', 3, ['2025-01-05', 80]), of('2025-01-06', '2025-01-15', 1)];
    expect(progressOn(some, '2025-01-05')).toEqual({ planned: 37.5, actual: 60 });
    expect(progressOn(some, '2025-01-04').actual).toBe(0);
    expect(progressOn(some, '2025-01-31').planned).toBe(100);
    expect(progressOn([], '2025-01-31').planned).toBeNaN();
  });

  it('is a curve that is planned to rise to 100 and tells nothing of days to come', () => {
    const points = curve([of('2025-01-01', '2025-06-30', 1, ['2025-02-10', 25])], '2025-03-15');
    const planned = points.map((point) => point.planned);
    expect(planned).toEqual([...planned].sort((a, b) => a - b));
    expect(points.at(-1)).toEqual({ date: '2025-06-30', planned: 100 });
    expect(points.filter(({ actual }) => actual !== undefined).at(-1)).toMatchObject({
      date: '2025-03-15',
      actual: 25,
    });
    expect(curve([], '2025-01-01')).toEqual([]);
  });
});
