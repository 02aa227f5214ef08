import type { Currency, Flow, Period, PlaceLevel } from '@tidu/reference';
import type { Classifier } from '../classify/classifier.ts';
import type { Fact, FactDimension } from '../fact.ts';
import type { SheetRow } from './cells.ts';

/** A fact with the row it was read from and the group of facts (shape) that it belongs to. */
export interface PrintedFact extends Fact {
  readonly line: number;
  readonly span: 'month' | 'year' | 'range';
  readonly hsDigits?: number;
}

/** A row that cannot be understood. */
export interface RowFault {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** Why rows are passed over on purpose: they hold no fact of their own. */
export type SkipReason =
  | 'header'
  | 'total'
  | 'subtotal'
  | 'footnote'
  | 'without-facts'
  | 'repeated'
  | 'breakdown'
  | 'other-flow';

/** What a small table says, before any of it is stored. */
export interface TableReading {
  readonly facts: readonly PrintedFact[];
  readonly faults: readonly RowFault[];
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  /** Rows of the file that are not blank; each is skipped, at fault or the source of facts. */
  readonly rows: number;
  readonly period: Period;
  readonly table: TableShape;
}

/** The part of the shape that is the same for all facts of a table. */
interface TableShape {
  readonly dimensions: readonly FactDimension[];
  readonly levels: readonly PlaceLevel[];
  readonly nested: boolean;
  readonly within?: string;
  readonly currency: Currency;
}

/** What a reader of a small table is given. */
export interface TableSource {
  readonly file: string;
  readonly rows: readonly SheetRow[];
  readonly classifier: Classifier;
  readonly period?: Period;
  readonly flow?: Flow;
  readonly currency?: Currency;
}

/** Counts rows passed over, by reason. */
export class Skips {
  readonly counts: Partial<Record<SkipReason, number>> = {};
  add(reason: SkipReason, rows = 1): void {
    if (rows > 0) this.counts[reason] = (this.counts[reason] ?? 0) + rows;
  }
}
