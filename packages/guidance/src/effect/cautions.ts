import type { Ground } from '../ground/ground.ts';
import type { Caution } from './effect-result.ts';

/** Fewer treated cities than this are few: errors that are clustered by them come out too small. */
const few = 20;
/** Below this chance a difference before is no accident. */
const odd = 0.1;
/** A mix that misses by more than this before, in logarithms, does not follow. */
const miss = 0.15;

/** What may be wrong with an answer; what holds for all of them first. */
export function cautionsOf(
  { trade }: Pick<Ground, 'trade'>,
  seen: {
    readonly treated: number;
    readonly comparable: number;
    readonly before: number | null;
    readonly miss: number;
    readonly earlier: { readonly ratio: number } | null;
  },
): Caution[] {
  const told: [Caution, boolean][] = [
    ['registration', true],
    ['chosen', true],
    ['anticipation', true],
    ['spillover', true],
    ['all-trade', trade?.measured === 'all'],
    ['few-treated', seen.treated < few],
    ['few-comparable', seen.comparable < 39],
    ['differed-before', seen.before !== null && seen.before < odd],
    ['poor-fit', seen.miss > miss],
    ['differs-earlier', seen.earlier !== null && seen.earlier.ratio > 3],
  ];
  return told.flatMap(([caution, holds]) => (holds ? [caution] : []));
}
