import { type BenefitKind, isTax } from './clause.ts';
import type { Settlement } from './settlement.ts';

/** A statement as the national table needs it: whose, and what it settled. */
export interface Shared {
  readonly statement: string;
  /** Where the output stands and where the partner is, GB/T 2260. */
  readonly park: string;
  readonly partner: string;
  readonly settlement: Settlement;
}

export type Measure = 'taxes' | 'value-added' | 'output';
export const measures: readonly Measure[] = ['taxes', 'value-added', 'output'];

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
  /** Both views add up to the same, and no project is in two statements. */
  readonly addsUp: boolean;
}

/** A project whose year is in two statements: it would be counted twice. */
export interface CountedTwice {
  readonly project: string;
  readonly kind: BenefitKind;
  readonly period: string;
  readonly statements: readonly string[];
}

/**
 * The same output seen twice: where it stands, and as the sides share it.
 *
 *   location(place) = Σ given             over the statements whose park lies in the place
 *   shared(place)   = Σ given − partner   as the park's place  +  Σ partner   as the partner's
 *   Σ location      = Σ shared            because every statement takes from one what it adds to the other
 *
 * Taxes are after floor and cap. Amounts are fen. Where a partner is paid more than the place collects, the
 * place is below zero.
 */
export function countedOnce(measure: Measure, statements: readonly Shared[]): CountedOnce {
  const rows = new Map<string, { location: number; shared: number }>();
  const at = (place: string) => {
    const row = rows.get(place) ?? { location: 0, shared: 0 };
    rows.set(place, row);
    return row;
  };
  for (const { park, partner, settlement } of statements) {
    const { given, toPartner } = moved(measure, settlement);
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
  return {
    measure,
    rows: sorted,
    location,
    shared,
    addsUp: location === shared && countedTwice(statements).length === 0,
  };
}

/** Entries that more than one statement has; a month within a year that another statement has whole counts too. */
export function countedTwice(statements: readonly Shared[]): CountedTwice[] {
  const seen = new Map<string, { project: string; kind: BenefitKind; period: string; statement: string }[]>();
  for (const { statement, park, settlement } of statements) {
    for (const { project, kind, period } of settlement.lines) {
      const key = `${park}\n${project}\n${kind}\n${period.slice(0, 4)}`;
      seen.set(key, [...(seen.get(key) ?? []), { project, kind, period, statement }]);
    }
  }
  return [...seen.values()].flatMap((entries) => {
    const clashing = entries.filter((one) =>
      entries.some((other) => other.statement !== one.statement && meet(one.period, other.period)),
    );
    const [first] = clashing;
    if (!first) return [];
    const { project, kind } = first;
    return [
      {
        project,
        kind,
        period: first.period.slice(0, 4),
        statements: [...new Set(clashing.map(({ statement }) => statement))],
      },
    ];
  });
}

const meet = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

function moved(measure: Measure, settlement: Settlement): { given: number; toPartner: number } {
  if (measure === 'taxes') return { given: settlement.taxes.given, toPartner: settlement.result.partner };
  const given = settlement.lines
    .filter(({ kind }) => kind === measure && !isTax(kind))
    .reduce((sum, line) => sum + line.fen, 0);
  const shared = settlement.outputs.find(({ kind }) => kind === measure);
  return { given, toPartner: shared?.partner ?? 0 };
}
