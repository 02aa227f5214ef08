/** An expression that is no expression of the language of measures, and where in its text. */
export class ExpressionFault extends Error {
  readonly code = 'expression-fault';
  /** Offset of the first character meant. */
  readonly at: number;
  readonly remedy: string;
  constructor(message: string, at: number, remedy: string) {
    super(message);
    this.at = at;
    this.remedy = remedy;
  }
}
