import { describe, expect, it } from 'vitest';
import { of } from '../ground/grant.ts';
import { kinds } from '../kinds.ts';
import { awaitedActs, awaitedOf } from './awaited.ts';
import { officeDeeds, officeKinds } from './office.cases.ts';

describe('what waits', () => {
  it('is what the deeds of a role and the lifecycle of a kind say, state by state', () => {
    expect(awaitedOf(officeKinds, officeDeeds, 'park')).toEqual([
      { kind: 'letter', state: 'draft', acts: ['send'], grants: [of('own')] },
      { kind: 'monthly-report', state: 'draft', acts: ['submit'], grants: [of('own')] },
      { kind: 'monthly-report', state: 'returned', acts: ['submit'], grants: [of('own')] },
    ]);
    expect(awaitedOf(officeKinds, officeDeeds, 'expert')).toEqual([]);
  });

  it('is not what may be done at any time, such as returning what was accepted', () => {
    const workflow = (name: string) => kinds.find(({ kind }) => kind.name === name)?.kind.workflow;
    const report = workflow('monthly-report');
    expect(report && awaitedActs(report, 'monthly-report', 'submitted')).toEqual(['accept', 'return']);
    expect(report && awaitedActs(report, 'monthly-report', 'accepted')).toEqual([]);
  });

  it('knows the acts that it leaves out', () => {
    const all = new Set(kinds.flatMap(({ kind }) => Object.keys(kind.workflow.acts)));
    for (const act of ['cancel', 'withdraw', 'terminate', 'reopen', 'recheck', 'rework', 'take-land'])
      expect(all.has(act), act).toBe(true);
  });
});
