import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { fetchAnswer, fetched } from './fetched-answer.duckdb.ts';
import { holdings, type Inventory } from './holdings.duckdb.ts';
import { type Answering, answerAcross, duckdb, type Laid, occurring, type Stored } from './query/answer.ts';
import { type Plan, plan } from './query/plan.ts';
import { isQuantity } from './query/question.ts';
import type { Statement } from './query/statement.ts';
import {
  bitsOf,
  growthsTogether,
  labelOf,
  loadsOf,
  type Rows,
  tooLarge,
  unitOf,
  unpublishedOf,
} from './read-answer.duckdb.ts';
import { reading, type Spooled } from './read-batches.duckdb.ts';
import type { Store } from './store.duckdb.ts';
import { headsOf, laidLast, refuseTooManyColumns } from './stream-of.ts';
import type { Dimension, Query, StreamedAnswer, StreamOptions } from './warehouse.ts';

interface Asked extends StreamOptions {
  readonly store: Pick<Store, 'elsewhere' | 'scratch'>;
  readonly query: Query;
  readonly processingModes: readonly string[] | undefined;
  readonly inventory: () => Promise<Inventory>;
}

/** Cells that the engine sums up at once where a dimension is laid out: what keeps its memory small. */
const cellsAtOnce = 8_000_000;
/** Months lie apart in the store, so that to sum up some of them reads these alone. */
const yearAtOnce = 12;

/**
 * Answers into temporary tables of a connection of its own, which the engine puts on disk when they
 * grow, and reads them from there: so the rows are counted and checked before the first is given, and
 * how slowly they are taken holds nobody up.
 */
export async function streamFrom(connection: DuckDBConnection, asked: Asked): Promise<StreamedAnswer> {
  const stop = () => connection.interrupt();
  const { signal } = asked;
  signal?.addEventListener('abort', stop);
  let open = true;
  const end = () => {
    signal?.removeEventListener('abort', stop);
    if (open) connection.closeSync();
    open = false;
  };
  try {
    for (;;) {
      signal?.throwIfAborted();
      const known = await asked.inventory();
      const answer = await spooled(connection, asked, known);
      // A load that was committed between the statements would show in some of them only.
      if ((await asked.inventory()) !== known) continue;
      const batches = reading(connection, answer, end, signal);
      const close = async () => {
        await batches.return(undefined);
        end();
      };
      return { ...answer, batches, close };
    }
  } catch (error) {
    end();
    throw signal?.aborted ? signal.reason : error;
  }
}

async function spooled(
  connection: DuckDBConnection,
  { query, across, processingModes, store: { elsewhere, scratch } }: Asked,
  known: Inventory,
): Promise<Spooled> {
  const dialect = elsewhere?.dialect(known.loads.at(-1)?.id ?? 0) ?? duckdb;
  const here: Rows = async ({ text, parameters }) =>
    (await connection.runAndReadAll(text, [...parameters])).getRows();
  const rows: Rows = async (statement) =>
    elsewhere ? elsewhere.rows(dialect.literal(statement)) : here(statement);
  const keep = async (name: string, { text, parameters }: Statement) => {
    await connection.run(`CREATE OR REPLACE TEMP TABLE ${name} AS ${text}`, [...parameters]);
  };
  const heads = headsOf(query, across);
  const planned = plan(laidLast(query, across), holdings(known, query.asKnownAt), {
    streamed: true,
    dialect,
    ...(processingModes && { processingModes }),
  });
  if (elsewhere)
    await fetchAnswer(connection, elsewhere, planned, dialect.literal(planned.statement), scratch);
  const made = elsewhere ? fetched : inEngine(planned.answering);
  const laid = across === undefined ? undefined : await valuesOf(made, across, here);
  if (!elsewhere && !laid) await keep('answered', planned.statement);
  const spool = laid
    ? await spoolAcross(planned.answering, heads, laid, { made, rows: here, keep })
    : tall(heads);
  const found = await findings(planned, spool, here);
  const restingOn = new Set(await loadsOf(planned, found.bits, rows));
  return {
    from: spool.from,
    query,
    heads,
    ...(laid && { across: laid.values.map((value) => labelOf(laid.dimension, value)) }),
    count: found.count,
    shape: planned.holding.shape,
    unit: unitOf(planned, found.units),
    loads: known.loads.filter(({ id }) => restingOn.has(id)),
    missingMonths: planned.missingMonths,
    unpublished: await unpublishedOf(planned, known.places, rows),
    sql: dialect.literal(laid && !elsewhere ? answerAcross(planned.answering, laid) : planned.statement),
  };
}

/** How the parts of an answer are come by that has a dimension laid out as columns. */
interface Made {
  /** The values of some dimensions that occur together, in order. */
  occurring(dimensions: readonly Dimension[]): Statement;
  /** A row for each of the heads with an amount for some values of the dimension, and what is checked. */
  across(some: Laid, heads: readonly Dimension[], checked: readonly string[]): Statement;
}

const inEngine = (answering: Answering): Made => ({
  occurring: (dimensions) => occurring(answering, dimensions),
  across: (some) => answerAcross(within(answering, some), some),
});

/** Where the rows were put, and which columns of amounts each table has. */
interface Spool {
  readonly from: string;
  readonly counted: string;
  readonly parts: readonly { readonly table: string; readonly columns: readonly string[] }[];
}

const tall = (heads: readonly Dimension[]): Spool => ({
  from: `SELECT ${[...heads.map(quoted), 'value::DOUBLE'].join(', ')} FROM answered`,
  counted: 'answered',
  parts: [{ table: 'answered', columns: ['value'] }],
});

