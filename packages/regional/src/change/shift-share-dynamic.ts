import { RegionalFault } from '../fault.ts';
import type { Panel } from '../matrix/panel.ts';
import { shiftShareBase, type TwoPeriods } from './shift-share.ts';
import { addDunn, type DunnComponents, emptyComponents } from './shift-share-dunn.ts';

/**
 * Dynamic shift-share after Barff and Knight: Dunn's components from year to year, added up, so that the
 * weights follow the structure as it changes.
 *
 *   C[r,i] = Σ_t X[r,i,t] (g[r,i,t] − g[i,t]), and N and M likewise
 *
 * @param panel      regions × industries × periods, non-negative, one unit
 * @param reference  per period and industry; the sum of the regions when absent
 * @returns  components that add up to the change from the first period to the last
 * @throws   RegionalFault `wrong-shape` (fewer than two periods), `negative-value`
 * @see      Barff & Knight (1988), Dynamic shift-share analysis
 * @example  shiftShareDynamic(panel(['a', 'b'], [matrix([[90, 10], [10, 90]]), matrix([[99, 10], [11, 120]])])).regionalShare.at(0, 1) // -3
 */
export function shiftShareDynamic(
  { at: periods }: Panel,
  reference?: readonly (readonly number[])[],
): DunnComponents<Panel['at'][number]> {
  if (periods.length < 2) {
    throw new RegionalFault('wrong-shape', `${periods.length} period; a change needs two at least`);
  }
  if (reference && reference.length !== periods.length) {
    throw new RegionalFault('wrong-shape', `reference: ${reference.length} periods for ${periods.length}`);
  }
  const components = emptyComponents(periods[0]);
  for (let t = 1; t < periods.length; t += 1) {
    const against: TwoPeriods | undefined = reference && { t0: reference[t - 1], t1: reference[t] };
    addDunn(shiftShareBase(periods[t - 1], periods[t], against), components);
  }
  return components;
}
