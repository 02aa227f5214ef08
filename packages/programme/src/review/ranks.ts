/** One total that one expert gave one application. */
export interface Scored {
  readonly expert: string;
  readonly application: string;
  readonly score: number;
}

interface Ranked {
  readonly application: string;
  /** Mean of the scores as given. */
  readonly raw: number;
  readonly rawRank: number;
  /** What an average expert of the component would have given. */
  readonly adjusted: number;
  /** Among the applications of its component: across components nobody can tell. */
  readonly adjustedRank: number;
  /** Best and worst adjusted rank when any one expert is left out. */
  readonly interval: readonly [number, number];
  readonly component: number;
  readonly scores: number;
}

interface Severity {
  readonly expert: string;
  /** How many points this expert gives above (+) or below (−) the average expert of the component. */
  readonly effect: number;
  readonly component: number;
  readonly scores: number;
}

export interface Ranking {
  readonly applications: readonly Ranked[];
  readonly experts: readonly Severity[];
  /** Applications that are comparable with each other, since experts connect them; one where all are. */
  readonly components: readonly (readonly string[])[];
  /** Experts without whom a component would fall apart, so that intervals are reckoned without leaving them out. */
  readonly indispensable: readonly string[];
}

/**
 * Raw and severity-adjusted ranks of applications.
 *
 *   score[a,e] = value[a] + severity[e] + noise,   Σ severity = 0 in each component,   by least squares
 *
 * The value of an application is its score as an average expert would give it. Where experts' assignments do not
 * connect all applications, each component is ranked for itself. Intervals: leave one expert out, fit again, take the
 * best and the worst rank.
 *
 * @param scores  one per expert and application, any unit
 * @returns       applications by component and adjusted rank; equal values share a rank
 * @throws        RangeError for a score that is no finite number, or a pair that is scored twice
 * @see           docs/methods/severity-adjusted-ranks.md
 * @example       rank([{ expert: 'e', application: 'a', score: 80 }]).applications[0].adjusted // 80
 */
export function rank(scores: readonly Scored[]): Ranking {
  mustBeClean(scores);
  const fitted = leastSquares(scores);
  const indispensable: string[] = [];
  const ranks = ranksOf(fitted);
  const intervals = new Map(
    [...ranks].map(([application, at]) => [application, [at, at] as [number, number]]),
  );
  for (const expert of new Set(scores.map((one) => one.expert))) {
    const without = leastSquares(scores.filter((one) => one.expert !== expert));
    if (without.components.length !== fitted.components.length || without.values.size < fitted.values.size) {
      indispensable.push(expert);
      continue;
    }
    for (const [application, at] of ranksOf(without)) {
      const interval = intervals.get(application) as [number, number];
      interval[0] = Math.min(interval[0], at);
      interval[1] = Math.max(interval[1], at);
    }
  }

  const given = Map.groupBy(scores, ({ application }) => application);
  const raw = new Map(
    [...given].map(([application, own]) => [application, mean(own.map(({ score }) => score))]),
  );
  const rawRanks = competitionRanks(raw);
  const applications = fitted.components.flatMap((members, component) =>
    members.map(
      (application): Ranked => ({
        application,
        raw: raw.get(application) as number,
        rawRank: rawRanks.get(application) as number,
        adjusted: fitted.values.get(application) as number,
        adjustedRank: ranks.get(application) as number,
        interval: intervals.get(application) as [number, number],
        component,
        scores: given.get(application)?.length ?? 0,
      }),
    ),
  );
  return {
    applications: applications.sort((a, b) => a.component - b.component || a.adjustedRank - b.adjustedRank),
    experts: fitted.experts,
    components: fitted.components,
    indispensable,
  };
}

interface Fitted {
  readonly values: ReadonlyMap<string, number>;
  readonly experts: readonly Severity[];
  readonly components: readonly (readonly string[])[];
}

