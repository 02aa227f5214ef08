import type { UnitFactor } from '@tidu/reference';
import { CannotAnswer } from '../query/cannot-answer.ts';
import type { Answer, AnswerRow, Query, Warehouse } from '../warehouse.ts';
import { atOneVintage } from './one-vintage.ts';
import { recast } from './recast.ts';

/**
 * A warehouse that reckons unit values, the amount by the first quantity, in yuan per kilogram and
 * the like; over the facts that have a quantity, so that none of the others makes goods look dearer.
 *
 *   unit value = Σ value ÷ Σ quantity            null where there is no quantity
 */
export function withUnitValues(warehouse: Warehouse, factors: readonly UnitFactor[]): Warehouse {
  return recast(
    warehouse,
    ({ measure }) => measure === 'unit-value',
    (query) => unitValue(warehouse, factors, query),
  );
}

async function unitValue(
  warehouse: Warehouse,
  factors: readonly UnitFactor[],
  query: Query,
): Promise<Answer> {
  const known = await atOneVintage(warehouse, query);
  const quantities = await warehouse.aggregate({ ...known, measure: 'quantity' });
  if (quantities.unit === 'by-row') {
    throw new CannotAnswer(
      'mixed-units',
      'unit values in several units have no unit in common',
      'keep one unit, e.g. with where unit 千克',
    );
  }
  const kept = query.where.unit ?? unitsOf(quantities.unit, factors);
  const values = await warehouse.aggregate({
    ...known,
    measure: 'value',
    shape: quantities.shape.id,
    where: { ...query.where, unit: kept },
  });
  const amounts = new Map(values.rows.map((row) => [keyOf(row, query), row.value]));
  return {
    ...quantities,
    query,
    unit: `${values.unit}/${quantities.unit}`,
    rows: quantities.rows.map((row) => ({
      ...row,
      value: quotient(amounts.get(keyOf(row, query)), row.value),
    })),
    sql: `${values.sql}\n-- divided by the quantities:\n${quantities.sql}`,
  };
}

/** The units that come to this one: itself, and those of which it is the base. */
const unitsOf = (unit: string, factors: readonly UnitFactor[]): string[] => [
  unit,
  ...factors.filter(({ base }) => base === unit).map((factor) => factor.unit),
];

const keyOf = (row: AnswerRow, { by }: Query): string => by.map((name) => row[name] ?? '').join('\u0000');

const quotient = (value: number | null | undefined, by: number | null): number | null =>
  value === null || value === undefined || by === null || by === 0 ? null : value / by;
