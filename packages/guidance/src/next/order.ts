import type { Advice, Draft } from './advice.ts';
import { adviceKinds, sureness } from './advice-kinds.ts';

const weightOf = new Map(adviceKinds.map(({ kind, weight }) => [kind as string, weight]));
const placeOf = new Map(adviceKinds.map(({ kind }, i) => [kind as string, i]));
const countsOf = new Map(sureness.map(({ sure, counts }) => [sure as string, counts]));

/**
 * Advice in the order in which it is to be read.
 *
 *   score = weight of its kind · extent · how much its sureness counts        to three digits
 *
 * Equal scores stand in the order of kinds, then of what they are about, so that the order is the same each time.
 * @see docs/methods/next-advice.md
 */
export function inOrder(drafts: readonly Draft[]): Advice[] {
  return drafts
    .map((draft) => ({ ...draft, score: scoreOf(draft) }))
    .sort(
      (a, b) =>
        b.score - a.score ||
        (placeOf.get(a.kind) as number) - (placeOf.get(b.kind) as number) ||
        (`${a.about.what} ${a.about.id}` < `${b.about.what} ${b.about.id}` ? -1 : 1),
    )
    .map((draft, i) => ({
      ...draft,
      order: i + 1,
      measures: draft.measures ?? [],
      talk: draft.talk ?? [],
      remedy: draft.remedy ?? null,
    }));
}

const scoreOf = ({ kind, extent, sure }: Draft): number =>
  Math.round(1000 * (weightOf.get(kind) as number) * within(extent) * (countsOf.get(sure) as number)) / 1000;

const within = (extent: number): number => Math.max(0, Math.min(1, extent));
