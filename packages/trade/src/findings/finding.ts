/** A contradiction that cannot stand; something unlikely that somebody should look at; a trait worth knowing. */
export const severities = ['error', 'doubt', 'note'] as const;
export type Severity = (typeof severities)[number];

/** What a finding is about. Together with the check and its reason this is what a later run knows it by. */
export interface About {
  /** The shape of the table; also what `seenBy` is decided on. */
  readonly shape: string;
  /** The table that it was compared with. */
  readonly against?: string;
  /** First month and last, where the finding is of more than one. */
  readonly month?: string;
  readonly to?: string;
  readonly flow?: string;
  readonly place?: string;
  readonly commodity?: string;
  readonly partner?: string;
  readonly mode?: string;
  readonly load?: number;
}

export type Told = Readonly<Record<string, number | string | null>>;

/** Lines over months, by the code of what they show. */
export interface FindingSeries {
  readonly points: readonly string[];
  readonly unit: string;
  readonly lines: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

/** What a check found in the statistics, as data: the words for `check` and `reason` are the reader's. */
export interface Finding {
  readonly check: string;
  readonly reason: string;
  readonly severity: Severity;
  readonly about: About;
  /** What the tables say. A decision is about these, and holds as long as they stay. */
  readonly amounts: Told;
  /** How far out that is, by what is loaded now: moves as months are added, and reopens nothing. */
  readonly judged: Told;
  /** Numbers of the loads it rests on. */
  readonly loads: readonly number[];
  /** Where a finding is of many cells: how many are named here, the worst first. */
  readonly cells?: readonly Told[];
  readonly series?: FindingSeries;
}

/** @example keyOf({ check: 'balance', reason: 'total', about: { shape: 's', month: '2024-03' } }) // 'balance/total shape=s month=2024-03' */
export function keyOf({ check, reason, about }: Pick<Finding, 'check' | 'reason' | 'about'>): string {
  const names = [
    'shape',
    'against',
    'month',
    'to',
    'flow',
    'place',
    'commodity',
    'partner',
    'mode',
    'load',
  ] as const;
  const said = names.flatMap((name) => (about[name] === undefined ? [] : [`${name}=${about[name]}`]));
  return [`${check}/${reason}`, ...said].join(' ');
}
