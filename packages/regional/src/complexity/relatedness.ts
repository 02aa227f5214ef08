import { RegionalFault, requireSameLength } from '../fault.ts';
import { type Matrix, mapCells, matrixOf, rowSums } from '../matrix/matrix.ts';
import { fromDense, type SparseMatrix } from '../matrix/sparse-matrix.ts';
import { presence } from '../specialisation/presence.ts';

/**
 * In how many regions two industries stand together.
 *
 *   C[i,j] = Σ_r M[r,i] M[r,j],  C[i,i] = 0
 *
 * @param x  regions × industries, non-negative; M its presence
 * @returns  industries × industries, symmetric
 * @throws   RegionalFault `negative-value`
 * @example  coOccurrence(matrix([[1, 1, 0], [1, 1, 4]])).at(0, 1) // 1
 */
export const coOccurrence = (x: Matrix): Matrix => together(fromDense(presence(x)));

/** By the pairs of what each row has where rows are short, else by the bits that two columns share. */
export function together(present: SparseMatrix): Matrix {
  const { rows, columns, start } = present;
  const width = columns.length;
  const words = Math.ceil(rows.length / 32);
  let pairs = 0;
  for (let r = 0; r < rows.length; r += 1) pairs += (start[r + 1] - start[r]) ** 2 / 2;
  const counts = pairs < width * width * words ? countPairs(present) : countSharedBits(present, words);
  for (let i = 0; i < width; i += 1) {
    for (let j = i + 1; j < width; j += 1) counts[j * width + i] = counts[i * width + j];
  }
  return matrixOf(columns, columns, counts);
}

function countPairs({ rows, columns, start, column }: SparseMatrix): Float64Array {
  const width = columns.length;
  const counts = new Float64Array(width * width);
  for (let r = 0; r < rows.length; r += 1) {
    for (let a = start[r]; a < start[r + 1]; a += 1) {
      const row = column[a] * width;
      for (let b = a + 1; b < start[r + 1]; b += 1) counts[row + column[b]] += 1;
    }
  }
  return counts;
}

