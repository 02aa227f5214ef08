import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { Month } from '@tidu/reference';
import { faults } from './faults.duckdb.ts';
import { holdings, type Inventory, inventoryOf, knownAt, monthOf, withoutNumber } from './holdings.duckdb.ts';
import { CannotAnswer } from './query/cannot-answer.ts';
import { type Plan, plan } from './query/plan.ts';
import { literal, type Statement } from './query/statement.ts';
import type { Answer, AnswerRow, Dimension, Load, QuarantinedRow, Query, Warehouse } from './warehouse.ts';

/** What the warehouse needs of an open store. */
export interface WarehouseStore {
  readonly connection: DuckDBConnection;
  /** The file, where there is one: its leftovers are looked for. */
  readonly path?: string;
  close(): Promise<void> | void;
}

/** The warehouse over a store that is open already, e.g. the one that a loader writes to. */
export function warehouseOver(store: WarehouseStore, processingModes?: readonly string[]): Warehouse {
  const { connection } = store;
  const inventory = inventoryOf(connection);
  const rows = async ({ text, parameters }: Statement): Promise<DuckDBValue[][]> =>
    (await connection.runAndReadAll(text, [...parameters])).getRows();
  const loads = async (): Promise<Load[]> =>
    (await connection.runAndReadAll('SELECT * FROM load ORDER BY id')).getRowObjectsJson().map(loadOf);

  return {
    loads,

    coverage: async () => holdings(await inventory()).map(withoutNumber),

    aggregate: async (query) => {
      const known = await inventory();
      const planned = plan(
        query,
        holdings(known, query.asKnownAt),
        processingModes === undefined ? {} : { processingModes },
      );
      const found = await rows(planned.statement);
      const restingOn = new Set(await loadsOf(planned, known, query, rows));
      const published = planned.published && new Set((await rows(planned.published)).map(([code]) => code));
      const { where } = planned.question;
      const named = [...(where.province ?? []), ...(where.prefecture ?? []), ...(where.zone ?? [])];
      return {
        query,
        shape: planned.holding.shape,
        unit: unitOf(planned, found),
        rows: found.map((row) => answerRow(planned, row)),
        loads: (await loads()).filter(({ id }) => restingOn.has(id)),
        missingMonths: planned.missingMonths,
        unpublished: [...new Set(named.filter((code) => published && !published.has(code)))],
        sql: literal(planned.statement),
      } satisfies Answer;
    },

    quarantine: async (load) =>
      (
        await connection.runAndReadAll('SELECT * FROM quarantine WHERE load = $1 ORDER BY line, "column"', [
          load,
        ])
      )
        .getRowObjectsJson()
        .map(quarantinedRow),

    faults: () => faults(connection, store.path),

    close: async () => {
      await store.close();
    },
  };
}

async function loadsOf(
  planned: Plan,
  { parcels }: Inventory,
  { asKnownAt }: Query,
  rows: (statement: Statement) => Promise<DuckDBValue[][]>,
): Promise<number[]> {
  const { holding, flows, monthsRead } = planned;
  const read = new Set<Month>(monthsRead);
  const candidates = new Set(
    knownAt(parcels, asKnownAt)
      .filter(({ number, flow, from }) => number === holding.number && flows.includes(flow) && read.has(from))
      .map(({ load }) => load),
  );
  if (!planned.restsOn || candidates.size < 2) return [...candidates];
  return (await rows(planned.restsOn([...candidates]))).map(([load]) => Number(load));
}

function unitOf({ question, holding }: Plan, rows: readonly DuckDBValue[][]): string {
  if (question.measure === 'printed-growth') return 'percent';
  if (question.measure !== 'quantity') return holding.shape.currency;
  const place = question.by.length + 1;
  const units = [
    ...new Set(rows.flatMap((row) => row.slice(place, place + 2)).filter((unit) => unit !== null)),
  ];
  const [unit = ''] = units;
  if (units.length <= 1) return String(unit);
  throw new CannotAnswer(
    'mixed-units',
    `the quantities are in ${units.sort().join(', ')}, which cannot be added`,
    'keep only goods of one unit, e.g. with where commodity, or ask for the measure value',
  );
}

function answerRow({ question }: Plan, row: readonly DuckDBValue[]): AnswerRow {
  const { by, measure } = question;
  const dims = by.map((name, i) => [name, labelOf(name, row[i])] as const);
  if (measure === 'printed-growth' && Number(row[by.length + 1]) > 1) {
    throw new CannotAnswer(
      'not-additive',
      `${row[by.length + 1]} printed growth rates fall together${by.length > 0 ? ` at ${dims.map(([, label]) => label).join(', ')}` : ''}`,
      'break down by every place, or compute growth from the measure value',
    );
  }
  return { ...Object.fromEntries(dims), value: numberOf(row[by.length]) };
}

const labelOf = (name: Dimension, value: DuckDBValue | undefined): string =>
  name === 'month' ? monthOf(value) : String(value);

function numberOf(value: DuckDBValue | undefined): number | null {
  if (value === null || value === undefined) return null;
  const number = Number(value);
  if (typeof value !== 'bigint' || Number.isSafeInteger(number)) return number;
  throw new CannotAnswer(
    'too-large',
    `${value} is beyond what can be told exactly (2^53)`,
    'break the question down further',
  );
}

type Stored = Record<string, unknown>;

const loadOf = (row: Stored): Load => ({
  id: Number(row.id),
  file: String(row.file),
  sha256: String(row.sha256),
  bytes: Number(row.bytes),
  format: String(row.format),
  at: `${String(row.at)
    .replace(' ', 'T')
    .replace(/\.\d+$/, '')}Z`,
  shape: String(row.shape),
  period: { from: monthOf(row.month_from), to: monthOf(row.month_to) },
  rows: {
    read: Number(row.rows_read),
    loaded: Number(row.rows_loaded),
    unchanged: Number(row.rows_unchanged),
    quarantined: Number(row.rows_quarantined),
    superseded: Number(row.rows_superseded),
  },
  synthetic: row.synthetic === true,
});

const quarantinedRow = (row: Stored): QuarantinedRow => ({
  load: Number(row.load),
  file: String(row.file),
  line: Number(row.line),
  column: String(row.column),
  value: String(row.value ?? ''),
  reason: String(row.reason),
});
