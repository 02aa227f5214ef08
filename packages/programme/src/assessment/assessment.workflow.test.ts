import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Asker, clock } from '../account/asker.ts';
import type { Facts, Kind, ProgrammeRecord } from '../ground/kind.ts';
import { NotPossible } from '../ground/workflow.ts';
import type { Answer } from './answer.ts';
import { type AnswerSurroundings, assessmentAnswer } from './answer.workflow.ts';
import type { Assessment } from './assessment.ts';
import { type AssessmentSurroundings, parkAssessment } from './assessment.workflow.ts';
import type { Round } from './round.ts';
import { assessmentRound, type RoundSurroundings, seesRanks } from './round.workflow.ts';
import { small } from './small-framework.cases.ts';

const desk: Asker = {
  account: 'desk',
  name: '示例',
  role: 'ministry',
  organisation: 'org-ministry',
  territory: '100000',
};
const title = { zh: '例', en: 'example' };
const park = { id: 'park-1', names: title, territory: '140100' };
const found = { value: 5, at: '2026-01-01', receipts: [], records: [], note: title };

const aRound: Round = {
  title,
  year: 2026,
  period: '2025',
  deadline: '2026-03-31',
  consultationUntil: '2026-05-31',
  frameworkId: 'small',
  framework: small,
  receipts: {},
  standings: [],
  proposals: [{ park: 'park-1', rule: 'below-40', proposes: 'exit', years: [2026], certain: true }],
  reasons: [],
};
const anAssessment: Assessment = {
  round: 'assessment-round-1',
  year: 2026,
  park,
  region: 'central',
  organisation: 'org-park-taiyuan',
  indicators: ['growth', 'events'],
  prefilled: { growth: found },
  settled: {},
};
const anAnswer: Answer = {
  assessment: 'assessment-1',
  round: 'assessment-round-1',
  year: 2026,
  park,
  party: 'park',
  organisation: 'org-park-taiyuan',
  due: '2026-03-31',
  asked: [{ indicator: 'growth', prefilled: found }, { indicator: 'events' }],
  values: { events: { value: 3 } },
  comment: '',
};

function factsOf<C, X>(content: C, state: string, extra: X, more: Partial<Facts<C, X>> = {}): Facts<C, X> {
  const record = { content, state, id: 'x-1', kind: 'x', version: 1 } as unknown as ProgrammeRecord<C>;
  return {
    record,
    today: '2026-02-01',
    now: '2026-02-01T00:00:00Z',
    asker: desk,
    given: {},
    extra,
    ...more,
  };
}

/** Every walk of acts, under facts that change with every step. */
function walk<C, S extends string, A extends string, X>(
  kind: Kind<C, S, A, X>,
  facts: (state: S, draw: number) => Facts<C, X>,
  check: (path: readonly S[], act: A) => void,
): void {
  const { workflow } = kind;
  const acts = Object.keys(workflow.acts) as A[];
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat(63)), { maxLength: 30 }), (steps) => {
      const path: S[] = [workflow.initial];
      for (const [act, draw] of steps) {
        const state = path.at(-1) as S;
        try {
          path.push(workflow.next(act, state, facts(state, draw)));
          check(path, act);
        } catch (error) {
          if (!(error instanceof NotPossible)) throw error;
        }
      }
    }),
    { numRuns: 300 },
  );
}

