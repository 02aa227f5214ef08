import { parse } from 'csv-parse/sync';
import { Refused } from './errors.ts';

/**
 * The input of a method out of the text of a file.
 *
 * JSON is taken as it stands. A CSV whose columns bear the names of the method's fields (`values`,
 * `weights`, `region.t0`, …) gives a list for each; any other is a table of regions × industries with a
 * label at the head of every row and column, and becomes the field `matrix`. An empty cell is missing.
 *
 * @param fields  the fields of the method
 * @throws   Refused `bad-input` naming file, line, column, value and remedy
 */
export function methodInput(text: string, file: string, fields: readonly string[]): unknown {
  return /\.csv$/i.test(file) ? fromCsv(text, file, fields) : fromJson(text, file);
}

function fromJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refused(
      `${file} is not JSON: ${(error as Error).message}`,
      'see tidu compute --list for the fields',
    );
  }
}

function fromCsv(text: string, file: string, fields: readonly string[]): unknown {
  const [head = [], ...body] = records(text, file);
  if (body.length === 0) throw refused(`${file} has no row below its header`, 'write one row per region');
  const number = (row: number, column: number): number | null => {
    const written = body[row]?.[column]?.trim() ?? '';
    if (written === '') return null;
    const value = Number(written.replaceAll(/(?<=\d),(?=\d{3}(\D|$))/g, ''));
    if (Number.isNaN(value)) {
      throw refused(
        `${file}, line ${row + 2}, column "${head[column]}": "${written}" is not a number`,
        'write the number in digits, or leave the cell empty where it is not known',
      );
    }
    return value;
  };
  const column = (at: number) => body.map((_, row) => number(row, at));
  const fieldOf = (name: string) => name.trim().split('.')[0] ?? '';
  if (head.every((name) => fields.includes(fieldOf(name)))) {
    return nested(head.map((name, at) => [name.trim(), trimmed(column(at))]));
  }
  return {
    rows: body.map(([label = '']) => label.trim()),
    columns: head.slice(1).map((label) => label.trim()),
    matrix: body.map((_, row) => head.slice(1).map((_, at) => number(row, at + 1))),
  };
}

function records(text: string, file: string): string[][] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true });
  } catch (error) {
    throw refused(`${file} is not a table: ${(error as Error).message}`, 'save it as CSV in UTF-8');
  }
}

/** Columns of one file may be of different lengths: what is empty at the end was not given. */
function trimmed(values: readonly (number | null)[]): (number | null)[] {
  const last = values.findLastIndex((value) => value !== null);
  return values.slice(0, last + 1);
}

/** `region.t0` becomes `{ region: { t0 } }`. A column of one number is given as a list too. */
function nested(columns: readonly (readonly [name: string, values: (number | null)[]])[]): unknown {
  const input: Record<string, unknown> = {};
  for (const [name, values] of columns) {
    const [field = '', part] = name.split('.');
    if (part === undefined) input[field] = values;
    else input[field] = { ...(input[field] as object | undefined), [part]: values };
  }
  return input;
}

const refused = (sentence: string, remedy: string): Refused => new Refused('bad-input', sentence, remedy);
