import type { Asked, PlanRequest } from '../../api/scenario.client.ts';

export type Limit = NonNullable<PlanRequest['limits']>[number];
type At = Pick<Limit, 'park' | 'kind'>;

const elsewhere =
  ({ park, kind }: At) =>
  (one: { park: string; kind: string }) =>
    one.park !== park || one.kind !== kind;

/** Sets a limit by hand. */
export const withLimit = ({ request, because }: Asked, limit: Limit): Asked => ({
  request: { ...request, limits: [...(request.limits ?? []).filter(elsewhere(limit)), limit] },
  because,
});

/** Leaves a limit as the park states it, and what was said of it. */
export const withoutLimit = ({ request, because }: Asked, at: At): Asked => ({
  request: { ...request, limits: (request.limits ?? []).filter(elsewhere(at)) },
  because: because.filter(elsewhere(at)),
});

/** Says why a limit is set by hand. */
export const withReason = ({ request, because }: Asked, { park, kind }: At, reason: string): Asked => ({
  request,
  because: [
    ...because.filter(elsewhere({ park, kind })),
    ...(reason.trim() === '' ? [] : [{ park, kind, reason }]),
  ],
});
