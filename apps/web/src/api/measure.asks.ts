import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Parameters } from './http.client.ts';
import { measures, type Subject } from './measure.client.ts';

/** Questions about policy measures. */
export const measureAsks = {
  library: (wanted: Parameters) =>
    queryOptions({
      queryKey: ['records', 'measures', 'library', wanted],
      queryFn: () => measures.library(wanted),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: ['records', 'measures', 'in-force', id],
      queryFn: () => measures.one(id),
      staleTime: 0,
    }),
  tried: (id: string, text: string) =>
    queryOptions({
      queryKey: ['measure-tried', id, text],
      queryFn: () => measures.try(id, text),
      placeholderData: keepPreviousData,
      retry: false,
    }),
  benefits: (id: string, subject: Subject) =>
    queryOptions({
      queryKey: ['measure-benefits', id, subject],
      queryFn: () => measures.benefits(id, subject),
      placeholderData: keepPreviousData,
      retry: false,
    }),
  uses: () =>
    queryOptions({ queryKey: ['records', 'measures', 'uses'], queryFn: measures.uses, staleTime: 60_000 }),
};
