/** One side gives, the other takes: positive amounts with equal sums, and what a unit costs between them. */
export interface Exchange {
  readonly give: Float64Array;
  readonly take: Float64Array;
  /** give × take, row by row. */
  readonly cost: Float64Array;
}

export interface Plan {
  /** give × take, row by row; its margins are `give` and `take`. */
  readonly flow: Float64Array;
  readonly iterations: number;
  /** Prices at the givers: with the takers' they say what a unit more would cost. */
  readonly prices: Float64Array;
  /** The margins were met to 1e-7 before they were rounded to exactness. */
  readonly converged: boolean;
}

/** Of all that moves; what is missed is then spread, so that margins are exact. */
const tolerance = 1e-7;
/** Scalings beyond e^50 are taken up into the potentials before they leave what numbers can hold. */
const limit = Math.exp(50);

/**
 * The exchange that minimises ⟨K, T⟩ + ε KL(T ‖ give ⊗ take / Σ), by Sinkhorn's scaling.
 *
 * Scalings are kept small by taking them up into the potentials f, g (the log domain), and ε comes down from
 * the spread of the costs in steps, each starting where the last ended. What is then missing at the margins is
 * spread by Altschuler's rounding, so that they are met exactly.
 *
 * @see Cuturi (2013), Sinkhorn distances; Schmitzer (2019), Stabilized sparse scaling; Altschuler, Weed &
 *      Rigollet (2017)
 */
export function sinkhorn(exchange: Exchange, epsilon: number, most = 20_000): Plan {
  const { give, take, cost } = exchange;
  const [n, m] = [give.length, take.length];
  const [f, g] = [new Float64Array(n), new Float64Array(m)];
  const [u, v] = [new Float64Array(n).fill(1), new Float64Array(m).fill(1)];
  const sums = new Float64Array(m);
  let kernel: Float64Array = new Float64Array(0);
  let iterations = 0;
  let converged = false;
  for (const eps of descending(cost, epsilon)) {
    const last = eps === epsilon;
    absorb();
    for (; iterations < most; iterations += 1) {
      rescale(exchange, kernel, u, v, sums);
      if (!(largest(u) < limit && largest(v) < limit)) absorb();
      if (iterations % 10 === 9) {
        const missed = missing(u, v, kernel, give);
        converged = last && missed < tolerance;
        if (missed < (last ? tolerance : 1e-2)) break;
      }
    }
    absorb();

    function absorb(): void {
      for (let i = 0; i < n; i += 1) f[i] += eps * Math.log(u[i]);
      for (let j = 0; j < m; j += 1) g[j] += eps * Math.log(v[j]);
      u.fill(1);
      v.fill(1);
      kernel = gibbs(exchange, f, g, eps);
    }
  }
  return { flow: rounded(kernel, give, take), iterations, prices: f, converged };
}

/** From the spread of the costs down to ε, by fours. */
function descending(cost: Float64Array, epsilon: number): number[] {
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const c of cost) {
    low = Math.min(low, c);
    high = Math.max(high, c);
  }
  const steps = [epsilon];
  for (let eps = epsilon * 4; eps < high - low; eps *= 4) steps.unshift(eps);
  return steps;
}

function gibbs({ give, take, cost }: Exchange, f: Float64Array, g: Float64Array, eps: number): Float64Array {
  const kernel = new Float64Array(cost.length);
  const all = give.reduce((a, b) => a + b, 0);
  for (let i = 0, k = 0; i < give.length; i += 1) {
    for (let j = 0; j < take.length; j += 1, k += 1) {
      kernel[k] = (Math.exp((f[i] + g[j] - cost[k]) / eps) * give[i] * take[j]) / all;
    }
  }
  return kernel;
}

/** u to meet what is given, then v to meet what is taken, in one pass over the kernel. */
function rescale(
  { give, take }: Exchange,
  kernel: Float64Array,
  u: Float64Array,
  v: Float64Array,
  sums: Float64Array,
): void {
  const m = v.length;
  sums.fill(0);
  for (let i = 0; i < u.length; i += 1) {
    const from = i * m;
    // Four sums at once: one alone would wait for each addition to end.
    let [a, b, c, d, j] = [0, 0, 0, 0, 0];
    for (; j + 3 < m; j += 4) {
      a += kernel[from + j] * v[j];
      b += kernel[from + j + 1] * v[j + 1];
      c += kernel[from + j + 2] * v[j + 2];
      d += kernel[from + j + 3] * v[j + 3];
    }
    for (; j < m; j += 1) a += kernel[from + j] * v[j];
    const scale = give[i] / (a + b + (c + d));
    u[i] = scale;
    for (j = 0; j < m; j += 1) sums[j] += kernel[from + j] * scale;
  }
  for (let j = 0; j < m; j += 1) v[j] = take[j] / sums[j];
}

/** What the rows miss of what they should give; the columns have just been met. */
function missing(u: Float64Array, v: Float64Array, kernel: Float64Array, give: Float64Array): number {
  let [missed, all] = [0, 0];
  for (let i = 0, k = 0; i < u.length; i += 1) {
    let sum = 0;
    for (let j = 0; j < v.length; j += 1, k += 1) sum += kernel[k] * v[j];
    missed += Math.abs(u[i] * sum - give[i]);
    all += give[i];
  }
  return missed / all;
}

const largest = (x: Float64Array): number => {
  let most = 0;
  for (const value of x) most = Math.max(most, value, 1 / value);
  return most;
};

/** The nearest plan with exactly these margins: too much is scaled off, what then lacks is spread in proportion. */
function rounded(plan: Float64Array, give: Float64Array, take: Float64Array): Float64Array {
  const [n, m] = [give.length, take.length];
  const flow = plan.slice();
  for (let i = 0; i < n; i += 1) {
    const row = flow.subarray(i * m, (i + 1) * m);
    const by = Math.min(1, give[i] / row.reduce((a, b) => a + b, 0));
    for (let j = 0; j < m; j += 1) row[j] *= by;
  }
  const lackOfTake = take.slice();
  for (let j = 0; j < m; j += 1) {
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += flow[i * m + j];
    const by = Math.min(1, take[j] / sum);
    for (let i = 0; i < n; i += 1) flow[i * m + j] *= by;
    lackOfTake[j] = Math.max(0, take[j] - sum * by);
  }
  const lack = lackOfTake.reduce((a, b) => a + b, 0);
  if (!(lack > 0)) return flow;
  for (let i = 0; i < n; i += 1) {
    const row = flow.subarray(i * m, (i + 1) * m);
    const lackOfGive = Math.max(0, give[i] - row.reduce((a, b) => a + b, 0));
    for (let j = 0; j < m; j += 1) row[j] += (lackOfGive * lackOfTake[j]) / lack;
  }
  return flow;
}
