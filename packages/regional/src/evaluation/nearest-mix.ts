import { RegionalFault } from '../fault.ts';
import { inverseOf, times } from '../linear-algebra/cholesky.ts';

/**
 * The mix of series that comes nearest to one of them all: none negative, summing to 1.
 *
 *   min_w Σ_t (own[t] − Σ_j w[j] donors[j][t])²,  w ≥ 0, Σw = 1
 *
 * It is the point of least norm in the hull of the differences, found by Wolfe's algorithm in finitely many steps: from the
 * nearest difference on, the one that lies most on the other side joins, and those that it makes needless leave. What is
 * determined by those that are in already does not join.
 *
 * @returns  a weight per donor, which no donor could better by more than a hundred-thousandth of the
 *           largest square; where several mixes are as near, one of few donors
 * @see      Wolfe (1976), Finding the nearest point in a polytope
 */
export function nearestMix(donors: readonly ArrayLike<number>[], own: ArrayLike<number>): number[] {
  const points = donors.map((series) => Float64Array.from(series, (value, t) => value - own[t]));
  const norms = points.map((point) => dot(point, point));
  const largest = Math.max(...norms);
  let mix: Mix = { members: [norms.indexOf(Math.min(...norms))], weights: [1] };
  const needless = new Set<number>();
  for (;;) {
    const at = pointOf(points, mix);
    const norm = dot(at, at);
    let joining = -1;
    let least = norm - 1e-13 * largest;
    points.forEach((point, j) => {
      if (needless.has(j) || mix.members.includes(j)) return;
      const along = dot(point, at);
      if (along < least) [joining, least] = [j, along];
    });
    if (joining < 0) break;
    const nearer = settled(points, [...mix.members, joining], [...mix.weights, 0]);
    const reached = nearer && pointOf(points, nearer);
    if (nearer && reached && dot(reached, reached) < norm) {
      mix = nearer;
      needless.clear();
    } else needless.add(joining);
  }
  const weights = new Array<number>(donors.length).fill(0);
  mix.members.forEach((member, i) => {
    weights[member] = mix.weights[i];
  });
  return weights;
}

interface Mix {
  readonly members: readonly number[];
  readonly weights: readonly number[];
}

/** Goes to the nearest point of the plane through the members, and where that leaves the hull, drops who is in the way. */
function settled(
  points: readonly Float64Array[],
  members: readonly number[],
  weights: readonly number[],
): Mix | undefined {
  const aim = nearestOfPlane(points, members);
  if (!aim) return undefined;
  if (aim.every((goal) => goal > 0)) return { members, weights: aim };
  // How far each may go before its weight is nought.
  const until = aim.map((goal, i) =>
    goal > 0 ? Number.POSITIVE_INFINITY : weights[i] / (weights[i] - goal) || 0,
  );
  const way = Math.min(...until);
  const reached = weights.map((weight, i) => weight + way * (aim[i] - weight));
  const stay = until.map((end) => end > way);
  return settled(
    points,
    members.filter((_, i) => stay[i]),
    reached.filter((_, i) => stay[i]),
  );
}

/** Weights that sum to 1, of either sign; nothing where the members lie in less than a plane of their own. */
function nearestOfPlane(points: readonly Float64Array[], members: readonly number[]): number[] | undefined {
  const products = members.map((a) => Float64Array.from(members, (b) => dot(points[a], points[b])));
  const scale = products.reduce((sum, row, i) => sum + row[i], 0) / members.length || 1;
  try {
    const inverse = inverseOf(
      products.map((row) => row.map((value) => value + scale)),
      members.map(String),
    );
    const weights = times(
      inverse,
      members.map(() => 1),
    );
    const all = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight) => weight / all);
  } catch (error) {
    if (error instanceof RegionalFault) return undefined;
    throw error;
  }
}

function pointOf(points: readonly Float64Array[], { members, weights }: Mix): Float64Array {
  const sum = new Float64Array(points[0].length);
  members.forEach((member, i) => {
    for (let t = 0; t < sum.length; t += 1) sum[t] += weights[i] * points[member][t];
  });
  return sum;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < a.length; t += 1) sum += a[t] * b[t];
  return sum;
}