/** Values eliminated, the normal equations of the severities are solved, component by component. */
function leastSquares(scores: readonly Scored[]): Fitted {
  const values = new Map<string, number>();
  const experts: Severity[] = [];
  const components = connected(scores).map((own, component) => {
    const byApplication = Map.groupBy(own, ({ application }) => application);
    const names = [...new Set(own.map(({ expert }) => expert))].sort();
    const index = new Map(names.map((name, i) => [name, i]));
    const at = ({ expert }: Scored) => index.get(expert) as number;
    const left = names.map(() => new Array<number>(names.length).fill(0));
    const right = new Array<number>(names.length).fill(0);
    for (const given of byApplication.values()) {
      const middle = mean(given.map(({ score }) => score));
      for (const one of given) {
        right[at(one)] = (right[at(one)] as number) + one.score - middle;
        const row = left[at(one)] as number[];
        row[at(one)] = (row[at(one)] as number) + 1;
        for (const other of given) row[at(other)] = (row[at(other)] as number) - 1 / given.length;
      }
    }
    // Adding the same to every severity changes no residual; Σ severity = 0 takes that freedom away.
    for (const row of left) for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) + 1;
    const effects = solve(left, right);
    for (const [application, given] of byApplication)
      values.set(application, mean(given.map((one) => one.score - (effects[at(one)] as number))));
    names.forEach((expert, i) => {
      const count = own.filter((one) => one.expert === expert).length;
      experts.push({ expert, effect: effects[i] as number, component, scores: count });
    });
    return [...byApplication.keys()].sort();
  });
  return { values, experts, components };
}

/** Scores, parted by what experts connect; the largest component first. */
function connected(scores: readonly Scored[]): Scored[][] {
  const byExpert = Map.groupBy(scores, ({ expert }) => expert);
  const byApplication = Map.groupBy(scores, ({ application }) => application);
  const seen = new Set<string>();
  const components: Scored[][] = [];
  for (const start of [...byApplication.keys()].sort()) {
    if (seen.has(start)) continue;
    const members = new Set([start]);
    for (const application of members)
      for (const { expert } of byApplication.get(application) ?? [])
        for (const reached of byExpert.get(expert) ?? []) members.add(reached.application);
    for (const member of members) seen.add(member);
    components.push([...members].flatMap((member) => byApplication.get(member) ?? []));
  }
  return components.sort((a, b) => b.length - a.length);
}

/** Gauss with the largest pivot; the matrix is positive definite once the severities sum to zero. */
function solve(left: number[][], right: number[]): number[] {
  const rows = left.map((row, i) => [...row, right[i] as number]);
  const size = rows.length;
  for (let i = 0; i < size; i++) {
    let pivot = i;
    for (let k = i + 1; k < size; k++)
      if (Math.abs(rows[k]?.[i] as number) > Math.abs(rows[pivot]?.[i] as number)) pivot = k;
    [rows[i], rows[pivot]] = [rows[pivot] as number[], rows[i] as number[]];
    const row = rows[i] as number[];
    for (let k = 0; k < size; k++) {
      const other = rows[k] as number[];
      const factor = k === i ? 0 : (other[i] as number) / (row[i] as number);
      if (factor !== 0)
        for (let j = i; j <= size; j++) other[j] = (other[j] as number) - factor * (row[j] as number);
    }
  }
  return rows.map((row, i) => (row[size] as number) / (row[i] as number));
}

function ranksOf({ values, components }: Fitted): Map<string, number> {
  return new Map(
    components.flatMap((members) => [
      ...competitionRanks(new Map(members.map((member) => [member, values.get(member) as number]))),
    ]),
  );
}

/** 1, 2, 2, 4: the largest first, equals (to nine digits) share a rank. */
function competitionRanks(values: ReadonlyMap<string, number>): Map<string, number> {
  const sorted = [...values].sort(([, a], [, b]) => b - a);
  const ranks = new Map<string, number>();
  let shared = 1;
  sorted.forEach(([name, value], i) => {
    const before = sorted[i - 1]?.[1];
    if (before === undefined || before - value > 1e-9 * Math.max(1, Math.abs(before))) shared = i + 1;
    ranks.set(name, shared);
  });
  return ranks;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function mustBeClean(scores: readonly Scored[]): void {
  const seen = new Set<string>();
  for (const { expert, application, score } of scores) {
    if (!Number.isFinite(score))
      throw new RangeError(`${expert} gave ${application} no finite number: ${score}`);
    const pair = `${expert}\n${application}`;
    if (seen.has(pair)) throw new RangeError(`${expert} scored ${application} twice`);
    seen.add(pair);
  }
}
