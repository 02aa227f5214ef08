import { placementScenario } from '@tidu/guidance';
import type { Placements } from '@tidu/programme';

/** What scenarios ask, as the programme asks of it. */
export const programmePlacements: Placements = {
  faults(request) {
    const { error } = placementScenario.safeParse(request);
    return (error?.issues ?? []).map(({ path, message }) => ({ field: path.join('.'), message }));
  },
  setByHand(request) {
    const { data } = placementScenario.safeParse(request);
    return (data?.limits ?? []).map(({ park, kind }) => ({ park, kind }));
  },
};
