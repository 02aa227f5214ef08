import type { PassedOver, RunProgress } from '@tidu/indicators';
import type { DecisionMade, FindingState, KeptFinding, QualityRun, Severity } from '@tidu/trade';

/** Which findings are wanted; what is not said is not narrowed. */
export interface FindingFilter {
  readonly check?: readonly string[] | undefined;
  readonly severity?: readonly Severity[] | undefined;
  readonly state?: readonly FindingState[] | undefined;
  readonly shape?: string | undefined;
}

export interface RunDone extends QualityRun {
  /** How many findings each check has now, those that are gone left out. */
  readonly found: Readonly<Record<string, number>>;
  readonly passedOver: readonly PassedOver[];
}

export interface RunState {
  /** What is looked at just now. */
  readonly running?: RunProgress;
  /** Why the last run that this program began broke off. */
  readonly failed?: string;
  readonly last?: RunDone;
  /** Loads that no run has looked at. */
  readonly loadsSince: number;
}

/** What a list tells of a finding. */
export type BriefFinding = Pick<
  KeptFinding,
  'id' | 'check' | 'reason' | 'severity' | 'state' | 'about' | 'amounts' | 'judged'
>;

/** The statistics' quality, as a desk works with it. */
export interface Quality {
  list(filter?: FindingFilter): Promise<readonly BriefFinding[]>;
  get(id: number): Promise<KeptFinding>;
  decide(id: number, made: DecisionMade): Promise<KeptFinding>;
  /** Runs the checks on what loads since the last run touched, or on everything. */
  run(options: { readonly all?: boolean; readonly at?: (progress: RunProgress) => void }): Promise<RunDone>;
  state(): Promise<RunState>;
}

export const kept = (findings: readonly KeptFinding[], filter: FindingFilter): KeptFinding[] =>
  findings.filter(
    ({ check, severity, state, about }) =>
      among(filter.check, check) &&
      among(filter.severity, severity) &&
      among(filter.state, state) &&
      (filter.shape === undefined || filter.shape === about.shape),
  );

const among = <T>(wanted: readonly T[] | undefined, value: T): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.includes(value);

/** How many there are of each kind. */
export function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
