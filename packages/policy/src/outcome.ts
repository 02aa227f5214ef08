import { type Bindings, bound } from './expression.ts';
import type { Measure } from './measure.ts';
import type { Rule } from './rule-set.ts';
import type { Subject, Yearly } from './subject.ts';

/**
 * `given`: every condition holds. `unknown`: none fails, but some rest on fields that are open.
 * `excluded`: it would be given, and something that cannot be had together with it gives more.
 */
export type Verdict = 'given' | 'not-eligible' | 'unknown' | 'not-in-force' | 'excluded';

/** One expression asked: which part of the measure, and what it said; nothing where it rests on an open field. */
export interface Step {
  readonly part: 'eligible' | 'when' | 'amount' | 'cap' | 'floor' | 'inAll' | 'limit';
  /** Of the condition or branch. */
  readonly index: number;
  readonly said: boolean | number | undefined;
}

/** What a measure gives to a subject, and why. */
export interface Outcome {
  readonly measure: string;
  readonly verdict: Verdict;
  /** Yuan in the first, second … year; nothing where the amount is not known. */
  readonly years?: readonly number[];
  readonly total?: number;
  /** The year that `steps` are of: the first in which it is given, or else the first that was looked at. */
  readonly year: number;
  readonly steps: readonly Step[];
  /** Fields to be filled in before more can be said. */
  readonly open: readonly string[];
  /** The measure by which it is excluded. */
  readonly by?: string;
}

/** A subject as expressions read it, made once for all measures. */
export interface Prepared {
  readonly subject: Subject;
  readonly horizon: number;
  /** @param parameters those of the measure that asks */
  of(year: number, parameters?: object): Bindings;
}

export const defaultHorizon = 10;

/** @param horizon in years, from the year in which the project begins */
export function prepared(subject: Subject, horizon = defaultHorizon): Prepared {
  const company = bound('company', subject.company);
  const project = bound('project', subject.project);
  const place = bound('place', {
    ...subject.place,
    province: subject.place.province ?? `${subject.place.code.slice(0, 2)}0000`,
  });
  const begins = Number(subject.date.slice(0, 4));
  const last = subject.yearly.at(-1) ?? {};
  const years: Record<string, object>[] = [];
  return {
    subject,
    horizon,
    of(year, parameters) {
      let bindings = years[year];
      if (!bindings) {
        const figures: Yearly = {
          ...(subject.yearly[year - 1] ?? last),
          year,
          calendarYear: begins + year - 1,
        };
        bindings = { company, project, place, yearly: bound('yearly', figures) };
        years[year] = bindings;
      }
      if (parameters) bindings.p = parameters;
      return bindings;
    },
  };
}

/** The same day in the n-th year of the project; 29 February becomes the 28th. */
const dayOf = (date: string, year: number): string => {
  if (year === 1) return date;
  const day = date.slice(4) === '-02-29' ? '-02-28' : date.slice(4);
  return `${Number(date.slice(0, 4)) + year - 1}${day}`;
};

const inForce = ({ from, to }: Measure['holds'], date: string) =>
  from <= date && (to === undefined || date <= to);

const parametersOf = new WeakMap<Rule, Map<string, object>>();
/** The parameters as they stand on a day, the same object while they stand the same; one that has not begun is open. */
function parametersOn(rule: Rule, date: string): object {
  let known = parametersOf.get(rule);
  if (!known) {
    known = new Map();
    parametersOf.set(rule, known);
  }
  const found = known.get(date);
  if (found) return found;
  const values = Object.entries(rule.measure.parameters).map(([name, dated]) => [
    name,
    dated.reduce<{ from: string; value: number } | undefined>(
      (latest, one) => (one.from <= date && (!latest || one.from >= latest.from) ? one : latest),
      undefined,
    )?.value,
  ]);
  const standing = JSON.stringify(values);
  const parameters = known.get(standing) ?? bound('p', Object.fromEntries(values));
  known.set(standing, parameters);
  known.set(date, parameters);
  return parameters;
}

/** Money is told to the fen. */
export const toFen = (yuan: number): number => Math.round(yuan * 100) / 100;

interface OneYear {
  readonly holds: boolean | undefined;
  readonly amount?: number;
  readonly steps: Step[];
  readonly open: string[];
}

