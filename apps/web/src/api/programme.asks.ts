import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Parameters } from './http.client.ts';
import { programme } from './programme.client.ts';

/** Questions about the programme. What others change is asked anew each time a page is opened. */
export const programmeAsks = {
  session: () => queryOptions({ queryKey: ['session'], queryFn: programme.session }),
  list: (plural: string, wanted: Parameters = {}) =>
    queryOptions({
      queryKey: ['records', plural, 'list', wanted],
      queryFn: () => programme.list(plural, wanted),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  record: <C>(plural: string, id: string) =>
    queryOptions({
      queryKey: ['records', plural, id],
      queryFn: () => programme.record<C>(plural, id),
      staleTime: 0,
    }),
  versions: <C>(plural: string, id: string, version: number) =>
    queryOptions({
      queryKey: ['records', plural, id, 'versions', version],
      queryFn: () => programme.versions<C>(plural, id),
      staleTime: 0,
    }),
};
