import type { Names } from '@tidu/reference';

/** Why something may not be done, for people, with the clause that says so where there is one. */
export interface Reason {
  readonly zh: string;
  readonly en: string;
  readonly clause?: string;
}

/** A condition of an act. What does not say `true` refuses; what throws refuses too. */
export interface Guard<F> {
  readonly name: string;
  readonly holds: (facts: F) => true | Reason;
  /** It is about what is given with the act, so it cannot be asked before somebody does it. */
  readonly ofGiven?: true;
}

export interface Act<S extends string, F> {
  readonly name: Names;
  readonly from: readonly S[];
  /** Where it leads; without it the record stays in its state and only its content changes. */
  readonly to?: S;
  readonly guards?: readonly Guard<F>[];
  /** Time brings it about, nobody does it. */
  readonly by?: 'clock';
  /** The clause that asks for this act or allows it. */
  readonly clause?: string;
}

export interface Lifecycle<S extends string, A extends string, F> {
  readonly name: string;
  readonly states: Readonly<Record<S, Names>>;
  readonly initial: NoInfer<S>;
  /** In these the content may be edited. */
  readonly editable: readonly NoInfer<S>[];
  readonly acts: Readonly<Record<A, Act<NoInfer<S>, F>>>;
}

export interface Possibility<A extends string = string> {
  readonly act: A;
  readonly name: Names;
  readonly allowed: boolean;
  readonly by?: 'clock';
  readonly reasons: readonly Reason[];
}

export interface Workflow<S extends string, A extends string, F> extends Lifecycle<S, A, F> {
  /** Every act that leaves the state, with what stands against it. */
  possible(state: S, facts: F): Possibility<A>[];
  /** @throws NotPossible */
  next(act: A, state: S, facts: F): S;
  /** States that some chain of acts reaches, whatever the guards say. */
  readonly reachable: ReadonlySet<S>;
  /** As a Mermaid state diagram, for the docs; acts that change no state are not drawn. */
  diagram(): string;
}

/** An act that the state or a guard does not allow. */
export class NotPossible extends Error {
  readonly code = 'not-possible';
  readonly remedy: string;
  readonly reasons: readonly Reason[];
  constructor(act: string, state: string, reasons: readonly Reason[]) {
    super(`"${act}" is not possible in the state "${state}": ${reasons.map(({ en }) => en).join('; ')}`);
    this.name = 'NotPossible';
    this.reasons = reasons;
    this.remedy = 'see what is possible now on the page of the record';
  }
}

/**
 * A lifecycle that can be walked. Fail-closed: an unknown state or act, and a guard that does not say
 * `true`, are refusals.
 * @throws Error when the lifecycle names a state that it does not have
 */
export function createWorkflow<S extends string, A extends string, F>(
  lifecycle: Lifecycle<S, A, F>,
): Workflow<S, A, F> {
  const { name, states, initial, acts } = lifecycle;
  const entries = Object.entries<Act<S, F>>(acts) as [A, Act<S, F>][];
  for (const state of [
    initial,
    ...lifecycle.editable,
    ...entries.flatMap(([, { from, to }]) => [...from, ...(to ? [to] : [])]),
  ]) {
    if (!Object.hasOwn(states, state)) throw new Error(`${name}: there is no state "${state}"`);
  }

  const against = (act: A, state: S, facts: F, doing: boolean): Reason[] => {
    const found = Object.hasOwn(acts, act) ? acts[act] : undefined;
    if (!found) return [unknownAct(act)];
    if (!found.from.includes(state)) return [wrongState(found.name, states[state])];
    return (found.guards ?? []).flatMap((guard) => {
      if (guard.ofGiven && !doing) return [];
      const said = ask(guard, facts);
      return said === true ? [] : [said];
    });
  };

  return {
    ...lifecycle,
    possible: (state, facts) =>
      entries
        .filter(([, { from }]) => from.includes(state))
        .map(([act, { name, by }]) => {
          const reasons = against(act, state, facts, false);
          return { act, name, allowed: reasons.length === 0, reasons, ...(by && { by }) };
        }),
    next: (act, state, facts) => {
      const reasons = against(act, state, facts, true);
      if (reasons.length > 0) throw new NotPossible(act, state, reasons);
      return acts[act].to ?? state;
    },
    reachable: reachableFrom(initial, entries),
    diagram: () =>
      [
        'stateDiagram-v2',
        ...Object.entries<Names>(states).map(([state, { zh, en }]) => `  ${safe(state)}: ${zh} ${en}`),
        `  [*] --> ${safe(initial)}`,
        ...entries.flatMap(([, { from, to, name, by }]) =>
          (to ? from : []).map(
            (state) =>
              `  ${safe(state)} --> ${safe(to ?? state)}: ${name.zh} ${name.en}${by ? ' (clock)' : ''}`,
          ),
        ),
        ...Object.keys(states)
          .filter((state) => !entries.some(([, { from, to }]) => to && from.includes(state as S)))
          .map((state) => `  ${safe(state)} --> [*]`),
      ].join('\n'),
  };
}

function ask<F>({ name, holds }: Guard<F>, facts: F): true | Reason {
  try {
    const said = holds(facts);
    if (said === true || (said && typeof said.en === 'string')) return said;
  } catch {
    // A guard that cannot be asked refuses like one that says no.
  }
  return { zh: `条件“${name}”无法判断`, en: `the condition "${name}" could not be judged` };
}

function reachableFrom<S extends string, A extends string, F>(initial: S, entries: [A, Act<S, F>][]): Set<S> {
  const reached = new Set<S>([initial]);
  for (const state of reached) {
    for (const [, { from, to }] of entries) if (to && from.includes(state)) reached.add(to);
  }
  return reached;
}

/** Mermaid takes a hyphen for an arrow. */
const safe = (state: string): string => state.replaceAll('-', '_');
const unknownAct = (act: string): Reason => ({ zh: `没有“${act}”这一操作`, en: `there is no act "${act}"` });
const wrongState = (act: Names, state: Names | undefined): Reason => ({
  zh: `状态为“${state?.zh ?? '未知'}”时不能${act.zh}`,
  en: `"${act.en}" cannot be done in the state "${state?.en ?? 'unknown'}"`,
});
