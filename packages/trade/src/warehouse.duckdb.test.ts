import { expect, it } from 'vitest';
import { fill } from './contract/fill.cases.ts';
import { type Contents, gapless } from './contract/nation.ts';
import { ask } from './contract/stage.ts';
import { openStore } from './store.duckdb.ts';
import { warehouseContract } from './warehouse.contract.ts';
import { warehouseOver } from './warehouse.duckdb.ts';

async function filled(contents: Contents) {
  const store = await openStore({ path: ':memory:', places: contents.places });
  await fill(store, contents);
  return store;
}
const open = async (contents: Contents) => warehouseOver(await filled(contents));

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
