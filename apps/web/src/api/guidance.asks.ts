import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type GuidanceName, type GuidanceRequest, guided } from './guidance.client.ts';

/** A piece of guidance, as a question with its key. */
export const guidanceAsk = <N extends GuidanceName>(name: N, request: GuidanceRequest<N>) =>
  queryOptions({
    queryKey: ['guidance', name, request],
    queryFn: () => guided(name, request),
    placeholderData: keepPreviousData,
  });
