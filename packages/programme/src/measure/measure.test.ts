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
const sound: MeasureOutside = { faults: [] };
const faulty = (...told: string[]): MeasureOutside => ({ faults: told.map((one) => ({ zh: one, en: one })) });

describe('a measure of an office', () => {
  it('is proposed and put in force only while nothing stands against its text', () => {
    const states = walk(measureKind, drafted, [
      { act: 'propose', extra: faulty('line 3') },
      { act: 'propose', extra: sound },
      { act: 'put-in-force', extra: faulty('an example') },
      { act: 'return', given: { reason: '缺算例' }, extra: sound },
      { act: 'propose', extra: sound },
      { act: 'put-in-force', extra: sound },
      { act: 'repeal', given: { reason: '到期' }, extra: faulty('whatever') },
    ]).map(({ state }) => state);
    expect(states).toEqual(['draft', 'proposed', 'proposed', 'returned', 'proposed', 'in-force', 'repealed']);
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

  it('never comes into force unsound, and never changes once proposed: random walks through every state', () => {
    const acts: MeasureAct[] = ['propose', 'put-in-force', 'return', 'repeal'];
    const attempt = fc.record({
      act: fc.constantFrom(...acts),
      given: fc.constantFrom({ reason: '理由' }, {}),
      extra: fc.constantFrom(sound, faulty('line 3')),
    });
    const seen = new Set<string>(['draft']);
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 30 }), (attempts) => {
        let before = 'draft';
        for (const { state, done, content, attempt: tried } of walk(measureKind, drafted, attempts)) {
          if (state !== before && ['proposed', 'in-force'].includes(state)) expect(tried.extra).toBe(sound);
          if (done && ['return', 'repeal'].includes(tried.act)) expect(tried.given).toHaveProperty('reason');
          if (before === 'repealed') expect(done).toBe(false);
          expect(content).toEqual(drafted);
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
