import type { Flow, Pack } from '@tidu/reference';
import type { Answer, Query, Warehouse } from '@tidu/trade';

/** A named number, or a few, with what it covers. The words for `notes` are the reader's (web, terminal). */
export interface Figure {
  readonly figure: string;
  readonly period: string;
  readonly flow: Flow;
  readonly unit: 'percent' | 'CNY' | 'index' | 'degrees' | 'km';
  readonly values: Readonly<Record<string, number | null>>;
  readonly coverage: Readonly<Record<string, unknown>>;
  /** Codes of sentences that must stand beside the figure, e.g. `registration-not-production`. */
  readonly notes: readonly string[];
  /** Rests on synthetic loads. */
  readonly synthetic: boolean;
}

/** What a figure is computed from: a question to the warehouse and a pure formula over the answers. */
export interface Indicator {
  readonly name: string;
  readonly unit: Figure['unit'];
  readonly formula: { readonly text: string; readonly source: string };
  /** Parameters beyond period and flow, with defaults, e.g. `{ by: 'region' }`. */
  readonly parameters: Readonly<Record<string, { readonly default: string; readonly describe: string }>>;
  questions(request: FigureRequest, pack: Pack): Readonly<Record<string, Query>>;
  compute(
    answers: Readonly<Record<string, Answer>>,
    request: FigureRequest,
    pack: Pack,
  ): Pick<Figure, 'values' | 'coverage' | 'notes'>;
}

export interface FigureRequest {
  readonly figure: string;
  readonly period: string;
  readonly flow: Flow;
  readonly processing?: boolean;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly asKnownAt?: number;
}

/** How a figure came about, complete enough to be walked again by `verify`. */
export interface Receipt {
  readonly receipt: 1;
  readonly request: FigureRequest;
  readonly formula: Indicator['formula'];
  readonly questions: readonly { readonly name: string; readonly query: Query; readonly sql: string }[];
  readonly loads: readonly {
    readonly id: number;
    readonly file: string;
    readonly sha256: string;
    readonly at: string;
    readonly synthetic: boolean;
  }[];
  readonly suppression: 'none';
  readonly program: { readonly name: 'tidu'; readonly version: string };
  readonly result: Figure;
  readonly sha256: string;
}

export interface FigureWithReceipt {
  readonly figure: Figure;
  readonly receipt: Receipt;
}

export type ComputeFigure = (
  warehouse: Warehouse,
  pack: Pack,
  request: FigureRequest,
) => Promise<FigureWithReceipt>;
