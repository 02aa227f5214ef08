import { addMonths, type Flow, type Month, months } from '@tidu/reference';
import { CannotAnswer } from '../query/cannot-answer.ts';
import { type Question, understand } from '../query/question.ts';
import { runs } from '../query/year-to-date.ts';
import { laidLast, streamOf } from '../stream-of.ts';
import type { Answer, AnswerRow, Coverage, Query, Warehouse } from '../warehouse.ts';
import { Amounts } from './lay-over.ts';
import { atOneVintage } from './one-vintage.ts';

/**
 * A warehouse that reckons months from years to date, and years to date from months, where tables
 * give only the other. Tables that differ in nothing but the time they are about (a month, a year, a
 * range) are one family; its years to date are its ranges from January, its Januaries and its years.
 *
 *   months first…last  = ytd(last) − ytd(the month before first)       ytd before January is 0
 *   ytd(m)             = the range January…m, else the sum of the months January…m, all loaded
 *
 * What the engine answers in full is left to it; what is reckoned here says so (`reckoned`).
 */
export function withYearsToDate(warehouse: Warehouse): Warehouse {
  return {
    ...warehouse,
    aggregate: async (query) => {
      const answer = await orRefusal(warehouse.aggregate(query));
      return (await reckonedFor(warehouse, query, answer)) ?? given(answer);
    },
    stream: async (query, options) => {
      const answer = await orRefusal(warehouse.stream(query, options));
      const fuller = await reckonedFor(warehouse, laidLast(query, options?.across), answer);
      if (fuller === undefined) return given(answer);
      if (!(answer instanceof CannotAnswer)) await answer.close();
      return streamOf(fuller, options?.across);
    },
  };
}

const orRefusal = <T>(answer: Promise<T>): Promise<T | CannotAnswer> =>
  answer.catch((error: unknown) => {
    if (error instanceof CannotAnswer) return error;
    throw error;
  });

function given<T>(answer: T | CannotAnswer): T {
  if (answer instanceof CannotAnswer) throw answer;
  return answer;
}

/**
 * What can be reckoned where the engine refuses, or misses months that other tables of the cut it
 * answered from lead to; nothing where it is to be left to what it says.
 */
async function reckonedFor(
  warehouse: Warehouse,
  query: Query,
  answer: Pick<Answer, 'missingMonths' | 'shape'> | CannotAnswer,
): Promise<Answer | undefined> {
  if (answer instanceof CannotAnswer) {
    return mayBeReckoned(answer, query) ? reckoned(warehouse, query, answer) : undefined;
  }
  if (answer.missingMonths.length === 0 || !additive.includes(query.measure)) return undefined;
  const cut = cutOf(answer);
  const family = (await warehouse.coverage()).filter((held) => cutOf(held) === cut);
  const question = understand(query);
  const steps = stepsOf(question, family);
  const lacks = lackingAfter(question, steps);
  if (lacks.length >= answer.missingMonths.length) return undefined;
  return ofSteps(warehouse, query, question, family, steps);
}

const additive: readonly Query['measure'][] = ['value', 'quantity', 'quantity2'];

const mayBeReckoned = ({ code }: CannotAnswer, { measure }: Query): boolean =>
  measure === 'value-ytd'
    ? code === 'no-year-to-date'
    : additive.includes(measure) && (code === 'mixed-spans' || code === 'not-loaded');

/** Tables of one cut, whatever time each is about. */
type Family = readonly Coverage[];

async function reckoned(warehouse: Warehouse, query: Query, refusal: CannotAnswer): Promise<Answer> {
  const question = understand(query);
  const families = familiesIn(await warehouse.coverage(), query);
  let lacking: CannotAnswer | undefined;
  for (const family of families) {
    const steps = stepsOf(question, family);
    if (steps.length === 0) {
      lacking ??= whatIsLacking(question, family);
      continue;
    }
    try {
      return await ofSteps(warehouse, query, question, family, steps);
    } catch (error) {
      if (!(error instanceof CannotAnswer)) throw error;
    }
  }
  throw lacking ?? refusal;
}

function familiesIn(coverage: readonly Coverage[], { shape, currency = 'CNY' }: Query): Family[] {
  const fitting = coverage.filter((held) => held.shape.currency === currency && !held.shape.inland);
  return [...Map.groupBy(fitting, cutOf).values()]
    .filter((family) => shape === undefined || family.some((held) => held.shape.id === shape))
    .toSorted((a, b) => coarseness(a) - coarseness(b));
}

/** @example cutOf of `range,commodity:8,CNY` is `commodity:8,CNY` */
const cutOf = ({ shape }: Pick<Coverage, 'shape'>): string => shape.id.slice(shape.span.length + 1);
const coarseness = ([held]: Family): number =>
  (held?.shape.within ? 1e6 : 0) + (held?.shape.dimensions.length ?? 0) * 1000 + (held?.shape.hsDigits ?? 0);

/** What gives the year to date at a month: a table, and the stretch to ask it about. */
interface Source {
  readonly shape: string;
  readonly summed: boolean;
}

