/**
 * The smallest part of a set that still fails: without any one of its members it does not (QuickXplain).
 *
 * @param all    fails as a whole
 * @param fails  of a part; what holds a failing part fails too, and nothing at all does not fail
 * @see      Junker (2004), QuickXplain: preferred explanations and relaxations for over-constrained problems
 * @example  irreducible([1, 2, 3, 4], (part) => part.includes(2) && part.includes(4)) // [2, 4]
 */
export function irreducible<T>(all: readonly T[], fails: (part: readonly T[]) => boolean): T[] {
  const search = (given: readonly T[], moreGiven: boolean, rest: readonly T[]): T[] => {
    if (moreGiven && fails(given)) return [];
    if (rest.length <= 1) return [...rest];
    const half = rest.length >> 1;
    const [before, after] = [rest.slice(0, half), rest.slice(half)];
    const ofAfter = search([...given, ...before], true, after);
    return [...search([...given, ...ofAfter], ofAfter.length > 0, before), ...ofAfter];
  };
  return search([], false, all);
}
