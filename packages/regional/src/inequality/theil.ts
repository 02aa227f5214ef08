import { requireNonNegative, requireSameLength, sum } from '../fault.ts';

/**
 * Theil's T: how unequally y is spread over p, weighting by y.
 *
 *   T = Σ (y[i]/Y) ln( (y[i]/Y) / (p[i]/P) )
 *
 * @param y  amounts (income, trade …), non-negative
 * @param p  what they would be spread by if all were equal (population, employment); equal weights
 *           when absent: then T compares places as such and is *not* a per-head inequality
 * @returns  nats, from 0 (as p) to ln(P/min p); NaN where the sum is zero or an amount unknown
 * @throws   RegionalFault `wrong-shape`, `negative-value`
 * @see      Theil (1967), Economics and Information Theory
 * @example  theilT([1, 1]) // 0
 * @example  theilT([0, 2]) // 0.6931471805599453
 */
export function theilT(y: readonly number[], p: readonly number[] = y.map(() => 1)): number {
  return divergence(y, p);
}

/**
 * Theil's L (mean logarithmic deviation): the same, weighting by p.
 *
 *   L = Σ (p[i]/P) ln( (p[i]/P) / (y[i]/Y) )
 *
 * @returns  nats, from 0; Infinity where somebody with weight has nothing
 * @throws   RegionalFault `wrong-shape`, `negative-value`
 * @example  theilL([10, 10, 10, 20, 50]) // 0.232630161961136
 */
export function theilL(y: readonly number[], p: readonly number[] = y.map(() => 1)): number {
  return divergence(p, y);
}

export interface TheilGroup {
  readonly group: string;
  /** The group's part of Y (for T) or of P (for L): the weight of its own index. */
  readonly share: number;
  /** Inequality among the members of the group. */
  readonly index: number;
  /** `share · index`; over all groups these add up to `within`. */
  readonly within: number;
  /** The group's own term of `between`; single terms may be negative. */
  readonly between: number;
}

export interface TheilDecomposition {
  readonly total: number;
  readonly between: number;
  readonly within: number;
  readonly groups: readonly TheilGroup[];
}

/**
 * Theil within and between groups.
 *
 *   T = Σ_g s[g] T[g] + Σ_g s[g] ln( s[g] / w[g] )
 *
 * s[g], w[g] the group's parts of y and of p; for L the two change places.
 *
 * @param y       amounts
 * @param groups  the group of each amount, same length
 * @param p       weights, see `theilT`
 * @returns  `total = within + between`, and each group's contribution, in order of appearance
 * @throws   RegionalFault `wrong-shape`, `negative-value`
 * @see      Shorrocks (1980), The class of additively decomposable inequality measures
 * @example  theilDecomposition([1, 1, 3, 3], ['a', 'a', 'b', 'b']).within // 0
 */
export function theilDecomposition(
  y: readonly number[],
  groups: readonly string[],
  { weights: p = y.map(() => 1), index = 'T' }: { weights?: readonly number[]; index?: 'T' | 'L' } = {},
): TheilDecomposition {
  requireSameLength('groups', groups.length, 'amounts', y.length);
  requireSameLength('weights', p.length, 'amounts', y.length);
  const [of, by] = index === 'T' ? [y, p] : [p, y];
  const sums = new Map<string, Sums>();
  for (let i = 0; i < of.length; i += 1) {
    const [amount, against] = [of[i], by[i]];
    if (amount < 0 || against < 0) requireNonNegative(amount < 0 ? of : by);
    let group = sums.get(groups[i]);
    if (!group) {
      group = { of: 0, by: 0, logs: 0 };
      sums.set(groups[i], group);
    }
    group.of += amount;
    group.by += against;
    group.logs += term(amount, against);
  }
  const whole: Sums = { of: 0, by: 0, logs: 0 };
  for (const group of sums.values()) {
    whole.of += group.of;
    whole.by += group.by;
    whole.logs += group.logs;
  }
  const parts = Array.from(sums, ([group, own]): TheilGroup => {
    const share = own.of / (whole.of || Number.NaN);
    const inside = own.of === 0 ? 0 : indexOf(own);
    return {
      group,
      share,
      index: inside,
      within: share * inside,
      between: term(share, own.by / whole.by),
    };
  });
  return {
    total: indexOf(whole),
    between: sum(parts.map((part) => part.between)),
    within: sum(parts.map((part) => part.within)),
    groups: parts,
  };
}

/** Σ of, Σ by and Σ of ln(of/by): all that an index needs, so that one logarithm per amount will do. */
interface Sums {
  of: number;
  by: number;
  logs: number;
}

const indexOf = ({ of, by, logs }: Sums): number =>
  logs / (of || Number.NaN) - Math.log(of / (by || Number.NaN));

/**
 * Theil's T over a hierarchy (regions ⊃ provinces ⊃ cities), one component per level.
 *
 *   T = T[between regions] + T[between provinces within regions] + … + T[within the last level]
 *
 * Each component is the T of the sums at one level less that of the level above.
 *
 * @param paths  for each amount the groups it lies in, outermost first; all of one depth
 * @returns  `depth + 1` components, outermost first, that add up to T
 * @throws   RegionalFault `wrong-shape`, `negative-value`
 * @example  nestedTheil([1, 1, 3, 3], [['a'], ['a'], ['b'], ['b']])[1] // 0
 */
export function nestedTheil(
  y: readonly number[],
  paths: readonly (readonly string[])[],
  p: readonly number[] = y.map(() => 1),
): number[] {
  requireSameLength('paths', paths.length, 'amounts', y.length);
  const depth = paths[0]?.length ?? 0;
  for (const path of paths)
    requireSameLength(`path ${path.join(' > ')}: groups`, path.length, 'levels', depth);
  const upTo = Array.from({ length: depth }, (_, level) => {
    const keys = paths.map((path) => JSON.stringify(path.slice(0, level + 1)));
    return theilDecomposition(y, keys, { weights: p }).between;
  });
  return [...upTo, theilT(y, p)].map((value, level) => value - (upTo[level - 1] ?? 0));
}

/** Σ a ln(a/b) over shares; what T and L have in common. */
function divergence(a: readonly number[], b: readonly number[]): number {
  requireSameLength('weights', b.length, 'amounts', a.length);
  requireNonNegative(a);
  requireNonNegative(b);
  const [wholeA, wholeB] = [sum(a) || Number.NaN, sum(b) || Number.NaN];
  return sum(a.map((value, i) => term(value / wholeA, b[i] / wholeB)));
}

const term = (a: number, b: number): number => (a === 0 ? 0 * b : a * Math.log(a / b));
