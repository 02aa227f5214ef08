import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect } from 'vitest';
import { z } from 'zod';
import { everybody } from '../account/asker.ts';
import { addDays, calendarOf, yearArrangement } from '../calendar/calendar.ts';
import type { Kind, ProgrammeRecord } from '../ground/kind.ts';
import { reviewRules } from './rules.ts';

const inPack = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../../../packs/cn/programme/${file}.json`, import.meta.url), 'utf8'));
export const rules = reviewRules.parse(inPack('review'));
export const calendar = calendarOf(z.array(yearArrangement).parse(inPack('calendar')));
export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
export const name = { zh: '示例园区', en: 'Sample park' };

export interface Step {
  readonly act: string;
  readonly given?: Record<string, unknown>;
  readonly extra?: unknown;
  /** Days that pass before it. */
  readonly later?: number;
}
export interface At<C> {
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
export function walks<C, S extends string, A extends string, X>({
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

export const later = fc.constantFrom(0, 0, 1, 5, 9);
export const acts = (...of: { act: string; given?: Record<string, unknown> }[]) =>
  fc.record({ one: fc.constantFrom(...of), later }).map(({ one, later }): Step => ({ ...one, later }));
export const said = { text: '示例说明' };
