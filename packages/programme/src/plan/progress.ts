/** What a plan's progress is made of. */
export interface Weighed {
  readonly state: string;
  readonly start: string;
  readonly due: string;
  readonly weight: number;
  readonly progress: readonly { readonly date: string; readonly percent: number }[];
}

/** Not accepted, and its day is over. */
export const overdue = ({ state, due }: Pick<Weighed, 'state' | 'due'>, today: string): boolean =>
  state !== 'accepted' && due < today;

/**
 * How far a plan is on a day, and how far it was to be, 0 to 100, tasks by their weights.
 *
 *   actual(t) = Σ wᵢ pᵢ(t) / Σ wᵢ,   planned(t) = Σ wᵢ · clamp((t − startᵢ + 1) / (dueᵢ − startᵢ + 1)) / Σ wᵢ
 *
 * pᵢ(t) is the last reported by t; a task is planned to go evenly from its first day to its last.
 *
 * @returns NaN without tasks
 * @example progressOn([{ state: 'doing', start: '2024-01-01', due: '2024-01-10', weight: 1, progress: [] }], '2024-01-05') // { planned: 50, actual: 0 }
 */
export function progressOn(tasks: readonly Weighed[], day: string): { planned: number; actual: number } {
  const total = tasks.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (of: (task: Weighed) => number) =>
    tasks.reduce((sum, task) => sum + task.weight * of(task), 0) / total;
  return {
    planned: mean(({ start, due }) => {
      const [from, to, now] = [start, due, day].map((date) => Date.parse(date) / 86_400_000) as [
        number,
        number,
        number,
      ];
      return 100 * Math.min(1, Math.max(0, (now - from + 1) / (to - from + 1)));
    }),
    actual: mean((task) => reportedBy(task, day)),
  };
}

/** Both curves, from the first start to the last due day or today, a point a month. */
export function curve(
  tasks: readonly Weighed[],
  today: string,
): { date: string; planned: number; actual?: number }[] {
  if (tasks.length === 0) return [];
  const first = tasks.map(({ start }) => start).sort()[0] as string;
  const last = [...tasks.map(({ due }) => due), today].sort().at(-1) as string;
  const days = new Set([first, ...monthEnds(first, last), last]);
  if (today > first) days.add(today);
  return [...days].sort().map((date) => {
    const { planned, actual } = progressOn(tasks, date);
    return date > today ? { date, planned } : { date, planned, actual };
  });
}

/** Of entries on one day the later one holds. */
function reportedBy({ progress }: Weighed, day: string): number {
  let held: { date: string; percent: number } | undefined;
  for (const one of progress) if (one.date <= day && (!held || one.date >= held.date)) held = one;
  return held?.percent ?? 0;
}

function monthEnds(first: string, last: string): string[] {
  const ends: string[] = [];
  const [year = 0, month = 0] = first.split('-').map(Number);
  for (let i = month; ; i++) {
    const end = new Date(Date.UTC(year, i, 0)).toISOString().slice(0, 10);
    if (end >= last) return ends;
    if (end > first) ends.push(end);
  }
}
