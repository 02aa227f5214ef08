import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { keepCubes } from '../cube/keep-cubes.duckdb.ts';
import type { Scope } from '../facts-elsewhere.duckdb.ts';
import type { Store } from '../store.duckdb.ts';
import { inTurn } from './in-turn.ts';
import { LoadRefused } from './load-refused.ts';
import { cell, columns, figures, number, partsOf } from './settle.duckdb.ts';

/** What a withdrawal did; it is a load itself, and the vintage before it can still be asked. */
export interface Withdrawal {
  readonly load: number;
  readonly withdraws: number;
  /** Cells that had a figure of the load, or one that it had brought. */
  readonly takenBack: number;
  /** Of those, cells where an earlier file had said something else, which stands again. */
  readonly restored: number;
}

/**
 * Takes a load back: each of its cells has again the figure of the last file, not withdrawn, that
 * named it, or none. Nothing is deleted: the withdrawal is a load with its own number and reason.
 *
 * Figures that a later file repeated unchanged were kept under the first that gave them, and go with
 * it; importing that later file once more brings them back.
 * @throws LoadRefused when there is no such load, it is a withdrawal, or withdrawn already
 */
export async function withdrawLoad(
  store: Store,
  load: number,
  reason: string,
  clock: () => Date = () => new Date(),
): Promise<Withdrawal> {
  if (reason.trim() === '') {
    throw new LoadRefused('no-reason', 'a withdrawal needs a reason', 'say why the load is taken back');
  }
  return inTurn(store, async () => {
    const connection = await store.connect();
    const scratch = join(store.scratch, `withdraw-${process.pid}-${Date.now()}`);
    try {
      await connection.run('BEGIN TRANSACTION');
      const ask = (sql: string) => number(connection, sql);
      if ((await ask(`SELECT count(*) FROM load WHERE id = ${load}`)) === 0) {
        throw new LoadRefused('no-such-load', `there is no load ${load}`, 'tidu loads lists them');
      }
      if ((await ask(`SELECT count(withdraws) FROM load WHERE id = ${load}`)) > 0) {
        throw new LoadRefused(
          'is-withdrawal',
          `load ${load} is a withdrawal itself`,
          'import the file again instead',
        );
      }
      if ((await ask(`SELECT count(*) FROM load WHERE withdraws = ${load}`)) > 0) {
        throw new LoadRefused('withdrawn', `load ${load} was withdrawn before`, 'nothing is left to do');
      }
      const id = await ask('SELECT max(id) + 1 FROM load');
      await store.elsewhere?.borrow(connection, await scopeOfLoad(connection, load), scratch);
      const named = (from: string, list: readonly string[]) =>
        list.map((name) => `${from}.${name}`).join(', ');
      const same = (a: string, b: string, list: readonly string[]) =>
        list.map((name) => `${a}.${name} IS NOT DISTINCT FROM ${b}.${name}`).join(' AND ');
      const key = ['shape', ...cell];
      await connection.run(`CREATE TEMP TABLE right_figure AS
        SELECT ${named('f', ['shape', ...columns])} FROM fact f
        JOIN (SELECT DISTINCT ${key.join(', ')} FROM fact WHERE load = ${load}) c ON ${same('f', 'c', key)}
        WHERE f.load <> ${load} AND f.load NOT IN (SELECT id FROM load WHERE withdraws IS NOT NULL)
          AND f.load NOT IN (SELECT withdraws FROM load WHERE withdraws IS NOT NULL)
        QUALIFY row_number() OVER (PARTITION BY ${named('f', key)} ORDER BY f.load DESC) = 1`);
      await connection.run(`CREATE TEMP TABLE taken_back AS
        SELECT f.rowid AS row, r.shape IS NOT NULL AS known, ${named('f', key)} FROM fact f
        JOIN (SELECT DISTINCT ${key.join(', ')} FROM fact WHERE load = ${load}) c ON ${same('f', 'c', key)}
        LEFT JOIN right_figure r ON ${same('f', 'r', key)}
        WHERE f.until IS NULL AND NOT (r.shape IS NOT NULL AND ${same('f', 'r', figures)})`);
      const takenBack = await ask('SELECT count(*) FROM taken_back');
      const restored = await ask('SELECT count(*) FROM taken_back WHERE known');
      await connection.run(`INSERT INTO fact (load, shape, ${columns.join(', ')})
        SELECT ${id}, ${named('r', ['shape', ...columns])} FROM right_figure r
        JOIN taken_back t ON ${same('r', 't', key)} ORDER BY r.month_from, r.place, r.commodity`);
      await connection.run(`UPDATE fact SET until = ${id} WHERE rowid IN (SELECT row FROM taken_back)`);
      await keepCubes(connection, await partsOf(connection, id));
      await connection.run(
        `INSERT INTO load SELECT ${id}, file, sha256, bytes, 'withdrawal', $1::TIMESTAMP, shape, month_from, month_to,
           0, ${restored}, 0, 0, ${takenBack}, synthetic, ${load}, $2 FROM load WHERE id = ${load}`,
        [clock().toISOString().slice(0, 19).replace('T', ' '), reason.trim()],
      );
      await store.elsewhere?.send(connection, id, scratch);
      await connection.run('COMMIT');
      return { load: id, withdraws: load, takenBack, restored };
    } catch (cause) {
      await connection.run('ROLLBACK').catch(() => undefined);
      throw cause;
    } finally {
      connection.closeSync();
      await rm(scratch, { recursive: true, force: true });
    }
  });
}

async function scopeOfLoad(connection: DuckDBConnection, load: number): Promise<Scope> {
  const found = await connection.runAndReadAll(
    `SELECT DISTINCT shape, month_from FROM parcel WHERE load = ${load} ORDER BY month_from`,
  );
  const rows = found.getRows().map(([shape, month]) => ({ shape: Number(shape), month: Number(month) }));
  return {
    shapes: [...new Set(rows.map(({ shape }) => shape))],
    from: rows[0]?.month ?? 0,
    to: rows.at(-1)?.month ?? 0,
  };
}
