import type { Currency, Edition, Flow, Month, Period, Place } from '@tidu/reference';
import type { Shape } from './fact.ts';

/**
 * Where facts live. One contract, two engines (query/answer.ts, query/clickhouse.ts).
 * A load is all or nothing; a fact is never overwritten but superseded, so that what was known
 * at any earlier load can still be asked.
 */
export interface Warehouse {
  /** Loads, newest last, without their facts. */
  loads(): Promise<Load[]>;
  /** What has been loaded, by shape: what can be asked. */
  coverage(): Promise<Coverage[]>;
  /** @throws CannotAnswer when the data at hand cannot tell, with a code, the reason and a remedy */
  aggregate(query: Query): Promise<Answer>;
  /**
   * The same answer with any number of rows, which are not kept in memory. All of it that is not a
   * row is known, and every reason to refuse it has been raised, before the first row; a load that
   * is committed meanwhile does not show.
   */
  stream(query: Query, options?: StreamOptions): Promise<StreamedAnswer>;
  quarantine(load: number): Promise<QuarantinedRow[]>;
  /** Broken invariants in words, each with its remedy; empty when sound. */
  faults(): Promise<string[]>;
  close(): Promise<void>;
}

/** One file taken in, at one time. `id` counts up and is the vintage. */
export interface Load {
  readonly id: number;
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: string;
  readonly at: string;
  readonly shape: string;
  readonly period: Period;
  readonly rows: {
    readonly read: number;
    readonly loaded: number;
    readonly unchanged: number;
    readonly quarantined: number;
    readonly superseded: number;
  };
  /** Made by `tidu synth`: every figure that rests on it says so. */
  readonly synthetic: boolean;
  /** The load that this one takes back, and why; nothing else is in it but what stood before. */
  readonly withdraws?: number;
  readonly reason?: string;
}

export interface QuarantinedRow {
  readonly load: number;
  readonly file: string;
  readonly line: number;
  readonly column: string;
  /** Where it stands when the file is opened in a spreadsheet, e.g. `H1024`; the row alone where the column is not one. */
  readonly cell: string;
  readonly value: string;
  readonly reason: string;
}

export interface Coverage {
  readonly shape: Shape;
  readonly months: readonly string[];
  readonly flows: readonly Flow[];
  readonly facts: number;
  readonly synthetic: boolean;
  /** What is loaded for each stretch of time that the shape's facts are about. */
  readonly spans: readonly CoveredSpan[];
  /** Some facts carry a figure of the year to date, from which months are reckoned. */
  readonly yearToDate: boolean;
  /** Some facts carry a quantity. */
  readonly quantities: boolean;
}

export interface CoveredSpan {
  readonly from: string;
  readonly to: string;
  readonly flows: readonly Flow[];
}

/**
 * What can be asked of the facts (docs/use/questions.md):
 *
 * - `value`: the amount; where the table prints the year to date, its difference, else the printed month
 * - `value-as-printed`: the months as printed, which are not revised
 * - `value-ytd`: the year to date as printed, at the last month asked
 * - `printed-growth`: growth of the year to date as printed, percent; one month, never added up
 * - `quantity`, `quantity2`: the first and the second quantity, within one unit or broken down by `unit`
 * - `unit-value`: the amount by the first quantity (`withUnitValues`)
 */
export const measures = [
  'value',
  'value-as-printed',
  'value-ytd',
  'printed-growth',
  'quantity',
  'quantity2',
  'unit-value',
] as const;
export type Measure = (typeof measures)[number];

/** By what an answer can be broken down. */
export const dimensions = [
  'month',
  'year',
  'flow',
  'region',
  'province',
  'prefecture',
  'zone',
  'chapter',
  'heading',
  'commodity',
  'partner',
  'mode',
  'processing',
  'supervision',
  'company',
  /** Of the quantity: the first, or the second where that is asked. */
  'unit',
] as const;
export type Dimension = (typeof dimensions)[number];

/**
 * A question, as data. `where` keeps rows whose dimension is one of the values
 * (`commodity` matches by prefix; `processing` takes `true` or `false`).
 * `flow` is required: exports and imports are never mixed silently.
 */
