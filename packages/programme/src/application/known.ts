import type { Names, Place } from '@tidu/reference';
import type { Measured } from '../ground/world.ts';
import type { MultiPolygon } from '../park/zone.ts';

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
  readonly trade: ReadonlyMap<number, Measured>;
  readonly processing: ReadonlyMap<number, Measured>;
  /** Exports of the place in the chapters of the leading industries, and all its exports, in the same year. */
  readonly industry?: { readonly chapters: Measured; readonly all: Measured };
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
