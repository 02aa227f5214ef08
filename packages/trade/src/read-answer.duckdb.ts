import type { DuckDBValue } from '@duckdb/node-api';
import { monthOf } from './holdings.duckdb.ts';
import { CannotAnswer } from './query/cannot-answer.ts';
import type { Plan } from './query/plan.ts';
import { isQuantity } from './query/question.ts';
import type { Statement } from './query/statement.ts';
import type { Dimension } from './warehouse.ts';

/** Runs a statement and gives its rows. */
export type Rows = (statement: Statement) => Promise<DuckDBValue[][]>;

/** The loads that an answer rests on; `bits` are those that its rows collected. */
export async function loadsOf({ provenance }: Plan, bits: bigint, rows: Rows): Promise<readonly number[]> {
  const { candidates, base, ask } = provenance;
  if (ask) return (await rows(ask)).map(([load]) => Number(load));
  if (base === undefined) return candidates;
  return candidates.filter((load) => ((bits >> BigInt(load - base)) & 1n) === 1n);
}

export const bitsOf = (value: DuckDBValue | undefined): bigint => (typeof value === 'bigint' ? value : 0n);

/** The places named for which there is no figure. */
export async function unpublishedOf(
  { question: { where }, published }: Plan,
  known: ReadonlySet<string>,
  rows: Rows,
): Promise<string[]> {
  const found = published ? new Set((await rows(published)).map(([code]) => String(code))) : known;
  const named = [...(where.province ?? []), ...(where.prefecture ?? []), ...(where.zone ?? [])];
  return [...new Set(named.filter((code) => !found.has(code)))];
}

/** @throws CannotAnswer `mixed-units` */
export function unitOf({ question, holding }: Plan, found: readonly (DuckDBValue | undefined)[]): string {
  if (question.measure === 'printed-growth') return 'percent';
  if (!isQuantity(question)) return holding.shape.currency;
  const units = [...new Set(found.filter((unit) => unit !== null && unit !== undefined).map(String))];
  const [unit = ''] = units;
  if (units.length <= 1) return unit;
  if (question.by.includes('unit')) return 'by-row';
  throw new CannotAnswer(
    'mixed-units',
    `the quantities are in ${units.sort().join(', ')}, which cannot be added`,
    'break down by unit, keep only goods of one, or ask for the measure value',
  );
}

export const labelOf = (name: Dimension, value: DuckDBValue | undefined): string =>
  name === 'month' ? monthOf(value) : String(value);

export function numberOf(value: DuckDBValue | undefined): number | null {
  if (value === null || value === undefined) return null;
  const number = Number(value);
  if (typeof value !== 'bigint' || Number.isSafeInteger(number)) return number;
  throw tooLarge(value);
}

export const tooLarge = (value: bigint | number): CannotAnswer =>
  new CannotAnswer(
    'too-large',
    `${value} is beyond what can be told exactly (2^53)`,
    'break the question down further',
  );

export const growthsTogether = (rates: number, at: readonly string[] = []): CannotAnswer =>
  new CannotAnswer(
    'not-additive',
    `${rates} printed growth rates fall together${at.length > 0 ? ` at ${at.join(', ')}` : ''}`,
    'break down by every place, or compute growth from the measure value',
  );
