import { expect, it } from 'vitest';
import { type Contents, gapless } from './contract/nation.ts';
import { ask } from './contract/stage.ts';
import { rebuildCubes } from './cube/keep-cubes.duckdb.ts';
import type { Fact } from './fact.ts';
import { openStore } from './store.duckdb.ts';
import { warehouseContract } from './warehouse.contract.ts';
import { warehouseOver } from './warehouse.duckdb.ts';

const columns =
  'place commodity partner mode value valueYtd printedGrowth quantity unit quantity2 unit2 supervision company'.split(
    ' ',
  );

/** A store in memory, filled without a loader: the tables are the contract between the two. */
async function filled({ places, loads }: Contents) {
  const store = await openStore({ path: ':memory:', places });
  const { connection } = store;
  const run = (sql: string, values: (string | number | boolean | null)[]) => connection.run(sql, values);
  const shapes: string[] = [];
  for (const [i, { shape, facts, synthetic }] of loads.entries()) {
    const id = i + 1;
    if (!shapes.includes(shape.id)) {
      await run('INSERT INTO shape VALUES ($1, $2, $3)', [
        shapes.push(shape.id),
        shape.id,
        JSON.stringify(shape),
      ]);
    }
    const number = shapes.indexOf(shape.id) + 1;
    const same = `until IS NULL AND shape = ${number} AND (month_from, month_to, flow, place, commodity, partner, mode)
      IS NOT DISTINCT FROM`;
    let superseded = 0;
    const earlier =
      i > 0 &&
      loads.slice(0, i).some((load) => load.shape === shape && load.facts[0]?.from === facts[0]?.from);
    for (const fact of facts) {
      const key = [asInteger(fact.from), asInteger(fact.to), fact.flow, ...keysOf(fact)];
      if (!earlier) continue;
      const gone = await connection.run(
        `UPDATE fact SET until = ${id} WHERE ${same} ($1, $2, $3, $4, $5, $6, $7)`,
        key,
      );
      superseded += gone.rowsChanged;
    }
    const appender = facts.map(
      (fact) =>
        `(${[id, 'NULL', number, asInteger(fact.from), asInteger(fact.to), ...valuesOf(fact)].join(',')})`,
    );
    if (appender.length > 0) await connection.run(`INSERT INTO fact VALUES ${appender.join(',')}`);
    const months = facts.flatMap((fact) => [asInteger(fact.from), asInteger(fact.to)]);
    await run(
      `INSERT INTO load VALUES ($1, $2, 'aa', 1, 'test', TIMESTAMP '2025-01-01 00:00:00', $3, $4, $5, $6, $6, 0, 0, $7, $8, NULL, NULL)`,
      [
        id,
        `file-${id}.csv`,
        shape.id,
        Math.min(...months),
        Math.max(...months),
        facts.length,
        superseded,
        synthetic ?? false,
      ],
    );
  }
  await rebuildCubes(connection);
  return store;
}
const open = async (contents: Contents) => warehouseOver(await filled(contents));

const asInteger = (month: string): number => Number(month.replace('-', ''));
const keysOf = ({ place, commodity, partner, mode }: Fact) => [
  place ?? null,
  commodity ?? null,
  partner ?? null,
  mode ?? null,
];
const valuesOf = (fact: Fact): string[] =>
  ['flow', ...columns].map((column) => {
    const value = fact[column as keyof Fact];
    return value === undefined || value === null
      ? 'NULL'
      : typeof value === 'number'
        ? String(value)
        : `'${value}'`;
  });

warehouseContract({ name: 'DuckDB', open });

it('streams what stood when it was asked, although a load is committed while it is read', async () => {
  const store = await filled(gapless);
  const warehouse = warehouseOver(store);
  const query = ask('2023..2024', { by: ['province', 'month'] });
  for (const across of [undefined, 'month'] as const) {
    const { rows } = await warehouse.aggregate(query);
    const stream = await warehouse.stream(query, across && { across });
    await store.connection.run('DELETE FROM fact WHERE month_from = 202405');
    await store.connection.run("UPDATE fact SET value_ytd = value_ytd + 1 WHERE place = '110000'");
    let total = 0;
    for await (const { amounts } of stream.batches) {
      for (const value of amounts.flat()) total += value ?? 0;
    }
    expect(total).toBe(rows.reduce((sum, { value }) => sum + (value ?? 0), 0));
  }
  await warehouse.close();
});
