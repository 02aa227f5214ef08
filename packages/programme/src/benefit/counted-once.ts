import type { Settlement } from './settlement.ts';

export const measures = ['taxes', 'value-added', 'output'] as const;
export type Measure = (typeof measures)[number];

/** What one statement moves of one measure: what stands in the park's place, and what of it is the partner's. */
export interface Movement {
  readonly measure: Measure;
  /** GB/T 2260 */
  readonly park: string;
  readonly partner: string;
  readonly given: number;
  readonly toPartner: number;
}

interface PlaceRow {
  readonly place: string;
  /** All that stands in the place. */
  readonly location: number;
  /** What the place is counted with after sharing. */
  readonly shared: number;
}

export interface CountedOnce {
  readonly measure: Measure;
  readonly rows: readonly PlaceRow[];
  readonly location: number;
  readonly shared: number;
  /** Both views add up to the same. */
  readonly addsUp: boolean;
}

/** A line of a statement: the year or month of a project that it counts. */
export interface Claim {
  readonly statement: string;
  readonly park: string;
  readonly project: string;
  readonly kind: string;
  readonly period: string;
}

/** A project whose year is in two statements: it would be counted twice. */
export interface CountedTwice extends Omit<Claim, 'statement' | 'park'> {
  readonly statements: readonly string[];
}

/** What a settlement moves, measure by measure; taxes after floor and cap. */
export function movements(
  { lines, taxes, result, outputs }: Settlement,
  places: Pick<Movement, 'park' | 'partner'>,
): Movement[] {
  return measures.map((measure) => ({
    measure,
    park: places.park,
    partner: places.partner,
    given:
      measure === 'taxes'
        ? taxes.given
        : lines.filter(({ kind }) => kind === measure).reduce((sum, { fen }) => sum + fen, 0),
    toPartner:
      measure === 'taxes' ? result.partner : (outputs.find(({ kind }) => kind === measure)?.partner ?? 0),
  }));
}

/**
 * The same output seen twice: where it stands, and as the sides share it.
 *
 *   location(place) = Σ given             of the statements whose park lies in the place
 *   shared(place)   = Σ given − partner   as the park's place  +  Σ partner   as the partner's
 *   Σ location      = Σ shared            because every statement takes from one what it adds to the other
 *
 * Amounts are fen. Where a partner is paid more than the place collects, the place is below zero.
 */
export function countedOnce(measure: Measure, moved: readonly Movement[]): CountedOnce {
  const rows = new Map<string, { location: number; shared: number }>();
  const at = (place: string) => {
    const row = rows.get(place) ?? { location: 0, shared: 0 };
    rows.set(place, row);
    return row;
  };
  for (const { park, partner, given, toPartner } of moved.filter((one) => one.measure === measure)) {
    at(park).location += given;
    at(park).shared += given - toPartner;
    at(partner).shared += toPartner;
  }
  const sorted = [...rows]
    .map(([place, row]) => ({ place, ...row }))
    .sort((one, other) => other.location - one.location || one.place.localeCompare(other.place));
  const sum = (view: 'location' | 'shared') => sorted.reduce((total, row) => total + row[view], 0);
  const location = sum('location');
  const shared = sum('shared');
  return { measure, rows: sorted, location, shared, addsUp: location === shared };
}

/** Lines that more than one statement has; a month within a year that another statement has whole counts too. */
export function countedTwice(claims: readonly Claim[]): CountedTwice[] {
  const sameYear = ({ park, project, kind, period }: Claim) =>
    [park, project, kind, period.slice(0, 4)].join('\n');
  return [...Map.groupBy(claims, sameYear).values()].flatMap((entries) => {
    const clashing = entries.filter((one) =>
      entries.some((other) => other.statement !== one.statement && meet(one.period, other.period)),
    );
    const [first] = clashing;
    if (!first) return [];
    const { project, kind, period } = first;
    const statements = [...new Set(clashing.map(({ statement }) => statement))];
    return [{ project, kind, period: period.slice(0, 4), statements }];
  });
}

const meet = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);
