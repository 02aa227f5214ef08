import type { Receipt } from './figure.ts';
import { FigureRefused } from './figure-refused.ts';

/**
 * A receipt that came from outside (a file, a request), if it is one. Its truth is for `verify`.
 * @throws FigureRefused `receipt-not-understood` naming the field
 */
export function readReceipt(value: unknown): Receipt {
  for (const [path, expected] of fields) {
    const found = path.split('.').reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value);
    if (!expected(found)) {
      throw new FigureRefused(
        'receipt-not-understood',
        `this is no receipt: ${path} is ${found === undefined ? 'missing' : 'not as it should be'}`,
        'hand in the file as `tidu figure … --receipt` wrote it',
      );
    }
  }
  return value as Receipt;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number';
const isListOf = (test: (item: Record<string, unknown>) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every((item) => isRecord(item) && test(item));

const fields: readonly (readonly [path: string, expected: (value: unknown) => boolean])[] = [
  ['receipt', (value) => value === 1],
  ['request.figure', isText],
  ['request.period', isText],
  ['request.flow', isText],
  ['questions', isListOf(({ name, query }) => isText(name) && isRecord(query))],
  ['loads', isListOf(({ id, file, sha256 }) => isNumber(id) && isText(file) && isText(sha256))],
  ['vintage', isNumber],
  ['pack.id', isText],
  ['pack.edition', isText],
  ['result.values', isRecord],
  ['result.coverage', isRecord],
  ['sha256', isText],
];
