import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, type Parameters, post, queryString } from './http.client.ts';
import type { paths } from './openapi.gen.ts';
import type { RecordSeen } from './programme.client.ts';

type Got<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;

export type ParkRow = Got<'/api/park-registry'>['parks'][number];
export type ParkField = Got<'/api/park-fields'>['fields'][number];
export type ParkFacts = Got<'/api/park-profiles/{id}/facts'>;
export type ParkFact = ParkFacts['facts'][number];
type Differences = Got<'/api/park-profiles/{id}/differences'>;
type CheckedZones = paths['/api/zones']['post']['responses'][200]['content']['application/json'];

const at = (id: string): string => `park-profiles/${encodeURIComponent(id)}`;

export const parkAsks = {
  registry: (wanted: Parameters) =>
    queryOptions({
      queryKey: ['records', 'park-registry', wanted],
      queryFn: () => get<Got<'/api/park-registry'>>('park-registry', wanted),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  fields: () =>
    queryOptions({
      queryKey: ['park-fields'],
      queryFn: () => get<Got<'/api/park-fields'>>('park-fields'),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  /** Facts that stand, or that stood on a day. */
  facts: (id: string, wanted: { asOf?: string | undefined; view?: 'own' | 'public' } = {}) =>
    queryOptions({
      queryKey: ['records', 'park-facts', id, wanted],
      queryFn: () => get<ParkFacts>(`${at(id)}/facts`, wanted),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  differences: (id: string, from: number, to: number) =>
    queryOptions({
      queryKey: ['records', 'park-differences', id, from, to],
      queryFn: () => get<Differences>(`${at(id)}/differences`, { from: String(from), to: String(to) }),
    }),
};

/** Zones out of a GeoJSON text, with their areas, or what is wrong with it. */
export const checkZones = (text: string): Promise<CheckedZones> => post('zones', { text });

export const actOnPark = (id: string, act: string, version: number, given?: object): Promise<RecordSeen> =>
  post(`${at(id)}/acts/${act}`, { version, ...(given && { given }) });

export const zonesAddress = (id: string): string => `/api/${at(id)}/zones.geojson`;
export const registryAddress = (format: 'csv' | 'xlsx', wanted: Parameters): string =>
  `/api/park-registry.${format}${queryString(wanted)}`;
