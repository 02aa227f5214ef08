import { type CityCourses, meanOf } from './city-courses.ts';

/**
 * The cities most like one before it was recognised: nearest in mean level and in mean growth, each in standard deviations
 * of the pool.
 *
 * @param start  position of its first treated period; what is later plays no part
 * @returns  at most `count`, nearest first; equal ones in the order of codes
 */
export function comparableCities(
  place: string,
  pool: readonly string[],
  { of }: CityCourses,
  start: number,
  count: number,
): string[] {
  const features = (code: string): readonly [level: number, growth: number] => {
    const before = (of.get(code) ?? []).slice(0, start);
    const growth = ((before.at(-1) ?? Number.NaN) - (before[0] ?? Number.NaN)) / (before.length - 1);
    return [meanOf(before), growth];
  };
  const others = pool.filter((code) => code !== place).map((code) => ({ code, at: features(code) }));
  const [level, growth] = [0, 1].map((k) => deviation(others.map(({ at }) => at[k as 0 | 1])));
  const own = features(place);
  return others
    .map(({ code, at }) => ({
      code,
      far: ((at[0] - own[0]) / (level || 1)) ** 2 + ((at[1] - own[1]) / (growth || 1)) ** 2,
    }))
    .sort((a, b) => a.far - b.far || (a.code < b.code ? -1 : 1))
    .slice(0, count)
    .map(({ code }) => code);
}

function deviation(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
}
