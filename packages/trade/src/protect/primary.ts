import { CannotProtect } from './cannot-protect.ts';
import type { Cells } from './cells.ts';
import type { ReleasePolicy } from './release.ts';

/** Which rule a cell breaks. */
export type PrimaryRule = 'frequency' | 'p-percent' | 'dominance' | 'passive';

/** A firm that asked for confidentiality is kept further from being estimated than the p % of others. */
const strictest = 50;

/**
 * Cells that may not be published for their own sake. With X the cell's total, x₁ ≥ x₂ ≥ … its
 * contributions and N their number:
 *
 *   frequency   0 < N < minimum
 *   p %         X − x₁ − x₂ < p/100 · x₁      the second firm could tell the first within p %
 *   dominance   x₁ + … + xₙ > k/100 · X
 *   passive     X − a − f < P/100 · f         f a firm that asked, a the largest other, P ≥ p
 *
 * An empty cell, or one of nothing but zeros, is published as zero.
 *
 * @returns the first rule that each such cell breaks, by number of the cell
 * @throws  CannotProtect when the policy is none
 * @see     Hundepool et al. (2012), Statistical Disclosure Control, ch. 4
 */
export function primary(cells: Cells, policy: ReleasePolicy): Map<number, PrimaryRule> {
  checkPolicy(policy);
  const { values, firms, largest, kept } = cells;
  const { n, k } = policy.dominance;
  const broken = new Map<number, PrimaryRule>();
  for (let cell = 0; cell < values.length; cell++) {
    const total = values[cell] as number;
    if (total === 0) continue;
    const x1 = largest[cell * kept] as number;
    const x2 = largest[cell * kept + 1] as number;
    let topmost = 0;
    for (let i = 0; i < n; i++) topmost += largest[cell * kept + i] as number;
    if ((firms[cell] as number) < policy.minimumFrequency) broken.set(cell, 'frequency');
    else if (total - x1 - x2 < (policy.p / 100) * x1) broken.set(cell, 'p-percent');
    else if (topmost > (k / 100) * total) broken.set(cell, 'dominance');
  }
  const strict = Math.max(policy.p, policy.passiveP ?? strictest);
  for (const firm of policy.passive) {
    for (const [cell, own] of cells.shares.get(firm) ?? []) {
      if (broken.has(cell)) continue;
      const x1 = largest[cell * kept] as number;
      const other = own === x1 ? (largest[cell * kept + 1] as number) : x1;
      if ((values[cell] as number) - other - own < (strict / 100) * own) broken.set(cell, 'passive');
    }
  }
  return broken;
}

/** What the rules need to know of each cell. */
export const followedBy = ({ dominance, passive }: ReleasePolicy) => ({
  kept: Math.max(2, dominance.n),
  follow: passive,
});

function checkPolicy({ minimumFrequency, dominance, p, passiveP = p }: ReleasePolicy): void {
  const rules: [string, boolean, string][] = [
    [
      'minimum frequency',
      Number.isInteger(minimumFrequency) && minimumFrequency >= 1,
      'a whole number from 1',
    ],
    ['n of the dominance rule', Number.isInteger(dominance.n) && dominance.n >= 1, 'a whole number from 1'],
    ['k of the dominance rule', dominance.k > 0 && dominance.k <= 100, 'a percentage up to 100'],
    ['p', p > 0 && p <= 100, 'a percentage up to 100'],
    ['p for passive confidentiality', passiveP >= p && passiveP <= 100, 'a percentage from p to 100'],
  ];
  const wrong = rules.find(([, right]) => !right);
  if (wrong) throw new CannotProtect('bad-policy', `the ${wrong[0]} does not fit`, `give ${wrong[2]}`);
}
