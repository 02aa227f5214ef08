import type { Measure } from '../measure.ts';
import {
  type Cell,
  type Column,
  fieldColumn,
  headingOf,
  type Sheet,
  type SheetName,
  sheets,
} from './sheet.ts';

/** Measures as five sheets, a row for each measure, parameter by date, condition, amount and example. */
export function sheetsOf(measures: readonly Measure[]): Sheet[] {
  const rows: Record<SheetName, Record<string, unknown>[]> = {
    measures: measures.map(measureRow),
    parameters: measures.flatMap(({ id, parameters }) =>
      Object.entries(parameters).flatMap(([name, values]) =>
        values.map((one) => ({ measure: id, name, ...one })),
      ),
    ),
    conditions: measures.flatMap(({ id, eligible }) => eligible.map((one) => ({ measure: id, ...one }))),
    amounts: measures.flatMap(({ id, gives }) =>
      'unquantified' in gives ? [] : gives.amounts.map((one) => ({ measure: id, ...one })),
    ),
    examples: measures.flatMap(({ id, examples }) =>
      examples.map(({ yearly, ...one }) => ({
        measure: id,
        ...one,
        ...(yearly.length > 1 && { years: yearly.length }),
        yearly: byYear(yearly),
      })),
    ),
  };
  return (Object.keys(sheets) as SheetName[]).map((name) => {
    const columns: readonly Column[] =
      name === 'examples' ? [...sheets.examples.columns, ...fieldsOf(rows.examples)] : sheets[name].columns;
    return {
      title: sheets[name].title,
      rows: [columns.map(headingOf), ...rows[name].map((row) => columns.map((one) => cellOf(row, one)))],
    };
  });
}

function measureRow({ id, gives, ...measure }: Measure): Record<string, unknown> {
  const given =
    'unquantified' in gives ? { per: 'unknown', says: gives.says } : { ...gives, amounts: undefined };
  const { excludes, ...rest } = measure;
  return { measure: id, ...rest, ...(excludes.length > 0 && { excludes }), gives: given };
}

/** One year for all stands by itself; years that differ stand by their numbers. */
const byYear = (years: readonly object[]): object =>
  years.length === 1 ? (years[0] as object) : Object.fromEntries(years.map((one, i) => [i + 1, one]));

/** Columns for the fields that some example has, in the order of the table of fields. */
function fieldsOf(rows: readonly Record<string, unknown>[]): Column[] {
  const keys = new Set(
    rows.flatMap((row) =>
      ['there', 'company', 'project', 'yearly'].flatMap((variable) => leaves(row[variable], variable)),
    ),
  );
  return [...keys].sort(inOrder).flatMap((key) => fieldColumn(key) ?? []);
}

const leaves = (value: unknown, at: string): string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([name, inner]) => leaves(inner, `${at}.${name}`))
    : [at];

const inOrder = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

function cellOf(row: Record<string, unknown>, { key, type }: Column): Cell {
  const value = key
    .split('.')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], row);
  if (value === undefined) return null;
  if (Array.isArray(value)) return listed(value, type === 'numbers');
  return value as Cell;
}

/** With commas between, where that can be read back; else as JSON. */
function listed(values: readonly unknown[], numbers: boolean): Cell {
  const plain = values.length > 0 && (numbers || values.every((one) => /^[^\s,，、[]+$/.test(String(one))));
  return plain ? values.join(', ') : JSON.stringify(values);
}
