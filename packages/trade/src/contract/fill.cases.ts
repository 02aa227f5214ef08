import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quote } from '../load/map-codes.duckdb.ts';
import { scopeOf, settle } from '../load/settle.duckdb.ts';
import { stagingTables, yyyymm } from '../load/stage.duckdb.ts';
import type { Store } from '../store.duckdb.ts';
import type { Contents } from './nation.ts';

const cells = ['place', 'commodity', 'partner', 'mode', 'supervision', 'company', 'unit', 'unit2'] as const;

/** Takes contents in load by load, as a file is taken in when it has been read. */
export async function fill(store: Store, { loads }: Contents): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'tidu-fill-'));
  for (const [i, { shape, facts, synthetic = false }] of loads.entries()) {
    const id = i + 1;
    const connection = await store.connect();
    await connection.run('BEGIN TRANSACTION');
    await connection.run(stagingTables);
    const text = (value: string | undefined) => (value === undefined ? 'NULL' : quote(value));
    const rows = facts.map(
      (fact, line) =>
        `(${line}, '${shape.id}', ${yyyymm(fact.from)}, ${yyyymm(fact.to)}, '${fact.flow}', ${cells.map((name) => text(fact[name])).join(', ')},
          ${[fact.value, fact.valueYtd, fact.printedGrowth, fact.quantity, fact.quantity2].map((value) => value ?? 'NULL').join(', ')})`,
    );
    await connection.run(
      `INSERT INTO staged (line, shape, month_from, month_to, flow, ${cells.join(', ')}, value, value_ytd, printed_growth, quantity, quantity2)
       VALUES ${rows.join(', ')}`,
    );
    const from = facts.map((fact) => fact.from).sort()[0] ?? '';
    const to =
      facts
        .map((fact) => fact.to)
        .sort()
        .at(-1) ?? '';
    const period = { from, to } as NonNullable<Parameters<typeof settle>[2]['period']>;
    const flows = [...new Set(facts.map((fact) => fact.flow))];
    const staged = { shapes: [shape], rows: facts.length, skipped: {}, facts: facts.length, flows, period };
    await store.elsewhere?.borrow(connection, await scopeOf(connection, staged), scratch);
    const { loaded, superseded } = await settle(connection, id, staged);
    await store.elsewhere?.send(connection, id, scratch);
    await connection.run(
      `INSERT INTO load VALUES (${id}, 'file-${id}.csv', 'aa', 1, 'test', TIMESTAMP '2025-01-01 00:00:00', '${shape.id}',
        ${yyyymm(from)}, ${yyyymm(to)}, ${facts.length}, ${loaded}, 0, 0, ${superseded}, ${synthetic}, NULL, NULL)`,
    );
    await connection.run('COMMIT');
    connection.closeSync();
  }
  rmSync(scratch, { recursive: true });
}
