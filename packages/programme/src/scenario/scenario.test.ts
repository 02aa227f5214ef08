import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walk } from '../ground/walk.cases.ts';
import { type ScenarioAct, type ScenarioState, scenario } from './scenario.ts';

const drafted = scenario.content.parse({
  name: '土地收紧',
  owner: 'org-ministry',
  request: { lot: 1 },
  madeOn: '2026-01-01',
});
const ministry = { role: 'ministry', organisation: 'org-ministry' } as const;
const park = { role: 'park', organisation: 'org-park-taiyuan' } as const;
const extra = {};

describe('a scenario', () => {
  it('concerns who made it, and with whom it is shared while it is', () => {
    const stands = walk(scenario, drafted, [
      { act: 'share', given: { with: ['org-park-taiyuan', 'org-ministry'] }, asker: ministry, extra },
      { act: 'open', asker: ministry, extra },
      { act: 'withdraw', asker: ministry, extra },
    ]);
    expect(stands.map(({ state, content }) => [state, scenario.face(content, state).organisations])).toEqual([
      ['shared', ['org-ministry', 'org-park-taiyuan']],
      ['open', ['org-ministry']],
      ['draft', ['org-ministry']],
    ]);
  });

  it('stands still for those it is shared with', () => {
    const given = { with: ['org-park-taiyuan'] };
    const [, ...tried] = walk(scenario, drafted, [
      { act: 'share', given, asker: ministry, extra },
      ...(['open', 'withdraw', 'archive'] as const).map((act) => ({ act, asker: park, extra })),
    ]);
    expect(tried.map(({ done }) => done)).toEqual([false, false, false]);
    expect(scenario.workflow.editable).toEqual(['draft']);
  });

  it('keeps in an edit who made it, when, from what and for whom', () => {
    const was = { ...drafted, copyOf: 'scenario-1' };
    const edited = scenario.content.parse({
      ...drafted,
      name: '另一个',
      owner: 'org-park-taiyuan',
      madeOn: '2030-01-01',
      copyOf: 'scenario-9',
      sharedWith: ['org-park-taiyuan'],
    });
    expect(scenario.kept?.(was, edited)).toEqual({ ...was, name: '另一个' });
  });

  it('has a bounded length', () => {
    const long = { ...drafted, request: { note: 'x'.repeat(250_000) } };
    expect(scenario.content.safeParse(long).error?.issues[0]?.path).toEqual(['request']);
  });

  it('reaches every state on random walks, keeps what it asks, and is seen by others in one state alone', () => {
    const seen = new Set<ScenarioState>(['draft']);
    const attempt = fc.record({
      act: fc.constantFrom<ScenarioAct[]>('share', 'open', 'withdraw', 'archive', 'restore'),
      given: fc.constantFrom({ with: ['org-park-taiyuan'] }, { with: [] }, {}),
      asker: fc.constantFrom(ministry, park),
      extra: fc.constant({}),
    });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 20 }), (attempts) => {
        for (const { state, content, done, attempt: tried } of walk(scenario, drafted, attempts)) {
          seen.add(state);
          expect(content.request).toEqual(drafted.request);
          if (done) expect(tried.asker).toEqual(ministry);
          expect(content.sharedWith.length > 0).toBe(state === 'shared');
        }
      }),
      { seed: 7 },
    );
    expect([...seen].sort()).toEqual(Object.keys(scenario.workflow.states).sort());
  });
});
