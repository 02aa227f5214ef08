import type { ExportColumns } from '../read/export-columns.ts';
import { factDimensions } from '../read/export-columns.ts';

/** Which columns of a file are read, and the SQL that makes the columns of `raw` of them. */
export interface RawColumns {
  /** Positions in the file; column n is read as `cn`. */
  readonly wanted: readonly number[];
  readonly select: string;
  /** Columns of names were not read; they are wanted only where a code is unknown. */
  readonly namesLeftOut: boolean;
}

/** A text is kept where it is no number, so that the row can be shown. */
export function rawColumns(columns: ExportColumns, withNames: boolean): RawColumns {
  const wanted = new Set<number>();
  const column = (role: Parameters<ExportColumns['at']>[0]): string => {
    const at = columns.at(role);
    if (at === undefined) return 'NULL::VARCHAR';
    wanted.add(at);
    return `c${at}`;
  };
  let namesLeftOut = false;
  const dimensions = factDimensions.map((name) => {
    if (!columns.dimensions.includes(name)) return `NULL::VARCHAR AS ${name}, NULL::VARCHAR AS ${name}_name`;
    const leaveOut = name === 'company' || (!withNames && columns.at(name) !== undefined);
    if (leaveOut && name !== 'company' && columns.at(`${name}Name`) !== undefined) namesLeftOut = true;
    const label = leaveOut && columns.at(name) !== undefined ? 'NULL::VARCHAR' : column(`${name}Name`);
    const text = `coalesce(nullif(trim(${column(name)}), ''), trim(${label}), '')`;
    const whole = columns.wholes[name];
    return `${whole === undefined ? text : `nullif(${text}, '${whole}')`} AS ${name}, ${label} AS ${name}_name`;
  });
  const parsed = (name: string, text: string, bare: string, type: string): string =>
    `TRY_CAST(${bare} AS ${type}) AS ${name}, CASE WHEN TRY_CAST(${bare} AS ${type}) IS NULL THEN ${text} END AS ${name}_text`;
  const measured = (value: string, unit: string, n: '' | '2'): string =>
    `CASE WHEN ${unit} NOT IN ('?', '-', 'N/A') THEN TRY_CAST(replace(${value}, ',', '') AS DOUBLE) END AS quantity${n},
     nullif(nullif(nullif(${unit}, '?'), '-'), 'N/A') AS unit${n}`;
  const breakdowns = columns.breakdowns.map((at) => {
    wanted.add(at);
    return `c${at}`;
  });
  const month = column('month');
  const flow = column('flow');
  const value = column('value');
  const select = `line, ${dimensions.join(', ')},
    ${parsed('month', month, monthDigits(month), 'INTEGER')}, length(${month}) = 4 AS annual,
    ${flowCase(flow)} AS flow, ${flow} AS flow_text,
    ${parsed('value', value, `replace(${value}, ',', '')`, 'BIGINT')},
    ${measured(column('quantity'), column('unit'), '')},
    ${measured(column('quantity2'), column('unit2'), '2')},
    ${column('reporter')} AS reporter,
    ${breakdown(breakdowns)} AS breakdown`;
  return { wanted: [...wanted].sort((a, b) => a - b), select, namesLeftOut };
}

/** `202401`, `2024-01`, a day of the month with all its digits, or a year; nothing is guessed of anything else. */
const monthDigits = (text: string): string =>
  `CASE length(${text}) WHEN 6 THEN ${text} WHEN 4 THEN ${text} || '01'
     ELSE CASE WHEN regexp_full_match(${text}, '\\d{4}-?\\d{2}(-?\\d{2})?') THEN left(replace(${text}, '-', ''), 6) END END`;

/** Declarations of 2000–2016 write 1 for imports and 0 for exports; Comtrade M and X. */
const flowCase = (text: string): string =>
  `CASE lower(${text}) WHEN '出口' THEN 'export' WHEN 'e' THEN 'export' WHEN 'x' THEN 'export' WHEN 'export' THEN 'export'
     WHEN '0' THEN 'export' WHEN '进口' THEN 'import' WHEN 'i' THEN 'import' WHEN 'm' THEN 'import'
     WHEN 'import' THEN 'import' WHEN '1' THEN 'import' END`;

/** A row that breaks another down, by means of transport for instance, has a code other than 0 there. */
const breakdown = (codes: readonly string[]): string =>
  codes.length === 0
    ? 'FALSE'
    : `(${codes.map((code) => `coalesce(${code}, '') NOT IN ('', '0')`).join(' OR ')})`;
