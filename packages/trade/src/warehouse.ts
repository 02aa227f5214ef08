import type { Currency, Flow, Period, Place } from '@tidu/reference';
import type { Shape } from './fact.ts';

/**
 * Where facts live. One contract, several engines (`*.duckdb.ts`, later `*.clickhouse.ts`).
 * A load is all or nothing; a fact is never overwritten but superseded, so that what was known
 * at any earlier load can still be asked.
 */
export interface Warehouse {
  /** Loads, newest last, without their facts. */
  loads(): Promise<Load[]>;
  /** What has been loaded, by shape: what can be asked. */
  coverage(): Promise<Coverage[]>;
  aggregate(query: Query): Promise<Answer>;
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
}

export interface QuarantinedRow {
  readonly load: number;
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

export interface Coverage {
  readonly shape: Shape;
  readonly months: readonly string[];
  readonly flows: readonly Flow[];
  readonly facts: number;
  readonly synthetic: boolean;
}

export type Measure = 'value' | 'value-ytd' | 'printed-growth' | 'quantity';

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
  readonly currency?: Currency;
  /** As known after this load; the latest when absent. */
  readonly asKnownAt?: number;
  /** Which shape to ask; chosen by the warehouse when absent. */
  readonly shape?: string;
}

/** Rows carry the asked dimensions and `value`, sorted by the dimensions in the order asked. */
export interface Answer {
  readonly query: Query;
  readonly shape: Shape;
  readonly unit: string;
  readonly rows: readonly AnswerRow[];
  /** Loads that the answer rests on. */
  readonly loads: readonly Load[];
  /** The asked months for which nothing is loaded. */
  readonly missingMonths: readonly string[];
  readonly sql: string;
}
export type AnswerRow = Readonly<Partial<Record<Dimension, string>>> & { readonly value: number | null };

/** Opens (or makes) a warehouse; `places` is the tree by which facts roll up. */
export type OpenWarehouse = (options: {
  path: string;
  places: readonly Place[];
  readOnly?: boolean;
}) => Promise<Warehouse>;
