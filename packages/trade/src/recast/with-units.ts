import type { UnitFactor } from '@tidu/reference';
import { CannotAnswer } from '../query/cannot-answer.ts';
import { isQuantity } from '../query/question.ts';
import { laidLast, streamOf } from '../stream-of.ts';
import type { Answer, AnswerRow, Query, Warehouse } from '../warehouse.ts';
import { Amounts } from './lay-over.ts';

/**
 * A warehouse that adds quantities in units that convert exactly (吨 and 千克). Quantities in units
 * that do not are refused as they are by the engine (`mixed-units`).
 *
 *   quantity in base = quantity × times ÷ per
 */
export function withUnits(warehouse: Warehouse, factors: readonly UnitFactor[]): Warehouse {
  const known = new Map(factors.map((factor) => [factor.unit, factor]));
  return {
    ...warehouse,
    aggregate: (query) =>
      isQuantity(query) ? converted(warehouse, known, query) : warehouse.aggregate(query),
    stream: async (query, options) => {
      try {
        return await warehouse.stream(query, options);
      } catch (error) {
        if (!(error instanceof CannotAnswer && error.code === 'mixed-units')) throw error;
        return streamOf(await converted(warehouse, known, laidLast(query, options?.across)), options?.across);
      }
    },
  };
}

type Factors = ReadonlyMap<string, UnitFactor>;

async function converted(warehouse: Warehouse, factors: Factors, query: Query): Promise<Answer> {
  try {
    return await warehouse.aggregate(query);
  } catch (error) {
    if (!(error instanceof CannotAnswer && error.code === 'mixed-units')) throw error;
    const byUnit = await warehouse.aggregate({ ...query, by: [...query.by, 'unit'] });
    const units = unitsIn(byUnit.rows);
    const bases = new Set(units.map((unit) => factors.get(unit)?.base ?? unit));
    const [base] = bases;
    if (base === undefined || bases.size > 1) throw error;
    const amounts = new Amounts(query.by);
    for (const { unit = '', ...row } of byUnit.rows)
      amounts.add({ ...row, value: inBase(row.value, factors.get(unit)) });
    return { ...byUnit, query, unit: base, rows: amounts.rows() };
  }
}

const unitsIn = (rows: readonly AnswerRow[]): string[] => [
  ...new Set(rows.filter(({ value }) => value !== null).map(({ unit }) => unit ?? '')),
];

const inBase = (value: number | null, factor: UnitFactor | undefined): number | null =>
  value === null || factor === undefined ? value : (value * factor.times) / factor.per;
