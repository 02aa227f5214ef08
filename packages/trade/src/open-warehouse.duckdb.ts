import { openStore } from './store.duckdb.ts';
import { warehouseOver } from './warehouse.duckdb.ts';
import type { OpenWarehouse } from './warehouse.ts';

/** Opens (or makes) the DuckDB file at `path` and brings its place tree up to date. */
export const openWarehouse: OpenWarehouse = async ({ processingModes, ...options }) =>
  warehouseOver(await openStore(options), processingModes);
