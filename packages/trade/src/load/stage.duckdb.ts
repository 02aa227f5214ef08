import type { DuckDBConnection } from '@duckdb/node-api';
import type { Flow, Period } from '@tidu/reference';
import { shapeOf } from '../classify/shape.ts';
import type { Shape } from '../fact.ts';
import type { PrintedFact, RowFault, SkipReason, TableReading } from '../read/table-reading.ts';

/** A file in the staging tables: what has become of its rows. */
export interface Staged {
  readonly shapes: readonly Shape[];
  readonly rows: number;
  readonly skipped: Partial<Record<SkipReason, number>>;
  readonly facts: number;
  readonly flows: readonly Flow[];
  /** The months that the facts are about; absent when there are none. */
  readonly period?: Period;
}

/**
 * Where facts wait to be compared with what is known: one row per fact, with the line it was read
 * from. Lives for one load on one connection.
 */
export const stagingTables = `
CREATE TEMP TABLE staged (
  line BIGINT, shape VARCHAR, month_from INTEGER, month_to INTEGER, flow VARCHAR,
  place VARCHAR, commodity VARCHAR, partner VARCHAR, mode VARCHAR,
  value BIGINT, value_ytd BIGINT, printed_growth DOUBLE,
  quantity DOUBLE, unit VARCHAR, quantity2 DOUBLE, unit2 VARCHAR,
  supervision VARCHAR, company VARCHAR
);
CREATE TEMP TABLE faulty (line BIGINT, "column" VARCHAR, value VARCHAR, reason VARCHAR);
CREATE TEMP TABLE joined_line (line BIGINT);
`;

export const yyyymm = (month: string): number => Number(month.replace('-', ''));

/** Puts the facts and faults of a small table where `settle` finds them; returns the shapes in it. */
export async function stageTable(connection: DuckDBConnection, reading: TableReading): Promise<Shape[]> {
  const shapes = new Map<string, Shape>();
  const shapeIds = new Map<string, string>();
  const shapeId = ({ span, hsDigits }: PrintedFact): string => {
    const key = `${span} ${hsDigits ?? ''}`;
    const known = shapeIds.get(key);
    if (known !== undefined) return known;
    const shape = shapeOf({ span, ...reading.table, ...(hsDigits === undefined ? {} : { hsDigits }) });
    shapes.set(shape.id, shape);
    shapeIds.set(key, shape.id);
    return shape.id;
  };
  const appender = await connection.createAppender('staged', undefined, 'temp');
  const text = (value: string | undefined) =>
    value === undefined ? appender.appendNull() : appender.appendVarchar(value);
  const whole = (value: number | null | undefined) =>
    value === undefined || value === null ? appender.appendNull() : appender.appendBigInt(BigInt(value));
  const real = (value: number | null | undefined) =>
    value === undefined || value === null ? appender.appendNull() : appender.appendDouble(value);
  for (const fact of reading.facts) {
    whole(fact.line);
    text(shapeId(fact));
    appender.appendInteger(yyyymm(fact.from));
    appender.appendInteger(yyyymm(fact.to));
    text(fact.flow);
    text(fact.place);
    text(fact.commodity);
    text(fact.partner);
    text(fact.mode);
    whole(fact.value);
    whole(fact.valueYtd);
    real(fact.printedGrowth);
    real(fact.quantity);
    text(fact.unit);
    real(fact.quantity2);
    text(fact.unit2);
    text(fact.supervision);
    text(fact.company);
    appender.endRow();
  }
  appender.closeSync();
  await stageFaults(connection, reading.faults);
  return [...shapes.values()];
}

/** Lines that are one row with the next, so that cells are named as a spreadsheet counts them. */
export async function stageJoinedLines(
  connection: DuckDBConnection,
  lines: readonly number[],
): Promise<void> {
  await connection.run('DELETE FROM joined_line');
  if (lines.length === 0) return;
  const appender = await connection.createAppender('joined_line', undefined, 'temp');
  for (const line of lines) {
    appender.appendBigInt(BigInt(line));
    appender.endRow();
  }
  appender.closeSync();
}

export async function stageFaults(connection: DuckDBConnection, faults: readonly RowFault[]): Promise<void> {
  if (faults.length === 0) return;
  const appender = await connection.createAppender('faulty', undefined, 'temp');
  for (const { line, column, value, reason } of faults) {
    appender.appendBigInt(BigInt(line));
    appender.appendVarchar(column);
    appender.appendVarchar(value.slice(0, 500));
    appender.appendVarchar(reason);
    appender.endRow();
  }
  appender.closeSync();
}
