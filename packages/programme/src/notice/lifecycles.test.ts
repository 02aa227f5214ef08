import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everybody } from '../account/asker.ts';
import { workingDaysBetween } from '../calendar/calendar.ts';
import { acts, calendar, name, type Step, said, walks } from '../review/walks.cases.ts';
import { notice } from './notice.ts';
import { objection } from './objection.ts';

describe('the lifecycles of notices and objections', () => {
  it('a notice is over only after its last working day, and none is withdrawn after the list', () => {
    const extra = fc.record({
      calendar: fc.constant(calendar),
      batchState: fc.constantFrom('reviewing', 'proposed', 'noticed', 'noticed', 'listed'),
      running: fc.constantFrom(0, 0, 1),
      proposed: fc.constantFrom(0, 3, 3),
    });
    const one = acts({ act: 'publish' }, { act: 'expire' }, { act: 'withdraw', given: { reason: '更正' } });
    walks({
      kind: notice,
      content: notice.content.parse({
        batch: 'batch-1',
        title: name,
        text: '示例公示',
        workingDays: 5,
        contact: { office: '示例处室' },
      }),
      steps: [fc.record({ one, extra }).map(({ one, extra }): Step => ({ ...one, extra }))],
      lawful: ({ state, content, today }) => {
        if (state === 'draft') expect(content.from).toBeUndefined();
        else expect(workingDaysBetween(calendar, content.from as string, content.to as string)).toBe(5);
        if (state === 'expired') expect(today > (content.to as string)).toBe(true);
      },
    });
  });

  it('an objection is decided only after it was admitted and answered', () => {
    walks({
      kind: objection,
      content: objection.content.parse({
        notice: 'notice-1',
        objector: { name: '示例·群众', contact: '示例' },
        grounds: '示例理由',
      }),
      steps: [
        acts(
          { act: 'admit', given: said },
          { act: 'admit', given: { text: ' ' } },
          { act: 'refuse', given: said },
        ),
        acts({ act: 'state', given: said }, { act: 'reply', given: said }),
        acts(
          { act: 'uphold', given: { ...said, consequence: 'rejected' } },
          { act: 'dismiss', given: said },
          { act: 'dismiss' },
        ),
      ],
      lawful: ({ state, content }) => {
        if (state === 'upheld' || state === 'dismissed') {
          expect(content.admission && content.reply && content.decision).toBeTruthy();
          expect(content.decision?.consequence).toBe(state === 'upheld' ? 'rejected' : 'none');
        } else expect(content.decision).toBeUndefined();
        if (state === 'inadmissible') expect(content.reply).toBeUndefined();
      },
    });
  });

  it('never show who objects, but to the ministry and to themselves', () => {
    const content = objection.content.parse({
      notice: 'notice-1',
      objector: { name: '示例·群众', contact: '13800000000' },
      grounds: '示例理由',
      account: 'company-1',
    });
    const seen = (role: 'park' | 'ministry' | 'company', account: string) =>
      JSON.stringify(objection.shownTo?.(content, { ...everybody, role, account }, {} as never));
    const files = (role: 'park' | 'ministry' | 'company', account: string) =>
      objection.filesShownTo?.(content, { ...everybody, role, account }, {} as never);
    expect(files('park', 'park-1')).toBe(false);
    expect(files('ministry', 'ministry')).toBe(true);
    expect(files('company', 'company-1')).toBe(true);
    expect(seen('park', 'park-1')).not.toContain('138');
    expect(seen('ministry', 'ministry')).toContain('138');
    expect(seen('company', 'company-1')).toContain('138');
    expect(JSON.stringify(objection.publicContent?.(content))).not.toMatch(/138|群众|示例理由/);
  });
});
