import { type Period, parsePeriod } from '@tidu/reference';
import { expect } from 'vitest';
import type { CannotAnswer } from '../query/cannot-answer.ts';
import type { Answer, Query, Warehouse } from '../warehouse.ts';
import type { Contents } from './nation.ts';

export type Open = (contents: Contents) => Promise<Warehouse>;

/** What the sentences of the contract are said about; filled before they are tried. */
export interface Stage {
  readonly open: Open;
  /** Every shape: the monthly table, a detailed one, a yearly one, a range. */
  warehouse: Warehouse;
  /** The monthly table alone. */
  table: Warehouse;
  /** How often a property is tried. */
  readonly runs: (times: number) => { readonly numRuns: number };
}

export const ask = (period: string | Period, rest: Partial<Query> = {}): Query => ({
  measure: 'value',
  by: [],
  where: {},
  flow: 'total',
  period: typeof period === 'string' ? parsePeriod(period) : period,
  ...rest,
});
export const only = ({ rows }: Answer): number | null | undefined => rows[0]?.value;
export const sum = ({ rows }: Answer): number => rows.reduce((total, { value }) => total + (value ?? 0), 0);
export const asRecord = ({ rows }: Answer, name: keyof Answer['rows'][number]) =>
  Object.fromEntries(rows.map((row) => [row[name], row.value]));

/** Expects a refusal with this code, a reason and a remedy, and returns it. */
export async function refused(
  from: Warehouse,
  query: Query,
  code: CannotAnswer['code'],
): Promise<CannotAnswer> {
  const error = await from.aggregate(query).then(
    () => undefined,
    (reason: CannotAnswer) => reason,
  );
  expect(error).toMatchObject({ name: 'CannotAnswer', code });
  expect(error?.message).toBeTruthy();
  expect(error?.remedy).toBeTruthy();
  return error as CannotAnswer;
}
