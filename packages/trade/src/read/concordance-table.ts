import { type Concordance, editions, relations } from '@tidu/reference';
import type { SheetRow } from './cells.ts';
import { CustomsFileError } from './customs-file-error.ts';

/** A concordance as a file gives it, and what in it is to be known. */
export interface ConcordanceTable extends Concordance {
  /** Codes beside which another relation is printed than their links make: links are missing. */
  readonly otherwise: readonly string[];
}

interface Columns {
  readonly line: number;
  readonly from: { readonly at: number; readonly name: string };
  readonly to: { readonly at: number; readonly name: string };
  readonly relation: number;
}

/**
 * Reads a table of codes of two classifications: the correlation workbooks of the United Nations
 * Statistics Division (`HS 2022`, `HS 2017`, `Relationship`), the concordances of WITS (`HS 2022
 * Product Code`, …), and any table with two such columns, known by its header.
 *
 * A workbook of the United Nations has two tables: the correlation has every link, the conversion
 * one target for each code, chosen by weight. The one with most links is taken, so nothing is chosen.
 *
 * @throws CustomsFileError `not-recognised`, `nothing-understood`
 */
export function concordanceIn(sheets: readonly (readonly SheetRow[])[], file: string): ConcordanceTable {
  const tables = sheets.flatMap((rows) => {
    const columns = columnsOf(rows);
    return columns ? [tableOf(rows, columns)] : [];
  });
  const [most] = tables.toSorted((a, b) => b.links.length - a.links.length);
  if (most === undefined) {
    throw new CustomsFileError(
      'not-recognised',
      'the file has no two columns of codes of two classifications',
      {
        file,
        remedy: `a header like "HS 2022, HS 2017" is needed; a column that combines editions tells none apart`,
      },
    );
  }
  if (most.links.length > 0) return most;
  throw new CustomsFileError(
    'nothing-understood',
    `no row links a code of ${most.from} to one of ${most.to}`,
    {
      file,
      remedy: 'check that it is the table you mean, undamaged',
    },
  );
}

function columnsOf(rows: readonly SheetRow[]): Columns | undefined {
  for (const { line, cells } of rows.slice(0, 40)) {
    const named = cells.flatMap((cell, at) => {
      const name = /desc|note|remark/i.test(cell) ? undefined : classificationOf(cell);
      return name === undefined ? [] : [{ at, name }];
    });
    const [from] = named;
    const to = named.find(({ name }) => name !== from?.name);
    const relation = cells.findIndex((cell) => /^relation/i.test(cell));
    if (from && to) return { line, from, to, relation };
  }
  return undefined;
}

/**
 * The classification that the title of a column names.
 * @example classificationOf('From HS 2022') // 'HS2022'
 */
export function classificationOf(title: string): string | undefined {
  const text = title.replace(/\s+/g, ' ').trim();
  if (text.length > 60) return undefined;
  const harmonized = /\b(?:HS|Harmonized System)[ -]*(\d{4})(?:\/\d\d)?\b/i.exec(text);
  if (harmonized) {
    const edition = `HS${harmonized[1] === '1988' ? '1992' : harmonized[1]}`;
    return editions.find((known) => known === edition);
  }
  const other = /\b(BEC|SITC|ISIC)[ .,-]*(?:Rev(?:ision)?[ .]*)?(\d)/i.exec(text);
  return other ? `${other[1]?.toUpperCase()}${other[2]}` : undefined;
}

function tableOf(rows: readonly SheetRow[], { line, from, to, relation }: Columns): ConcordanceTable {
  const links = new Map<string, readonly [string, string]>();
  const printed = new Map<string, string>();
  for (const { line: at, cells } of rows) {
    if (at <= line) continue;
    const source = codeOf(cells[from.at] ?? '', from.name);
    const target = codeOf(cells[to.at] ?? '', to.name);
    if (source === undefined || target === undefined) continue;
    links.set(`${source} ${target}`, [source, target]);
    const says = (cells[relation] ?? '').replace(/\s/g, '').toLowerCase();
    if (/^[1n]:[1n]$/.test(says)) printed.set(`${source} ${target}`, says);
  }
  const concordance = { from: from.name, to: to.name, links: [...links.values()] };
  return { ...concordance, otherwise: printedOtherwise(concordance, printed) };
}

/**
 * Publishers count a relation from either end, and of a link or of all that hang together; all of
 * them agree on what is 1:1.
 */
function printedOtherwise(concordance: Concordance, printed: ReadonlyMap<string, string>): string[] {
  const computed = relations(concordance);
  const otherwise = concordance.links.filter(([source, target]) => {
    const says = printed.get(`${source} ${target}`);
    return says !== undefined && (says === '1:1') !== (computed.get(source) === '1:1');
  });
  return [...new Set(otherwise.map(([source]) => source))];
}

/** A code; in the HS six digits, whose leading zero a spreadsheet may have taken. */
function codeOf(cell: string, classification: string): string | undefined {
  const digits = cell.replace(/[.\s']/g, '');
  if (!classification.startsWith('HS')) return /^\d{1,5}$/.test(digits) ? digits : undefined;
  return /^\d{5,6}$/.test(digits) ? digits.padStart(6, '0') : undefined;
}
