import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everybody } from '../account/asker.ts';
import { expert } from './expert.ts';
import { panel } from './panel.ts';
import { score } from './score.ts';
import { acts, name, rules, type Step, sha256, walks } from './walks.cases.ts';

describe('the lifecycles of the review', () => {
  it('an expert is listed or retired, and ties are declared only while listed', () => {
    walks({
      kind: expert,
      content: {
        account: 'expert-1',
        name: '示例·专家',
        employer: { name: '示例大学' },
        place: '420100',
        fields: ['trade'],
        ties: [],
      },
      steps: [
        acts({ act: 'declare', given: { ties: [{ to: { name: '示例公司' }, what: '顾问' }] } }),
        acts({ act: 'retire', given: { reason: '任期届满' } }, { act: 'reinstate' }),
      ],
      lawful: (at, before) => {
        if (before.state === 'retired' && at.state === 'retired') expect(at.content).toEqual(before.content);
      },
    });
  });

  it('a panel is never drawn before its day, by another seed than committed to, or closed with scores out', () => {
    const seed = '示例种子-0123456789abcdef';
    const pool = {
      experts: [1, 2, 3, 4, 5].map((n) => ({
        id: `expert-${n}`,
        institution: `i${n}`,
        fields: ['trade', 'industry'],
        region: 'central',
      })),
      applications: ['application-1', 'application-2'],
      conflicts: [],
      strata: rules.panel.strata,
      perApplication: 3,
      perInstitution: 1,
    };
    const extra = fc.record({
      sha256: fc.constant(sha256),
      batchState: fc.constantFrom('called', 'reviewing', 'reviewing'),
      experts: fc.constantFrom(1, 5),
      applications: fc.constantFrom(0, 2),
      undecided: fc.constantFrom(0, 0, 1),
      scores: fc.constantFrom({}, { draft: 1 }, { submitted: 6 }, { submitted: 5, recused: 1 }),
      unscored: fc.constantFrom(0, 0, 1),
    });
    const one = fc.oneof(
      acts({ act: 'commit', given: { commitment: sha256(seed), drawFrom: '2026-03-05' } }),
      acts({ act: 'draw', given: { seed } }, { act: 'draw', given: { seed: `${seed}x` } }),
      acts({ act: 'openScoring' }),
      acts(
        { act: 'close' },
        { act: 'close' },
        { act: 'recommend', given: { recommended: ['application-1'] } },
        { act: 'recommend', given: { recommended: ['application-9'] } },
      ),
    );
    walks({
      kind: panel,
      content: panel.content.parse({
        batch: 'batch-1',
        criteria: rules.criteria,
        strata: rules.panel.strata,
        perApplication: 3,
        perInstitution: 1,
        rules: rules.panel.conflicts,
        pool,
      }),
      steps: [fc.record({ one, extra }).map(({ one, extra }): Step => ({ ...one, extra }))],
      lawful: ({ state, content, today }) => {
        if (state === 'draft') expect(content.commitment).toBeUndefined();
        if (['drawn', 'scoring', 'closed'].includes(state)) {
          expect(sha256(content.seed ?? '')).toBe(content.commitment);
          expect(today >= (content.drawFrom ?? '9')).toBe(true);
          expect(content.drawn?.assignments.every(({ experts }) => experts.length === 3)).toBe(true);
        } else expect(content.seed).toBeUndefined();
        if (content.recommended) expect([state, content.recommended]).toEqual(['closed', ['application-1']]);
      },
    });
  });

  it('a score is submitted whole, within the scales, once, and counted only after', () => {
    const marks = Object.fromEntries(rules.criteria.map(({ id }) => [id, 7]));
    const extra = fc.constantFrom(
      { panelState: 'scoring' },
      { panelState: 'scoring' },
      { panelState: 'closed' },
    );
    const one = fc.oneof(
      acts(
        { act: 'mark', given: { marks } },
        { act: 'mark', given: { marks: { industry: 11 } } },
        { act: 'mark', given: { marks: { strange: 1 } } },
        { act: 'mark', given: { marks: { industry: 3 } } },
      ),
      acts({ act: 'submit' }, { act: 'recuse', given: { reason: '有利害关系' } }, { act: 'count' }),
    );
    walks({
      kind: score,
      content: score.content.parse({
        application: 'application-1',
        panel: 'panel-1',
        batch: 'batch-1',
        title: name,
        place: '140100',
        expert: 'expert-1',
        criteria: rules.criteria,
      }),
      steps: [fc.record({ one, extra }).map(({ one, extra }): Step => ({ ...one, extra }))],
      lawful: ({ state, content }, before) => {
        if (state === 'submitted' || state === 'counted') expect(content.marks).toEqual(marks);
        if (state === 'counted') expect(['submitted', 'counted']).toContain(before.state);
        if (state === 'recused') expect(content.marks).toEqual({});
        if (before.state !== 'draft') expect(content.marks).toEqual(before.content.marks);
      },
    });
  });
});

describe('what others are shown', () => {
  const marked = {
    ...score.content.parse({
      application: 'a',
      panel: 'p',
      batch: 'b',
      title: name,
      place: '140100',
      expert: 'expert-1',
      criteria: rules.criteria,
    }),
    marks: { industry: 9 },
    comment: '示例意见',
  };
  const shown = (account: string, state: string) =>
    score.shownTo?.(marked, { ...everybody, account, role: 'ministry' }, { state } as never);

  it('of a score is nothing before it is counted, but to the expert', () => {
    const files = (account: string, state: string) =>
      score.filesShownTo?.(marked, { ...everybody, account, role: 'ministry' }, { state } as never);
    expect([
      files('expert-1', 'draft'),
      files('ministry', 'submitted'),
      files('ministry', 'counted'),
    ]).toEqual([true, false, true]);
    expect(shown('expert-1', 'draft')).toMatchObject({ marks: { industry: 9 } });
    expect(shown('ministry', 'submitted')).toMatchObject({ marks: {}, comment: '' });
    expect(shown('ministry', 'counted')).toMatchObject({ marks: { industry: 9 } });
  });
});
