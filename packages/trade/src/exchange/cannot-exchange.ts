type ExchangeRefusal =
  | 'no-results'
  | 'key-not-understood'
  | 'path-not-understood'
  | 'no-such-format'
  | 'not-offered'
  | 'exchange-too-large';

/** What SDMX cannot give; `remedy` says what to ask instead. */
export class CannotExchange extends Error {
  readonly code: ExchangeRefusal;
  readonly remedy: string;
  constructor(code: ExchangeRefusal, message: string, remedy: string) {
    super(message);
    this.name = 'CannotExchange';
    this.code = code;
    this.remedy = remedy;
  }
}

/** Numbers and HTTP statuses of SDMX web services: no results, syntax, not implemented, too large. */
export const sdmxErrors: Readonly<
  Record<ExchangeRefusal, { readonly number: number; readonly status: number }>
> = {
  'no-results': { number: 100, status: 404 },
  'key-not-understood': { number: 140, status: 400 },
  'path-not-understood': { number: 140, status: 400 },
  'no-such-format': { number: 140, status: 406 },
  'not-offered': { number: 501, status: 501 },
  'exchange-too-large': { number: 510, status: 413 },
};
