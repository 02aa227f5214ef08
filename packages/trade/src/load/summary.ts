import type { Currency, Flow, Period } from '@tidu/reference';
import type { Format } from '../read/recognise.ts';
import type { SkipReason } from '../read/table-reading.ts';

export interface ImportOptions {
  /** What the file is about, where it does not say so itself. */
  readonly period?: Period;
  readonly flow?: Flow;
  /** Only to confirm: a file in the other currency is refused. */
  readonly currency?: Currency;
  /** The place that a table by trade mode is about, where neither it nor its folder says so. */
  readonly place?: string;
  /** Made by a generator; every figure that rests on it says so. Told from a name that begins 合成, too. */
  readonly synthetic?: boolean;
  /** Read, classify and compare, and leave the store as it is. */
  readonly dryRun?: boolean;
  readonly progress?: (done: { readonly bytes: number; readonly of: number }) => void;
  readonly clock?: () => Date;
}

/**
 * What became of a file. Rows of the file are accounted for to the last:
 * `read = loaded + unchanged + quarantined + skipped`.
 */
export interface LoadSummary {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: Format;
  /** `loaded`, or why nothing changed. */
  readonly status: 'loaded' | 'unchanged' | 'no-facts' | 'dry-run';
  /** One sentence for a person. */
  readonly says: string;
  /** The load made, or the one that brought the same file before. */
  readonly load: number | undefined;
  readonly shapes: readonly string[];
  readonly period: Period | undefined;
  readonly flows: readonly Flow[];
  readonly synthetic: boolean;
  readonly rows: {
    readonly read: number;
    /** Rows that brought at least one new figure. */
    readonly loaded: number;
    /** Rows all of whose figures were known. */
    readonly unchanged: number;
    readonly quarantined: number;
    readonly skipped: number;
  };
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  readonly facts: { readonly loaded: number; readonly unchanged: number; readonly superseded: number };
  /** The first rows in quarantine; all of them are in the store, under the load. */
  readonly quarantine: readonly {
    readonly line: number;
    readonly column: string;
    readonly value: string;
    readonly reason: string;
  }[];
}

/** A summary, with the first facts as they would be stored. */
export interface Preview extends LoadSummary {
  readonly first: readonly Readonly<Record<string, string | number | null>>[];
}