describe('an assessment round', () => {
  const surroundings = (draw: number): RoundSurroundings => ({
    parks: draw & 1,
    waiting: draw & 2,
    assessments: draw & 4 ? { checked: 2 } : { answered: 1, checked: 1, consulted: 1 },
  });

  it('never publishes what was not scored, checked and shown to the parks', () =>
    walk(
      assessmentRound,
      (state, draw) =>
        factsOf<Round, RoundSurroundings>(aRound, state, surroundings(draw), {
          today: draw & 8 ? '2026-02-01' : '2026-07-01',
          given: { deadline: '2026-12-31', consultationUntil: draw & 16 ? '2026-12-31' : '2020-01-01' },
        }),
      (path) => {
        if (path.at(-1) !== 'published') return;
        const before = (late: string, early: string) =>
          path.lastIndexOf(late as never) > path.indexOf(early as never);
        for (const early of ['opened', 'closed', 'scored', 'consultation'] as const)
          expect(path).toContain(early);
        expect(before('consultation', 'scored')).toBe(true);
      },
    ));

  it('can come to every state', () => {
    expect([...assessmentRound.workflow.reachable].sort()).toEqual(
      Object.keys(assessmentRound.workflow.states).sort(),
    );
  });

  it('says who keeps it waiting', () => {
    const extra = { parks: 0, waiting: 3, assessments: { answered: 2, checked: 1 } };
    const reasons = (state: 'draft' | 'opened' | 'closed', act: string) =>
      assessmentRound.workflow
        .possible(state, factsOf<Round, RoundSurroundings>(aRound, state, extra))
        .find((one) => one.act === act)
        ?.reasons.map(({ en }) => en);
    expect(reasons('draft', 'open')).toEqual(['there is no recognised park to assess']);
    expect(reasons('opened', 'close')).toEqual([
      '3 answers have not been submitted, and the deadline has not passed',
    ]);
    expect(reasons('closed', 'score')).toEqual(['2 parks have not been checked']);
  });

  it('shows ranks to nobody but the Ministry before they are published, and no receipt or rank with its plan', () => {
    const seen = [
      ['ministry', 'scored'],
      ['park', 'consultation'],
      ['park', 'published'],
      ['public', 'published'],
    ] as const;
    expect(seen.map(([role, state]) => seesRanks(role, state))).toEqual([true, false, true, true]);
    const content = {
      ...aRound,
      receipts: { abc: {} },
      standings: [{ park: 'park-1' }, { park: 'park-2' }],
    } as unknown as Round;
    const shown = (role: Asker['role']) =>
      assessmentRound.shownTo?.(content, { ...desk, role }, { state: 'scored' } as never);
    expect(shown('ministry')).toMatchObject({ receipts: {}, standings: [{ park: 'park-1' }] });
    expect(shown('park')).toMatchObject({ receipts: {}, standings: [], proposals: [] });
  });

  it('keeps a decision once it is taken', () => {
    const decide = assessmentRound.doing?.decide;
    const given = { park: 'park-1', rule: 'below-40', followed: false, reason: 'a new plan is under way' };
    const facts = factsOf<Round, RoundSurroundings>(aRound, 'published', surroundings(0), { given });
    const after = decide?.change?.(aRound, facts) as Round;
    expect(after.proposals[0]?.decision).toMatchObject({ followed: false, by: '示例' });
    expect(() =>
      assessmentRound.workflow.next('decide', 'published', {
        ...facts,
        record: { ...facts.record, content: after },
      }),
    ).toThrow('no such proposal');
  });
});

describe('a park’s assessment', () => {
  const differs = { ...anAnswer, values: { growth: { value: 9, reason: 'revised' } } };
  const surroundings = (draw: number): AssessmentSurroundings => ({
    answers: draw & 1 ? [anAnswer] : [differs],
    roundState: ['closed', 'scored', 'consultation', 'published', 'cancelled'][(draw >> 2) % 5] as string,
  });

  it('is scored, shown and published by its round alone, and confirmed only when it was shown', () =>
    walk(
      parkAssessment,
      (state, draw) =>
        factsOf<Assessment, AssessmentSurroundings>(anAssessment, state, surroundings(draw), {
          asker: draw & 2 ? clock : desk,
        }),
      (path) => {
        const state = path.at(-1);
        if (state === 'confirmed') expect(path.at(-2)).toBe('consulted');
        if (state === 'published') expect(path).toContain('checked');
        if (state === 'scored') expect(path.at(-2)).toBe('checked');
      },
    ));

  it('can come to every state', () => {
    expect([...parkAssessment.workflow.reachable].sort()).toEqual(
      Object.keys(parkAssessment.workflow.states).sort(),
    );
  });

  it('is not checked while an answer differs from what was found and nobody said which counts', () => {
    const facts = factsOf<Assessment, AssessmentSurroundings>(anAssessment, 'answered', surroundings(0));
    expect(() => parkAssessment.workflow.next('check', 'answered', facts)).toThrow('settle first: growth');
    const given = { indicator: 'growth', value: 9, reason: 'the customs revised it' };
    const content = parkAssessment.doing?.settle?.change?.(anAssessment, { ...facts, given }) as Assessment;
    expect(
      parkAssessment.workflow.next('check', 'answered', { ...facts, record: { ...facts.record, content } }),
    ).toBe('checked');
  });

  it('keeps its score from the park until parks are consulted, and what a single tenant said for good', () => {
    const result = {
      total: 50,
      agreement: [
        {
          indicator: 'events',
          points: { park: 100, tenant: 50 },
          answers: { park: 1, tenant: 1 },
          apart: 50,
        },
        {
          indicator: 'safe',
          points: { park: 100, partner: 50 },
          answers: { park: 1, partner: 1 },
          apart: 50,
        },
      ],
    } as unknown as Assessment['result'];
    const shown = (role: Asker['role'], state: string) =>
      parkAssessment.shownTo?.({ ...anAssessment, result }, { ...desk, role }, { state } as never);
    expect(shown('park', 'scored')?.result).toBeUndefined();
    expect(shown('park', 'consulted')?.result?.agreement.map(({ indicator }) => indicator)).toEqual(['safe']);
    expect(shown('ministry', 'scored')?.result?.agreement).toHaveLength(2);
    expect(shown('public', 'published')?.prefilled).toBeUndefined();
  });
});