async function valuesOf({ occurring }: Made, dimension: Dimension, rows: Rows): Promise<Laid> {
  const values = (await rows(occurring([dimension]))).map(([value]) => stored(value));
  refuseTooManyColumns(dimension, values.length);
  return { dimension, values };
}

const stored = (value: DuckDBValue | undefined): Stored =>
  typeof value === 'bigint' ? Number(value) : ((value ?? null) as Stored);

/**
 * The heads of the rows in order, and beside them, a few columns at a time, the amounts: summing up
 * all columns of a million rows at once would take the engine gigabytes.
 */
async function spoolAcross(
  answering: Answering,
  heads: readonly Dimension[],
  laid: Laid,
  {
    made,
    rows,
    keep,
  }: { made: Made; rows: Rows; keep: (name: string, statement: Statement) => Promise<void> },
): Promise<Spool> {
  await keep(
    'heads',
    heads.length > 0
      ? made.occurring(heads)
      : // One row of all there is; no row where there is nothing.
        { text: `SELECT 1 AS "all" WHERE ${laid.values.length > 0}`, parameters: [] },
  );
  const [[count] = []] = await rows({ text: 'SELECT count(*) FROM heads', parameters: [] });
  const most = laysOutTime(laid) ? yearAtOnce : laid.values.length;
  const atOnce = Math.max(1, Math.min(most, Math.floor(cellsAtOnce / Math.max(1, Number(count)))));
  const checked = checksOf(answering);
  const parts: { table: string; columns: string[] }[] = [];
  for (let at = 0; at < laid.values.length; at += atOnce) {
    const some = { ...laid, values: laid.values.slice(at, at + atOnce) };
    const table = `part${parts.length}`;
    const columns = some.values.map((_, i) => `c${i}`);
    const { text, parameters } = made.across(some, heads, checked);
    const same = heads.map((name) => `h.${quoted(name)} IS NOT DISTINCT FROM a.${quoted(name)}`);
    const select = [...columns.map((name) => `a.${name}::DOUBLE AS ${name}`), ...checked];
    await keep(table, {
      text: `SELECT ${select.join(', ')} FROM heads h LEFT JOIN (${text}) a ON ${same.join(' AND ') || 'TRUE'} ORDER BY h.rowid`,
      parameters,
    });
    parts.push({ table, columns });
  }
  const select = [
    ...heads.map((name) => `heads.${quoted(name)}`),
    ...parts.flatMap(({ table, columns }) => columns.map((name) => `${table}.${name}`)),
  ];
  const tables = ['heads', ...parts.map(({ table }) => table)];
  return {
    from: `SELECT ${select.join(', ') || '1'} FROM ${tables.join(' POSITIONAL JOIN ')}`,
    counted: 'heads',
    parts,
  };
}

/** What an answer carries beside its amounts, to be looked at before they are given. */
const checksOf = ({ question: { measure }, base }: Answering): string[] => [
  ...(isQuantity({ measure }) ? ['unit_first', 'unit_last'] : []),
  ...(measure === 'printed-growth' ? ['facts'] : []),
  ...(base === undefined ? [] : ['loads']),
];

/** The same question about a stretch of time alone, where time is what is laid out: nothing else is then read. */
function within(answering: Answering, laid: Laid): Answering {
  if (!laysOutTime(laid)) return answering;
  const { dimension, values } = laid;
  const kept = new Set(values.map((value) => labelOf(dimension, value)));
  const keeps = (month: string) => kept.has(dimension === 'year' ? month.slice(0, 4) : month);
  const { question, choice } = answering;
  return {
    ...answering,
    question: { ...question, months: question.months.filter(keeps) },
    choice: { ...choice, covered: choice.covered.filter(keeps) },
  };
}

const laysOutTime = ({ dimension }: Laid): boolean => dimension === 'month' || dimension === 'year';

interface Findings {
  readonly count: number;
  readonly bits: bigint;
  readonly units: DuckDBValue[];
}

/** What has to be known of all rows before the first: how many, on what they rest, and whether they can be told. */
async function findings(
  { question, answering }: Plan,
  { counted, parts }: Spool,
  rows: Rows,
): Promise<Findings> {
  const ask = async (text: string) => (await rows({ text, parameters: [] }))[0] ?? [];
  const [count] = await ask(`SELECT count(*) FROM ${counted}`);
  const checked = checksOf(answering);
  const has = (name: string, sql: string) => (checked.includes(name) ? sql : 'NULL');
  const exact = question.measure.startsWith('value');
  let bits = 0n;
  const units: DuckDBValue[] = [];
  for (const { table, columns } of parts) {
    const largest = exact ? `max(greatest(${columns.map((name) => `abs(${name})`).join(', ')}))` : 'NULL';
    const [most, first = null, last = null, facts, loads] = await ask(
      `SELECT ${largest}, ${has('unit_first', 'min(unit_first)')}, ${has('unit_last', 'max(unit_last)')},
         ${has('facts', 'max(facts)')}, ${has('loads', 'bit_or(loads)')} FROM ${table}`,
    );
    if (Number(most ?? 0) > Number.MAX_SAFE_INTEGER) throw tooLarge(Number(most));
    if (Number(facts ?? 0) > 1) throw growthsTogether(Number(facts));
    units.push(first, last);
    bits |= bitsOf(loads);
  }
  return { count: Number(count), bits, units };
}

const quoted = (name: string): string => `"${name}"`;
