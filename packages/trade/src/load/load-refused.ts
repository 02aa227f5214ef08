/** An order about a load that cannot be carried out; `remedy` says what to do. */
export class LoadRefused extends Error {
  readonly code: 'no-such-load' | 'is-withdrawal' | 'withdrawn' | 'no-reason';
  readonly remedy: string;
  constructor(code: LoadRefused['code'], message: string, remedy: string) {
    super(message);
    this.name = 'LoadRefused';
    this.code = code;
    this.remedy = remedy;
  }
}
