import { RegionalFault } from '../fault.ts';
import { type Matrix, matrix } from '../matrix/matrix.ts';

/** What a method is given, as JSON has it; each reading says which field is wrong and what it should be. */
export interface Input {
  /** A list of one will do: that is how a column of a CSV comes. */
  number(field: string, fallback?: number): number;
  numbers(field: string): number[];
  optionalNumbers(field: string): number[] | undefined;
  strings(field: string): string[];
  /** One of a few words. */
  choice<const Choice extends string>(field: string, choices: readonly Choice[], fallback?: Choice): Choice;
  /** `number[][]`, regions × industries; `null` is missing. Labels from `rows` and `columns` where given. */
  matrix(field: string): Matrix;
  optionalMatrix(field: string): Matrix | undefined;
  /** An object within: `region: { t0, t1 }`. */
  within(field: string): Input;
  has(field: string): boolean;
  /** The names of what is given. */
  fields(): string[];
}

/**
 * @param values  the object given
 * @param path    where it stands, for the faults
 * @throws   RegionalFault `bad-input` naming the field, what it is and what it should be
 * @example  inputOf({ epsilon: 0.5 }).number('epsilon') // 0.5
 */
export function inputOf(values: unknown, path = ''): Input {
  if (!isRecord(values)) throw wrong(path || 'the input', values, 'an object');
  const name = (field: string) => path + field;
  const has = (field: string) => values[field] !== undefined && values[field] !== null;
  const numbers = (field: string): number[] => {
    const list = values[field];
    if (!Array.isArray(list)) throw wrong(name(field), list, 'a list of numbers');
    return list.map((value, i) => numberAt(value, `${name(field)}[${i}]`));
  };
  const strings = (field: string): string[] => {
    const list = values[field];
    if (!Array.isArray(list)) throw wrong(name(field), list, 'a list of words');
    return list.map(String);
  };
  const matrixAt = (field: string): Matrix => {
    const rows = values[field];
    if (!Array.isArray(rows)) throw wrong(name(field), rows, 'a list of rows of numbers');
    const cells = rows.map((row, i) => {
      if (!Array.isArray(row)) throw wrong(`${name(field)}[${i}]`, row, 'a row of numbers');
      return row.map((value, j) => numberAt(value, `${name(field)}[${i}][${j}]`));
    });
    const labels = {
      ...(has('rows') && strings('rows').length === cells.length ? { rows: strings('rows') } : {}),
      ...(has('columns') && strings('columns').length === cells[0]?.length
        ? { columns: strings('columns') }
        : {}),
    };
    return matrix(cells, labels);
  };
  return {
    has,
    fields: () => Object.keys(values),
    numbers,
    strings,
    matrix: matrixAt,
    number: (field, fallback) => {
      if (!has(field) && fallback !== undefined) return fallback;
      const value = values[field];
      return numberAt(Array.isArray(value) && value.length === 1 ? value[0] : value, name(field));
    },
    optionalNumbers: (field) => (has(field) ? numbers(field) : undefined),
    optionalMatrix: (field) => (has(field) ? matrixAt(field) : undefined),
    choice: (field, choices, fallback) => {
      if (!has(field) && fallback !== undefined) return fallback;
      const found = choices.find((choice) => choice === values[field]);
      if (found === undefined) throw wrong(name(field), values[field], `one of ${choices.join(', ')}`);
      return found;
    },
    within: (field) => inputOf(values[field], `${name(field)}.`),
  };
}

function numberAt(value: unknown, where: string): number {
  if (value === null) return Number.NaN;
  if (typeof value !== 'number') throw wrong(where, value, 'a number, or null where it is missing');
  return value;
}

function wrong(where: string, value: unknown, expected: string): RegionalFault {
  const given = value === undefined ? 'not given' : (JSON.stringify(value) ?? String(value)).slice(0, 40);
  return new RegionalFault('bad-input', `${where.replace(/\.$/, '')} is ${given}; it should be ${expected}`);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
