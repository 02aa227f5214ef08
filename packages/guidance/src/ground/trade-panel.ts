import { type Matrix, matrixOf, type Panel, panel } from '@tidu/regional';
import type { FigureReference } from './receipt.ts';

/**
 * Exports and imports by place, commodity group and period, in yuan. Periods are of one length and in order: whole
 * years, or the same months of consecutive years. A place of which a period tells nothing is NaN in it; where a
 * place is told of and a group is not, the cell is 0.
 */
export interface TradePanel {
  readonly exports: Panel;
  readonly imports: Panel;
  /** Processing trade alone, or all trade where the tables tell no trade mode. */
  readonly measured: 'processing' | 'all';
  /** Rests on synthetic loads. */
  readonly synthetic: boolean;
  readonly figures: readonly FigureReference[];
}

/** Trade of one period: by place, then by group, yuan. */
export type PeriodAmounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Amounts of consecutive periods as one panel over the same places and groups.
 * @param places in the order of rows; of those that a period does not name nothing is known in it
 */
export function panelOfAmounts(
  places: readonly string[],
  groups: readonly string[],
  periods: readonly { readonly period: string; readonly amounts: PeriodAmounts }[],
): Panel {
  const table = (amounts: PeriodAmounts): Matrix =>
    matrixOf(
      places,
      groups,
      Float64Array.from(
        places.flatMap((place) => {
          const own = amounts.get(place);
          return groups.map((group) => (own ? (own.get(group) ?? 0) : Number.NaN));
        }),
      ),
    );
  return panel(
    periods.map(({ period }) => period),
    periods.map(({ amounts }) => table(amounts)),
  );
}

/** A panel from the cells of each period, row by row. */
export const panelOfCells = ({
  rows,
  columns,
  periods,
  cells,
}: Pick<Panel, 'rows' | 'columns' | 'periods'> & { readonly cells: readonly Float64Array[] }): Panel =>
  panel(
    periods,
    cells.map((values) => matrixOf(rows, columns, values)),
  );
