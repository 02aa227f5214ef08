import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Parameters } from './http.client.ts';
import { server } from './server.client.ts';

const forGood = { staleTime: Number.POSITIVE_INFINITY };

/** Every question that a page puts to the server, with its key. */
export const asks = {
  status: () => queryOptions({ queryKey: ['status'], queryFn: server.status }),
  places: () => queryOptions({ queryKey: ['places'], queryFn: server.places }),
  parks: () => queryOptions({ queryKey: ['parks'], queryFn: server.parks, ...forGood }),
  park: (id: string) => queryOptions({ queryKey: ['park', id], queryFn: () => server.park(id), ...forGood }),
  sources: () => queryOptions({ queryKey: ['sources'], queryFn: server.sources, ...forGood }),
  agglomerations: () =>
    queryOptions({ queryKey: ['agglomerations'], queryFn: server.agglomerations, ...forGood }),
  codes: (list: string, level?: string) =>
    queryOptions({ queryKey: ['codes', list, level], queryFn: () => server.codes(list, level), ...forGood }),
  map: (layer: 'provinces' | 'prefectures' | 'inset') =>
    queryOptions({ queryKey: ['map', layer], queryFn: () => server.map(layer), ...forGood }),
  figure: (name: string, parameters: Parameters) =>
    queryOptions({
      queryKey: ['figure', name, parameters],
      queryFn: () => server.figure(name, parameters),
      placeholderData: keepPreviousData,
    }),
  query: (parameters: Parameters) =>
    queryOptions({
      queryKey: ['query', parameters],
      queryFn: () => server.query(parameters),
      placeholderData: keepPreviousData,
    }),
  views: () => queryOptions({ queryKey: ['views'], queryFn: server.views }),
  view: (id: string) => queryOptions({ queryKey: ['view', id], queryFn: () => server.view(id) }),
  concordances: () => queryOptions({ queryKey: ['concordances'], queryFn: server.concordances }),
  loads: () => queryOptions({ queryKey: ['loads'], queryFn: server.loads }),
  releases: (desk: boolean) =>
    queryOptions({ queryKey: ['releases', desk], queryFn: () => server.releases(desk) }),
  release: (id: string, desk: boolean) =>
    queryOptions({ queryKey: ['release', id, desk], queryFn: () => server.release(id, desk), ...forGood }),
  derived: (id: string, measure: string, desk: boolean) =>
    queryOptions({
      queryKey: ['derived', id, measure, desk],
      queryFn: () => server.derived(id, measure, desk),
      ...forGood,
    }),
  certificate: (id: string) =>
    queryOptions({ queryKey: ['certificate', id], queryFn: () => server.certificate(id), ...forGood }),
  inbox: () => queryOptions({ queryKey: ['inbox'], queryFn: server.inbox, staleTime: 0 }),
  findings: (parameters: Parameters) =>
    queryOptions({
      queryKey: ['quality', 'list', parameters],
      queryFn: () => server.findings(parameters),
      placeholderData: keepPreviousData,
    }),
  finding: (id: number) =>
    queryOptions({ queryKey: ['quality', 'finding', id], queryFn: () => server.finding(id) }),
  qualitySources: () =>
    queryOptions({ queryKey: ['quality', 'sources'], queryFn: server.qualitySources, staleTime: 0 }),
  /** Asked again and again while a run is under way. */
  qualityRun: () =>
    queryOptions({
      queryKey: ['quality-run'],
      queryFn: server.qualityRun,
      staleTime: 0,
      refetchInterval: ({ state }) => (state.data?.running ? 500 : false),
    }),
  quarantine: (load: number) =>
    queryOptions({ queryKey: ['quarantine', load], queryFn: () => server.quarantine(load), ...forGood }),
};
