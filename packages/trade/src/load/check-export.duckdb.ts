import type { DuckDBConnection } from '@duckdb/node-api';
import type { FactDimension } from '../fact.ts';
import type { ExportSource } from './export-source.ts';
import { quote } from './map-codes.duckdb.ts';
import { number } from './settle.duckdb.ts';
import { yyyymm } from './stage.duckdb.ts';

interface Check {
  readonly column: string;
  /** SQL over `raw`: the text that is at fault, whether it is, and why. */
  readonly value: string;
  readonly wrong: string;
  readonly reason: string;
}

/** Moves the rows of `raw` that cannot be understood to the faulty, each with its first reason. */
export async function quarantineFaults(
  connection: DuckDBConnection,
  source: ExportSource,
  dimensions: readonly FactDimension[],
): Promise<void> {
  for (const { column, value, wrong, reason } of checks(source, dimensions)) {
    if ((await number(connection, `SELECT count(*) FROM raw WHERE ${wrong}`)) === 0) continue;
    await connection.run(`INSERT INTO faulty
      SELECT line, ${quote(column)}, coalesce(left(${value}, 500), ''), coalesce(${reason}, 'this is not understood')
      FROM raw WHERE ${wrong}`);
    await connection.run(`DELETE FROM raw WHERE ${wrong}`);
  }
}

function* checks(
  { columns, period, reporter }: ExportSource,
  dimensions: readonly FactDimension[],
): Iterable<Check> {
  if (columns.at('month') !== undefined) {
    const bounds = period ? [yyyymm(period.from), yyyymm(period.to)] : [198001, 209912];
    yield {
      column: columns.titleOf('month'),
      value: 'coalesce(month_text, month::VARCHAR)',
      wrong: `month IS NULL OR month % 100 NOT BETWEEN 1 AND 12 OR month NOT BETWEEN ${bounds.join(' AND ')}`,
      reason: quote(
        period ? `no month of ${period.from}..${period.to}` : 'this is no month: one is written 202401',
      ),
    };
  }
  if (columns.at('flow') !== undefined) {
    yield {
      column: columns.titleOf('flow'),
      value: 'flow_text',
      wrong: 'flow IS NULL',
      reason: "'this is neither export (出口, E, 0) nor import (进口, I, 1)'",
    };
  }
  if (columns.at('reporter') !== undefined) {
    yield {
      column: columns.titleOf('reporter'),
      value: 'reporter',
      wrong: `reporter IS DISTINCT FROM ${quote(reporter ?? '')}`,
      reason: quote(
        `this is another country's report; the pack is about ${reporter ?? 'no country by its code'}`,
      ),
    };
  }
  for (const name of dimensions) {
    yield {
      column: columns.titleOf(name),
      value: name,
      wrong: `${name} IN (SELECT printed FROM ${name}_map WHERE code IS NULL)`,
      reason: `(SELECT any_value(m.reason) FROM ${name}_map m WHERE m.printed = raw.${name})`,
    };
  }
  yield {
    column: columns.titleOf('value'),
    value: 'coalesce(value_text, value::VARCHAR)',
    wrong: 'value IS NULL OR value < 0',
    reason: `CASE WHEN value < 0 THEN 'an amount is not negative' WHEN value_text IS NULL THEN 'no amount is given'
      ELSE 'this is no amount' END`,
  };
}

/**
 * A row printed twice is one; one printed again with another amount is at fault, because nothing
 * says which is right. Declarations of one cell are added up: two of them may well be alike.
 * @returns how many were exact repetitions
 */
export async function dropRepeated(
  connection: DuckDBConnection,
  { columns }: ExportSource,
  dimensions: readonly FactDimension[],
): Promise<number> {
  if (columns.declarations) return 0;
  const cell = ['month', 'annual', 'flow', ...dimensions].join(', ');
  const again = await number(connection, `SELECT count(*) - count(DISTINCT hash(${cell})) FROM raw`);
  if (again === 0) return 0;
  await connection.run(`CREATE OR REPLACE TEMP TABLE again AS
    SELECT line, first_line, value = first_value AND quantity IS NOT DISTINCT FROM first_quantity AS same, value
    FROM (SELECT line, value, quantity, first(line) OVER w AS first_line, first(value) OVER w AS first_value,
        first(quantity) OVER w AS first_quantity
      FROM raw WINDOW w AS (PARTITION BY ${cell} ORDER BY line))
    WHERE line <> first_line`);
  await connection.run(`INSERT INTO faulty
    SELECT line, '—', value::VARCHAR, 'the same cell stands on line ' || first_line || ' with other figures'
    FROM again WHERE NOT same`);
  await connection.run('DELETE FROM raw WHERE line IN (SELECT line FROM again)');
  return number(connection, 'SELECT count(*) FROM again WHERE same');
}
