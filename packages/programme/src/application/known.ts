import type { Names, Place } from '@tidu/reference';
import type { MultiPolygon } from '../park/zone.ts';

/** A figure of the statistics in a year, CNY, or why there is none. */
export type YearFigure =
  | { readonly known: true; readonly valueCny: number; readonly period: string; readonly receipt?: unknown }
  | { readonly known: false; readonly why: Names };

/** A framework agreement of the place that is in force. */
interface LiveAgreement {
  readonly id: string;
  readonly title: Names;
  /** Places of the other party, GB/T 2260. */
  readonly partner: string;
}

/** What is known of an applicant's place beside what it says itself. */
export interface Known {
  readonly places: ReadonlyMap<string, Place>;
  /** The place on the map, simplified; nothing where the map does not have it. */
  readonly boundary: MultiPolygon | undefined;
  /** Trade of the place by year, all modes and processing alone. */
  readonly trade: ReadonlyMap<number, YearFigure>;
  readonly processing: ReadonlyMap<number, YearFigure>;
  /** Exports of the place in the chapters of the leading industries, and all its exports, in the same year. */
  readonly industry?: { readonly chapters: YearFigure; readonly all: YearFigure };
  readonly agreements: readonly LiveAgreement[];
}

/** Of a place of which nothing is known. */
export const nothingKnown: Known = {
  places: new Map(),
  boundary: undefined,
  trade: new Map(),
  processing: new Map(),
  agreements: [],
};
