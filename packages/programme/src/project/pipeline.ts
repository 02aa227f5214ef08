import { type PromiseAndResult, promiseAndResult, type Standing } from './promise.ts';

export interface ProjectFilter {
  readonly park?: string | undefined;
  readonly origin?: string | undefined;
  /** A division, or finer. */
  readonly industry?: string | undefined;
  readonly state?: string | undefined;
  /** Part of the name of project or company. */
  readonly text?: string | undefined;
}

/** Projects that a filter lets through. */
export function filtered<P extends Standing>(projects: readonly P[], wanted: ProjectFilter): P[] {
  const text = wanted.text?.trim().toLowerCase();
  return projects.filter(
    ({ state, content }) =>
      (!wanted.park || content.park === wanted.park) &&
      (!wanted.origin || content.origin === wanted.origin) &&
      (!wanted.industry || content.industry.startsWith(wanted.industry)) &&
      (!wanted.state || state === wanted.state) &&
      (!text || `${content.name} ${content.company} ${content.creditCode}`.toLowerCase().includes(text)),
  );
}

/** How many projects there are in each state, and what they promise and have paid in. */
export function pipeline(
  projects: readonly Standing[],
  states: readonly string[],
): (PromiseAndResult & { state: string; records: number })[] {
  const within = Map.groupBy(projects, ({ state }) => state);
  return states.map((state) => {
    const some = within.get(state) ?? [];
    return { state, records: some.length, ...promiseAndResult(some.map(({ content }) => content)) };
  });
}

export const dimensions = ['park', 'origin', 'industry', 'year'] as const;
export type ProjectDimension = (typeof dimensions)[number];

/** What a project is counted under; `year` is that of signing, and unsigned projects have none. */
export function keyOf({ content }: Standing, dimension: ProjectDimension): string | undefined {
  switch (dimension) {
    case 'park':
      return content.park;
    case 'origin':
      return content.origin;
    case 'industry':
      return content.industry.slice(0, 2);
    case 'year':
      return content.course.reached.find(({ stage }) => stage === 'signed')?.date.slice(0, 4);
  }
}
