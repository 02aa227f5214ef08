import { type Benefits, benefits } from './benefits.ts';
import { defaultHorizon, toFen } from './outcome.ts';
import type { RuleSet } from './rule-set.ts';
import type { Subject } from './subject.ts';

/** Who gains and who loses when one rule set takes the place of another. */
export interface Difference {
  readonly companies: number;
  readonly gain: number;
  readonly lose: number;
  /** Yuan in the first, second … year that the new rules cost more than the old; negative where they cost less. */
  readonly years: readonly number[];
  readonly before: number;
  readonly after: number;
  /** The companies for which most changes, by their place in the population; those that lose first. */
  readonly most: readonly { readonly company: number; readonly before: number; readonly after: number }[];
  readonly byMeasure: readonly {
    readonly measure: string;
    readonly before: number;
    readonly after: number;
    /** Companies that come to have it, and that have it no longer. */
    readonly newly: number;
    readonly noLonger: number;
  }[];
}

const most = 20;

/**
 * Compares two rule sets over a population. A company in whose place nothing has changed is asked once,
 * so that a reform costs at most twice what its baseline does.
 */
export function difference(
  before: RuleSet,
  after: RuleSet,
  population: Iterable<Subject>,
  horizon = defaultHorizon,
): Difference {
  const years = new Array<number>(horizon).fill(0);
  const measures = new Map<string, { before: number; after: number; newly: number; noLonger: number }>();
  const changed: { company: number; before: number; after: number }[] = [];
  let companies = 0;
  let gain = 0;
  let lose = 0;
  const totals = { before: 0, after: 0 };
  const untouched = new Map<string, boolean>();
  const sameIn = (place: string) => {
    let same = untouched.get(place);
    if (same === undefined) {
      const [old, now] = [before.in(place), after.in(place)];
      same = old.length === now.length && old.every((rule, i) => rule === now[i]);
      untouched.set(place, same);
    }
    return same;
  };
  for (const subject of population) {
    const company = companies++;
    const old = benefits(before, subject, horizon);
    totals.before += old.total;
    if (sameIn(subject.place.code)) {
      totals.after += old.total;
      continue;
    }
    const now = benefits(after, subject, horizon);
    totals.after += now.total;
    for (let i = 0; i < horizon; i++)
      years[i] = (years[i] as number) + (now.years[i] as number) - (old.years[i] as number);
    if (now.total > old.total) gain++;
    if (now.total < old.total) lose++;
    if (now.total !== old.total) changed.push({ company, before: old.total, after: now.total });
    if (changed.length > 50 * most) changed.sort(byChange).splice(most);
    count(measures, old, now);
  }
  return {
    companies,
    gain,
    lose,
    years: years.map(toFen),
    before: toFen(totals.before),
    after: toFen(totals.after),
    most: changed.sort(byChange).slice(0, most),
    byMeasure: [...measures]
      .filter(([, one]) => one.before !== one.after || one.newly > 0 || one.noLonger > 0)
      .map(([measure, one]) => ({ measure, ...one, before: toFen(one.before), after: toFen(one.after) }))
      .sort(
        (a, b) =>
          Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.measure < b.measure ? -1 : 1),
      ),
  };
}

type Change = { readonly before: number; readonly after: number };
const byChange = (a: Change, b: Change) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before);

function count(
  measures: Map<string, { before: number; after: number; newly: number; noLonger: number }>,
  old: Benefits,
  now: Benefits,
): void {
  const given = ({ outcomes }: Benefits) =>
    new Map(
      outcomes.filter(({ verdict }) => verdict === 'given').map(({ measure, total = 0 }) => [measure, total]),
    );
  const [was, is] = [given(old), given(now)];
  for (const measure of new Set([...was.keys(), ...is.keys()])) {
    let one = measures.get(measure);
    if (!one) {
      one = { before: 0, after: 0, newly: 0, noLonger: 0 };
      measures.set(measure, one);
    }
    one.before += was.get(measure) ?? 0;
    one.after += is.get(measure) ?? 0;
    if (!was.has(measure)) one.newly++;
    if (!is.has(measure)) one.noLonger++;
  }
}
