export * from './fact.ts';
export * from './warehouse.ts';
