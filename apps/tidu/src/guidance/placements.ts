import { plan } from '@tidu/guidance';
import type { Placements } from '@tidu/programme';

/** What scenarios ask, as the programme asks of it. */
export const programmePlacements: Placements = {
  faults(request) {
    const { error } = plan.request.safeParse(request);
    return (error?.issues ?? []).map(({ path, message }) => ({ field: path.join('.'), message }));
  },
};
