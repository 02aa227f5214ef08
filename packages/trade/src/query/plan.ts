import { processingModes as defaultProcessingModes, type Month } from '@tidu/reference';
import type { Dimension, Query } from '../warehouse.ts';
import { CannotAnswer } from './cannot-answer.ts';
import { type Choice, choose, mixesLevels } from './choose.ts';
import { type Holding, placeDimensions, type Question, understand } from './question.ts';
import { asNumber, type Binder, binder, oneOf, type Statement } from './statement.ts';
import {
  missingMonths,
  monthsRead,
  reckonsFromYearToDate,
  runs,
  yearToDateDifferences,
} from './year-to-date.ts';

export interface Plan extends Choice {
  readonly question: Question;
  readonly missingMonths: readonly Month[];
  /** Columns: the dimensions in the order asked, then `value`, then what the measure has to check. */
  readonly statement: Statement;
  readonly monthsRead: readonly Month[];
  /** Which of these loads the answer rests on; absent when all loads of the months and flows do. */
  readonly restsOn: ((loads: readonly number[]) => Statement) | undefined;
  /** Codes of places named by `where` that have a fact; absent when `where` names none. */
  readonly published: Statement | undefined;
}

export interface PlanOptions {
  readonly processingModes?: readonly string[];
}

/** Label of the places of an exhaustive table that the place tree does not know. */
export const unknownPlace = 'unknown';

/**
 * From a question and what is loaded to the SQL that answers it.
 * @throws CannotAnswer with the reason, when nothing that is loaded answers it
 */
export function plan(query: Query, holdings: readonly Holding[], options: PlanOptions = {}): Plan {
  const question = understand(query);
  const choice = choose(question, holdings);
  if (question.measure === 'printed-growth') refuseSumsOfGrowth(question, choice.holding);
  const modes = options.processingModes ?? defaultProcessingModes;
  const named = placeFilters(question);
  const cut = (['commodity', 'heading', 'chapter', 'partner', 'mode', 'processing'] as const).some(
    (name) => question.where[name],
  );
  return {
    ...choice,
    question,
    missingMonths: missingMonths(question, choice),
    monthsRead: monthsRead(question, choice),
    statement: answer(question, choice, modes),
    restsOn: named.length > 0 || cut ? (loads) => restsOn(question, choice, modes, loads) : undefined,
    published: named.length > 0 ? published(question, choice) : undefined,
  };
}

function refuseSumsOfGrowth({ by, where, level }: Question, holding: Holding): void {
  const single =
    level === 'country'
      ? holding.shape.levels.includes('country') || !holding.shape.dimensions.includes('place')
      : by.includes(level) || where[level]?.length === 1;
  const cuts = holding.shape.dimensions.filter((name) => name !== 'place' && !by.includes(name));
  if (single && cuts.length === 0) return;
  throw new CannotAnswer(
    'not-additive',
    'growth rates as printed cannot be added up or averaged over places or goods',
    'break down by province, prefecture or zone, or compute growth from the measure value',
  );
}

function answer(question: Question, choice: Choice, modes: readonly string[]): Statement {
  const { holding } = choice;
  const bind = binder();
  const differs = reckonsFromYearToDate(question, holding);
  const columns = question.by.map((name) => ({ name, sql: column(name, question, holding, modes, bind) }));
  const select = [...columns.map(({ name, sql }) => `${sql} AS "${name}"`), ...measureColumns(question)];
  const joinsPlace = columns.some(({ sql }) => sql.includes('p.'));
  const lines: string[] = [];
  const conditions = [
    ...current(question, holding, bind),
    span(holding, monthsRead(question, choice), bind),
    ...keep(question, choice, modes, bind),
  ];
  if (differs) {
    const differences = yearToDateDifferences({
      keys: holding.shape.dimensions,
      runs: runs(question, choice.covered),
      conditions,
      bind,
    });
    lines.push(differences, `SELECT ${select.join(', ')}`, 'FROM reckoned f');
  } else {
    lines.push(`SELECT ${select.join(', ')}`, 'FROM fact f');
  }
  if (joinsPlace) lines.push('LEFT JOIN place p ON p.code = f.place');
  if (!differs) lines.push(`WHERE ${conditions.join('\n  AND ')}`);
  if (columns.length > 0) {
    const ordinals = columns.map((_, i) => i + 1).join(', ');
    lines.push(`GROUP BY ${ordinals}`, `ORDER BY ${ordinals}`);
  }
  return { text: lines.join('\n'), parameters: bind.parameters };
}

function measureColumns({ measure }: Question): string[] {
  switch (measure) {
    case 'value':
    case 'value-as-printed':
      return ['sum(f.value) AS value'];
    case 'value-ytd':
      return ['sum(f.value_ytd) AS value'];
    case 'printed-growth':
      return ['max(f.printed_growth) AS value', 'count(*) AS facts'];
    case 'quantity': {
      const counted = 'FILTER (WHERE f.quantity IS NOT NULL)';
      return [
        'sum(f.quantity) AS value',
        `min(f.unit) ${counted} AS unit_first`,
        `max(f.unit) ${counted} AS unit_last`,
      ];
    }
  }
}

