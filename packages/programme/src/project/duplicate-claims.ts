import { type CompanyName, companyName } from './company-name.ts';
import { jaroWinkler, trigramLikeness } from './likeness.ts';

/** What two projects are compared by. */
export interface Claimed {
  readonly id: string;
  readonly project: string;
  readonly company: string;
  /** Unified social credit code, GB 32100; empty where it is not known. */
  readonly creditCode: string;
  /** Where the production comes from, GB/T 2260. */
  readonly origin: string;
  /** GB/T 4754, from the division on: `39`, `3912`. */
  readonly industry: string;
  /** Promised, yuan. */
  readonly investment: number;
  /** First claimed, YYYY-MM-DD. */
  readonly date: string;
}

/** A project with its company's name taken apart, once for all comparisons. */
export interface Comparable extends Claimed {
  readonly name: CompanyName;
  readonly day: number;
}

export const comparable = (claimed: Claimed, places: ReadonlySet<string>): Comparable => ({
  ...claimed,
  name: companyName(claimed.company, places),
  day: Date.parse(claimed.date) / 86_400_000,
});

/**
 * How much each agreement speaks for one project, and each difference against it, in bits: log2 of how
 * many times likelier it is between two claims of one project than between two projects. Our own
 * estimates; docs/methods/duplicate-claims.md says how they were come by.
 */
const weights = {
  company: {
    'same-code': 14,
    'same-name': 12,
    'same-sound': 8,
    'name-contained': 8,
    'name-alike': 5,
    'trade-alike': 0,
    other: -9,
  },
  code: { different: -3, unknown: 0, agreed: 0 },
  origin: { 'same-city': 4, 'same-province': 1, other: -4 },
  investment: { equal: 4, near: 2, far: 0, other: -4 },
  date: { near: 1.5, 'same-year': 0.5, far: -1, other: -3 },
  industry: { 'same-group': 3, 'same-division': 2, other: -3 },
  project: { alike: 2, partly: 0, other: -1 },
} as const;
/** Of ten thousand pairs of projects of the programme, hardly one is one project. */
const prior = -13;

type Field = keyof typeof weights;
interface Evidence {
  readonly field: Field;
  readonly level: string;
  /** Bits for (or, below zero, against) one project. */
  readonly weight: number;
}

export interface Likeness {
  /** Probability that both are one project, 0 to 1. */
  readonly score: number;
  /** What speaks for it and against it, the weightiest first. */
  readonly evidence: readonly Evidence[];
}

/** From here on it is worth a look; from `strong` on nothing is signed before it is decided. */
export const thresholds = { possible: 0.5, strong: 0.95 } as const;

/**
 * Whether two claims are of one project, by the weights of what agrees and differs.
 *
 *   score = 1 / (1 + 2^−(prior + Σ weights))
 *
 * @see Fellegi and Sunter (1969), A Theory for Record Linkage
 */
export function compare(a: Comparable, b: Comparable): Likeness {
  const levels = levelsOf(a, b);
  const evidence = [...levels, { field: 'project' as const, level: projectLevel(a.project, b.project) }].map(
    ({ field, level }) => ({ field, level, weight: weightOf(field, level) }),
  );
  const bits = evidence.reduce((sum, { weight }) => sum + weight, prior);
  return {
    score: 1 / (1 + 2 ** -bits),
    evidence: evidence
      .filter(({ weight }) => weight !== 0)
      .sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight)),
  };
}

/** Whether the rest of two claims leaves it possible that they are one, were the names of the projects alike. */
export function worthComparing(a: Comparable, b: Comparable): boolean {
  const bits = levelsOf(a, b).reduce((sum, { field, level }) => sum + weightOf(field, level), prior);
  return bits + weights.project.alike >= Math.log2(thresholds.possible / (1 - thresholds.possible));
}

const weightOf = (field: Field, level: string): number =>
  (weights[field] as Record<string, number>)[level] ?? 0;

function levelsOf(a: Comparable, b: Comparable): { field: Field; level: string }[] {
  const codes =
    a.creditCode && b.creditCode ? (a.creditCode === b.creditCode ? 'agreed' : 'different') : 'unknown';
  return [
    { field: 'company', level: codes === 'agreed' ? 'same-code' : companyLevel(a.name, b.name) },
    { field: 'code', level: codes },
    { field: 'origin', level: originLevel(a.origin, b.origin) },
    { field: 'investment', level: investmentLevel(a.investment, b.investment) },
    { field: 'date', level: dateLevel(Math.abs(a.day - b.day)) },
    { field: 'industry', level: industryLevel(a.industry, b.industry) },
  ];
}

function companyLevel(a: CompanyName, b: CompanyName): keyof typeof weights.company {
  if (a.plain === b.plain) return 'same-name';
  if (a.sound === b.sound) return 'same-sound';
  if (a.trade === b.trade)
    return a.business === '' || b.business === '' || within(a, b) ? 'name-contained' : 'trade-alike';
  const trades = jaroWinkler(a.trade, b.trade);
  if (trades < 0.75) return 'other';
  const alike = jaroWinkler(a.plain, b.plain) >= 0.9 || trigramLikeness(a.plain, b.plain) >= 0.7;
  return alike ? 'name-alike' : 'other';
}

const within = (a: CompanyName, b: CompanyName): boolean =>
  a.business.includes(b.business) || b.business.includes(a.business);

const originLevel = (a: string, b: string) =>
  a === b ? 'same-city' : a.slice(0, 2) === b.slice(0, 2) ? 'same-province' : 'other';

function investmentLevel(a: number, b: number) {
  const ratio = Math.max(a, b) / Math.max(1, Math.min(a, b));
  return ratio <= 1.05 ? 'equal' : ratio <= 1.25 ? 'near' : ratio <= 2 ? 'far' : 'other';
}

const dateLevel = (days: number) =>
  days <= 183 ? 'near' : days <= 366 ? 'same-year' : days <= 731 ? 'far' : 'other';

const industryLevel = (a: string, b: string) =>
  a.slice(0, 3) === b.slice(0, 3) && a.length > 2
    ? 'same-group'
    : a.slice(0, 2) === b.slice(0, 2)
      ? 'same-division'
      : 'other';

function projectLevel(a: string, b: string) {
  const likeness = trigramLikeness(a.normalize('NFKC'), b.normalize('NFKC'));
  return likeness >= 0.6 ? 'alike' : likeness >= 0.25 ? 'partly' : 'other';
}
