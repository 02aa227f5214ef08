import type { LimitKind, PlanRequest, PlanResult } from '../../../api/scenario.client.ts';
import type { Moved } from './placements-moved.ts';

export type Cause =
  | { cause: 'limit'; kind: LimitKind; from: number | null; to: number | null }
  | { cause: 'full' | 'freed'; kind: LimitKind }
  | { cause: 'most' | 'least' | 'excluded' | 'required' | 'volume' }
  | { cause: 'value'; from: number; to: number }
  | { cause: 'goes' | 'comes'; parks: string[] }
  | { cause: 'room' };

interface Side {
  request: PlanRequest;
  plan: PlanResult;
}
type Goods = Pick<Moved, 'origin' | 'group' | 'park'>;

const differs = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);
/** Values that differ by less are shown alike. */
const alike = 5e-4;

/** Rules of a request that bear on goods in a park. */
const bearing = <R extends { origin?: string; group?: string; park?: string }>(
  rules: readonly R[] | undefined,
  { origin, group, park }: Goods,
): R[] =>
  (rules ?? []).filter(
    (one) =>
      (one.origin ?? origin) === origin && (one.group ?? group) === group && (one.park ?? park) === park,
  );

/** How much of the goods is movable under a plan, wherever it is placed or stays. */
const volumeOf = ({ placements, stays }: PlanResult, { origin, group }: Goods): number =>
  [...placements, ...stays]
    .filter((one) => one.origin === origin && one.group === group)
    .reduce((sum, { amount }) => sum + amount, 0);

function causesOfLimits({ park }: Goods, a: Side, b: Side): Cause[] {
  const limitsOf = ({ plan }: Side) =>
    new Map(plan.limits.filter((one) => one.park === park).map((one) => [one.kind, one]));
  const [first, second] = [limitsOf(a), limitsOf(b)];
  return [...new Set([...first.keys(), ...second.keys()])].flatMap((kind): Cause[] => {
    const [from, to] = [first.get(kind), second.get(kind)];
    if (from?.limit !== to?.limit)
      return [{ cause: 'limit', kind, from: from?.limit ?? null, to: to?.limit ?? null }];
    if (from?.full !== to?.full) return [{ cause: to?.full ? 'full' : 'freed', kind }];
    return [];
  });
}

/**
 * Why goods have another amount in a park: what was set otherwise for them, their park's limits, or what each yuan is
 * worth there; where none of it, to which parks they go instead or from which they come.
 */
export function whyMoved(moved: Moved, all: readonly Moved[], a: Side, b: Side): Cause[] {
  const causes: Cause[] = [];
  for (const cause of ['excluded', 'required'] as const) {
    if (differs(bearing(a.request[cause], moved), bearing(b.request[cause], moved))) causes.push({ cause });
  }
  causes.push(...causesOfLimits(moved, a, b));
  const [from, to] = [moved.before?.value, moved.there?.value];
  if (from !== undefined && to !== undefined && Math.abs(from - to) > alike)
    causes.push({ cause: 'value', from, to });
  else if (differs(a.request.weights, b.request.weights) && causes.length === 0)
    causes.push({ cause: 'value', from: from ?? Number.NaN, to: to ?? Number.NaN });
  const [volume, later] = [volumeOf(a.plan, moved), volumeOf(b.plan, moved)];
  if (Math.abs(volume - later) > 1e4) causes.push({ cause: 'volume' });
  for (const cause of ['most', 'least'] as const) {
    if (differs(a.request[cause], b.request[cause])) causes.push({ cause });
  }
  if (causes.length > 0) return causes;
  const more = ({ first, second }: Moved) => second > first;
  const parks = all
    .filter((one) => one.origin === moved.origin && one.group === moved.group && more(one) !== more(moved))
    .map(({ park }) => park);
  if (parks.length === 0) return [{ cause: 'room' }];
  return [{ cause: more(moved) ? 'comes' : 'goes', parks }];
}
