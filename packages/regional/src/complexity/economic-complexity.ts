import { RegionalFault } from '../fault.ts';
import { largestBeside } from '../linear-algebra/lanczos.ts';
import { columnSums, type Matrix, matrixOf, rowSums } from '../matrix/matrix.ts';
import { fromDense, type SparseMatrix } from '../matrix/sparse-matrix.ts';
import { presence } from '../specialisation/presence.ts';
import { densityOf, proximityOf } from './proximity.ts';

export interface EconomicComplexity {
  /** Per region, mean 0 and deviation 1 over the regions. */
  readonly eci: readonly number[];
  /** Per industry, on the scale of `eci`. */
  readonly pci: readonly number[];
}

/**
 * Economic complexity: what regions can do, seen from which industries stand where.
 *
 *   K[i] = Σ_j (Σ_r M[r,i] M[r,j] / (k[i] k[r])) K[j]: the second eigenvector;  K[r] = Σ_i M[r,i] K[i] / k[r]
 *   ECI = (K[r] − mean) / deviation,  PCI = (K[i] − mean of K[r]) / deviation of K[r]
 *
 * The sign is that in which diversity and ECI correlate. Deviations divide by n.
 *
 * @param x  regions × industries, non-negative, one unit; M its presence
 * @returns  NaN for a region that has nothing and an industry that nobody has. With few regions of one country
 *           the index says more of size than of ability: take a national or world product space for that
 * @throws   RegionalFault `negative-value`, `not-computable` (fewer than two regions or industries, or no
 *           second eigenvector of its own: the table falls apart into unconnected pieces)
 * @see      Hidalgo & Hausmann (2009); as py-ecomplexity standardises it
 * @example  economicComplexity(matrix([[1, 1, 1], [1, 1, 0], [1, 0, 0]])).eci[0] > 0 // true
 */
export const economicComplexity = (x: Matrix): EconomicComplexity => standardised(rawComplexity(presence(x)));

interface RawComplexity {
  readonly regions: readonly number[];
  readonly industries: readonly number[];
  readonly mean: number;
  readonly deviation: number;
}

const standardised = ({ regions, industries, mean, deviation }: RawComplexity): EconomicComplexity => ({
  eci: regions.map((value) => (value - mean) / deviation),
  pci: industries.map((value) => (value - mean) / deviation),
});

/**
 * The eigenvector of Mᵀ D[r]⁻¹ M scaled by D[i]⁻½ on both sides, which is symmetric and is never written out:
 * a step costs two passes over what is present.
 */
function rawComplexity(present: Matrix): RawComplexity {
  const [diversity, ubiquity] = [rowSums(present), columnSums(present)];
  const m = fromDense(present);
  const roots = Float64Array.from(ubiquity, Math.sqrt);
  const scale = Math.sqrt(ubiquity.reduce((a, b) => a + b, 0));
  const { value, next, vector } = largestBeside(
    (v) => scaled(gather(m, averaged(m, scaled(v, roots), diversity)), roots),
    roots.map((root) => root / scale),
  );
  if (!(value > 1e-12) || value > 1 - 1e-12 || value - next < 1e-12) {
    throw new RegionalFault('not-computable', 'no second eigenvector stands out from the others');
  }
  const industries = Array.from(scaled(vector, roots), (k, i) => (ubiquity[i] > 0 ? k : Number.NaN));
  const regions = Array.from(averaged(m, scaled(vector, roots), diversity), (k, r) =>
    diversity[r] > 0 ? k : Number.NaN,
  );
  const known = diversity.flatMap((k, r) => (k > 0 ? [r] : []));
  const mean = known.reduce((sum, r) => sum + regions[r], 0) / known.length;
  const ofDiversity = known.reduce((sum, r) => sum + diversity[r], 0) / known.length;
  const together = known.reduce((sum, r) => sum + (regions[r] - mean) * (diversity[r] - ofDiversity), 0);
  const sign = together < 0 ? -1 : 1;
  const variance = known.reduce((sum, r) => sum + (regions[r] - mean) ** 2, 0) / known.length;
  return {
    regions: regions.map((k) => sign * k),
    industries: industries.map((k) => sign * k),
    mean: sign * mean,
    deviation: Math.sqrt(variance),
  };
}

/** v[i] / root[i]; what nobody has stays out. */
const scaled = (v: Float64Array, roots: Float64Array): Float64Array =>
  v.map((value, i) => (roots[i] > 0 ? value / roots[i] : 0));

/** Mean over what each region has. */
function averaged({ start, column }: SparseMatrix, of: Float64Array, count: readonly number[]): Float64Array {
  return Float64Array.from(count, (k, r) => {
    let sum = 0;
    for (let at = start[r]; at < start[r + 1]; at += 1) sum += of[column[at]];
    return k > 0 ? sum / k : 0;
  });
}

/** Sum over the regions that have each industry. */
function gather({ columns, start, column }: SparseMatrix, of: Float64Array): Float64Array {
  const sums = new Float64Array(columns.length);
  for (let r = 0; r < of.length; r += 1) {
    for (let at = start[r]; at < start[r + 1]; at += 1) sums[column[at]] += of[r];
  }
  return sums;
}

export interface ComplexityOutlook {
  /** Opportunity value per region: how near it is to complex industries it lacks; mean 0, deviation 1. */
  readonly coi: readonly number[];
  /** Opportunity gain per region and industry it lacks, on the scale of ECI; 0 for what it has. */
  readonly cog: Matrix;
}

/**
 * Complexity outlook: what a region could do next, and what it would open.
 *
 *   COI[r] = Σ_i ω[r,i] (1 − M[r,i]) PCI[i],  COG[r,i] = (1 − M[r,i]) Σ_j (1 − M[r,j]) φ[i,j] PCI[j] / Σ_i φ[i,j]
 *
 * PCI before standardising; COI standardised over the regions, COG divided by the deviation of ECI.
 *
 * @param x  regions × industries, non-negative; no empty region or industry
 * @throws   as `economicComplexity`
 * @see      Hausmann, Hidalgo et al. (2011), The Atlas of Economic Complexity; as py-ecomplexity has it
 * @example  complexityOutlook(matrix([[1, 1, 1], [1, 1, 0], [1, 0, 0]])).cog.at(2, 0) // 0
 */
export function complexityOutlook(x: Matrix): ComplexityOutlook {
  const present = presence(x);
  const { industries: pci, deviation } = rawComplexity(present);
  const near = proximityOf(present);
  const dense = densityOf(present, near);
  const whole = columnSums(near);
  const width = x.columns.length;
  const value = x.rows.map((_, r) =>
    pci.reduce((sum, p, i) => sum + (present.cells[r * width + i] ? 0 : dense.cells[r * width + i] * p), 0),
  );
  const gain = new Float64Array(x.cells.length);
  const weight = pci.map((p, j) => p / whole[j]);
  for (const r of x.rows.keys()) {
    const absent = [...x.columns.keys()].filter((i) => present.cells[r * width + i] === 0);
    for (const i of absent) {
      let sum = 0;
      for (const j of absent) sum += near.cells[j * width + i] * weight[j];
      gain[r * width + i] = sum / deviation;
    }
  }
  const mean = value.reduce((a, b) => a + b, 0) / value.length;
  const spread = Math.sqrt(value.reduce((sum, v) => sum + (v - mean) ** 2, 0) / value.length);
  return { coi: value.map((v) => (v - mean) / spread), cog: matrixOf(x.rows, x.columns, gain) };
}
