/** What is known of one project where groups are told to those whom it does not concern. */
export interface Told {
  /** The company, as well as it is known: groups are of companies, not of their projects. */
  readonly company: string;
  readonly amount: number;
}

export interface Group {
  /** From the finest to the coarsest that it had to be told at; empty where it is of the whole country. */
  readonly path: readonly string[];
  /** Left over from groups that are told by themselves. */
  readonly rest: boolean;
  readonly projects: number;
  readonly amount: number;
}

/** No figure about fewer companies. */
export const fewest = 3;

/**
 * Counts and sums of projects in groups of at least three companies. Where a group is smaller it goes
 * into the rest of the next coarser one, and so on up; what is left at the top is told only if it is of
 * three companies too. The groups do not overlap, and no other sum is told of the same projects, so that
 * no difference of figures is about fewer.
 * @param levels  from the coarsest to the finest: `[park, origin]`
 */
export function protectedGroups<T extends Told>(
  projects: readonly T[],
  levels: readonly ((told: T) => string)[],
): Group[] {
  const { told, left } = at(projects, levels, []);
  return enough(left) ? [...told, group(left, [], levels.length > 0)] : told;
}

function at<T extends Told>(
  projects: readonly T[],
  [level, ...finer]: readonly ((told: T) => string)[],
  path: readonly string[],
): { told: Group[]; left: readonly T[] } {
  if (!level)
    return enough(projects)
      ? { told: [group(projects, path, false)], left: [] }
      : { told: [], left: projects };
  const parts = Map.groupBy(projects, level);
  const told: Group[] = [];
  const left: T[] = [];
  for (const [key, part] of [...parts].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))) {
    const below = at(part, finer, [...path, key]);
    told.push(...below.told);
    if (finer.length > 0 && enough(below.left)) told.push(group(below.left, [...path, key], true));
    else left.push(...below.left);
  }
  return { told, left };
}

const enough = (projects: readonly Told[]): boolean =>
  new Set(projects.map(({ company }) => company)).size >= fewest;

const group = (projects: readonly Told[], path: readonly string[], rest: boolean): Group => ({
  path,
  rest,
  projects: projects.length,
  amount: projects.reduce((sum, { amount }) => sum + amount, 0),
});