function column(
  name: Dimension,
  { level }: Question,
  holding: Holding,
  modes: readonly string[],
  bind: Binder,
): string {
  const ofRow = mixesLevels(holding) ? level : holding.shape.levels[0];
  switch (name) {
    case 'month':
      return 'f.month_from';
    case 'year':
      return 'f.month_from // 100';
    case 'chapter':
      return 'left(f.commodity, 2)';
    case 'heading':
      return 'left(f.commodity, 4)';
    case 'processing':
      return oneOf('f.mode', modes, bind);
    case 'zone':
      return 'f.place';
    case 'province':
    case 'prefecture':
      return ofRow === name ? 'f.place' : `coalesce(p.${name}, '${unknownPlace}')`;
    case 'region':
      return `coalesce(p.region, '${unknownPlace}')`;
    default:
      return `f.${name}`;
  }
}

function current({ asKnownAt }: Question, { number }: Holding, bind: Binder): string[] {
  const known =
    asKnownAt === undefined
      ? ['f.until IS NULL']
      : [`f.load <= ${bind(asKnownAt)}`, `(f.until IS NULL OR f.until > ${bind(asKnownAt)})`];
  return [`f.shape = ${bind(number)}`, ...known];
}

/** The months, as `yyyymm`: a stretch where they follow one another, else a list. */
function span({ shape }: Holding, read: readonly Month[], bind: Binder): string {
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
function keep(question: Question, choice: Choice, modes: readonly string[], bind: Binder): string[] {
  const { where } = question;
  const conditions = [oneOf('f.flow', choice.flows, bind)];
  const prefixes = [where.chapter, where.heading, where.commodity];
  for (const list of prefixes) {
    if (list) conditions.push(`(${list.map((code) => startsWith(code, bind)).join(' OR ') || 'FALSE'})`);
  }
  if (where.partner) conditions.push(oneOf('f.partner', where.partner, bind));
  if (where.mode) conditions.push(oneOf('f.mode', where.mode, bind));
  if (where.processing) {
    const kinds = new Set(where.processing);
    if (kinds.size === 0) conditions.push('FALSE');
    if (kinds.size === 1) {
      const isProcessing = oneOf('f.mode', modes, bind);
      conditions.push(kinds.has('true') ? isProcessing : `NOT (${isProcessing})`);
    }
  }
  const places = placeConditions(question, choice.holding, bind);
  if (places.length > 0) {
    conditions.push(`f.place IN (SELECT code FROM place WHERE ${places.join(' AND ')})`);
  }
  return conditions;
}

/** A half-open range of codes, which lets the engine skip blocks where a prefix match would not. */
function startsWith(code: string, bind: Binder): string {
  const after = code.slice(0, -1) + String.fromCharCode(code.charCodeAt(code.length - 1) + 1);
  return `f.commodity >= ${bind(code)} AND f.commodity < ${bind(after)}`;
}

const placeFilters = ({ where }: Question) => placeDimensions.filter((name) => where[name] !== undefined);

const rowsOfLevel = {
  country: "level = 'country'",
  province: "level = 'province'",
  prefecture: 'prefecture = code',
  zone: "level IN ('zone', 'county') AND prefecture IS DISTINCT FROM code",
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

function restsOn(
  question: Question,
  choice: Choice,
  modes: readonly string[],
  loads: readonly number[],
): Statement {
  const bind = binder();
  const conditions = [
    ...current(question, choice.holding, bind),
    ...keep(question, choice, modes, bind),
    span(choice.holding, monthsRead(question, choice), bind),
  ].join(' AND ');
  if (loads.length > 64) {
    return { text: `SELECT DISTINCT f.load FROM fact f WHERE ${conditions}`, parameters: bind.parameters };
  }
  // One row of each load suffices, and loads lie together: this stops early where DISTINCT would scan.
  const text = loads
    .map((id) => `(SELECT f.load FROM fact f WHERE f.load = ${bind(id)} AND ${conditions} LIMIT 1)`)
    .join('\nUNION ALL\n');
  return { text, parameters: bind.parameters };
}

/** In a table that mixes levels a place may have no row; in an exhaustive one it then had no trade. */
function published(question: Question, choice: Choice): Statement | undefined {
  const bind = binder();
  const { holding } = choice;
  const codes = ['province', 'prefecture', 'zone'].flatMap((name) => question.where[name as Dimension] ?? []);
  if (codes.length === 0) return undefined;
  if (!mixesLevels(holding)) {
    const text = `SELECT code FROM place WHERE ${oneOf('code', codes, bind)}`;
    return { text, parameters: bind.parameters };
  }
  const conditions = [
    ...current(question, holding, bind),
    oneOf('f.flow', choice.flows, bind),
    span(holding, choice.covered, bind),
    oneOf('f.place', codes, bind),
  ];
  const text = `SELECT DISTINCT f.place AS code FROM fact f WHERE ${conditions.join(' AND ')}`;
  return { text, parameters: bind.parameters };
}
