import type { Placement, PlanResult } from '../../../api/scenario.client.ts';

export interface Moved {
  origin: string;
  group: string;
  park: string;
  /** Yuan a year under the first and the second plan; 0 where it is not placed there. */
  first: number;
  second: number;
  /** Under the plan that places more of it, and under the other. */
  there: Placement | undefined;
  before: Placement | undefined;
}

const keyOf = ({ origin, group, park }: Pick<Placement, 'origin' | 'group' | 'park'>) =>
  `${origin} ${group} ${park}`;
/** Less than ten thousand yuan a year is the same. */
const sameAs = 1e4;

/** Placements of which two plans have different amounts, the largest difference first. */
export function placementsMoved(a: PlanResult, b: PlanResult): Moved[] {
  const first = new Map(a.placements.map((one) => [keyOf(one), one]));
  const second = new Map(b.placements.map((one) => [keyOf(one), one]));
  return [...new Set([...first.keys(), ...second.keys()])]
    .map((key): Moved => {
      const [before, there] = [first.get(key), second.get(key)];
      const { origin, group, park } = (there ?? before) as Placement;
      return { origin, group, park, first: before?.amount ?? 0, second: there?.amount ?? 0, there, before };
    })
    .filter((one) => Math.abs(one.second - one.first) > sameAs)
    .sort((x, y) => Math.abs(y.second - y.first) - Math.abs(x.second - x.first));
}