describe('what time does of itself', () => {
  it('does nothing to an assessment or an answer while their round stays where it is', () => {
    const opened = { answers: [anAnswer], roundState: 'opened' };
    const possible = [
      ...parkAssessment.workflow.possible(
        'open',
        factsOf<Assessment, AssessmentSurroundings>(anAssessment, 'open', opened, { asker: clock }),
      ),
      ...assessmentAnswer.workflow.possible(
        'submitted',
        factsOf<Answer, AnswerSurroundings>(anAnswer, 'submitted', opened, { asker: clock }),
      ),
    ];
    expect(possible.filter(({ by, allowed }) => by === 'clock' && allowed)).toEqual([]);
  });
});

describe('an answer', () => {
  it('is submitted before it is unsealed, and unsealed by the round alone', () =>
    walk(
      assessmentAnswer,
      (state, draw) =>
        factsOf<Answer, AnswerSurroundings>(
          anAnswer,
          state,
          { roundState: draw & 2 ? 'closed' : 'opened' },
          { asker: draw & 1 ? clock : desk },
        ),
      (path) => {
        if (path.at(-1) === 'unsealed') expect(path.at(-2)).toBe('submitted');
      },
    ));

  it('can come to every state', () => {
    expect([...assessmentAnswer.workflow.reachable].sort()).toEqual(
      Object.keys(assessmentAnswer.workflow.states).sort(),
    );
  });

  it('is not submitted late, with a gap, or with a difference that says no reason', () => {
    const submit = (values: Answer['values'], today = '2026-02-01') =>
      assessmentAnswer.workflow.next(
        'submit',
        'draft',
        factsOf<Answer, AnswerSurroundings>(
          { ...anAnswer, values },
          'draft',
          { roundState: 'opened' },
          { today },
        ),
      );
    expect(submit({ events: { value: null } })).toBe('submitted');
    expect(() => submit({})).toThrow('1 answers are missing: events');
    expect(() => submit({ events: { value: 1 }, growth: { value: 6 } })).toThrow('do not say why: growth');
    expect(() => submit({ events: { value: 1 } }, '2026-04-01')).toThrow('deadline for answers has passed');
    expect(submit({ events: { value: 1 }, growth: { value: 6, reason: 'revised' } })).toBe('submitted');
  });

  it('is sealed for everybody else until the round closes', () => {
    const shown = (organisation: string, state: string) =>
      assessmentAnswer.shownTo?.(anAnswer, { ...desk, organisation }, { state } as never)?.values;
    const files = (organisation: string, state: string) =>
      assessmentAnswer.filesShownTo?.(anAnswer, { ...desk, organisation }, { state } as never);
    expect(files('org-ministry', 'submitted')).toBe(false);
    expect(files('org-park-taiyuan', 'submitted')).toBe(true);
    expect(files('org-ministry', 'unsealed')).toBe(true);
    expect(shown('org-ministry', 'submitted')).toEqual({});
    expect(shown('org-park-taiyuan', 'submitted')).toEqual(anAnswer.values);
    expect(shown('org-ministry', 'unsealed')).toEqual(anAnswer.values);
  });
});
