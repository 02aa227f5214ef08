import {
  columnSums,
  type ImpliedTransferInterval,
  impliedTransferInterval,
  kilometresBetween,
  type Matrix,
  matrix,
  matrixOf,
  type Panel,
  rowOf,
} from '@tidu/regional';
import type { GuidedPlace } from '../ground/ground.ts';
import { competitiveLoss } from './competitive-loss.ts';

/** Kilometres: small follows distance, large proportion. */
export const epsilon = 150;

export interface ImpliedFlows {
  /** In the order of the rows of the transfer. */
  readonly places: readonly GuidedPlace[];
  readonly transfer: ImpliedTransferInterval;
  readonly leftOut: readonly { readonly place: GuidedPlace; readonly why: 'not-told' | 'not-located' }[];
}

/**
 * Who may have taken from whom since a period: the transfer that losses and gains of each group imply, added up over groups.
 *
 * @param x       exports; places that one of the periods does not tell of are left out, so that losses and gains balance
 * @param begin   position of the earlier period; the later is the last
 * @param groups  columns; a group that nobody exported at the beginning has no losses and is left out
 * @returns  yuan of a period
 * @see      impliedTransferInterval
 */
export function impliedFlows(
  x: Panel,
  places: readonly GuidedPlace[],
  begin: number,
  groups: readonly string[],
): ImpliedFlows {
  const last = x.periods.length - 1;
  const [before, after] = [x.at[begin] as Matrix, x.at[last] as Matrix];
  const rows = places
    .map((place) => ({ place, r: x.rows.indexOf(place.code) }))
    .filter(({ r }) => r >= 0)
    .sort((a, b) => (a.place.code < b.place.code ? -1 : 1));
  const whyNot = ({ place: { longitude, latitude }, r }: (typeof rows)[number]) => {
    if ([...rowOf(before, r), ...rowOf(after, r)].some(Number.isNaN)) return 'not-told';
    return longitude === undefined || latitude === undefined ? 'not-located' : undefined;
  };
  const kept = rows.filter((row) => whyNot(row) === undefined);
  const of = (from: Matrix) =>
    matrix(
      kept.map(({ r }) => rowOf(from, r)),
      { rows: kept.map(({ place }) => place.code), columns: from.columns },
    );
  const pair: Panel = { ...x, rows: kept.map(({ place }) => place.code), at: [of(before), of(after)] };
  const stood = columnSums(pair.at[0] as Matrix);
  const taken = x.columns.flatMap((group, i) =>
    groups.includes(group) && (stood[i] as number) > 0 ? [i] : [],
  );
  const lost = competitiveLoss(pair, 1, 1);
  const components = matrixOf(
    pair.rows,
    taken.map((i) => x.columns[i] as string),
    Float64Array.from(
      kept.flatMap((_, k) =>
        taken.map((i) => {
          // What rounding leaves of nothing is no loss.
          const loss = lost.at(k, i);
          return Math.abs(loss) > 1e-12 * (stood[i] as number) ? -loss : 0;
        }),
      ),
    ),
  );
  const points = kept.map(({ place: { longitude = 0, latitude = 0 } }) => ({ longitude, latitude }));
  const km = matrix(points.map((a) => points.map((b) => kilometresBetween(a, b))));
  return {
    places: kept.map(({ place }) => place),
    transfer: impliedTransferInterval(components, km, epsilon),
    leftOut: rows.flatMap((row) => {
      const why = whyNot(row);
      return why ? [{ place: row.place, why }] : [];
    }),
  };
}
