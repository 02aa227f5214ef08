import type { Names } from '@tidu/reference';

export const findingCodes = [
  'expired',
  'not-yet',
  'overlapping',
  'contradictory',
  'unreachable',
  'unfunded',
  'never-given',
  'no-source',
  'rival-unknown',
  'untried',
  'competition',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** Something about a measure that somebody should look at. */
export interface Finding {
  readonly code: FindingCode;
  /** `error`: the measure cannot do what it says; `look`: whether it should, a person decides. */
  readonly weight: 'error' | 'look';
  readonly measure: string;
  /** The part of the measure meant; empty for all of it. */
  readonly path: readonly (string | number)[];
  readonly expression?: string;
  readonly message: Names;
  readonly remedy: Names;
}
