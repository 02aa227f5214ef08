import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acts, later, name, rules, type Step, said, walks } from '../review/walks.cases.ts';
import { list } from './list.ts';
import { parkExit } from './park-exit.ts';
import { reAssessment } from './re-assessment.ts';

describe('the lifecycles of lists, re-assessments and exits', () => {
  it('a list is issued only whole, after its notice, with no objection open', () => {
    const extra = fc.record({
      batchState: fc.constantFrom('proposed', 'noticed', 'noticed'),
      notices: fc.constantFrom(
        {},
        { published: 1 },
        { expired: 1 },
        { expired: 1, published: 1 },
        { withdrawn: 1 },
      ),
      openObjections: fc.constantFrom(0, 0, 2),
      proposed: fc.constantFrom(['application-1'], ['application-1'], ['application-1', 'application-2']),
      passed: fc.constantFrom([], ['park-7']),
      types: fc.constant(rules.types.map(({ id }) => id)),
    });
    const entry = { application: 'application-1', name, place: '140100' };
    walks({
      kind: list,
      content: list.content.parse({
        batch: 'batch-1',
        title: name,
        number: '示例函〔2026〕1号',
        issuer: '示例部',
        text: '示例',
        lists: [{ type: 'industrial-park', basis: 'recognised', title: name, entries: [entry] }],
      }),
      steps: [fc.record({ extra, later }).map(({ extra, later }): Step => ({ act: 'issue', extra, later }))],
      lawful: ({ state, content, today }, before) => {
        if (state === 'issued' && before.state === 'draft') expect(content.issuedOn).toBe(today);
        if (before.state === 'issued') expect(content).toEqual(before.content);
      },
    });
    const whole = {
      batchState: 'noticed',
      notices: { expired: 1 },
      openObjections: 0,
      types: ['industrial-park'],
    };
    const facts = (extra: object) =>
      list.workflow
        .possible('draft', {
          record: {
            content: list.content.parse({ batch: 'b', title: name, issuer: '示例部', text: '示例' }),
          },
          extra: { ...whole, proposed: ['application-1'], passed: [], ...extra },
        } as never)[0]
        ?.reasons.map(({ en }) => en);
    expect(facts({})).toEqual([expect.stringContaining('empty'), expect.stringContaining('document number')]);
    expect(facts({ openObjections: 2 })?.[0]).toBe('2 objection(s) are not decided yet');
    expect(facts({ notices: { published: 1 } })?.[0]).toBe('the public notice is still running');
    expect(facts({ notices: { withdrawn: 1 } })?.[0]).toContain('it was withdrawn');
  });

  it('no park passes re-assessment unreported, or fails while it may still report', () => {
    walks({
      kind: reAssessment,
      content: reAssessment.content.parse({
        batch: 'batch-1',
        park: 'park-1',
        name,
        place: '140100',
        organisations: ['org-park-taiyuan'],
        type: 'industrial-park',
        due: '2026-03-20',
      }),
      steps: [
        acts({ act: 'report', given: said }, { act: 'pass', given: said }, { act: 'fail', given: said }),
      ],
      lawful: ({ state, content, today }) => {
        if (state === 'passed') expect(content.report).toBeDefined();
        if (state === 'failed') expect(content.report !== undefined || today > '2026-03-20').toBe(true);
      },
    });
  });

  it('no park leaves unheard or before its time to mend is over', () => {
    walks({
      kind: parkExit,
      content: parkExit.content.parse({
        park: 'park-1',
        name,
        place: '140100',
        organisations: ['org-park-taiyuan'],
        warning: '示例原因',
        mendBy: '2026-03-12',
      }),
      steps: [
        acts({ act: 'answer', given: said }, { act: 'propose', given: said }, { act: 'hear', given: said }),
        acts({ act: 'exit', given: said }, { act: 'lift', given: said }),
      ],
      lawful: ({ state, content, today }) => {
        if (state === 'proposed' || state === 'exited') expect(today > '2026-03-12').toBe(true);
        if (state === 'exited') expect(content.hearing).toBeDefined();
      },
    });
  });
});
