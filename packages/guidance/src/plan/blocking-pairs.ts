import type { BlockingPair } from './placement-plan.ts';
import type { Standing } from './reasons.ts';
import { type Rule, yi } from './rules.ts';

const clearly = 1e-9;

/**
 * Pairs of goods and a park that would both rather have each other than what the plan gives them: the firms by their
 * own terms, the park by its own; where the park has no room for a lot, it would have to give up goods that it wants
 * less and that leave enough room.
 *
 * @param placed  amounts in 亿元, by goods and park
 * @returns those by which firms gain most first
 * @see     Gale & Shapley (1962); Roth & Sotomayor (1990), chapter 5
 */
export function blockingPairs(
  { program, used, ofPark }: Standing,
  placed: readonly { readonly i: number; readonly p: number; readonly amount: number }[],
): BlockingPair[] {
  const { problem, values, rules } = program;
  const ofGoods = new Map<number, number[]>();
  const inPark = new Map<number, { i: number; amount: number }[]>();
  for (const { i, p, amount } of placed) {
    ofGoods.set(i, [...(ofGoods.get(i) ?? []), p]);
    inPark.set(p, [...(inPark.get(p) ?? []), { i, amount }]);
  }
  const smallest = Math.max(program.lot, clearly);
  const fits = (i: number, p: number, gone?: { i: number; amount: number }) =>
    (ofPark[p] ?? []).every((row) => {
      const { sense, bound, counts } = rules[row] as Rule;
      if (sense === 'at-least') return true;
      const freed = gone ? counts(gone.i) * gone.amount : 0;
      return (used[row] as number) - freed + counts(i) * smallest <= bound + clearly;
    });
  const allowed = new Set(Array.from(program.movable, (i, j) => `${i} ${program.park[j]}`));
  const found: BlockingPair[] = [];
  problem.movable.forEach(({ origin, group, volume }, i) => {
    const got = ofGoods.get(i) ?? [];
    const byFirm = (p: number) => values.bySide('firm', i, p);
    const stays = volume / yi - placed.reduce((sum, one) => sum + (one.i === i ? one.amount : 0), 0);
    const worst =
      stays >= smallest
        ? undefined
        : got.reduce<number | undefined>(
            (low, p) => (low === undefined || byFirm(p) < byFirm(low) ? p : low),
            undefined,
          );
    const has = worst === undefined ? 0 : byFirm(worst);
    problem.parks.forEach(({ id }, p) => {
      const firmGains = byFirm(p) - has;
      if (!(firmGains > clearly) || got.includes(p) || !allowed.has(`${i} ${p}`)) return;
      const instead = worst === undefined ? null : (problem.parks[worst]?.id ?? null);
      const pair = { origin, group, park: id, instead, firmGains };
      if (fits(i, p)) {
        found.push({ ...pair, displaces: null });
        return;
      }
      const wanted = values.bySide('park', i, p);
      const least = (inPark.get(p) ?? [])
        .map((held) => ({ held, parkGains: wanted - values.bySide('park', held.i, p) }))
        .filter(({ held, parkGains }) => parkGains > clearly && fits(i, p, held))
        .sort((a, b) => b.parkGains - a.parkGains)[0];
      const goods = least && problem.movable[least.held.i];
      if (goods)
        found.push({
          ...pair,
          displaces: { origin: goods.origin, group: goods.group, parkGains: least.parkGains },
        });
    });
  });
  return found.sort((a, b) => b.firmGains - a.firmGains);
}
