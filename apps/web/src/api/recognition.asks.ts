import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { programmeAsks } from './programme.asks.ts';
import {
  type ApplicationContent,
  type ApplicationForm,
  type BatchContent,
  recognition,
} from './recognition.client.ts';

/** Questions about batches and applications. */
export const recognitionAsks = {
  calls: () =>
    queryOptions({ queryKey: ['calls'], queryFn: recognition.calls, staleTime: Number.POSITIVE_INFINITY }),
  batch: (id: string) => programmeAsks.record<BatchContent>('batches', id),
  application: (id: string) => programmeAsks.record<ApplicationContent>('applications', id),
  check: (id: string, form: ApplicationForm) =>
    queryOptions({
      queryKey: ['check', id, form],
      queryFn: () => recognition.check(id, form),
      placeholderData: keepPreviousData,
      gcTime: 10_000,
    }),
};
