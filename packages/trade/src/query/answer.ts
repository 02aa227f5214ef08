import { regions } from '@tidu/reference';
import type { Dimension } from '../warehouse.ts';
import { type Choice, mixesLevels } from './choose.ts';
import { current, keep, span, tableFor } from './conditions.ts';
import type { Dialect } from './dialect.ts';
import { type Holding, isQuantity, type Question, quantityColumns } from './question.ts';
import { type Binder, binder, literal, oneOf, type Statement } from './statement.ts';
import { monthsRead, reckonsFromYearToDate, runs, yearToDateDifferences } from './year-to-date.ts';

/** Label of the places of an exhaustive table that the place tree does not know. */
export const unknownPlace = 'unknown';

/** What the SQL of an answer is made from. */
export interface Answering {
  readonly question: Question;
  readonly choice: Choice;
  readonly modes: readonly string[];
  /** Where the answer itself collects the loads that it rests on, as bits counted from here. */
  readonly base?: number | undefined;
}

/** A value of a dimension as the store has it. */
export type Stored = string | number | boolean | null;

/** A dimension laid out as columns, a column of amounts for each of its values. */
export interface Laid {
  readonly dimension: Dimension;
  readonly values: readonly Stored[];
}

/** The SQL of the embedded engine. */
export const duckdb: Dialect = {
  facts: (table) => table,
  places: 'place',
  known: ({ asKnownAt }, _, bind) =>
    asKnownAt === undefined
      ? ['f.until IS NULL']
      : [`f.load <= ${bind(asKnownAt)}`, `(f.until IS NULL OR f.until > ${bind(asKnownAt)})`],
  answer: (asked) => answer(asked),
  collectsLoads: () => true,
  loads: (table, conditions, among, bind) => {
    if (among.length > 64) return `SELECT DISTINCT f.load FROM ${table} f WHERE ${conditions}`;
    // One row of each load suffices, and loads lie together: this stops early where DISTINCT would scan.
    return among
      .map((id) => `(SELECT f.load FROM ${table} f WHERE f.load = ${bind(id)} AND ${conditions} LIMIT 1)`)
      .join('\nUNION ALL\n');
  },
  literal,
};

/** A row for each group: its dimensions in the order asked, `value`, what the measure checks, the loads as bits. */
function answer(asked: Answering): Statement {
  return written(asked, asked.question.by, (bind) => [...amount(asked.question, ''), ...checks(asked, bind)]);
}

/** The same with one dimension laid out as columns: an amount for each of its values, named by their number. */
export function answerAcross(asked: Answering, { dimension, values }: Laid): Statement {
  const { question, choice, modes } = asked;
  const rows = question.by.filter((name) => name !== dimension);
  return written(
    asked,
    rows,
    (bind) => {
      const column = columnOf(dimension, question, choice.holding, modes, bind);
      const amounts = values.flatMap((value, i) =>
        amount(question, ` FILTER (WHERE ${is(column, value, bind)})`, `c${i}`),
      );
      const together =
        question.measure === 'printed-growth' ? [`count(*) - count(DISTINCT ${column}) + 1 AS facts`] : [];
      return [...amounts, ...together, ...checks(asked, bind, true)];
    },
    [dimension],
  );
}

/** The values of some dimensions that occur together, in order. */
export function occurring(asked: Answering, dimensions: readonly Dimension[]): Statement {
  return written(asked, dimensions, () => []);
}

function written(
  { question, choice, modes }: Answering,
  by: readonly Dimension[],
  measured: (bind: Binder) => readonly string[],
  joining: readonly Dimension[] = [],
): Statement {
  const { holding } = choice;
  const bind = binder();
  const columns = by.map((name) => ({ name, sql: columnOf(name, question, holding, modes, bind) }));
  const select = [...columns.map(({ name, sql }) => `${sql} AS "${name}"`), ...measured(bind)];
  const joinsPlace = [
    ...columns.map(({ sql }) => sql),
    ...joining.map((name) => columnOf(name, question, holding, modes, bind)),
  ].some((sql) => sql.includes('p.'));
  const conditions = [
    ...current(question, holding, bind, duckdb, tableFor(question, choice)),
    span(holding, monthsRead(question, choice), bind),
    ...keep(question, choice, modes, bind, duckdb),
  ];
  const lines: string[] = [];
  const differs = reckonsFromYearToDate(question, holding);
  if (differs) {
    const differences = yearToDateDifferences({
      keys: holding.shape.dimensions,
      runs: runs(question, choice.covered),
      conditions,
      bind,
    });
    lines.push(differences, `SELECT ${select.join(', ')}`, 'FROM reckoned f');
  } else {
    lines.push(`SELECT ${select.join(', ')}`, `FROM ${tableFor(question, choice)} f`);
  }
  if (joinsPlace) lines.push('LEFT JOIN place p ON p.code = f.place');
  if (!differs) lines.push(`WHERE ${conditions.join('\n  AND ')}`);
  if (columns.length > 0) {
    const ordinals = columns.map((_, i) => i + 1).join(', ');
    lines.push(`GROUP BY ${ordinals}`, `ORDER BY ${columns.map(order).join(', ')}`);
  }
  return { text: lines.join('\n'), parameters: bind.parameters };
}

/** The four regions in the order in which they are always named, from the coast to the interior. */
const regionOrder = `[${regions.map((region) => `'${region}'`).join(', ')}]`;
const order = ({ name, sql }: { name: Dimension; sql: string }, i: number): string =>
  name === 'region' ? `list_position(${regionOrder}, ${sql})` : String(i + 1);

function amount({ measure }: Question, filter: string, name = 'value'): string[] {
  switch (measure) {
    case 'value':
    case 'value-as-printed':
      return [`sum(f.value)${filter} AS ${name}`];
    case 'value-ytd':
      return [`sum(f.value_ytd)${filter} AS ${name}`];
    case 'printed-growth':
      return [`max(f.printed_growth)${filter} AS ${name}`];
    case 'quantity':
    case 'quantity2':
      return [`sum(${quantityColumns({ measure }).amount})${filter} AS ${name}`];
  }
}

/** What the measure has to check before the answer is given, and the loads. */
function checks({ question, base }: Answering, bind: Binder, laid = false): string[] {
  const { amount, unit } = quantityColumns(question);
  const counted = `FILTER (WHERE ${amount} IS NOT NULL)`;
  const told = isQuantity(question)
    ? [`min(${unit}) ${counted} AS unit_first`, `max(${unit}) ${counted} AS unit_last`]
    : question.measure === 'printed-growth' && !laid
      ? ['count(*) AS facts']
      : [];
  return base === undefined ? told : [...told, `bit_or(1::UBIGINT << (f.load - ${bind(base)})) AS loads`];
}

function is(column: string, value: Stored, bind: Binder): string {
  if (value === null || typeof value === 'boolean') return `(${column}) IS NOT DISTINCT FROM ${value}`;
  return `${column} = ${bind(value)}`;
}

function columnOf(
  name: Dimension,
  question: Question,
  holding: Holding,
  modes: readonly string[],
  bind: Binder,
): string {
  const { level } = question;
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
    case 'unit':
      return `coalesce(${quantityColumns(question).unit}, '')`;
    default:
      return `f.${name}`;
  }
}