function countSharedBits({ rows, columns, start, column }: SparseMatrix, words: number): Float64Array {
  const width = columns.length;
  const bits = new Int32Array(width * words);
  for (let r = 0; r < rows.length; r += 1) {
    for (let k = start[r]; k < start[r + 1]; k += 1) bits[column[k] * words + (r >> 5)] |= 1 << (r & 31);
  }
  const counts = new Float64Array(width * width);
  for (let i = 0; i < width; i += 1) {
    for (let j = i + 1; j < width; j += 1) {
      let shared = 0;
      for (let w = 0, a = i * words, b = j * words; w < words; w += 1, a += 1, b += 1) {
        let both = bits[a] & bits[b];
        both -= (both >>> 1) & 0x55555555;
        both = (both & 0x33333333) + ((both >>> 2) & 0x33333333);
        shared += Math.imul((both + (both >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
      }
      counts[i * width + j] = shared;
    }
  }
  return counts;
}

export const normalisations = ['prob', 'association', 'cosine', 'jaccard'] as const;
export type Normalisation = (typeof normalisations)[number];

/**
 * How related two industries are: how often they stand together against how often they would by chance.
 *
 *   s[i] = Σ_j C[i,j],  S = Σ s
 *   association  C[i,j] / (s[i] s[j] / S)             cosine   C[i,j] / √(s[i] s[j])
 *   prob         C[i,j] / ½S((s[i]/S)(s[j]/(S−s[i])) + (s[j]/S)(s[i]/(S−s[j])))
 *   jaccard      C[i,j] / (s[i] + s[j] − C[i,j])
 *
 * @param cooccurrence  industries × industries, symmetric, nothing on the diagonal
 * @returns  the same shape; 0/0 is 0, as of an industry that stands with no other; the diagonal is 0
 * @throws   RegionalFault `wrong-shape` (not square)
 * @see      van Eck & Waltman (2009), How to normalize cooccurrence data; Steijn (2021) for `prob`;
 *           as EconGeo computes them
 * @example  relatedness(matrix([[0, 2], [2, 0]]), 'cosine').at(0, 1) // 1
 */
export function relatedness(cooccurrence: Matrix, normalisation: Normalisation = 'prob'): Matrix {
  const { rows, columns } = cooccurrence;
  requireSameLength('columns of co-occurrence', columns.length, 'its rows', rows.length);
  const s = rowSums(cooccurrence);
  const all = s.reduce((a, b) => a + b, 0);
  const expected: Readonly<Record<Normalisation, (c: number, a: number, b: number) => number>> = {
    prob: (_, a, b) => ((a / all) * (b / (all - a)) + (b / all) * (a / (all - b))) * (all / 2),
    association: (_, a, b) => (a * b) / all,
    cosine: (_, a, b) => Math.sqrt(a * b),
    jaccard: (c, a, b) => a + b - c,
  };
  const by = expected[normalisation];
  if (!by) throw new RegionalFault('bad-input', `"${normalisation}" is none of ${normalisations.join(', ')}`);
  return mapCells(cooccurrence, (c, i, j) => (i === j || c === 0 ? 0 : c / by(c, s[i], s[j])));
}

/**
 * Relatedness density: how much of what is related to an industry a region has.
 *
 *   D[r,i] = 100 Σ_{j≠i} M[r,j] φ[i,j] / Σ_{j≠i} φ[i,j]
 *
 * @param present      regions × industries, 0 or 1
 * @param relatedness  industries × industries
 * @returns  percent, regions × industries; NaN for an industry that is related to none
 * @throws   RegionalFault `wrong-shape`
 * @see      Boschma, Balland & Kogler (2015); EconGeo rounds to whole percents, we do not
 * @example  relatednessDensity(matrix([[1, 0]]), matrix([[0, 1], [1, 0]])).at(0, 1) // 100
 */
export function relatednessDensity(present: Matrix, related: Matrix): Matrix {
  const width = present.columns.length;
  requireSameLength('rows of relatedness', related.rows.length, 'industries', width);
  requireSameLength('columns of relatedness', related.columns.length, 'industries', width);
  const offDiagonal = mapCells(related, (value, i, j) => (i === j ? 0 : value));
  const density = addRows(fromDense(present), offDiagonal);
  const whole = rowSums(offDiagonal);
  return mapCells(density, (value, _, i) => (100 * value) / (whole[i] || Number.NaN));
}

/** Columns of φ that are worked on at once: as many as stay in the cache with all rows. */
const block = 64;

/**
 * Σ_j M[r,j] φ[j,·] for every r: the product of a 0/1 matrix with a dense one, as sums of rows; eight rows at
 * a time, because what costs is to read and write the sum.
 */
export function addRows({ rows, start, column }: SparseMatrix, phi: Matrix): Matrix {
  const width = phi.columns.length;
  const sums = new Float64Array(rows.length * width);
  const part = new Float64Array(phi.rows.length * block);
  const sum = new Float64Array(block);
  for (let from = 0; from < width; from += block) {
    const wide = Math.min(block, width - from);
    for (let j = 0; j < phi.rows.length; j += 1) {
      part.set(phi.cells.subarray(j * width + from, j * width + from + wide), j * block);
    }
    for (let r = 0; r < rows.length; r += 1) {
      sum.fill(0);
      addBlock(part, column, start[r], start[r + 1], sum);
      sums.set(wide === block ? sum : sum.subarray(0, wide), r * width + from);
    }
  }
  return matrixOf(rows, phi.columns, sums);
}

function addBlock(
  part: Float64Array,
  column: Uint32Array,
  from: number,
  to: number,
  sum: Float64Array,
): void {
  let k = from;
  for (; k + 7 < to; k += 8) {
    const a = column[k] * block;
    const b = column[k + 1] * block;
    const c = column[k + 2] * block;
    const d = column[k + 3] * block;
    const e = column[k + 4] * block;
    const f = column[k + 5] * block;
    const g = column[k + 6] * block;
    const h = column[k + 7] * block;
    for (let i = 0; i < block; i += 1) {
      sum[i] +=
        part[a + i] +
        part[b + i] +
        (part[c + i] + part[d + i]) +
        (part[e + i] + part[f + i] + (part[g + i] + part[h + i]));
    }
  }
  for (; k < to; k += 1) {
    const a = column[k] * block;
    for (let i = 0; i < block; i += 1) sum[i] += part[a + i];
  }
}
