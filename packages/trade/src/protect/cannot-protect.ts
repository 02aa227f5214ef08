export type ProtectRefusal =
  | 'bad-policy'
  | 'bad-table'
  | 'table-too-large'
  | 'periods-cross'
  | 'nothing-to-protect'
  | 'release-unknown'
  | 'release-state'
  | 'not-understood';

/** A table that cannot be protected, or a release that cannot be made; `remedy` says what to do. */
export class CannotProtect extends Error {
  readonly code: ProtectRefusal;
  readonly remedy: string;
  constructor(code: ProtectRefusal, message: string, remedy: string) {
    super(message);
    this.name = 'CannotProtect';
    this.code = code;
    this.remedy = remedy;
  }
}
