import { type Comparable, compare, type Likeness, thresholds, worthComparing } from './duplicate-claims.ts';

export interface Candidate extends Likeness {
  readonly a: string;
  readonly b: string;
}

/** Above this a block tells little, and is cut by the city that the production comes from. */
const largestBlock = 60;

/**
 * Pairs among many projects that may be one project, the likeliest first. Only projects that share a
 * key are compared: code, name by sound, or origin with industry and size of investment.
 */
export function duplicatesAmong(projects: readonly Comparable[]): Candidate[] {
  const compared = new Set<number>();
  const found: Candidate[] = [];
  for (const block of blocksOf(projects)) {
    for (let i = 1; i < block.length; i++) {
      for (let j = 0; j < i; j++) {
        const [one, other] = [block[i] as number, block[j] as number];
        const pair = Math.max(one, other) * projects.length + Math.min(one, other);
        if (compared.has(pair)) continue;
        compared.add(pair);
        const [a, b] = [projects[Math.min(one, other)], projects[Math.max(one, other)]];
        if (!a || !b || !worthComparing(a, b)) continue;
        const likeness = compare(a, b);
        if (likeness.score >= thresholds.possible) found.push({ a: a.id, b: b.id, ...likeness });
      }
    }
  }
  return found.sort((one, other) => other.score - one.score);
}

/** Projects among many that may be this one, the likeliest first. */
export function duplicatesOf(project: Comparable, others: Iterable<Comparable>): Candidate[] {
  const keys = new Set(keysOf(project));
  const found: Candidate[] = [];
  for (const other of others) {
    if (other.id === project.id || !keysOf(other).some((key) => keys.has(key))) continue;
    const likeness = compare(project, other);
    if (likeness.score >= thresholds.possible) found.push({ a: project.id, b: other.id, ...likeness });
  }
  return found.sort((one, other) => other.score - one.score);
}

function* blocksOf(projects: readonly Comparable[]): Generator<number[]> {
  for (const block of grouped(projects.keys(), (i) => keysOf(projects[i] as Comparable)).values()) {
    if (block.length <= largestBlock) yield block;
    else yield* grouped(block.values(), (i) => [(projects[i] as Comparable).origin]).values();
  }
}

function grouped(indices: Iterable<number>, keys: (i: number) => readonly string[]): Map<string, number[]> {
  const blocks = new Map<string, number[]>();
  for (const i of indices) {
    for (const key of keys(i)) {
      const block = blocks.get(key);
      if (block) block.push(i);
      else blocks.set(key, [i]);
    }
  }
  return blocks;
}

/** Two sizes, so that neighbours on either side of a step meet. */
function keysOf({ creditCode, name, origin, industry, investment }: Comparable): string[] {
  const size = Math.log2(Math.max(1, investment)) * 2;
  const place = `${origin} ${industry.slice(0, 2)}`;
  return [
    ...(creditCode ? [`code ${creditCode}`] : []),
    `sound ${name.sound.split(' ').slice(0, 2).join(' ')}`,
    `${place} ${Math.floor(size)}`,
    `${place} ${Math.floor(size + 0.5) + 0.5}`,
  ];
}
