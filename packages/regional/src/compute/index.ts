export { catalogue, compute } from './catalogue.ts';
export type { Method } from './method.ts';
