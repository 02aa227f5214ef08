import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Asker, Role } from '../account/asker.ts';
import type { BatchState } from '../batch/batch.workflow.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import { fullForm, sampleCall } from './application.cases.ts';
import { type ApplicationContent, application, applicationContent } from './application.ts';
import { type ApplicationAct, type ApplicationState, applicationWorkflow } from './application.workflow.ts';
import type { ApplicationFacts } from './course.ts';
import { applicationForm } from './form.ts';

const asker = (role: Role, organisation: string): Asker => ({
  account: role,
  name: role,
  role,
  organisation,
  territory: '100000',
});
const province = asker('province', 'org-province-140000');
const labour = asker('province', 'org-labour-140000');

interface World {
  readonly state: ApplicationState;
  readonly content: ApplicationContent;
  readonly batchState: BatchState;
  readonly today: string;
}
interface Step {
  readonly act: ApplicationAct;
  readonly given: Record<string, unknown>;
  readonly asker: Asker;
}

const begin: World = {
  state: 'draft',
  content: applicationContent.parse({
    batch: 'batch-1',
    organisation: 'org-park-taiyuan',
    province: province.organisation,
    form: fullForm(),
  }),
  batchState: 'called',
  today: '2025-06-01',
};

function factsOf(
  { state, content, batchState, today }: World,
  { given, asker }: Omit<Step, 'act'>,
): ApplicationFacts {
  const record = { state, content } as ProgrammeRecord<ApplicationContent>;
  return { record, today, now: `${today}T00:00:00Z`, asker, given, extra: { call: sampleCall, batchState } };
}

/** As the store does it: the form of what is given, the state and its guards, the change. */
function step(world: World, { act, given, asker }: Step): World {
  const does = application.doing?.[act];
  const accepted = does?.given ? does.given.parse(given) : {};
  const facts = factsOf(world, { given: accepted, asker });
  const state = applicationWorkflow.next(act, world.state, facts);
  return {
    ...world,
    state,
    content: applicationContent.parse(does?.change?.(world.content, facts) ?? world.content),
  };
}

const reasons = { reasons: [{ field: 'zones', reason: '四至不清' }] };
const given: Partial<Record<ApplicationAct, Record<string, unknown>>> = {
  return: reasons,
  askToComplete: reasons,
  report: { opinion: '同意' },
  countersign: { opinion: '同意' },
  review: { recommended: true },
  reject: { reason: '逾期' },
  withdraw: { reason: '不再申报' },
  assign: { people: ['expert-1'] },
};
const walk = (from: World, ...acts: ApplicationAct[]) =>
  acts.reduce(
    (world, act) =>
      step(world, { act, given: given[act] ?? {}, asker: act === 'countersign' ? labour : province }),
    from,
  );

describe('an application', () => {
  it('goes from draft by province and ministry to the list', () => {
    const accepted = walk(begin, 'submit', 'report', 'countersign', 'accept');
    expect(accepted.state).toBe('accepted');
    const proposed = walk({ ...accepted, batchState: 'reviewing' }, 'assign', 'review', 'propose');
    expect(proposed.content.course).toMatchObject({ assigned: ['expert-1'], review: { recommended: true } });
    expect(walk({ ...proposed, batchState: 'noticed' }, 'list').state).toBe('listed');
  });

  it('is returned with what to mend in which field, and comes in again until the province has to report', () => {
    const returned = walk(begin, 'submit', 'return');
    expect(returned.content.course.returned?.reasons).toEqual(reasons.reasons);
    expect(application.face(returned.content, 'returned').due).toBe('2025-07-15');
    expect(walk({ ...returned, today: '2025-07-10' }, 'submit').state).toBe('submitted');
    expect(() => walk({ ...returned, today: '2025-07-16' }, 'submit')).toThrow('2025-07-15');
    expect(() =>
      step(walk(begin, 'submit'), { act: 'return', given: { reasons: [] }, asker: province }),
    ).toThrow('name at least one field');
  });

  it('cannot be submitted late, or while something lacks, and says what', () => {
    expect(() => walk({ ...begin, today: '2025-07-01' }, 'submit')).toThrow('2025-06-30');
    const empty = { ...begin.content, form: applicationForm.parse({}) };
    expect(() => walk({ ...begin, content: empty }, 'submit')).toThrow(/zones.*leading industries.*plan/);
    expect(() => walk({ ...begin, batchState: 'reviewing' }, 'submit')).toThrow('not open for applications');
  });

  it('is countersigned by another department than the one that reported it, once', () => {
    const reported = walk(begin, 'submit', 'report');
    expect(() => step(reported, { act: 'countersign', given: { opinion: '同意' }, asker: province })).toThrow(
      'cannot countersign',
    );
    expect(() => walk(reported, 'accept')).toThrow('not countersigned yet');
    expect(() => walk(reported, 'countersign', 'countersign')).toThrow('already');
  });

  it('is asked once for what lacks, has ten days, and is rejected only after them', () => {
    const asked = walk(begin, 'submit', 'report', 'askToComplete');
    expect(asked.content.course.incomplete?.due).toBe('2025-06-11');
    expect(() => walk(asked, 'reject')).toThrow('there is time until 2025-06-11');
    expect(walk({ ...asked, today: '2025-06-12' }, 'reject').state).toBe('rejected');
    expect(() => walk({ ...asked, today: '2025-06-12' }, 'complete')).toThrow('had to be complete by');
    expect(() => walk(asked, 'complete', 'askToComplete')).toThrow('once');
  });

  it('reaches every state', () => {
    expect([...applicationWorkflow.reachable].sort()).toEqual(Object.keys(applicationWorkflow.states).sort());
  });

  it('on no walk is accepted without report and countersignature, listed without a notice, or moved once it has ended', () => {
    const acts = Object.keys(applicationWorkflow.acts) as ApplicationAct[];
    const move = fc.record({
      act: fc.constantFrom(...acts),
      full: fc.boolean(),
      batchState: fc.constantFrom<BatchState>('called', 'called', 'reviewing', 'noticed'),
      days: fc.integer({ min: 0, max: 9 }),
      who: fc.constantFrom(province, labour),
    });
    const seen = new Set<ApplicationState>();
    fc.assert(
      fc.property(fc.array(move, { minLength: 10, maxLength: 40 }), (moves) => {
        let world = begin;
        for (const { act, full, batchState, days, who } of moves) {
          const before: World = {
            ...world,
            batchState,
            today: `2025-06-${String(1 + days).padStart(2, '0')}`,
            content: applicationWorkflow.editable.includes(world.state)
              ? { ...world.content, form: full ? fullForm() : applicationForm.parse({}) }
              : world.content,
          };
          try {
            world = step(before, { act, given: given[act] ?? {}, asker: who });
          } catch {
            world = before;
            continue;
          }
          seen.add(world.state);
          const { course, form } = world.content;
          expect(['rejected', 'withdrawn', 'discarded', 'listed']).not.toContain(before.state);
          if (['accepted', 'reviewed', 'proposed', 'listed'].includes(world.state)) {
            expect(course.report).toBeDefined();
            expect(course.countersign?.organisation).not.toBe(course.report?.organisation);
            expect(form.zones.length).toBeGreaterThan(0);
          }
          if (world.state === 'listed') expect(batchState).toBe('noticed');
          if (world.state === 'returned') expect(course.returned?.reasons.length).toBeGreaterThan(0);
          if (world.state === 'rejected' || world.state === 'withdrawn')
            expect(course.ended?.reason).toBeTruthy();
        }
      }),
      { seed: 5, numRuns: 300 },
    );
    expect(seen.size).toBeGreaterThan(5);
  });
});
