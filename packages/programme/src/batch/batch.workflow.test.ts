import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everybody } from '../account/asker.ts';
import { sampleCall } from '../application/application.cases.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import { type BatchContent, batch } from './batch.ts';
import { type BatchAct, type BatchFacts, type BatchState, batchWorkflow } from './batch.workflow.ts';
import { datedFrom } from './call.ts';

const facts = (
  changes: {
    today?: string;
    given?: Record<string, unknown>;
    applications?: Record<string, number>;
    notices?: Record<string, number>;
    lists?: Record<string, number>;
    content?: BatchContent;
  } = {},
): BatchFacts => ({
  record: {
    content: changes.content ?? { name: { zh: '第二批', en: 'Second batch' }, call: sampleCall },
  } as ProgrammeRecord<BatchContent>,
  today: changes.today ?? '2025-06-01',
  now: '2025-06-01T00:00:00Z',
  asker: everybody,
  given: changes.given ?? {},
  extra: {
    applications: changes.applications ?? {},
    notices: changes.notices ?? {},
    lists: changes.lists ?? {},
  },
});

describe('a batch', () => {
  it('is called with the days of its deadlines', () => {
    const open = { ...sampleCall, deadlines: sampleCall.deadlines.map(({ date: _, ...one }) => one) };
    expect(datedFrom(open, '2025-06-01').deadlines.map(({ date }) => date)).toEqual([
      '2025-07-16',
      '2025-07-31',
      undefined,
    ]);
    expect(batchWorkflow.next('publishCall', 'draft', facts())).toBe('called');
    expect(() => batchWorkflow.next('publishCall', 'draft', facts({ today: '2025-06-30' }))).toThrow(
      'not after today',
    );
  });

  it('is closed after its deadline, or earlier with a reason', () => {
    expect(() => batchWorkflow.next('closeCall', 'called', facts())).toThrow(
      'closing before that needs a reason',
    );
    expect(batchWorkflow.next('closeCall', 'called', facts({ given: { reason: '名额已满' } }))).toBe(
      'reviewing',
    );
    expect(batchWorkflow.next('closeCall', 'called', facts({ today: '2025-07-01' }))).toBe('reviewing');
  });

  it('is proposed when everybody has a result, and noticed when somebody is proposed', () => {
    const waiting = facts({ applications: { accepted: 2, draft: 9, reviewed: 1 } });
    expect(() => batchWorkflow.next('propose', 'reviewing', waiting)).toThrow('2 application(s)');
    expect(batchWorkflow.next('propose', 'reviewing', facts({ applications: { reviewed: 3 } }))).toBe(
      'proposed',
    );
    expect(() => batchWorkflow.next('publishNotice', 'proposed', facts())).toThrow(
      'no application is proposed',
    );
  });

  it('follows its notice and its list, and goes nowhere without them', () => {
    const proposed = { applications: { proposed: 2 } };
    expect(() => batchWorkflow.next('publishNotice', 'proposed', facts(proposed))).toThrow(
      'no public notice is published',
    );
    const noticed = facts({ ...proposed, notices: { published: 1 } });
    expect(batchWorkflow.next('publishNotice', 'proposed', noticed)).toBe('noticed');
    expect(() => batchWorkflow.next('issueList', 'noticed', noticed)).toThrow('no list is issued');
    expect(batchWorkflow.next('issueList', 'noticed', facts({ lists: { issued: 1 } }))).toBe('listed');
  });

  it('is cancelled for a reason, unless its list is out', () => {
    expect(() => batchWorkflow.next('cancel', 'called', facts())).toThrow('give a reason');
    expect(batchWorkflow.possible('listed', facts())).toEqual([]);
  });

  it('is seen by everybody once it is called', () => {
    const content = facts().record.content;
    expect(batch.face(content, 'draft').published).toBe(false);
    expect(batch.face(content, 'called')).toMatchObject({ published: true, due: '2025-06-30' });
  });

  it('reaches every state, and on no walk a list without a call, a review and a notice before it', () => {
    expect([...batchWorkflow.reachable].sort()).toEqual(Object.keys(batchWorkflow.states).sort());
    const acts = fc.constantFrom(...(Object.keys(batchWorkflow.acts) as BatchAct[]));
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 30 }), (walk) => {
        const been: BatchState[] = ['draft'];
        const free = facts({
          given: { reason: 'x' },
          applications: { proposed: 1 },
          notices: { published: 1 },
          lists: { issued: 1 },
        });
        for (const act of walk) {
          try {
            been.push(batchWorkflow.next(act, been.at(-1) as BatchState, free));
          } catch {}
        }
        if (been.includes('listed')) {
          expect(been).toEqual(['draft', 'called', 'reviewing', 'proposed', 'noticed', 'listed']);
        }
      }),
      { seed: 11 },
    );
  });
});
