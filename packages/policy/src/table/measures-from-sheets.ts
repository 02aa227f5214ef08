import { stringify } from 'yaml';
import { readMeasure } from '../measure.file.ts';
import {
  type Cell,
  type Column,
  fieldColumn,
  keyOf,
  type Sheet,
  type SheetName,
  sheets,
  type TableFault,
} from './sheet.ts';

type Raw = Record<string, unknown>;
interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
}
/** A row of a sheet as it was understood, with where each part of it stands. */
interface Row {
  readonly at: Place;
  readonly measure: string;
  readonly values: ReadonlyMap<string, { readonly value: unknown; readonly at: Place }>;
}

/** A measure out of a table: the text that its file would have. */
export interface TabledMeasure {
  readonly id: string;
  readonly text: string;
}

const words = (zh: string, en: string) => ({ zh, en });

/** The measures of a table, or all that is wrong with it; a measure with a fault is left out. */
export function measuresOfSheets(given: readonly Sheet[]): {
  measures: TabledMeasure[];
  faults: TableFault[];
} {
  const faults: TableFault[] = [];
  const rows = Object.fromEntries(
    (Object.keys(sheets) as SheetName[]).map((name) => [name, rowsOf(name, given, faults)]),
  ) as Record<SheetName, Row[]>;
  const known = new Set(rows.measures.map(({ measure }) => measure));
  for (const name of ['parameters', 'conditions', 'amounts', 'examples'] as const) {
    for (const { measure, at } of rows[name]) {
      if (known.has(measure)) continue;
      faults.push({
        ...at,
        column: 'measure',
        message: words(`没有编号为“${measure}”的措施`, `there is no measure “${measure}”`),
        remedy: words('改为“措施”表中的编号', 'name one of the sheet of measures'),
      });
    }
  }
  const seen = new Set<string>();
  const measures = rows.measures.flatMap((row) => {
    if (seen.has(row.measure)) {
      faults.push({
        ...row.at,
        column: 'measure',
        message: words(`编号“${row.measure}”重复`, `the measure “${row.measure}” stands twice`),
        remedy: words('另取编号', 'give one another id'),
      });
      return [];
    }
    seen.add(row.measure);
    const own = (name: SheetName) => rows[name].filter(({ measure }) => measure === row.measure);
    const { raw, places } = assembled(row, own);
    const text = stringify(raw, { lineWidth: 0 });
    const read = readMeasure(`${row.measure}.yaml`, text);
    faults.push(
      ...read.faults.map(({ path, message, remedy }) => ({
        ...placeOf(path, places, row.at),
        message: words(message, message),
        remedy: words(remedy, remedy),
      })),
    );
    return read.rule ? [{ id: row.measure, text }] : [];
  });
  return { measures, faults };
}

/** Where a part of a measure stands, or the part around it. */
function placeOf(path: string, places: ReadonlyMap<string, Place>, row: Place): Place {
  for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
    const found = places.get(part);
    if (found) return found;
  }
  return row;
}

function rowsOf(name: SheetName, given: readonly Sheet[], faults: TableFault[]): Row[] {
  const { title, columns } = sheets[name];
  const sheet = given.find((one) => one.title.trim() === title);
  if (!sheet) {
    faults.push({
      sheet: title,
      row: 1,
      column: '',
      message: words('没有这张表', 'the sheet is missing'),
      remedy: words('不要删除或改名', 'neither leave it out nor rename it'),
    });
    return [];
  }
  const [head = [], ...body] = sheet.rows;
  const found = head.map((cell, i): Column | undefined => {
    const key = typeof cell === 'string' ? keyOf(cell) : '';
    const column =
      (columns as readonly Column[]).find((one) => one.key === key) ??
      (name === 'examples' ? fieldColumn(key) : undefined);
    if (!column && (cell !== null || body.some((row) => (row[i] ?? null) !== null))) {
      faults.push({
        sheet: title,
        row: 1,
        column: String(cell ?? `${i + 1}`),
        message: words('不认识这一列', 'the column is not known'),
        remedy: words('使用导出表中的列名', 'use the headings as they are given out'),
      });
    }
    return column;
  });
  return body.flatMap((cells, i) => {
    if (cells.every((cell) => cell === null || cell === '')) return [];
    const at = { sheet: title, row: i + 2, column: '' };
    const values = new Map<string, { value: unknown; at: Place }>();
    for (const [c, column] of found.entries()) {
      const cell = cells[c] ?? null;
      if (!column || cell === null || cell === '') continue;
      const place = { ...at, column: String(head[c]) };
      const read = understood(cell, column);
      if ('fault' in read) faults.push({ ...place, ...read.fault });
      else values.set(column.key, { value: read.value, at: place });
    }
    const measure = values.get('measure')?.value;
    if (typeof measure !== 'string') {
      faults.push({
        ...at,
        column: 'measure',
        message: words('没有措施编号', 'the id of the measure is missing'),
        remedy: words('填写编号', 'fill it in'),
      });
      return [];
    }
    return [{ at, measure, values }];
  });
}

