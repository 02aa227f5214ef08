import {
  type Concordance,
  concordedDigits,
  type Edition,
  type EditionInForce,
  editionOf,
  type Month,
  months,
  reversed,
  type Targets,
  targetsBy,
} from '@tidu/reference';
import { CannotAnswer } from '../query/cannot-answer.ts';
import { understand } from '../query/question.ts';
import type { Answer, AnswerRow, Coverage, Dimension, Query, Warehouse } from '../warehouse.ts';
import { inParts } from './in-parts.ts';
import { Amounts, Left } from './lay-over.ts';
import { recast } from './recast.ts';

export interface Editions {
  /** Which edition the statistics are in, since when. */
  readonly inForce: readonly EditionInForce[];
  /** The concordance from one edition to another, where the tables at hand give one. */
  between(from: Edition, to: Edition): Concordance | undefined;
}

const goods = ['chapter', 'heading', 'commodity'] as const satisfies Dimension[];
type Goods = (typeof goods)[number];
const digitsOf = { chapter: 2, heading: 4 } as const;

/**
 * A warehouse that can tell goods in the codes of another edition of the HS. Facts belong to the
 * edition in force in their year. A code goes over whole where everything it may have become bears
 * one label of the answer; where not, nothing is guessed: its amount is counted in `notConcorded`.
 *
 *   rows + notConcorded = the same question without an edition
 */
export function inEditions(warehouse: Warehouse, editions: Editions): Warehouse {
  return recast(
    warehouse,
    (query) => query.edition !== undefined,
    (query) => told(warehouse, editions, query, query.edition as Edition),
  );
}

async function told(
  warehouse: Warehouse,
  editions: Editions,
  query: Query,
  edition: Edition,
): Promise<Answer> {
  const { edition: _, ...plain } = query;
  const named = goods.filter((name) => query.by.includes(name) || query.where[name] !== undefined);
  // Without goods the answer is the same in every edition; a refusal too.
  if (named.length === 0) return { ...(await warehouse.aggregate(plain)), query };
  understand(plain);
  refuseWhatCannotBe(query);
  const candidates = (await warehouse.coverage()).filter((held) => canTell(held, query)).sort(finestFirst);
  const way = new Way(editions, edition);
  let best: Answer | undefined;
  let refusal: unknown;
  for (const held of candidates) {
    try {
      const answer = await laidOver(warehouse, asDeclared(plain, held, way), held, query, way);
      if (best === undefined || answer.missingMonths.length < best.missingMonths.length) best = answer;
      if (answer.missingMonths.length === 0) break;
    } catch (error) {
      if (!(error instanceof CannotAnswer)) throw error;
      if (error.code === 'no-concordance' || query.shape !== undefined) throw error;
      refusal ??= error;
    }
  }
  // What the engine says of the question itself is the better reason.
  if (best === undefined) {
    await warehouse.aggregate(plain);
    throw (
      refusal ?? new CannotAnswer('no-commodity', 'no table tells these goods apart', 'load one that does')
    );
  }
  return best;
}

/** The tables that lead to one edition, each made once. */
class Way {
  readonly #editions: Editions;
  readonly to: Edition;
  readonly #tables = new Map<Edition, { targets: Targets; sources: Targets }>();

  constructor(editions: Editions, to: Edition) {
    this.#editions = editions;
    this.to = to;
  }

  editionOf(year: string): Edition {
    const found = editionOf(year, this.#editions.inForce);
    if (found) return found;
    throw new CannotAnswer(
      'no-concordance',
      `the pack knows no edition of the Harmonized System for ${year}`,
      'ask about later years, or leave the edition out',
    );
  }

  /** What codes of a year become. */
  targets = (year: string): Targets => this.#from(this.editionOf(year)).targets;
  /** Out of what codes of a year a code of the edition asked comes. */
  sources = (year: string): Targets => this.#from(this.editionOf(year)).sources;

  #from(from: Edition): { targets: Targets; sources: Targets } {
    if (from === this.to) return { targets: same, sources: same };
    const known = this.#tables.get(from);
    if (known) return known;
    const concordance = this.#editions.between(from, this.to);
    if (concordance === undefined) {
      throw new CannotAnswer(
        'no-concordance',
        `no concordance between ${from} and ${this.to} is at hand`,
        `add one: tidu concordance add FILE (the correlation tables of the UN Statistics Division, or a concordance of WITS)`,
      );
    }
    const table = { targets: targetsBy(concordance), sources: targetsBy(reversed(concordance)) };
    this.#tables.set(from, table);
    return table;
  }
}

const same: Targets = (code) => [code.slice(0, concordedDigits)];

function refuseWhatCannotBe({ measure, where }: Query): void {
  if (measure === 'printed-growth') {
    throw new CannotAnswer(
      'not-additive',
      'growth rates as printed cannot be laid over to other codes',
      'ask for the measure value',
    );
  }
  const [national] = (where.commodity ?? []).filter((code) => code.length > concordedDigits);
  if (national === undefined) return;
  throw new CannotAnswer(
    'no-concordance',
    `${national} has digits of the nation, and editions are concorded at ${concordedDigits}`,
    `ask about ${national.slice(0, concordedDigits)}`,
  );
}

function canTell({ shape }: Coverage, { shape: asked, currency = 'CNY' }: Query): boolean {
  if (asked !== undefined) return shape.id === asked;
  return shape.dimensions.includes('commodity') && shape.currency === currency && !shape.inland;
}

