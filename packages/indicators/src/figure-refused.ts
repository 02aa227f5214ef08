export type FigureRefusal =
  | 'figure-unknown'
  | 'parameter-unknown'
  | 'parameter-not-understood'
  | 'flow-not-understood'
  | 'period-not-one-month'
  | 'no-printed-growth'
  | 'no-commodity'
  | 'nothing-to-compare'
  | 'batch-unknown'
  | 'receipt-not-understood';

/** A figure that cannot be asked for so. What the data cannot tell is refused by the warehouse itself. */
export class FigureRefused extends Error {
  readonly code: FigureRefusal;
  readonly remedy: string;
  constructor(code: FigureRefusal, reason: string, remedy: string) {
    super(reason);
    this.name = 'FigureRefused';
    this.code = code;
    this.remedy = remedy;
  }
}
