import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Parameters } from './http.client.ts';
import { work } from './work.client.ts';

const aMinute = 60_000;

/** Questions about one's own work; what waits changes by what others do, so it is asked again. */
export const workAsks = {
  counts: () =>
    queryOptions({
      queryKey: ['work', 'counts'],
      queryFn: work.counts,
      staleTime: 0,
      refetchInterval: aMinute,
    }),
  queue: (wanted: Parameters) =>
    queryOptions({
      queryKey: ['work', 'queue', wanted],
      queryFn: () => work.queue(wanted),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  done: () => queryOptions({ queryKey: ['work', 'done'], queryFn: work.done, staleTime: 0 }),
  notices: () => queryOptions({ queryKey: ['work', 'notices'], queryFn: work.notices, staleTime: 0 }),
  mail: () => queryOptions({ queryKey: ['work', 'mail'], queryFn: work.mail, staleTime: 0 }),
  whatIs: (record: string) =>
    queryOptions({ queryKey: ['record', record], queryFn: () => work.whatIs(record) }),
  comments: (record: string) =>
    queryOptions({
      queryKey: ['comments', record],
      queryFn: () => work.comments(record),
      staleTime: 0,
    }),
  people: (record: string, named: string) =>
    queryOptions({ queryKey: ['people', record, named], queryFn: () => work.people(record, named) }),
  search: (q: string, limit: number) =>
    queryOptions({
      queryKey: ['search', q, limit],
      queryFn: () => work.search(q, limit),
      enabled: q.trim() !== '',
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  reports: (wanted: Parameters) =>
    queryOptions({
      queryKey: ['records', 'reports', wanted],
      queryFn: () => work.reports(wanted),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  outbox: () => queryOptions({ queryKey: ['outbox'], queryFn: work.outbox, staleTime: 0 }),
  webhooks: () => queryOptions({ queryKey: ['webhooks'], queryFn: work.webhooks, staleTime: 0 }),
};
