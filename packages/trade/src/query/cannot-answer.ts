export const refusals = [
  'not-loaded',
  'no-shape',
  'no-currency',
  'no-trade-mode',
  'no-commodity',
  'no-partner',
  'no-company',
  'no-place-level',
  'no-year-to-date',
  'no-quantity',
  'mixed-spans',
  'mixed-units',
  'not-additive',
  'too-large',
  'no-concordance',
  'too-many-rows',
  'no-boundaries',
  'contradiction',
  'confidential',
  'not-understood',
] as const;
export type Refusal = (typeof refusals)[number];

/**
 * A question to which the data at hand have no answer: never an approximate one instead.
 * `message` says why, `remedy` what to do about it.
 */
export class CannotAnswer extends Error {
  readonly code: Refusal;
  readonly remedy: string;
  constructor(code: Refusal, reason: string, remedy: string) {
    super(reason);
    this.name = 'CannotAnswer';
    this.code = code;
    this.remedy = remedy;
  }
}
