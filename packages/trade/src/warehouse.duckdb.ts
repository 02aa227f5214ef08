import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import type { FactsElsewhere } from './facts-elsewhere.duckdb.ts';
import { faults } from './faults.duckdb.ts';
import { holdings, type Inventory, inventoryOf, withoutNumber } from './holdings.duckdb.ts';
import { duckdb } from './query/answer.ts';
import { type Plan, plan } from './query/plan.ts';
import {
  bitsOf,
  growthsTogether,
  labelOf,
  loadsOf,
  numberOf,
  type Rows,
  unitOf,
  unpublishedOf,
} from './read-answer.duckdb.ts';
import { streamFrom } from './stream.duckdb.ts';
import type { Answer, AnswerRow, QuarantinedRow, Query, Warehouse } from './warehouse.ts';

/** What the warehouse needs of an open store. */
export interface WarehouseStore {
  readonly connection: DuckDBConnection;
  /** The file, where there is one: its leftovers are looked for. */
  readonly path?: string;
  readonly elsewhere?: FactsElsewhere;
  readonly scratch: string;
  /** Another connection to the same store, for what takes long. */
  connect(): Promise<DuckDBConnection>;
  close(): Promise<void> | void;
}

/** The warehouse over a store that is open already, e.g. the one that a loader writes to. */
export function warehouseOver(store: WarehouseStore, processingModes?: readonly string[]): Warehouse {
  const { connection, elsewhere } = store;
  const inventory = inventoryOf(connection);

  const ask = async (query: Query, known: Inventory): Promise<Answer> => {
    const dialect = elsewhere?.dialect(known.loads.at(-1)?.id ?? 0) ?? duckdb;
    const rows: Rows = async (statement) =>
      elsewhere
        ? elsewhere.rows(dialect.literal(statement))
        : (await connection.runAndReadAll(statement.text, [...statement.parameters])).getRows();
    const planned = plan(query, holdings(known, query.asKnownAt), {
      dialect,
      ...(processingModes && { processingModes }),
    });
    const found = await rows(planned.statement);
    const bits = found.reduce((all, row) => all | bitsOf(row.at(-1)), 0n);
    const restingOn = new Set(await loadsOf(planned, bits, rows));
    const place = planned.question.by.length + 1;
    return {
      query,
      shape: planned.holding.shape,
      unit: unitOf(
        planned,
        found.flatMap((row) => row.slice(place, place + 2)),
      ),
      rows: found.map((row) => answerRow(planned, row)),
      loads: known.loads.filter(({ id }) => restingOn.has(id)),
      missingMonths: planned.missingMonths,
      unpublished: await unpublishedOf(planned, known.places, rows),
      sql: dialect.literal(planned.statement),
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

    stream: async (query, options) => {
      const own = await store.connect();
      return streamFrom(own, { query, processingModes, inventory, store, ...options });
    },

    quarantine: async (load) =>
      (
        await connection.runAndReadAll('SELECT * FROM quarantine WHERE load = $1 ORDER BY line, "column"', [
          load,
        ])
      )
        .getRowObjectsJson()
        .map(quarantinedRow),

    faults: () => (elsewhere ? elsewhere.faults(connection) : faults(connection, store.path)),

    close: async () => {
      await store.close();
    },
  };
}

function answerRow({ question }: Plan, row: readonly DuckDBValue[]): AnswerRow {
  const { by, measure } = question;
  const dims = by.map((name, i) => [name, labelOf(name, row[i])] as const);
  if (measure === 'printed-growth' && Number(row[by.length + 1]) > 1) {
    throw growthsTogether(
      Number(row[by.length + 1]),
      dims.map(([, label]) => label),
    );
  }
  return { ...Object.fromEntries(dims), value: numberOf(row[by.length]) };
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
