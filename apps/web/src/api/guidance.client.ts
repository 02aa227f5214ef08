import { post } from './http.client.ts';
import type { paths } from './openapi.gen.ts';

type Prefix = '/api/guidance/';
/** What Tidu advises, by name: what can be asked, and answers with a receipt. */
export type GuidanceName = {
  [P in keyof paths]: P extends `${Prefix}${infer N}`
    ? paths[P] extends {
        post: { responses: { 200: { content: { 'application/json': { receipt: object } } } } };
      }
      ? N
      : never
    : never;
}[keyof paths];

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