/** One year of a rule: conditions in their order, then the first branch that holds, then its bounds. */
function oneYear(rule: Rule, bindings: Bindings): OneYear {
  const steps: Step[] = [];
  const open: string[] = [];
  const ask = (part: Step['part'], index: number, expression: Rule['eligible'][number]) => {
    const said = expression.value(bindings);
    steps.push({ part, index, said });
    if (said === undefined) open.push(...expression.open(bindings));
    return said;
  };
  let unknown = false;
  for (const [i, condition] of rule.eligible.entries()) {
    const said = ask('eligible', i, condition);
    if (said === false) return { holds: false, steps, open: [] };
    if (said === undefined) unknown = true;
  }
  if ('unquantified' in rule.measure.gives) return { holds: unknown ? undefined : true, steps, open };
  for (const [i, { when, amount }] of rule.branches.entries()) {
    const holds = when === undefined || ask('when', i, when);
    if (holds === false) continue;
    if (holds === undefined) return { holds: undefined, steps, open };
    const said = ask('amount', i, amount) as number | undefined;
    if (said === undefined) return { holds: unknown ? undefined : true, steps, open };
    let bounded = Math.max(0, said);
    for (const [part, choose] of [
      ['floor', Math.max],
      ['cap', Math.min],
    ] as const) {
      const bound = rule[part];
      if (!bound) continue;
      const value = ask(part, 0, bound) as number | undefined;
      if (value === undefined) return { holds: unknown ? undefined : true, steps, open };
      bounded = choose(bounded, Math.max(0, value));
    }
    return { holds: unknown ? undefined : true, amount: toFen(bounded), steps, open };
  }
  return { holds: false, steps, open: [] };
}

/** What one rule gives to a subject by itself, whatever else is given. */
export function outcomeOf(rule: Rule, { subject, horizon, of }: Prepared): Outcome {
  const { measure } = rule;
  const { gives, holds } = measure;
  if (!inForce(holds, subject.date)) {
    return { measure: measure.id, verdict: 'not-in-force', year: 1, steps: [], open: [] };
  }
  const verdictOf = (holds: boolean | undefined): Verdict =>
    holds === undefined ? 'unknown' : holds ? 'given' : 'not-eligible';
  const unique = (open: readonly string[]) => [...new Set(open)];

  if ('unquantified' in gives || gives.per === 'once') {
    const { holds, amount, steps, open } = oneYear(rule, of(1, parametersOn(rule, subject.date)));
    const common = { measure: measure.id, verdict: verdictOf(holds), year: 1, steps, open: unique(open) };
    if (holds !== true || amount === undefined || 'unquantified' in gives) return common;
    return { ...common, ...paidOut(amount, gives.paid, horizon) };
  }

  const years = new Array<number>(horizon).fill(0);
  let deciding: OneYear | undefined;
  let year = gives.years.from;
  let anyKnown = false;
  const open: string[] = [];
  let before:
    | { readonly now: OneYear; readonly figures: Yearly | undefined; readonly parameters: object }
    | undefined;
  for (let y = gives.years.from; y <= Math.min(gives.years.to, horizon); y++) {
    if (!gives.outlives && !inForce(holds, dayOf(subject.date, y))) continue;
    const figures = subject.yearly[y - 1] ?? subject.yearly.at(-1);
    const parameters = parametersOn(rule, dayOf(subject.date, y));
    // Where nothing that it names has changed since the year before, neither has what it gives.
    const again = before && !rule.namesYear && before.figures === figures && before.parameters === parameters;
    const now: OneYear = before && again ? before.now : oneYear(rule, of(y, parameters));
    before = { now, figures, parameters };
    if (!deciding || (now.holds === true && deciding.holds !== true)) {
      deciding = now;
      year = y;
    }
    open.push(...now.open);
    if (now.holds === true && now.amount !== undefined) {
      years[y - 1] = now.amount;
      anyKnown = true;
    }
  }
  if (!deciding) return { measure: measure.id, verdict: 'not-in-force', year, steps: [], open: [] };
  const common = { measure: measure.id, verdict: verdictOf(deciding.holds), year, open: unique(open) };
  if (!anyKnown) return { ...common, steps: deciding.steps };
  if (!rule.inAll) return { ...common, steps: deciding.steps, years, total: sum(years) };
  const limit = rule.inAll.value(of(year, parametersOn(rule, subject.date))) as number | undefined;
  const steps = [...deciding.steps, { part: 'inAll', index: 0, said: limit } as const];
  if (limit === undefined) return { ...common, steps, open: unique([...open, ...rule.inAll.open(of(year))]) };
  const kept = trimmed(years, limit);
  return { ...common, steps, years: kept, total: sum(kept) };
}

const sum = (years: readonly number[]): number => toFen(years.reduce((total, one) => total + one, 0));

/** An amount paid in shares; the last share takes what rounding left. */
function paidOut(amount: number, shares: readonly number[], horizon: number) {
  const years = new Array<number>(horizon).fill(0);
  let rest = amount;
  for (const [i, share] of shares.entries()) {
    const part = i === shares.length - 1 ? toFen(rest) : toFen(amount * share);
    rest -= part;
    if (i < horizon) years[i] = part;
  }
  return { years, total: sum(years) };
}

/** Years that add up to the limit at most: earlier ones are paid first. */
export function trimmed(years: readonly number[], limit: number): number[] {
  let left = Math.max(0, limit);
  return years.map((one) => {
    const paid = toFen(Math.min(one, left));
    left -= paid;
    return paid;
  });
}

/** The limit of a rule's pool for this subject. */
export function limitOf(rule: Rule, { subject, of }: Prepared): number | undefined {
  return rule.limit?.value(of(1, parametersOn(rule, subject.date))) as number | undefined;
}
