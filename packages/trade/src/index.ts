export * from './fact.ts';
export { openWarehouse } from './open-warehouse.duckdb.ts';
export { CannotAnswer, type Refusal, refusals } from './query/cannot-answer.ts';
export { unknownPlace } from './query/plan.ts';
export { type WarehouseStore, warehouseOver } from './warehouse.duckdb.ts';
export * from './warehouse.ts';