type Understood = { readonly value: unknown } | { readonly fault: Pick<TableFault, 'message' | 'remedy'> };

function understood(cell: Exclude<Cell, null>, { type }: Column): Understood {
  if (typeof cell === 'object') {
    return {
      fault: {
        message: words('是公式', 'it is a formula'),
        remedy: words('改为数值或文字', 'write the value itself'),
      },
    };
  }
  const text = String(cell);
  switch (type) {
    case 'number': {
      const number = typeof cell === 'number' ? cell : Number(text.replaceAll(/[,，\s]/g, ''));
      return Number.isFinite(number) ? { value: number } : no(text, '数字', 'a number');
    }
    case 'yes': {
      if (typeof cell === 'boolean') return { value: cell };
      if (/^(true|yes|是|1)$/i.test(text)) return { value: true };
      return /^(false|no|否|0)$/i.test(text) ? { value: false } : no(text, '是或否', 'yes or no');
    }
    case 'text':
      return { value: text };
    case 'texts':
      return listOf(text) ?? no(text, '用逗号隔开的编码', 'codes with commas between');
    case 'numbers': {
      const numbers = text.split(/[,，、/\s]+/).map(Number);
      return numbers.every(Number.isFinite)
        ? { value: numbers }
        : no(text, '用逗号隔开的数字', 'numbers with commas between');
    }
  }
}

const no = (text: string, zh: string, en: string): Understood => ({
  fault: {
    message: words(`“${text}”不是${zh}`, `“${text}” is not ${en}`),
    remedy: words(`填写${zh}`, `write ${en}`),
  },
});

function listOf(text: string): { value: string[] } | undefined {
  if (!text.startsWith('[')) return { value: text.split(/[,，、\s]+/).filter((one) => one !== '') };
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? { value: list.map(String) } : undefined;
  } catch {
    return undefined;
  }
}

/** A measure as its text says it, put together from its rows, and where each part stands. */
function assembled(
  row: Row,
  own: (name: SheetName) => readonly Row[],
): { raw: Raw; places: Map<string, Place> } {
  const places = new Map<string, Place>();
  const take = ({ values, at }: Row, under: string): Raw => {
    const raw: Raw = {};
    if (under !== '') places.set(under, at);
    for (const [key, one] of values) {
      if (key === 'measure') continue;
      put(raw, key, one.value);
      places.set(under === '' ? key : `${under}.${key}`, one.at);
    }
    return raw;
  };
  const { gives: given = {}, ...head } = take(row, '') as Raw & { gives?: Raw };
  const parameters: Record<string, Raw[]> = {};
  for (const one of own('parameters')) {
    const name = String(one.values.get('name')?.value ?? '');
    parameters[name] ??= [];
    const { name: _, ...dated } = take(one, `parameters.${name}.${parameters[name].length}`);
    parameters[name].push(dated);
  }
  const amounts = own('amounts').map((one, i) => take(one, `gives.amounts.${i}`));
  const { per, ...rest } = given;
  const gives = per === 'unknown' ? { unquantified: true, ...rest } : { ...given, amounts };
  return {
    places,
    raw: {
      ...head,
      parameters,
      eligible: own('conditions').map((one, i) => take(one, `eligible.${i}`)),
      gives,
      examples: own('examples').map((one, i) => exampleOf(take(one, `examples.${i}`))),
    },
  };
}

/** `title.zh` into `{ title: { zh } }` */
function put(raw: Raw, key: string, value: unknown): void {
  const names = key.split('.');
  const last = names.pop() as string;
  let at = raw;
  for (const name of names) {
    at[name] ??= {};
    at = at[name] as Raw;
  }
  at[last] = value;
}

/** Years that stand by their numbers as a list: those of which nothing is said are there too. */
function exampleOf({ yearly = {}, years, ...raw }: Raw): Raw {
  const of = yearly as Raw;
  const last = Math.max(
    Number(years ?? 0),
    ...Object.keys(of)
      .filter((name) => /^\d+$/.test(name))
      .map(Number),
  );
  if (last === 0) return { ...raw, yearly };
  return { ...raw, yearly: Array.from({ length: Math.min(last, mostYears) }, (_, i) => of[i + 1] ?? {}) };
}

/** As many as an example may have, and one to be refused. */
const mostYears = 31;
