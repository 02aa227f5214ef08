import fc from 'fast-check';
import type { Asker } from '../account/asker.ts';
import type { Facts, Kind, ProgrammeRecord } from '../ground/kind.ts';
import { NotPossible } from '../ground/workflow.ts';

export const sides = {
  name: { zh: '哈尔滨—深圳', en: 'Harbin–Shenzhen' },
  park: 'org-park-harbin',
  partner: 'org-partner-440300',
  parkPlace: '230100',
  partnerPlace: '440300',
};
export const asker = (organisation: string, territory = ''): Asker => ({
  account: organisation,
  name: organisation,
  role: organisation.startsWith('org-park') ? 'park' : 'partner',
  organisation,
  territory,
});
export const park = asker(sides.park, sides.parkPlace);
export const partner = asker(sides.partner, sides.partnerPlace);
export const stranger = asker('org-partner-310000', '310000');
const people = [park, partner, stranger] as const;

export interface Walked<C, S> {
  readonly state: S;
  readonly content: C;
}

/** As the store does it: what is given, the state and its guards, the change. */
export function step<C, S extends string, A extends string, X>(
  kind: Kind<C, S, A, X>,
  { state, content }: Walked<C, S>,
  act: A,
  who: Asker,
  given: Record<string, unknown>,
  extra: X,
  today = '2026-06-01',
): Walked<C, S> {
  const does = kind.doing?.[act];
  const accepted = does?.given ? does.given.parse(given) : {};
  const record = { state, content } as Partial<ProgrammeRecord<C>> as ProgrammeRecord<C>;
  const facts: Facts<C, X> = { record, today, now: `${today}T00:00:00Z`, asker: who, given: accepted, extra };
  const next = kind.workflow.next(act, state, facts);
  return { state: next, content: kind.content.parse(does?.change?.(content, facts) ?? content) };
}

/**
 * Walks at random: any act by anybody, with the outside as it may be. What is not possible changes nothing;
 * after each step that is taken, `check` looks at it.
 * @returns the states that were seen
 */
export function walks<C, S extends string, A extends string, X>(
  kind: Kind<C, S, A, X>,
  begin: C,
  given: Readonly<Record<string, unknown>>,
  outside: fc.Arbitrary<X>,
  check: (after: Walked<C, S>, before: Walked<C, S>, act: A, who: Asker, extra: X) => void,
): Set<S> {
  const seen = new Set<S>([kind.workflow.initial]);
  const acts = Object.keys(kind.workflow.acts) as A[];
  const move = fc.record({
    act: fc.constantFrom(...acts),
    who: fc.constantFrom(...people),
    extra: outside,
    today: fc.constantFrom('2026-06-01', '2027-06-01', '2031-06-01'),
  });
  fc.assert(
    fc.property(fc.array(move, { minLength: 20, maxLength: 60 }), (moves) => {
      let at: Walked<C, S> = { state: kind.workflow.initial, content: begin };
      for (const { act, who, extra, today } of moves) {
        const before = at;
        try {
          at = step(kind, before, act, who, (given[act] ?? {}) as Record<string, unknown>, extra, today);
        } catch (error) {
          if (!(error instanceof NotPossible)) throw error;
          continue;
        }
        seen.add(at.state);
        check(at, before, act, who, extra);
      }
    }),
    { seed: 5, numRuns: 300 },
  );
  return seen;
}
