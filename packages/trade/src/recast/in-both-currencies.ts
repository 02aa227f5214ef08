import type { Currency } from '@tidu/reference';
import { CannotAnswer } from '../query/cannot-answer.ts';
import { isQuantity } from '../query/question.ts';
import { streamOf } from '../stream-of.ts';
import type { Answer, AnswerRow, Query, Warehouse } from '../warehouse.ts';
import { inOrderOf } from './lay-over.ts';
import { atOneVintage } from './one-vintage.ts';

/**
 * A warehouse that can answer in yuan and dollars side by side (`currency: 'both'`): the same table
 * loaded in either currency, joined on everything that the question breaks down by. A row has the
 * amount in each, and the rate between them; `value` is the yuan. Amounts are as the customs print
 * them in each currency, never converted: the rate is theirs.
 *
 *   rate = valueCny / valueUsd          null where one is missing or the dollars are nil
 */
export function inBothCurrencies(warehouse: Warehouse): Warehouse {
  return {
    ...warehouse,
    aggregate: (query) => (query.currency === 'both' ? joined(warehouse, query) : warehouse.aggregate(query)),
    stream: async (query, options) => {
      if (query.currency !== 'both') return warehouse.stream(query, options);
      if (options?.across === undefined) return streamOf(await joined(warehouse, query));
      throw new CannotAnswer(
        'no-currency',
        'both currencies are not laid out as columns: they are columns themselves',
        'ask in one currency after the other, or lay nothing out',
      );
    },
  };
}

async function joined(warehouse: Warehouse, query: Query): Promise<Answer> {
  if (query.measure === 'printed-growth' || isQuantity(query)) {
    throw new CannotAnswer(
      'contradiction',
      `${query.measure} is no amount of money`,
      'ask for the measure value, or in one currency',
    );
  }
  const [yuan, dollars] = await ofOneTable(warehouse, await atOneVintage(warehouse, query));
  const rows = new Map(yuan.rows.map((row) => [keyOf(row, query), pair(row, row.value, null)]));
  for (const row of dollars.rows) {
    const key = keyOf(row, query);
    const other = rows.get(key);
    rows.set(key, pair(row, other?.valueCny ?? null, row.value));
  }
  const all = [...rows.values()].sort(inOrderOf(query.by));
  const only = (has: 'valueCny' | 'valueUsd', lacks: 'valueCny' | 'valueUsd') =>
    all.filter((row) => row[has] !== null && row[lacks] === null).length;
  return {
    ...yuan,
    query,
    rows: all,
    currencies: { onlyCny: only('valueCny', 'valueUsd'), onlyUsd: only('valueUsd', 'valueCny') },
    loads: [...new Map([...yuan.loads, ...dollars.loads].map((load) => [load.id, load])).values()],
    missingMonths: [...new Set([...yuan.missingMonths, ...dollars.missingMonths])].sort(),
    unpublished: [...new Set([...yuan.unpublished, ...dollars.unpublished])].sort(),
    sql: `${yuan.sql}\n-- joined with the same in dollars:\n${dollars.sql}`,
  };
}

const keyOf = (row: AnswerRow, { by }: Query): string => by.map((name) => row[name] ?? '').join('\u0000');

const pair = (row: AnswerRow, valueCny: number | null, valueUsd: number | null): AnswerRow => ({
  ...row,
  value: valueCny,
  valueCny,
  valueUsd,
  rate: valueCny === null || valueUsd === null || valueUsd === 0 ? null : valueCny / valueUsd,
});

/** The answers in yuan and in dollars of two tables that differ in nothing but the currency. */
async function ofOneTable(warehouse: Warehouse, query: Query): Promise<[Answer, Answer]> {
  const ask = (currency: Currency, shape?: string) =>
    warehouse.aggregate({ ...query, currency, ...(shape !== undefined && { shape }) });
  const named = query.shape === undefined ? undefined : inCurrency(query.shape, 'CNY');
  const yuan = await ask('CNY', named);
  const twin = await ask('USD', inCurrency(yuan.shape.id, 'USD')).catch(lackingTwin);
  if (twin) return [yuan, twin];
  // The finest or fullest table in yuan may have no twin where the one in dollars has.
  const dollars = await ask('USD');
  const other = await ask('CNY', inCurrency(dollars.shape.id, 'CNY')).catch(lackingTwin);
  if (other) return [other, dollars];
  throw new CannotAnswer(
    'no-currency',
    `the tables that could answer, ${yuan.shape.id} and ${dollars.shape.id}, differ in more than the currency`,
    'load the same table in the other currency too',
  );
}

const inCurrency = (shape: string, currency: Currency): string => shape.replace(/(CNY|USD)$/, currency);

/** That the twin does not exist is no refusal yet; what else is wrong with the question is one. */
function lackingTwin(error: unknown): undefined {
  if (error instanceof CannotAnswer && (error.code === 'no-shape' || error.code === 'not-loaded'))
    return undefined;
  throw error;
}
