import type { Flow, Pack, Period } from '@tidu/reference';
import type { Answer, Query, Warehouse } from '@tidu/trade';
import type { NoteCode } from './note.ts';

/** A named number, or a few, with what it covers. The words for `notes` are the reader's (web, terminal). */
export interface Figure {
  readonly figure: string;
  readonly period: string;
  readonly flow: Flow;
  readonly unit: 'percent' | 'CNY' | 'index' | 'degrees' | 'km';
  /** Unrounded. What is not known is `null`, never 0. */
  readonly values: Readonly<Record<string, number | null>>;
  readonly coverage: Readonly<Record<string, unknown>>;
  /** Codes of sentences that must stand beside the figure, e.g. `registration-not-production`. */
  readonly notes: readonly NoteCode[];
  /** Rests on synthetic loads. */
  readonly synthetic: boolean;
}

export interface Parameter {
  readonly default: string;
  readonly describe: string;
  /** What it may be; anything when absent. */
  readonly values?: readonly string[];
}

/** What a figure is computed from: questions to the warehouse and a pure formula over the answers. */
export interface Indicator {
  readonly name: string;
  readonly unit: Figure['unit'];
  readonly formula: { readonly text: string; readonly source: string };
  /** Parameters beyond period, flow and processing, e.g. `{ level: { default: 'province', … } }`. */
  readonly parameters: Readonly<Record<string, Parameter>>;
  questions(ask: Ask, pack: Pack): Readonly<Record<string, Query>>;
  /** An answer is absent where nothing is loaded for its question. */
  compute(
    answers: Readonly<Record<string, Answer | undefined>>,
    ask: Ask,
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

/** A request, checked and spelt out: every parameter has its value. */
export interface Ask {
  readonly figure: string;
  readonly period: Period;
  readonly flow: Flow;
  readonly processing: boolean;
  readonly parameters: Readonly<Record<string, string>>;
  readonly asKnownAt?: number;
}

/** How a figure came about, complete enough to be walked again by `verify`. */
export interface Receipt {
  readonly receipt: 1;
  readonly request: FigureRequest;
  readonly formula: Indicator['formula'];
  readonly questions: readonly {
    readonly name: string;
    readonly query: Query;
    /** The shape that answered; absent where nothing is loaded for the question. */
    readonly shape?: string;
    readonly sql: string;
  }[];
  readonly loads: readonly {
    readonly id: number;
    readonly file: string;
    readonly sha256: string;
    readonly at: string;
    readonly synthetic: boolean;
  }[];
  /** The newest load of the warehouse when the figure was made. */
  readonly vintage: number;
  readonly pack: { readonly id: string; readonly edition: string };
  readonly suppression: 'none';
  readonly program: { readonly name: 'tidu'; readonly version: string };
  readonly result: Figure;
  /** Over the canonical JSON of all the rest. */
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
