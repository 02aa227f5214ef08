import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { everybody } from '../account/asker.ts';
import { addDays, calendarOf, workingDaysBetween, yearArrangement } from '../calendar/calendar.ts';
import type { Kind, ProgrammeRecord } from '../ground/kind.ts';
import { list } from '../list/list.ts';
import { parkExit } from '../list/park-exit.ts';
import { reAssessment } from '../list/re-assessment.ts';
import { notice } from '../notice/notice.ts';
import { objection } from '../notice/objection.ts';
import { expert } from './expert.ts';
import { panel } from './panel.ts';
import { reviewRules } from './rules.ts';
import { score } from './score.ts';

const inPack = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../../../packs/cn/programme/${file}.json`, import.meta.url), 'utf8'));
const rules = reviewRules.parse(inPack('review'));
const calendar = calendarOf(z.array(yearArrangement).parse(inPack('calendar')));
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const name = { zh: '示例园区', en: 'Sample park' };

interface Step {
  readonly act: string;
  readonly given?: Record<string, unknown>;
  readonly extra?: unknown;
  /** Days that pass before it. */
  readonly later?: number;
}
interface At<C> {
  readonly content: C;
  readonly state: string;
  readonly today: string;
}

/** One step, or the same place where the lifecycle refuses. */
function step<C>(
  kind: Kind<C, string, string, unknown>,
  at: At<C>,
  { act, given = {}, extra, later = 0 }: Step,
): At<C> {
  const today = addDays(at.today, later);
  const record: ProgrammeRecord<C> = {
    ...kind.face(at.content, at.state),
    id: `${kind.name}-1`,
    kind: kind.name,
    state: at.state,
    version: 1,
    content: at.content,
    sample: true,
    madeAt: '',
    changedAt: '',
  };
  const facts = { record, today, now: `${today}T00:00:00Z`, asker: everybody, given, extra };
  try {
    kind.doing?.[act]?.given?.parse(given);
    const state = kind.workflow.next(act, at.state, facts);
    const content = kind.doing?.[act]?.change?.(at.content, facts) ?? at.content;
    return { content: kind.content.parse(content), state, today };
  } catch {
    return { ...at, today };
  }
}

/** Walks at random; every place that is come to has to be lawful, and all states have to be come to. */
function walks<C, S extends string, A extends string, X>({
  kind,
  content,
  steps,
  lawful,
}: {
  kind: Kind<C, S, A, X>;
  content: C;
  steps: readonly fc.Arbitrary<Step>[];
  lawful: (at: At<C>, before: At<C>) => void;
}) {
  const loose = kind as unknown as Kind<C, string, string, unknown>;
  const seen = new Set<string>([kind.workflow.initial]);
  fc.assert(
    fc.property(fc.array(fc.oneof(...steps), { minLength: 6, maxLength: 14 }), (chosen) => {
      let at: At<C> = { content, state: kind.workflow.initial, today: '2026-03-02' };
      for (const one of chosen) {
        const before = at;
        at = step(loose, at, one);
        seen.add(at.state);
        lawful(at, before);
      }
    }),
    { numRuns: 1200, seed: 20_210_910 },
  );
  expect([...seen].sort()).toEqual(Object.keys(kind.workflow.states).sort());
  expect([...kind.workflow.reachable].sort()).toEqual(Object.keys(kind.workflow.states).sort());
}

const later = fc.constantFrom(0, 0, 1, 5, 9);
const acts = (...of: { act: string; given?: Record<string, unknown> }[]) =>
  fc.record({ one: fc.constantFrom(...of), later }).map(({ one, later }): Step => ({ ...one, later }));
const said = { text: '示例说明' };

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
        { act: 'close', given: { recommended: ['application-1'] } },
        { act: 'close', given: { recommended: ['application-9'] } },
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
        if (state === 'closed') expect(content.recommended).toEqual(['application-1']);
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
    expect(shown('expert-1', 'draft')).toMatchObject({ marks: { industry: 9 } });
    expect(shown('ministry', 'submitted')).toMatchObject({ marks: {}, comment: '' });
    expect(shown('ministry', 'counted')).toMatchObject({ marks: { industry: 9 } });
  });

  it('of an objection is never who objects, but to the ministry and to themselves', () => {
    const content = objection.content.parse({
      notice: 'notice-1',
      objector: { name: '示例·群众', contact: '13800000000' },
      grounds: '示例理由',
      account: 'company-1',
    });
    const seen = (role: 'park' | 'ministry' | 'company', account: string) =>
      JSON.stringify(objection.shownTo?.(content, { ...everybody, role, account }, {} as never));
    expect(seen('park', 'park-1')).not.toContain('138');
    expect(seen('ministry', 'ministry')).toContain('138');
    expect(seen('company', 'company-1')).toContain('138');
    expect(JSON.stringify(objection.publicContent?.(content))).not.toMatch(/138|群众|示例理由/);
  });
});
