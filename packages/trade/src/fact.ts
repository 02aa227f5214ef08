import type { Currency, Flow, PlaceLevel } from '@tidu/reference';

/**
 * What a customs table may tell apart, besides flow and time. Only declarations name a `company`
 * and the four-digit `supervision` mode; what names a company is confidential.
 */
export type FactDimension = 'place' | 'commodity' | 'partner' | 'mode' | 'supervision' | 'company';

/**
 * The shape of a table: what it distinguishes. Facts of different shapes describe the same
 * goods in different cuts, so they are never added; a question is answered from one shape that
 * has everything it names, or refused with the reason.
 */
export interface Shape {
  /** e.g. `month,place:nested,CNY` or `year,commodity:8,partner,place:province,CNY`. */
  readonly id: string;
  readonly span: 'month' | 'year' | 'range';
  readonly dimensions: readonly FactDimension[];
  /** Which levels of place; a nested table lists provinces, then *some* cities, then zones within. */
  readonly levels: readonly PlaceLevel[];
  readonly nested: boolean;
  readonly hsDigits?: number;
  /** The place that the table is about, where that is not the whole country: it says nothing of others. */
  readonly within?: string;
  /**
   * Declarations under a supervision mode that is counted under no statistics mode (sales to the
   * home market, transfers between factories): they are no foreign trade and answer only when the
   * shape is named.
   */
  readonly inland?: true;
  readonly currency: Currency;
}

/** One published cell. Amounts are whole units of the currency. */
export interface Fact {
  readonly from: string;
  readonly to: string;
  readonly flow: Flow;
  readonly place?: string;
  readonly commodity?: string;
  readonly partner?: string;
  readonly mode?: string;
  readonly supervision?: string;
  readonly company?: string;
  readonly value: number | null;
  readonly valueYtd?: number | null;
  /** Growth of the year to date as printed, percent: never recomputed, never overwritten. */
  readonly printedGrowth?: number | null;
  readonly quantity?: number | null;
  readonly unit?: string;
  readonly quantity2?: number | null;
  readonly unit2?: string;
}
