import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf, walk } from '../ground/walk.cases.ts';
import { type MeasureAct, type MeasureContent, type MeasureOutside, measureKind } from './measure.ts';

const drafted: MeasureContent = measureKind.content.parse({
  measure: 'equipment-grant',
  title: { zh: '设备补助', en: 'Equipment grant' },
  text: 'title: …',
  place: '140100',
  owner: 'org-park-taiyuan',
});
const [wang, li] = [{ account: 'wang' }, { account: 'li' }];
const sound: MeasureOutside = { faults: [] };
const faulty = (...told: string[]): MeasureOutside => ({ faults: told.map((one) => ({ zh: one, en: one })) });

describe('a measure of an office', () => {
  it('is proposed and put in force only while nothing stands against its text', () => {
    const states = walk(measureKind, drafted, [
      { act: 'propose', asker: wang, extra: faulty('line 3') },
      { act: 'propose', asker: wang, extra: sound },
      { act: 'put-in-force', asker: li, extra: faulty('an example') },
      { act: 'return', given: { reason: '缺算例' }, extra: sound },
      { act: 'propose', asker: wang, extra: sound },
      { act: 'put-in-force', asker: li, extra: sound },
      { act: 'repeal', given: { reason: '到期' }, extra: faulty('whatever') },
    ]).map(({ state }) => state);
    expect(states).toEqual(['draft', 'proposed', 'proposed', 'returned', 'proposed', 'in-force', 'repealed']);
  });

  it('is put in force by somebody else than who proposed it, and by nobody where that is not known', () => {
    const proposed = { state: 'proposed' as const, content: { ...drafted, proposedBy: 'wang' } };
    const said = (content: MeasureContent, asker: { account: string }) =>
      measureKind.workflow
        .possible('proposed', factsOf(measureKind, { ...proposed, content }, { asker, extra: sound }))
        .find(({ act }) => act === 'put-in-force');
    expect(said(proposed.content, li)).toMatchObject({ allowed: true });
    expect(said(proposed.content, wang)).toMatchObject({
      allowed: false,
      reasons: [{ en: expect.stringContaining('another person of your office') }],
    });
    expect(said(drafted, li)).toMatchObject({
      allowed: false,
      reasons: [{ en: expect.stringContaining('return it') }],
    });
  });

  it('keeps through every edit who proposed it', () => {
    const edited = { ...drafted, proposedBy: 'li', text: 'title: another' };
    expect(measureKind.kept?.({ ...drafted, proposedBy: 'wang' }, edited)).toEqual({
      ...drafted,
      text: 'title: another',
      proposedBy: 'wang',
    });
    expect(measureKind.kept?.(drafted, edited)).not.toHaveProperty('proposedBy');
  });

  it('says the first three things that stand against it, and how many more there are', () => {
    const facts = factsOf(
      measureKind,
      { state: 'draft', content: drafted },
      { extra: faulty('a', 'b', 'c', 'd', 'e') },
    );
    const [propose] = measureKind.workflow.possible('draft', facts);
    expect(propose?.reasons.map(({ en }) => en)).toEqual(['a; b; c; and 2 more']);
  });

  it('is published, without its note, from when it is in force', () => {
    const published = Object.keys(measureKind.workflow.states).filter(
      (state) => measureKind.face(drafted, state as 'draft').published,
    );
    expect(published).toEqual(['in-force', 'repealed']);
    expect(measureKind.publicContent?.({ ...drafted, note: '内部' })).not.toHaveProperty('note');
  });

  it('never comes into force unsound or by one person alone, and its text never changes once proposed: random walks through every state', () => {
    const acts: MeasureAct[] = ['propose', 'put-in-force', 'return', 'repeal'];
    const attempt = fc.record({
      act: fc.constantFrom(...acts),
      given: fc.constantFrom({ reason: '理由' }, {}),
      asker: fc.constantFrom(wang, li),
      extra: fc.constantFrom(sound, faulty('line 3')),
    });
    const seen = new Set<string>(['draft']);
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 40, maxLength: 60 }), (attempts) => {
        let before = 'draft';
        let by: string | undefined;
        for (const { state, done, content, attempt: tried } of walk(measureKind, drafted, attempts)) {
          if (state !== before && ['proposed', 'in-force'].includes(state)) expect(tried.extra).toBe(sound);
          if (done && ['return', 'repeal'].includes(tried.act)) expect(tried.given).toHaveProperty('reason');
          if (before === 'repealed') expect(done).toBe(false);
          if (done && tried.act === 'propose') by = tried.asker?.account;
          if (done && tried.act === 'put-in-force') expect(tried.asker?.account).not.toBe(by);
          expect(content).toEqual(by ? { ...drafted, proposedBy: by } : drafted);
          before = state;
          seen.add(state);
        }
      }),
      { seed: 7 },
    );
    expect([...seen].sort()).toEqual(Object.keys(measureKind.workflow.states).sort());
    expect(measureKind.workflow.editable).toEqual(['draft', 'returned']);
  });
});
