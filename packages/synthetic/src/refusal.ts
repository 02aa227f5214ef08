/** A nation that cannot be made as asked; the message says what to ask for instead. */
export class NationRefused extends Error {
  readonly code = 'nation-refused';
}
