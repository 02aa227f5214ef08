import type { Dimension } from '../warehouse.ts';
import { CannotAnswer } from './cannot-answer.ts';
import type { Choice } from './choose.ts';
import type { Question } from './question.ts';
import { monthsRead } from './year-to-date.ts';

/** As many rows as an answer may have that is given at once; a stream of rows has no limit. */
const mostRows = 500_000;

/** How many different values a dimension can take: what the code lists and the nomenclature hold, rounded up. */
const kinds: Partial<Record<Dimension, number>> = {
  flow: 2,
  region: 5,
  province: 40,
  prefecture: 450,
  zone: 700,
  chapter: 99,
  heading: 1_300,
  commodity: 15_000,
  partner: 300,
  mode: 40,
  processing: 2,
  supervision: 120,
  unit: 120,
};

/**
 * The most rows that an answer can have, known before anything is read: no more than there are facts
 * to read, and no more than the values of its dimensions make combinations.
 */
function rowsAtMost(question: Question, choice: Choice): number {
  const read = new Set(monthsRead(question, choice));
  const facts = choice.holding.parcels
    .filter(({ flow, from }) => choice.flows.includes(flow) && read.has(from))
    .reduce((sum, parcel) => sum + parcel.facts, 0);
  const combinations = question.by.reduce((product, name) => product * valuesOf(name, question, choice), 1);
  return Math.min(facts, combinations);
}

function valuesOf(name: Dimension, { where }: Question, { covered }: Choice): number {
  const kept = where[name]?.length;
  if (name === 'month') return covered.length;
  if (name === 'year') return new Set(covered.map((month) => month.slice(0, 4))).size;
  if (kept !== undefined && name !== 'commodity') return kept;
  return kinds[name] ?? Number.POSITIVE_INFINITY;
}

/** @throws CannotAnswer `too-many-rows` before the question is put to the engine */
export function refuseTooMany(question: Question, choice: Choice): void {
  const rows = rowsAtMost(question, choice);
  if (rows <= mostRows) return;
  throw new CannotAnswer(
    'too-many-rows',
    `the answer could have ${rows.toLocaleString('en')} rows, and no more than ${mostRows.toLocaleString('en')} are given at once`,
    'break down by less, keep fewer months, places or goods, or take it as a file (CSV, XLSX, Parquet), which has no limit',
  );
}