function sourceAt(month: Month, { flow, measure }: Question, family: Family): Source | undefined {
  const from = `${month.slice(0, 4)}-01` as Month;
  const held = (span: Coverage['shape']['span'], first: Month, last: Month) =>
    family.find(
      (one) =>
        one.shape.span === span &&
        one.spans.some((each) => each.from === first && each.to === last && tells(each.flows, flow)),
    );
  const exact =
    held('range', from, month) ??
    (month.endsWith('-12') ? held('year', from, month) : undefined) ??
    (month.endsWith('-01') ? held('month', from, month) : undefined);
  if (exact) return { shape: exact.shape.id, summed: false };
  if (measure !== 'value-ytd') return undefined;
  const all = months({ from, to: month }).map((one) => held('month', one, one));
  const [first] = all;
  return first && all.every((one) => one === first) ? { shape: first.shape.id, summed: true } : undefined;
}

const tells = (flows: readonly Flow[], flow: Flow): boolean =>
  flows.includes(flow) || (flow === 'total' && flows.includes('export') && flows.includes('import'));

/** Something to be reckoned: the year to date at one month less that at another. */
interface Step {
  readonly first: Month;
  readonly last: Month;
  readonly less?: Month;
}

function stepsOf(question: Question, family: Family): Step[] {
  const { months: asked, measure } = question;
  const known = asked.filter((month) => sourceAt(month, question, family) !== undefined);
  if (measure === 'value-ytd') return known.map((month) => ({ first: month, last: month }));
  return runs(question, known).flatMap(({ first, last }): Step[] => {
    if (first.endsWith('-01')) return [{ first, last }];
    const less = addMonths(first, -1);
    return sourceAt(less, question, family) === undefined ? [] : [{ first, last, less }];
  });
}

/** Asked months that no step is about. */
function lackingAfter({ months: asked }: Question, steps: readonly Step[]): Month[] {
  const reflected = new Set(steps.flatMap(({ first, last }) => months({ from: first, to: last })));
  return asked.filter((month) => !reflected.has(month));
}

function whatIsLacking(question: Question, family: Family): CannotAnswer | undefined {
  const { months: asked, measure, by } = question;
  const cumulated = family.some(({ shape }) => shape.span === 'range');
  const first = asked[0];
  const last = asked.at(-1);
  if (first === undefined || last === undefined || (!cumulated && measure !== 'value-ytd')) return undefined;
  const needed = measure === 'value-ytd' || first.endsWith('-01') ? [last] : [addMonths(first, -1), last];
  const absent = needed.filter((month) => sourceAt(month, question, family) === undefined);
  const ranges = absent.map((month) => `${month.slice(0, 4)}-01..${month}`).join(' and ');
  return new CannotAnswer(
    measure === 'value-ytd' ? 'no-year-to-date' : 'mixed-spans',
    measure === 'value-ytd'
      ? `no year to date is printed, and of ${ranges} not every month is loaded`
      : `months could be reckoned from years to date, but ${ranges} is not loaded`,
    by.includes('month') ? 'load these, or ask without month' : 'load these, or ask about what is loaded',
  );
}

async function ofSteps(
  warehouse: Warehouse,
  query: Query,
  question: Question,
  family: Family,
  steps: readonly Step[],
): Promise<Answer> {
  const by = query.by.filter((name) => name !== 'month' && name !== 'year');
  const { month: _, year: __, ...where } = query.where;
  const measure = query.measure === 'value-ytd' ? 'value' : query.measure;
  const known = await atOneVintage(warehouse, query);
  const answers = new Map<Month, Answer>();
  let summed = false;
  const yearToDate = async (month: Month): Promise<Answer> => {
    const before = answers.get(month);
    if (before) return before;
    const source = sourceAt(month, question, family);
    if (source === undefined) throw new Error(`${month} has no source`);
    summed ||= source.summed;
    const period = { from: `${month.slice(0, 4)}-01` as Month, to: month };
    const answer = await warehouse.aggregate({ ...known, measure, by, where, period, shape: source.shape });
    answers.set(month, answer);
    return answer;
  };
  const amounts = new Amounts(query.by);
  for (const { last, less } of steps) {
    const rows = difference(
      await yearToDate(last),
      less === undefined ? undefined : await yearToDate(less),
      by,
    );
    for (const row of rows) amounts.add({ ...row, month: last, year: last.slice(0, 4) });
  }
  const all = [...answers.values()];
  const [any] = all;
  if (any === undefined) throw new Error('a step has at least one answer');
  return {
    ...any,
    query,
    rows: amounts.rows(),
    reckoned: summed ? 'sum-of-months' : 'difference-of-years-to-date',
    loads: [...new Map(all.flatMap(({ loads }) => loads).map((load) => [load.id, load])).values()],
    missingMonths: lackingAfter(question, steps),
    sql: all.map(({ sql }) => sql).join('\n-- reckoned with:\n'),
  };
}

/** A cell that only one of the two names had nothing in the other. */
function difference(last: Answer, less: Answer | undefined, by: Query['by']): AnswerRow[] {
  if (less === undefined) return [...last.rows];
  const keyOf = (row: AnswerRow) => by.map((name) => row[name] ?? '').join('\u0000');
  const before = new Map(less.rows.map((row) => [keyOf(row), row]));
  const rows = last.rows.map((row) => ({ ...row, value: minus(row, before.get(keyOf(row))) }));
  const named = new Set(last.rows.map(keyOf));
  const gone = less.rows.filter((row) => !named.has(keyOf(row)));
  return [...rows, ...gone.map((row) => ({ ...row, value: minus(undefined, row) }))];
}

function minus(row: AnswerRow | undefined, other: AnswerRow | undefined): number | null {
  const [amount, less] = [row, other].map((one) => (one === undefined ? 0 : one.value));
  return amount === null || less === null || amount === undefined || less === undefined
    ? null
    : amount - less;
}
