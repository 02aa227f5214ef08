import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, type Parameters } from './http.client.ts';
import type { paths } from './openapi.gen.ts';

type Registry = paths['/api/park-registry']['get']['responses'][200]['content']['application/json'];

export const parkAsks = {
  registry: (wanted: Parameters) =>
    queryOptions({
      queryKey: ['records', 'park-registry', wanted],
      queryFn: () => get<Registry>('park-registry', wanted),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
};
