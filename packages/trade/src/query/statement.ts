import type { Month } from '@tidu/reference';

/** SQL with `$1`, `$2` … and the values bound to them. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly Parameter[];
}
export type Parameter = string | number;

/** Collects parameters while SQL is written; equal values share one place. */
export interface Binder {
  (value: Parameter): string;
  readonly parameters: readonly Parameter[];
}

export function binder(): Binder {
  const parameters: Parameter[] = [];
  const bind = (value: Parameter): string => {
    const known = parameters.indexOf(value);
    return `$${known >= 0 ? known + 1 : parameters.push(value)}`;
  };
  return Object.assign(bind, { parameters });
}

/** A condition that keeps nothing, in every engine's words. */
export const nothing = '1 = 0';

/** `column IN ($1, $2)`; an empty list keeps nothing. */
export function oneOf(column: string, values: readonly Parameter[], bind: Binder): string {
  if (values.length === 0) return nothing;
  const [only] = values;
  if (values.length === 1 && only !== undefined) return `${column} = ${bind(only)}`;
  return `${column} IN (${values.map(bind).join(', ')})`;
}

/**
 * The statement with its parameters written in, for a reader and for a receipt. It is what a
 * person would type; the engine is given the parameters apart.
 * @example literal({ text: 'SELECT $1', parameters: ["d'Ivoire"] }) // "SELECT 'd''Ivoire'"
 */
export function literal({ text, parameters }: Statement): string {
  return text.replace(/\$(\d+)/g, (_, n: string) => {
    const value = parameters[Number(n) - 1];
    return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
  });
}

/** @example asNumber('2024-03') // 202403 */
export const asNumber = (month: Month): number => Number(month.slice(0, 4)) * 100 + Number(month.slice(5));
