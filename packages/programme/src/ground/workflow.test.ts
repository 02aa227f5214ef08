import { words } from '@tidu/reference';
import { describe, expect, it } from 'vitest';
import { createWorkflow, NotPossible } from './workflow.ts';

const full = {
  name: 'full',
  holds: (facts: { lines: number }) => facts.lines > 0 || words('尚无内容', 'it is empty'),
};
const workflow = createWorkflow({
  name: 'letter',
  states: { draft: words('草稿', 'draft'), sent: words('已发', 'sent'), lost: words('遗失', 'lost') },
  initial: 'draft',
  editable: ['draft'],
  acts: {
    send: { name: words('发出', 'send'), from: ['draft'], to: 'sent', guards: [full] },
    recall: {
      name: words('撤回', 'recall'),
      from: ['sent'],
      to: 'draft',
      guards: [{ name: 'broken', holds: () => JSON.parse('{') }],
    },
    annotate: { name: words('批注', 'annotate'), from: ['sent'] },
  },
});

describe('a workflow', () => {
  it('does what the state allows and every guard says is true', () => {
    expect(workflow.next('send', 'draft', { lines: 1 })).toBe('sent');
  });

  it('stays in its state where an act leads nowhere else', () => {
    expect(workflow.next('annotate', 'sent', { lines: 1 })).toBe('sent');
    expect(() => workflow.next('annotate', 'draft', { lines: 1 })).toThrow(NotPossible);
  });

  it('says which guard refuses, and why', () => {
    expect(() => workflow.next('send', 'draft', { lines: 0 })).toThrow(NotPossible);
    expect(workflow.possible('draft', { lines: 0 })).toEqual([
      {
        act: 'send',
        name: words('发出', 'send'),
        allowed: false,
        reasons: [words('尚无内容', 'it is empty')],
      },
    ]);
  });

  it('does not ask beforehand about what is given with an act, and always when it is done', () => {
    const asking = createWorkflow({
      ...workflow,
      acts: {
        send: {
          name: words('发出', 'send'),
          from: ['draft'],
          to: 'sent',
          guards: [{ ...full, ofGiven: true }],
        },
      },
    });
    expect(asking.possible('draft', { lines: 0 })[0]?.allowed).toBe(true);
    expect(() => asking.next('send', 'draft', { lines: 0 })).toThrow(NotPossible);
  });

  it('refuses what it does not know: another state, another act, a guard that throws', () => {
    expect(() => workflow.next('send', 'sent', { lines: 1 })).toThrow('cannot be done in the state "sent"');
    expect(() => workflow.next('burn' as 'send', 'draft', { lines: 1 })).toThrow('no act "burn"');
    expect(() => workflow.next('toString' as 'send', 'draft', { lines: 1 })).toThrow(NotPossible);
    expect(() => workflow.next('recall', 'sent', { lines: 1 })).toThrow('could not be judged');
  });

  it('cannot name a state that it does not have', () => {
    const astray = { name: words('去', 'go'), from: ['draft'], to: 'nowhere' } as const;
    expect(() => createWorkflow({ ...workflow, acts: { astray } } as never)).toThrow('no state "nowhere"');
  });

  it('knows which states it reaches', () => {
    expect([...workflow.reachable]).toEqual(['draft', 'sent']);
  });

  it('draws itself', () => {
    expect(workflow.diagram()).toBe(
      [
        'stateDiagram-v2',
        '  draft: 草稿 draft',
        '  sent: 已发 sent',
        '  lost: 遗失 lost',
        '  [*] --> draft',
        '  draft --> sent: 发出 send',
        '  sent --> draft: 撤回 recall',
        '  lost --> [*]',
      ].join('\n'),
    );
  });
});
