import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { faults } from './faults.duckdb.ts';
import { holdings, type Inventory, inventoryOf, monthOf, withoutNumber } from './holdings.duckdb.ts';
import { CannotAnswer } from './query/cannot-answer.ts';
import { type Plan, plan } from './query/plan.ts';
import { literal, type Statement } from './query/statement.ts';
import type { Answer, AnswerRow, Dimension, QuarantinedRow, Query, Warehouse } from './warehouse.ts';

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

  const ask = async (query: Query, known: Inventory): Promise<Answer> => {
    const planned = plan(
      query,
      holdings(known, query.asKnownAt),
      processingModes === undefined ? {} : { processingModes },
    );
    const found = await rows(planned.statement);
    const restingOn = new Set(await loadsOf(planned, found, rows));
    const published = planned.published
      ? new Set((await rows(planned.published)).map(([code]) => String(code)))
      : known.places;
    const { where } = planned.question;
    const named = [...(where.province ?? []), ...(where.prefecture ?? []), ...(where.zone ?? [])];
    return {
      query,
      shape: planned.holding.shape,
      unit: unitOf(planned, found),
      rows: found.map((row) => answerRow(planned, row)),
      loads: known.loads.filter(({ id }) => restingOn.has(id)),
      missingMonths: planned.missingMonths,
      unpublished: [...new Set(named.filter((code) => !published.has(code)))],
      sql: literal(planned.statement),
    };
  };

  return {
    loads: async () => [...(await inventory()).loads],

    coverage: async () => holdings(await inventory()).map(withoutNumber),

    aggregate: async (query) => {
      for (;;) {
        const known = await inventory();
        const answer = await ask(query, known);
        // A load that was committed between the statements would show in some of them only.
        if ((await inventory()) === known) return answer;
      }
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
  { provenance }: Plan,
  found: readonly DuckDBValue[][],
  rows: (statement: Statement) => Promise<DuckDBValue[][]>,
): Promise<readonly number[]> {
  const { candidates, base, ask } = provenance;
  if (ask) return (await rows(ask)).map(([load]) => Number(load));
  if (base === undefined) return candidates;
  const bits = found.reduce((all, row) => all | bitsOf(row.at(-1)), 0n);
  return candidates.filter((load) => ((bits >> BigInt(load - base)) & 1n) === 1n);
}

const bitsOf = (value: DuckDBValue | undefined): bigint => (typeof value === 'bigint' ? value : 0n);

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

const quarantinedRow = (row: Record<string, unknown>): QuarantinedRow => ({
  load: Number(row.load),
  file: String(row.file),
  line: Number(row.line),
  column: String(row.column),
  cell: String(row.cell ?? row.line),
  value: String(row.value ?? ''),
  reason: String(row.reason),
});