export interface Query {
  readonly measure: Measure;
  readonly by: readonly Dimension[];
  readonly where: Readonly<Partial<Record<Dimension, readonly string[]>>>;
  readonly flow: Flow;
  readonly period: Period;
  /** Yuan when absent; `both` side by side (`inBothCurrencies`). */
  readonly currency?: Currency | 'both';
  /** As known after this load; the latest when absent. */
  readonly asKnownAt?: number;
  /** Which shape to ask; chosen by the warehouse when absent. */
  readonly shape?: string;
  /** In which edition of the HS the goods are to be told; as declared when absent (`inEditions`). */
  readonly edition?: Edition;
  /** In the boundaries of which month prefectures are to be told; as published when absent (`inBoundaries`). */
  readonly boundaries?: Month;
}

/** What could not be laid over to other codes: it is in no row, and the rows and it are the whole. */
export interface LeftOver {
  readonly value: number;
  /** Of the rows and it together; nothing where these come to nothing. */
  readonly share: number | null;
  readonly codes: number;
  /** The largest of these codes, with what each may have become. */
  readonly first: readonly LeftCode[];
}
export interface LeftCode {
  readonly code: string;
  readonly value: number;
  /** The edition it is of; of a place the month since which it is no one place of those asked. */
  readonly from: string;
  readonly candidates: readonly string[];
}

/** Rows carry the asked dimensions and `value`, sorted by the dimensions in the order asked. */
export interface Answer {
  readonly query: Query;
  readonly shape: Shape;
  /** `CNY`, `USD`, `percent`, the unit of the quantity, or `by-row` where rows have their own. */
  readonly unit: string;
  readonly rows: readonly AnswerRow[];
  /** Loads that the answer rests on. */
  readonly loads: readonly Load[];
  /** The asked months for which nothing is loaded. */
  readonly missingMonths: readonly string[];
  /** Places named by `where` for which the customs publish no figure in the period. */
  readonly unpublished: readonly string[];
  /** How it was reckoned from what the tables say, where they do not say it themselves. */
  readonly reckoned?: 'sum-of-months' | 'difference-of-years-to-date';
  /** Of a question in both currencies: how many rows have an amount in one alone. */
  readonly currencies?: { readonly onlyCny: number; readonly onlyUsd: number };
  /** Of a question in another edition: what has no one code there. */
  readonly notConcorded?: LeftOver;
  /** Of a question in other boundaries: what cannot be divided among them. */
  readonly unattributed?: LeftOver;
  /** The query as it was run, its parameters written in: readable, and runnable on the same file. */
  readonly sql: string;
}
export type AnswerRow = Readonly<Partial<Record<Dimension, string>>> & {
  readonly value: number | null;
  /** In both currencies: the amount in each, and yuan per dollar. */
  readonly valueCny?: number | null;
  readonly valueUsd?: number | null;
  readonly rate?: number | null;
};

export interface StreamOptions {
  /** One of the dimensions broken down by, to be laid out as columns: a column of amounts for each of its values. */
  readonly across?: Dimension;
  /** Stops the work at once. */
  readonly signal?: AbortSignal;
}

/** An answer whose rows come in batches, in the order of `aggregate`. */
export interface StreamedAnswer extends Omit<Answer, 'rows'> {
  /** How many rows there are, exactly. */
  readonly count: number;
  /** The dimensions that head a row: `by` without the one laid out as columns. */
  readonly heads: readonly Dimension[];
  /** The values of the dimension laid out as columns, in order. */
  readonly across?: readonly string[];
  readonly batches: AsyncIterable<Batch>;
  /** Lets go of what the engine holds for it, whether or not all was read. */
  close(): Promise<void>;
}

/** Some rows, column by column. */
export interface Batch {
  readonly size: number;
  /** The codes of each of the heads. */
  readonly codes: readonly (readonly string[])[];
  /** The amounts; several columns where a dimension is laid out. An empty cell is one that has no fact. */
  readonly amounts: readonly (readonly (number | null)[])[];
}

/**
 * Opens (or makes) a warehouse; `places` is the tree by which facts roll up, `processingModes`
 * the trade modes that count as processing trade (14 and 15 when not given).
 */
export type OpenWarehouse = (options: {
  path: string;
  places: readonly Place[];
  processingModes?: readonly string[];
  readOnly?: boolean;
}) => Promise<Warehouse>;
