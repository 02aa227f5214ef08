import type { Exchange } from './sinkhorn.ts';

/**
 * The cheapest exchange: what `sinkhorn` tends to as ε goes to 0.
 *
 * Giver by giver, each along the cheapest way to a taker that still wants, ways back through what is already
 * given included (successive shortest paths with potentials); exact but for rounding, and the same every time.
 *
 * @param prices  at the givers, near the right ones (those of a Sinkhorn plan): the nearer, the sooner done
 * @returns  the flow, give × take; at most n + m − 1 cells are not 0
 * @see      Jewell (1962); Ahuja, Magnanti & Orlin (1993), Network Flows, section 9.7
 */
export function cheapest(
  { give, take, cost }: Exchange,
  prices: Float64Array = new Float64Array(give.length),
): Float64Array {
  const [n, m] = [give.length, take.length];
  const flow = new Float64Array(n * m);
  const [left, wanted] = [give.slice(), take.slice()];
  const nothing = 1e-12 * give.reduce((a, b) => a + b, 0);
  const potential = feasible(cost, prices, m);
  for (let source = 0; source < n; source += 1) {
    while (left[source] > nothing) {
      const way = shortestWay(source, { n, m, cost, flow, wanted, potential, nothing });
      if (way === undefined) break;
      let amount = Math.min(left[source], wanted[way[way.length - 1] - n]);
      for (let s = 1; s + 1 < way.length; s += 2)
        amount = Math.min(amount, flow[way[s + 1] * m + way[s] - n]);
      for (let s = 0; s < way.length; s += 1) {
        if (s % 2 === 0 && s + 1 < way.length) flow[way[s] * m + way[s + 1] - n] += amount;
        if (s % 2 === 1 && s + 1 < way.length) flow[way[s + 1] * m + way[s] - n] -= amount;
      }
      left[source] -= amount;
      wanted[way[way.length - 1] - n] -= amount;
    }
  }
  return flow;
}

/** Prices at the takers that leave no way cheaper than its prices, then at the givers likewise. */
function feasible(cost: Float64Array, prices: Float64Array, m: number): Float64Array {
  const n = prices.length;
  const potential = new Float64Array(n + m).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < m; j += 1) potential[n + j] = Math.min(potential[n + j], cost[i * m + j] - prices[i]);
  }
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < m; j += 1) potential[i] = Math.min(potential[i], cost[i * m + j] - potential[n + j]);
    potential[i] = -potential[i];
  }
  return potential;
}

interface Residual {
  readonly n: number;
  readonly m: number;
  readonly cost: Float64Array;
  readonly flow: Float64Array;
  readonly wanted: Float64Array;
  readonly potential: Float64Array;
  readonly nothing: number;
}

/** Dijkstra over reduced costs: giver → taker always, taker → giver where something flows. */
function shortestWay(
  source: number,
  { n, m, cost, flow, wanted, potential, nothing }: Residual,
): number[] | undefined {
  const distance = new Float64Array(n + m).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(n + m).fill(-1);
  const done = new Uint8Array(n + m);
  distance[source] = 0;
  for (;;) {
    let at = -1;
    for (let node = 0; node < n + m; node += 1) {
      if (!done[node] && (at < 0 || distance[node] < distance[at])) at = node;
    }
    if (at < 0 || distance[at] === Number.POSITIVE_INFINITY) return undefined;
    done[at] = 1;
    if (at >= n && wanted[at - n] > nothing) {
      for (let node = 0; node < n + m; node += 1) potential[node] += Math.min(distance[node], distance[at]);
      const way = [at];
      while (way[0] !== source) way.unshift(from[way[0]]);
      return way;
    }
    if (at < n) {
      for (let j = 0; j < m; j += 1) relax(at, n + j, cost[at * m + j]);
    } else {
      for (let i = 0; i < n; i += 1) {
        if (flow[i * m + at - n] > nothing) relax(at, i, -cost[i * m + at - n]);
      }
    }
  }

  function relax(a: number, b: number, length: number): void {
    if (done[b]) return;
    const reduced = distance[a] + Math.max(0, length + potential[a] - potential[b]);
    if (reduced < distance[b]) {
      distance[b] = reduced;
      from[b] = a;
    }
  }
}
