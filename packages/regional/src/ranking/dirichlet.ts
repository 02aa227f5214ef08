/**
 * Weights drawn about a centre: a Dirichlet whose mean it is.
 * @param centre         shares, summing to 1
 * @param concentration  how near the draws stay: as many as there are shares is wide
 */
export function dirichlet(centre: readonly number[], concentration: number, draw: () => number): number[] {
  const gammas = centre.map((weight) => gamma(weight * concentration, draw));
  const all = gammas.reduce((a, b) => a + b, 0);
  return gammas.map((value) => value / all);
}

/** A gamma draw of the given shape and scale 1 (Marsaglia & Tsang 2000). */
function gamma(shape: number, draw: () => number): number {
  if (shape < 1) return gamma(shape + 1, draw) * draw() ** (1 / Math.max(shape, 1e-9));
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(1 - draw()) < normal ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
