import type { Role } from '../account/asker.ts';
import { type Deeds, type Grant, grantsOf } from '../ground/grant.ts';
import type { AnyRegistered } from '../ground/registered.ts';

/**
 * Acts that are possible for long, and that nobody waits for: taking back, ending, warning. Of every
 * kind, and of one kind; `act@state` where it is so in one state only.
 */
const resting: Readonly<Record<string, readonly string[]>> = {
  '*': ['cancel', 'withdraw', 'drop', 'abandon', 'terminate', 'end', 'reopen', 'retire', 'reinstate'],
  application: ['reject@submitted', 'reject@returned', 'reject@incomplete'],
  assessment: ['recheck'],
  'assessment-round': ['rework'],
  'company-plan': ['rework', 'archive', 'restore'],
  intent: ['close'],
  obligation: ['release'],
  park: ['warn', 'liftWarning', 'beginExit', 'stay', 'exit'],
  'park-exit': ['lift'],
  're-assessment': ['fail@open'],
  'monthly-report': ['return@accepted'],
  scenario: ['share', 'open', 'archive', 'restore'],
  // A project moves when it moves; what is asked of it is asked by its plan.
  project: [
    'negotiate',
    'sign',
    'take-land',
    'build',
    'equip',
    'produce',
    'export',
    'stall',
    'skip-to-signed',
    'skip-to-building',
    'skip-to-equipment',
    'skip-to-production',
    'skip-to-exporting',
  ],
};

/** Nobody is waited for only to say no. */
const refusing = ['return', 'reject'];

const rests = (kind: string, act: string, state: string): boolean =>
  [...(resting['*'] ?? []), ...(resting[kind] ?? [])].some((one) => one === act || one === `${act}@${state}`);

/** A state of a kind in which somebody of a role has something to do. */
export interface Awaited {
  readonly kind: string;
  readonly state: string;
  readonly acts: readonly string[];
  /** How near to the record they must be. */
  readonly grants: readonly Grant[];
}

/**
 * Where records wait for a role: the acts that its deeds grant and that leave the state for another.
 * Nothing is entered by hand: a new kind waits where its lifecycle and its deeds say so.
 */
export function awaitedOf(kinds: readonly AnyRegistered[], deeds: Deeds, role: Role): Awaited[] {
  return kinds.flatMap(({ kind: { name: kind, workflow } }) =>
    Object.keys(workflow.states).flatMap((state) => {
      const acts = awaitedActs(workflow, kind, state);
      const granted = acts.map((act) => ({
        act,
        grants: grantsOf(deeds, `${kind}.${act}`, role).filter(
          (grant) => grant.of !== 'published' && (!grant.in || grant.in.includes(state)),
        ),
      }));
      const mine = granted.filter(({ grants }) => grants.length > 0);
      if (mine.every(({ act }) => refusing.includes(act))) return [];
      return [
        { kind, state, acts: mine.map(({ act }) => act), grants: mine.flatMap(({ grants }) => grants) },
      ];
    }),
  );
}

/** The acts that a record in a state waits for. */
export function awaitedActs(
  { acts }: AnyRegistered['kind']['workflow'],
  kind: string,
  state: string,
): string[] {
  return Object.entries(acts)
    .filter(
      ([act, { from, to, by }]) =>
        from.includes(state) && to !== undefined && to !== state && !by && !rests(kind, act, state),
    )
    .map(([act]) => act);
}
