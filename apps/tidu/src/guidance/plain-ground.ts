import { type Ground, type GuidancePack, panelOfCells, type TradePanel } from '@tidu/guidance';

type Panel = TradePanel['exports'];
/** A panel as it travels between threads: numbers and labels. */
type PlainPanel = Pick<Panel, 'rows' | 'columns' | 'periods'> & { readonly cells: readonly Float64Array[] };
type PlainTrade = Omit<TradePanel, 'exports' | 'imports'> & {
  readonly exports: PlainPanel;
  readonly imports: PlainPanel;
};

/** What of a ground is not of the pack, as it travels between threads. */
export type PlainGround = Omit<Ground, 'trade' | 'pack' | 'costs' | 'compared' | 'rules'> & {
  readonly trade: PlainTrade | undefined;
  /** Texts of measures that offices have put in force, by the id of the measure. */
  readonly written: readonly (readonly [measure: string, text: string])[];
};

/** What of a ground is of the pack: each thread reads it for itself. */
export type OfPack = Pick<Ground, 'costs' | 'compared' | 'rules'> & { readonly pack: GuidancePack };

const plainPanel = ({ rows, columns, periods, at }: Panel): PlainPanel => ({
  rows,
  columns,
  periods,
  cells: at.map(({ cells }) => cells),
});

export function plainGround(ground: Ground, written: PlainGround['written']): PlainGround {
  const { pack: _, costs: __, compared: ___, rules: ____, trade, ...rest } = ground;
  return {
    ...rest,
    trade: trade && { ...trade, exports: plainPanel(trade.exports), imports: plainPanel(trade.imports) },
    written,
  };
}

export function groundOfPlain({ written: _, trade, ...rest }: PlainGround, ofPack: OfPack): Ground {
  return {
    ...rest,
    ...ofPack,
    trade: trade && {
      ...trade,
      exports: panelOfCells(trade.exports),
      imports: panelOfCells(trade.imports),
    },
  };
}
