import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everybody } from '../account/asker.ts';
import { walk } from '../ground/walk.cases.ts';
import { type CompanyPlanAct, companyPlan } from './company-plan.ts';
import { type IntentAct, type IntentContent, intent } from './intent.ts';

const drafted = companyPlan.content.parse({
  title: '内迁方案',
  owner: 'org-company-1',
  plan: { powerKwh: 5 },
});

const sent: IntentContent = intent.content.parse({
  plan: 'company-plan-1',
  company: 'org-company-1',
  park: 'org-park-taiyuan',
  place: '140100',
  told: { industry: '通信设备', message: '拟租厂房' },
  answerBy: '2026-02-01',
});
const offer = { offer: '厂房可租', contact: '招商局', validUntil: '2026-03-01' };

describe('a plan of a company', () => {
  it('belongs to the company alone, whatever its state', () => {
    const faces = Object.keys(companyPlan.workflow.states).map((state) =>
      companyPlan.face(drafted, state as 'draft'),
    );
    expect(faces.map(({ organisations, published }) => [organisations, published])).toEqual(
      faces.map(() => [['org-company-1'], false]),
    );
  });

  it('has a bounded length', () => {
    const long = { ...drafted, plan: { name: 'x'.repeat(60_000) } };
    expect(companyPlan.content.safeParse(long).error?.issues[0]?.path).toEqual(['plan']);
  });

  it('reaches every state on random walks, keeps its content, and is edited in no archive', () => {
    const seen = new Set<string>(['draft']);
    const act = fc.constantFrom<CompanyPlanAct[]>('finish', 'rework', 'archive', 'restore');
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        for (const { state, content } of walk(
          companyPlan,
          drafted,
          acts.map((one) => ({ act: one, extra: {} })),
        )) {
          seen.add(state);
          expect(content).toEqual(drafted);
        }
      }),
      { seed: 6 },
    );
    expect([...seen].sort()).toEqual(Object.keys(companyPlan.workflow.states).sort());
    expect(companyPlan.workflow.editable).not.toContain('archived');
  });
});

describe('an intent', () => {
  it('is received, answered and accepted while the offer is valid', () => {
    const extra = {};
    const states = walk(intent, sent, [
      { act: 'accept', extra },
      { act: 'see', extra },
      { act: 'answer', given: { ...offer, validUntil: '2026-01-01' }, extra },
      { act: 'answer', given: offer, extra },
      { act: 'withdraw', given: { reason: '另有安排' }, extra },
      { act: 'lapse', extra },
      { act: 'accept', today: '2026-03-02', extra },
      { act: 'accept', today: '2026-03-01', extra },
    ]).map(({ state }) => state);
    expect(states).toEqual([
      'sent',
      'seen',
      'seen',
      'answered',
      'answered',
      'answered',
      'answered',
      'accepted',
    ]);
  });

  it('lapses with the offer', () => {
    const walked = walk(intent, sent, [
      { act: 'answer', given: offer, extra: {} },
      { act: 'lapse', today: '2026-03-02', extra: {} },
    ]);
    expect(walked.at(-1)?.state).toBe('closed');
  });

  it('has a day by which it waits for the park, then for the company, then for nobody', () => {
    const due = (state: string, content = sent) => intent.face(content, state as 'sent').due;
    expect(due('sent')).toBe('2026-02-01');
    expect(due('seen')).toBe('2026-02-01');
    expect(due('answered', { ...sent, answer: { ...offer, on: '2026-01-01' } })).toBe('2026-03-01');
    expect(['declined', 'accepted', 'withdrawn', 'closed'].map((state) => due(state))).toEqual(
      new Array(4).fill(undefined),
    );
  });

  it('shows the park nothing of who the company is and which plan it has, but what it told', () => {
    const asPark = { ...everybody, role: 'park', organisation: 'org-park-taiyuan' } as const;
    const shown = intent.shownTo?.(sent, asPark, {} as never);
    expect(JSON.stringify(shown)).not.toMatch(/company/);
    expect(shown).toMatchObject({ told: { industry: '通信设备' } });
    expect(intent.face(sent, 'sent').title.zh).toBe('未具名企业：通信设备');
  });

  it('keeps what the company told on every walk, ends with its reason, and reaches every state', () => {
    const seen = new Set<string>(['sent']);
    const attempt = fc.record({
      act: fc.constantFrom<IntentAct[]>('see', 'answer', 'decline', 'accept', 'withdraw', 'close', 'lapse'),
      given: fc.constantFrom(offer, { reason: '理由' }, {}),
      today: fc.constantFrom('2026-01-01', '2026-04-01'),
      extra: fc.constant({}),
    });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 20 }), (attempts) => {
        let before = 'sent';
        for (const { state, content, done, attempt: tried } of walk(intent, sent, attempts)) {
          seen.add(state);
          expect(content.told).toEqual(sent.told);
          if (['withdrawn', 'closed'].includes(before)) expect(done).toBe(false);
          if (done && ['decline', 'withdraw', 'close'].includes(tried.act))
            expect(content.ending?.reason).toBe('理由');
          if (state === 'accepted') expect(content.answer).toBeDefined();
          before = state;
        }
      }),
      { seed: 6 },
    );
    expect([...seen].sort()).toEqual(Object.keys(intent.workflow.states).sort());
  });
});
