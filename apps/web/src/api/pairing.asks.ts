import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { pairings } from './pairing.client.ts';

/** Questions about pairings. Keys begin as those of records do, so that an act asks them anew. */
export const pairingAsks = {
  board: (state?: string, page?: string) =>
    queryOptions({
      queryKey: ['records', 'pairings', 'board', state, page],
      queryFn: () => pairings.board({ state, page }),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  pulse: (id: string) =>
    queryOptions({
      queryKey: ['records', 'pairings', id, 'pulse'],
      queryFn: () => pairings.pulse(id),
      staleTime: 0,
    }),
  course: (id: string) =>
    queryOptions({
      queryKey: ['records', 'pairings', id, 'course'],
      queryFn: () => pairings.course(id),
      staleTime: 0,
    }),
  sides: () => queryOptions({ queryKey: ['pairing-sides'], queryFn: pairings.sides }),
  templates: () => queryOptions({ queryKey: ['agreement-templates'], queryFn: pairings.templates }),
  text: (id: string, version: number) =>
    queryOptions({
      queryKey: ['records', 'agreements', id, 'text', version],
      queryFn: () => pairings.text(id),
    }),
  countedOnce: (year?: string) =>
    queryOptions({
      queryKey: ['records', 'benefit-statements', 'once', year],
      queryFn: () => pairings.countedOnce(year),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
};
