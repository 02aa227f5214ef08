import { queryOptions } from '@tanstack/react-query';
import { get } from './http.client.ts';
import type { Got } from './programme.client.ts';

/** With whom a scenario can be shared. */
export const scenarioOffices = () =>
  queryOptions({
    queryKey: ['scenario-offices'],
    queryFn: () => get<Got<'/api/scenario-offices'>>('scenario-offices'),
  });
