export type RegionalFaultCode =
  | 'wrong-shape'
  | 'unknown-label'
  | 'repeated-label'
  | 'negative-value'
  | 'not-a-coordinate'
  | 'not-computable'
  | 'unknown-method'
  | 'bad-input';

/** What a method cannot compute with, and where it stands. */
export class RegionalFault extends Error {
  readonly code: RegionalFaultCode;
  constructor(code: RegionalFaultCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** @throws RegionalFault `wrong-shape` when the two lists do not stand for the same things */
export function requireSameLength(what: string, length: number, against: string, expected: number): void {
  if (length !== expected) {
    throw new RegionalFault('wrong-shape', `${what}: ${length} given for ${expected} of ${against}`);
  }
}

/** Missing (NaN) passes: it is unknown, not wrong. @throws RegionalFault `negative-value` */
export function requireNonNegative(values: readonly number[], labelOf = (i: number) => `value ${i}`): void {
  const at = values.findIndex((value) => value < 0);
  if (at >= 0) throw new RegionalFault('negative-value', `${labelOf(at)} is ${values[at]}: below zero`);
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
