/** No such record, or none that the asker may know of. */
export class NotFound extends Error {
  readonly code = 'not-found';
  readonly remedy = 'see the list';
}

/** Somebody changed the record since the asker saw it. */
export class NotCurrent extends Error {
  readonly code = 'not-current';
  readonly remedy = 'load it again; nothing of what was changed meanwhile is lost';
  constructor(id: string, version: number, current: number) {
    super(`${id} has been changed since: you saw version ${version}, it is now version ${current}`);
    this.name = 'NotCurrent';
  }
}

/** A content that is not what its kind asks for, field by field. */
export class NotAcceptable extends Error {
  readonly code = 'not-acceptable';
  readonly remedy = 'mend the fields named';
  readonly fields: readonly { readonly field: string; readonly message: string }[];
  constructor(fields: readonly { readonly field: string; readonly message: string }[]) {
    super(fields.map(({ field, message }) => `${field}: ${message}`).join('; '));
    this.name = 'NotAcceptable';
    this.fields = fields;
  }
}
