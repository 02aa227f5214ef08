import type { Month } from '@tidu/reference';
import { cubeFor } from '../cube/cubes.ts';
import { type Choice, mixesLevels } from './choose.ts';
import type { Dialect } from './dialect.ts';
import { type Holding, placeDimensions, type Question, quantityColumns } from './question.ts';
import { asNumber, type Binder, nothing, oneOf } from './statement.ts';
import { reckonsFromYearToDate } from './year-to-date.ts';

/** What is read: a cube where one tells apart all that is asked, else the facts. */
export const tableFor = (question: Question, { holding }: Choice): string =>
  (!reckonsFromYearToDate(question, holding) && cubeFor(question, holding.shape)?.table) || 'fact';

/** Rows of the shape that are current, or were after the load asked for. */
export const current = (
  question: Question,
  holding: Holding,
  bind: Binder,
  dialect: Dialect,
  table: string,
): string[] => [`f.shape = ${bind(holding.number)}`, ...dialect.known(question, holding, bind, table)];

/** The months, as `yyyymm`: a stretch where they follow one another, else a list. */
export function span({ shape }: Holding, read: readonly Month[], bind: Binder): string {
  const starts = shape.span === 'year' ? read.filter((month) => month.endsWith('-01')) : read;
  const numbers = starts.map(asNumber);
  const [first] = starts;
  const last = starts.at(-1);
  if (shape.span === 'range' && first && last) {
    return `f.month_from = ${bind(asNumber(first))} AND f.month_to = ${bind(asNumber(last))}`;
  }
  if (shape.span === 'month' && first && last && numbers.length > 1 && contiguous(numbers)) {
    return `f.month_from BETWEEN ${bind(asNumber(first))} AND ${bind(asNumber(last))}`;
  }
  return oneOf('f.month_from', numbers, bind);
}

const contiguous = (numbers: readonly number[]): boolean =>
  numbers.every((n, i) => i === 0 || n === nextMonth(numbers[i - 1] ?? 0));
const nextMonth = (n: number): number => (n % 100 === 12 ? n + 89 : n + 1);

/** Conditions on flow, goods and places; the places by a list that the engine hashes, never row by row. */
export function keep(
  question: Question,
  choice: Choice,
  modes: readonly string[],
  bind: Binder,
  dialect: Dialect,
): string[] {
  const { where } = question;
  const conditions = [oneOf('f.flow', choice.flows, bind)];
  const prefixes = [where.chapter, where.heading, where.commodity];
  for (const list of prefixes) {
    if (list) conditions.push(`(${list.map((code) => startsWith(code, bind)).join(' OR ') || nothing})`);
  }
  if (where.partner) conditions.push(oneOf('f.partner', where.partner, bind));
  if (where.mode) conditions.push(oneOf('f.mode', where.mode, bind));
  if (where.supervision) conditions.push(oneOf('f.supervision', where.supervision, bind));
  if (where.company) conditions.push(oneOf('f.company', where.company, bind));
  if (where.unit) conditions.push(oneOf(quantityColumns(question).unit, where.unit, bind));
  if (where.processing) {
    const kinds = new Set(where.processing);
    if (kinds.size === 0) conditions.push(nothing);
    if (kinds.size === 1) {
      const isProcessing = oneOf('f.mode', modes, bind);
      conditions.push(kinds.has('true') ? isProcessing : `NOT (${isProcessing})`);
    }
  }
  const places = placeConditions(question, choice.holding, bind);
  if (places.length > 0) {
    conditions.push(`f.place IN (SELECT code FROM ${dialect.places} WHERE ${places.join(' AND ')})`);
  }
  return conditions;
}

/** A half-open range of codes, which lets the engine skip blocks where a prefix match would not. */
function startsWith(code: string, bind: Binder): string {
  const after = code.slice(0, -1) + String.fromCharCode(code.charCodeAt(code.length - 1) + 1);
  return `f.commodity >= ${bind(code)} AND f.commodity < ${bind(after)}`;
}

export const placeFilters = ({ where }: Question) =>
  placeDimensions.filter((name) => where[name] !== undefined);

const rowsOfLevel = {
  country: "level = 'country'",
  province: "level = 'province'",
  prefecture: 'prefecture = code',
  zone: "level IN ('zone', 'county') AND coalesce(prefecture, '') <> code",
} as const;

function placeConditions(question: Question, holding: Holding, bind: Binder): string[] {
  const { shape } = holding;
  if (!shape.dimensions.includes('place')) return [];
  const filters = placeFilters(question).map((name) =>
    oneOf(name === 'zone' ? 'code' : name, question.where[name] ?? [], bind),
  );
  if (!mixesLevels(holding)) return filters;
  const level =
    question.level === 'country' && !shape.levels.includes('country') ? 'province' : question.level;
  return [rowsOfLevel[level], ...filters];
}
