import { post } from './http.client.ts';
import type { paths } from './openapi.gen.ts';

type Prefix = '/api/guidance/';
/** What Tidu advises, by name. */
export type GuidanceName = keyof paths extends infer P
  ? P extends `${Prefix}${infer N}`
    ? N
    : never
  : never;

export type Guided<N extends GuidanceName> = paths[`${Prefix}${N}`] extends {
  post: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;
type Asked<N extends GuidanceName> = paths[`${Prefix}${N}`] extends {
  post: { requestBody?: { content: { 'application/json': infer A } } };
}
  ? A
  : Record<string, never>;

export type GuidanceRequest<N extends GuidanceName> = Asked<N>;
export type GuidanceReceipt = Guided<'known'>['receipt'];

/** What Tidu advises, with its receipt. */
export const guided = <N extends GuidanceName>(name: N, request: GuidanceRequest<N>) =>
  post<Guided<N>>(`guidance/${name}`, request);
