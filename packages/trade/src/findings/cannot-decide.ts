export type DecisionRefusal = 'finding-unknown' | 'finding-gone' | 'no-note' | 'no-name' | 'no-such-load';

/** A decision that cannot be kept so. */
export class CannotDecide extends Error {
  readonly code: DecisionRefusal;
  readonly remedy: string;
  constructor(code: DecisionRefusal, reason: string, remedy: string) {
    super(reason);
    this.name = 'CannotDecide';
    this.code = code;
    this.remedy = remedy;
  }
}
