import { type Matrix, rowSums } from '../matrix/matrix.ts';
import { emptyLike, forEachStanding, rate, shiftShareBase, type TwoPeriods } from './shift-share.ts';

/** Each effect as it would be with the structure of the reference, and what specialisation adds to it. */
export interface Homothetic {
  readonly expected: Matrix;
  readonly specialisation: Matrix;
}

/** All parts of all effects and `newIndustries` add up to the change. */
export interface ArcelusComponents {
  readonly national: Homothetic;
  readonly industrialMix: Homothetic;
  /** For the region as a whole growing otherwise than the reference. */
  readonly regionalGrowth: Homothetic;
  /** For the region's industry growing otherwise than the region's whole and its industry elsewhere explain. */
  readonly regionalIndustry: Homothetic;
  readonly newIndustries: Matrix;
}

/**
 * Shift-share after Arcelus, who carries Esteban-Marquillas's split into every effect and parts the growth of
 * the region from that of its industries.
 *
 *   X g[r,i] = X g + X (g[i] − g) + X (g[r] − g) + X ((g[r,i] − g[r]) − (g[i] − g)),  X = X′ + (X − X′) in each
 *
 * @param t0         regions × industries, non-negative, one unit
 * @param t1         the same later
 * @param reference  per industry; the sum of the regions when absent
 * @throws   RegionalFault `wrong-shape`, `negative-value`
 * @see      Arcelus (1984), An extension of shift-share analysis
 * @example  shiftShareArcelus(matrix([[50, 50], [50, 50]]), matrix([[60, 50], [50, 50]])).regionalGrowth.expected.at(0, 0) // 2.5
 */
export function shiftShareArcelus(t0: Matrix, t1: Matrix, reference?: TwoPeriods): ArcelusComponents {
  const base = shiftShareBase(t0, t1, reference);
  const { growth, growthOf } = base;
  const [before, after] = [rowSums(t0), rowSums(t1)];
  const growthIn = before.map((sum, r) => rate(sum, after[r]));
  const whole = base.reference.t0.reduce((a, b) => a + b, 0);
  const pair = (): Homothetic => ({ expected: emptyLike(t0), specialisation: emptyLike(t0) });
  const effects = {
    national: pair(),
    industrialMix: pair(),
    regionalGrowth: pair(),
    regionalIndustry: pair(),
  };
  const newIndustries = emptyLike(t0);
  forEachStanding(base, newIndustries, (k, r, i, x) => {
    const homothetic = (before[r] * base.reference.t0[i]) / whole;
    const own = t1.cells[k] / x - 1;
    const put = ({ expected, specialisation }: Homothetic, growth: number) => {
      expected.cells[k] = homothetic * growth;
      specialisation.cells[k] = (x - homothetic) * growth;
    };
    put(effects.national, growth);
    put(effects.industrialMix, growthOf[i] - growth);
    put(effects.regionalGrowth, growthIn[r] - growth);
    put(effects.regionalIndustry, own - growthIn[r] - (growthOf[i] - growth));
  });
  return { ...effects, newIndustries };
}