const digitsTold = ({ shape }: Coverage): number => Math.min(concordedDigits, shape.hsDigits ?? 0);
const finestFirst = (a: Coverage, b: Coverage): number =>
  digitsTold(b) - digitsTold(a) ||
  a.shape.dimensions.length - b.shape.dimensions.length ||
  (a.shape.id < b.shape.id ? -1 : 1);

/** The question in the codes as declared, told to the finest, year by year. */
function asDeclared(query: Query, held: Coverage, way: Way): Query {
  const { by, where } = query;
  const timed = by.includes('month') || by.includes('year');
  const { chapter, heading, commodity, ...rest } = where;
  const filters = [chapter, heading, commodity].filter((list) => list !== undefined);
  const years = yearsAsked(query, held);
  if (held.shape.span === 'range') refuseAcrossEditions(years, way);
  const kept = filters.length === 0 ? undefined : sourcesOf(filters, years, way);
  return {
    ...query,
    shape: held.shape.id,
    by: [...by.filter((name) => !isGoods(name)), ...(timed ? [] : (['year'] as const)), 'commodity'],
    where: { ...rest, ...(kept && { commodity: kept }) },
  };
}

const isGoods = (name: Dimension): name is Goods => (goods as readonly string[]).includes(name);

function yearsAsked({ period, where }: Query, { months }: Coverage): string[] {
  const asked = months.filter((month) => month >= period.from && month <= period.to);
  const years = [...new Set(asked.map((month) => month.slice(0, 4)))];
  return years.filter((year) => where.year?.includes(year) ?? true);
}

function refuseAcrossEditions(years: readonly string[], way: Way): void {
  const crossed = [...new Set(years.map((year) => way.editionOf(year)))];
  if (crossed.length <= 1) return;
  throw new CannotAnswer(
    'mixed-spans',
    `a range of months in ${crossed.join(' and ')} cannot be told apart`,
    'load a table by month',
  );
}

/** Codes as declared that may have become one of those asked, to the digits that were asked. */
function sourcesOf(filters: readonly (readonly string[])[], years: readonly string[], way: Way): string[] {
  const lists = filters.map((codes) => {
    const digits = Math.max(2, ...codes.map((code) => code.length + (code.length % 2)));
    const found = years.flatMap((year) => codes.flatMap((code) => [code, ...way.sources(year)(code)]));
    return new Set(found.map((code) => code.slice(0, digits)));
  });
  // Where several filters hold, the finest list is enough: every amount is judged again afterwards.
  const [finest] = lists.toSorted((a, b) => longest(b) - longest(a));
  return withoutLonger([...(finest ?? [])].sort());
}

const longest = (codes: ReadonlySet<string>): number => Math.max(0, ...[...codes].map((code) => code.length));

/** A code that begins with another of the list adds nothing. */
function withoutLonger(sorted: readonly string[]): string[] {
  const kept: string[] = [];
  for (const code of sorted) {
    const last = kept.at(-1);
    if (last === undefined || !code.startsWith(last)) kept.push(code);
  }
  return kept;
}

async function laidOver(
  warehouse: Warehouse,
  declared: Query,
  held: Coverage,
  query: Query,
  way: Way,
): Promise<Answer> {
  const amounts = new Amounts(query.by);
  const left = new Left();
  const parts: Omit<Answer, 'rows'>[] = [];
  for await (const { rows, ...part } of inParts(warehouse, declared)) {
    for (const row of rows) layOver(row, digitsTold(held), query, way, amounts, left);
    parts.push(part);
  }
  const [first] = parts;
  if (first === undefined) throw new Error('a question has at least one part');
  const answered = new Set(parts.flatMap(answeredMonths));
  const found = amounts.rows();
  const rows = query.by.length === 0 && found.length === 0 ? [{ value: null }] : found;
  return {
    ...first,
    query,
    rows,
    loads: [...new Map(parts.flatMap((part) => part.loads).map((load) => [load.id, load])).values()],
    missingMonths: understand(declared).months.filter((month) => !answered.has(month)),
    notConcorded: left.beside(rows),
    sql: `-- by the codes as declared; laid over to ${way.to} afterwards\n${first.sql}`,
  };
}

const answeredMonths = ({ query, missingMonths }: Omit<Answer, 'rows'>): Month[] =>
  months(query.period).filter((month) => !missingMonths.includes(month));

function layOver(
  row: AnswerRow,
  digits: number,
  { by, where }: Query,
  way: Way,
  amounts: Amounts,
  left: Left,
): void {
  const year = row.year ?? row.month?.slice(0, 4) ?? '';
  const code = (row.commodity ?? '').slice(0, concordedDigits);
  const candidates = way.targets(year)(code);
  const labels = new Map<string, Partial<AnswerRow> | undefined>();
  for (const target of candidates.length === 0 ? [code] : candidates) {
    const label = keeps(where, target) ? labelOf(target, by, digits) : undefined;
    labels.set(label === undefined ? 'not asked' : Object.values(label).join(), label);
  }
  const [label] = labels.values();
  if (labels.size > 1 || (candidates.length === 0 && label !== undefined)) {
    left.add(code, way.editionOf(year), row.value, candidates);
  } else if (label !== undefined) {
    amounts.add({ ...row, ...label });
  }
}

function labelOf(target: string, by: readonly Dimension[], digits: number): Partial<AnswerRow> {
  const told = by
    .filter(isGoods)
    .map((name) => [name, target.slice(0, name === 'commodity' ? digits : digitsOf[name])]);
  return Object.fromEntries(told);
}

const keeps = (where: Query['where'], target: string): boolean =>
  goods.every((name) => where[name]?.some((code) => target.startsWith(code)) ?? true);
