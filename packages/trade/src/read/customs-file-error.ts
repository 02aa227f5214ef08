/** Why a whole file is refused; nothing of it is loaded. */
export type FileRefusal =
  | 'unreadable'
  | 'not-recognised'
  | 'encoding'
  | 'no-period'
  | 'no-flow'
  | 'contradiction'
  | 'totals-do-not-add-up'
  | 'nothing-understood';

/** A customs file that cannot be taken in: where it goes wrong and what to do. */
export class CustomsFileError extends Error {
  readonly code: FileRefusal;
  readonly file: string;
  readonly row: number | undefined;
  readonly column: string | undefined;
  readonly value: string | undefined;
  readonly remedy: string;

  constructor(
    code: FileRefusal,
    what: string,
    where: { file: string; row?: number; column?: string; value?: string; remedy: string; cause?: unknown },
  ) {
    const at = [
      where.file,
      ...(where.row === undefined ? [] : [`row ${where.row}`]),
      ...(where.column === undefined ? [] : [`column ${where.column}`]),
    ].join(', ');
    const value = where.value === undefined ? '' : ` (it says "${clip(where.value)}")`;
    super(`${at}: ${what}${value}; ${where.remedy}`, { cause: where.cause });
    this.code = code;
    this.file = where.file;
    this.row = where.row;
    this.column = where.column;
    this.value = where.value;
    this.remedy = where.remedy;
  }
}

/** Damaged files have cells of hundreds of kilobytes; a message shows their beginning. */
const clip = (text: string, length = 80): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;
