/**
 * How alike two texts are, 0 to 1: common characters in about the same place, and a common beginning.
 *
 *   jaro = (m/|a| + m/|b| + (m − t)/m) / 3,   winkler = jaro + 0.1 ℓ (1 − jaro)
 *
 * m characters found in the other within ⌊max(|a|, |b|)/2⌋ − 1 places, t half of those in another order,
 * ℓ ≤ 4 the length of the common beginning.
 *
 * @see      Jaro (1989); Winkler (1990)
 * @example  jaroWinkler('MARTHA', 'MARHTA') // 0.961111111111
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [[...a], [...b]];
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const taken = new Array<boolean>(right.length).fill(false);
  const found = left.filter((character, i) => {
    const last = Math.min(right.length - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= last; j++) {
      if (taken[j] || right[j] !== character) continue;
      taken[j] = true;
      return true;
    }
    return false;
  });
  if (found.length === 0) return 0;
  const counterparts = right.filter((_, j) => taken[j]);
  const displaced = found.filter((character, i) => character !== counterparts[i]).length / 2;
  const m = found.length;
  const jaro = (m / left.length + m / right.length + (m - displaced) / m) / 3;
  let common = 0;
  while (common < Math.min(4, left.length, right.length) && left[common] === right[common]) common++;
  return jaro + 0.1 * common * (1 - jaro);
}

/**
 * The part of trigrams that two texts share (Dice); the ends count as characters.
 * @example trigramLikeness('电子', '电子') // 1
 */
export function trigramLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [trigrams(a), trigrams(b)];
  let shared = 0;
  for (const gram of left) if (right.has(gram)) shared++;
  return (2 * shared) / (left.size + right.size);
}

function trigrams(text: string): Set<string> {
  const characters = ['^', '^', ...text, '$', '$'];
  return new Set(characters.slice(2).map((last, i) => `${characters[i]}${characters[i + 1]}${last}`));
}
