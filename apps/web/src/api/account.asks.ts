import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { account, administration } from './account.client.ts';
import type { Parameters } from './http.client.ts';

/** Questions about people, organisations and the trail. */
export const accountAsks = {
  own: () => queryOptions({ queryKey: ['account'], queryFn: account.own, staleTime: 0 }),
  invited: (token: string) =>
    queryOptions({ queryKey: ['invitation', token], queryFn: () => account.invited(token), retry: false }),
  accounts: () =>
    queryOptions({ queryKey: ['admin', 'accounts'], queryFn: administration.accounts, staleTime: 0 }),
  factorRule: () =>
    queryOptions({ queryKey: ['admin', 'factor-rule'], queryFn: administration.factorRule, staleTime: 0 }),
  organisations: () =>
    queryOptions({
      queryKey: ['admin', 'organisations'],
      queryFn: administration.organisations,
      staleTime: 0,
    }),
  audit: (filter: Parameters) =>
    infiniteQueryOptions({
      queryKey: ['audit', filter],
      queryFn: ({ pageParam }) => administration.audit({ ...filter, before: pageParam }),
      initialPageParam: '',
      getNextPageParam: ({ lines }) => (lines.length < 100 ? undefined : String(lines.at(-1)?.seq)),
      staleTime: 0,
    }),
};
