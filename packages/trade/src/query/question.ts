import { type Flow, flows, isMonth, type Month, months } from '@tidu/reference';
import {
  type Coverage,
  type Dimension,
  dimensions,
  type Measure,
  measures,
  type Query,
} from '../warehouse.ts';
import { CannotAnswer } from './cannot-answer.ts';

/** A coverage with what the engine needs: the number of its shape, and what came by which load. */
export interface Holding extends Coverage {
  readonly number: number;
  readonly parcels: readonly {
    readonly from: Month;
    readonly flow: Flow;
    readonly load: number;
    readonly facts: number;
  }[];
  /** Months some of whose facts had been superseded by then. */
  readonly revised: readonly Month[];
}

/** The finest kind of place that a question names. `region` is a sum of provinces. */
export type AskedLevel = 'country' | 'province' | 'prefecture' | 'zone';

/** A question, checked and spelt out. */
export interface Question extends Query {
  readonly measure: Exclude<Measure, 'unit-value'>;
  readonly months: readonly Month[];
  readonly level: AskedLevel;
  /** `by` and `where` together: what the facts must tell apart. */
  readonly names: ReadonlySet<Dimension>;
  /** Rows of which flows are asked; more than one only in a breakdown by flow. */
  readonly askedFlows: readonly Flow[];
}

export const placeDimensions = ['region', 'province', 'prefecture', 'zone'] as const satisfies Dimension[];

/** @throws CannotAnswer `not-understood` or `contradiction` when the question makes no sense by itself */
export function understand(query: Query): Question {
  const where = Object.entries(query.where).filter(([, values]) => values !== undefined);
  for (const name of [...query.by, ...where.map(([key]) => key)]) {
    mustBe(name, dimensions, 'dimension');
  }
  mustBe(query.measure, measures, 'measure');
  mustBe(query.flow, flows, 'flow');
  refuseToLayOver(query);
  for (const [name, values] of where) for (const value of values) mustRead(name as Dimension, value);

  const names = new Set([...query.by, ...where.map(([key]) => key as Dimension)]);
  const question = {
    ...query,
    measure: engineMeasure(query),
    by: [...new Set(query.by)],
    names,
    level: levelOf(names),
    askedFlows: askedFlows(query),
    months: askedMonths(query),
  };
  return { ...question, months: monthsOfMeasure(question) };
}

/** An engine tells facts as they were published; what lays them over stands before it. */
function refuseToLayOver({ edition, boundaries }: Query): void {
  if (edition === undefined && boundaries === undefined) return;
  throw new CannotAnswer(
    edition === undefined ? 'no-boundaries' : 'no-concordance',
    `amounts cannot be laid over to ${edition ?? `the boundaries of ${boundaries}`} here`,
    'leave it out, or ask in smaller pieces: tidu query --edition, --boundaries',
  );
}

/** Quotients are reckoned from answers, not by an engine. */
function engineMeasure({ measure }: Query): Question['measure'] {
  if (measure !== 'unit-value') return measure;
  throw new CannotAnswer(
    'no-quantity',
    'unit values are not reckoned here',
    'ask for value and quantity by the same goods, and divide',
  );
}

/** The amount and the unit of a quantity, as columns of the facts. */
export const quantityColumns = ({ measure }: Pick<Question, 'measure'>) =>
  measure === 'quantity2'
    ? ({ amount: 'f.quantity2', unit: 'f.unit2' } as const)
    : ({ amount: 'f.quantity', unit: 'f.unit' } as const);
export const isQuantity = ({ measure }: Pick<Query, 'measure'>): boolean =>
  measure === 'quantity' || measure === 'quantity2';

function mustBe(text: string, allowed: readonly string[], what: string): void {
  if (allowed.includes(text)) return;
  throw new CannotAnswer('not-understood', `"${text}" is not a ${what}`, `use one of ${allowed.join(', ')}`);
}

const patterns: Partial<Record<Dimension, { pattern: RegExp; like: string }>> = {
  month: { pattern: /^\d{4}-(0[1-9]|1[0-2])$/, like: '2024-03' },
  year: { pattern: /^\d{4}$/, like: '2024' },
  region: { pattern: /^(east|central|west|northeast)$/, like: 'west' },
  flow: { pattern: /^(export|import|total)$/, like: 'export' },
  chapter: { pattern: /^\d{2}$/, like: '85' },
  heading: { pattern: /^\d{4}$/, like: '8542' },
  commodity: { pattern: /^\d{1,10}$/, like: '8542' },
  processing: { pattern: /^(true|false)$/, like: 'true' },
};

function mustRead(name: Dimension, value: string): void {
  const rule = patterns[name];
  if (!rule || rule.pattern.test(value)) return;
  throw new CannotAnswer('not-understood', `"${value}" is not a ${name}`, `write it like ${rule.like}`);
}

function levelOf(names: ReadonlySet<Dimension>): AskedLevel {
  if (names.has('zone')) return 'zone';
  if (names.has('prefecture')) return 'prefecture';
  return names.has('province') || names.has('region') ? 'province' : 'country';
}

function askedMonths({ period, where }: Query): Month[] {
  if (!isMonth(period.from) || !isMonth(period.to) || period.from > period.to) {
    throw new CannotAnswer(
      'not-understood',
      `${period.from}..${period.to} is not a period`,
      'write 2024, 2024-03 or 2024-01..2024-06',
    );
  }
  return months(period).filter(
    (month) =>
      (where.month?.includes(month) ?? true) && (where.year?.some((year) => month.startsWith(year)) ?? true),
  );
}

function askedFlows({ flow, by, where }: Query): Flow[] {
  const kept = where.flow;
  if (flow === 'total' && by.includes('flow')) {
    return (['export', 'import'] as const).filter((part) => kept?.includes(part) ?? true);
  }
  const agrees =
    !kept || kept.includes(flow) || (flow === 'total' && kept.includes('export') && kept.includes('import'));
  if (agrees) return [flow];
  throw new CannotAnswer(
    'contradiction',
    `the question is about the flow ${flow} but keeps only ${kept.join(', ') || 'nothing'}`,
    `ask for the flow ${kept[0] ?? flow}, or break the total down by flow`,
  );
}

/** A year to date is a figure of one month; which one has to be plain. */
function monthsOfMeasure({
  measure,
  by,
  months: asked,
}: Pick<Question, 'measure' | 'by' | 'months'>): readonly Month[] {
  const last = asked.at(-1);
  if (asked.length <= 1 || last === undefined) return asked;
  if (measure === 'printed-growth') {
    if (by.includes('month')) return asked;
    throw new CannotAnswer(
      'not-additive',
      `a printed growth rate belongs to one month, and the question spans ${asked.length}`,
      'ask for one month, or break down by month',
    );
  }
  if (measure !== 'value-ytd' || by.includes('month')) return asked;
  const fromJanuary = asked[0] === `${last.slice(0, 4)}-01`;
  if (fromJanuary) return [last];
  throw new CannotAnswer(
    'not-additive',
    `the year to date is a figure of one month, and ${asked[0]}..${last} is not January to some month of one year`,
    'ask for one month, for January to a month of the same year, or break down by month',
  );
}
