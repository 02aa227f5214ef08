import type { DuckDBConnection } from '@duckdb/node-api';
import { type Flow, type Month, months } from '@tidu/reference';
import { shapesOf } from './cube/keep-cubes.duckdb.ts';
import type { Shape } from './fact.ts';
import type { Holding } from './query/question.ts';
import type { Coverage, CoveredSpan, Load } from './warehouse.ts';

/** Facts that came by one load, of one shape, span and flow, and went by one load or are current. */
interface Parcel {
  readonly number: number;
  readonly from: Month;
  readonly to: Month;
  readonly flow: Flow;
  readonly load: number;
  readonly until: number | null;
  readonly facts: number;
  readonly yearToDate: boolean;
  readonly quantities: boolean;
}

export interface Inventory {
  readonly shapes: ReadonlyMap<number, Shape>;
  readonly parcels: readonly Parcel[];
  readonly loads: readonly Load[];
  /** Codes of the place tree. */
  readonly places: ReadonlySet<string>;
}

/**
 * What is in the store, read once and kept until a load is added: answering a question, and
 * saying what can be asked, then costs no look at the facts.
 */
export function inventoryOf(connection: DuckDBConnection): () => Promise<Inventory> {
  let known: { version: string; inventory: Promise<Inventory> } | undefined;
  return async () => {
    const [row] = (await connection.runAndReadAll('SELECT max(id), count(*) FROM load')).getRows();
    const version = String(row);
    if (known?.version !== version) known = { version, inventory: read(connection) };
    try {
      return await known.inventory;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
}

async function read(connection: DuckDBConnection): Promise<Inventory> {
  const parcels = await connection.runAndReadAll(
    `SELECT shape, month_from, month_to, flow, load, until, facts, years_to_date, quantities
     FROM parcel ORDER BY ALL`,
  );
  const loads = await connection.runAndReadAll('SELECT * FROM load ORDER BY id');
  const places = await connection.runAndReadAll('SELECT code FROM place');
  return {
    shapes: await shapesOf(connection),
    parcels: parcels
      .getRows()
      .map(([number, from, to, flow, load, until, facts, yearToDate, quantities]) => ({
        number: Number(number),
        from: monthOf(from),
        to: monthOf(to),
        flow: String(flow) as Flow,
        load: Number(load),
        until: until === null ? null : Number(until),
        facts: Number(facts),
        yearToDate: Number(yearToDate) > 0,
        quantities: Number(quantities) > 0,
      })),
    loads: loads.getRowObjectsJson().map(loadOf),
    places: new Set(places.getRows().map(([code]) => String(code))),
  };
}

/** @example monthOf(202403) // '2024-03' */
export const monthOf = (stored: unknown): Month =>
  `${String(stored).slice(0, 4)}-${String(stored).slice(4)}` as Month;

/** Parcels that are current, or were after the load `asKnownAt`. */
const knownAt = (parcels: readonly Parcel[], asKnownAt: number | undefined): Parcel[] =>
  parcels.filter(({ load, until }) =>
    asKnownAt === undefined ? until === null : load <= asKnownAt && (until === null || until > asKnownAt),
  );

/** What can be asked, by shape. */
export function holdings({ shapes, parcels, loads }: Inventory, asKnownAt?: number): Holding[] {
  const known = knownAt(parcels, asKnownAt);
  const synthetic = new Set(loads.filter((load) => load.synthetic).map(({ id }) => id));
  return [...shapes].flatMap(([number, shape]) => {
    const own = known.filter((parcel) => parcel.number === number);
    if (own.length === 0) return [];
    const spans = spansOf(own);
    return [
      {
        number,
        parcels: own,
        revised: revisedBy(parcels, number, asKnownAt),
        shape,
        spans,
        months: [
          ...new Set(spans.flatMap(({ from, to }) => months({ from: from as Month, to: to as Month }))),
        ].sort(),
        flows: [...new Set(own.map(({ flow }) => flow))].sort(),
        facts: own.reduce((sum, { facts }) => sum + facts, 0),
        synthetic: own.some(({ load }) => synthetic.has(load)),
        yearToDate: own.some((parcel) => parcel.yearToDate),
        quantities: own.some((parcel) => parcel.quantities),
      },
    ];
  });
}

const revisedBy = (
  parcels: readonly Parcel[],
  shape: number,
  asKnownAt = Number.POSITIVE_INFINITY,
): Month[] => [
  ...new Set(
    parcels
      .filter(({ number, until }) => number === shape && until !== null && until <= asKnownAt)
      .map(({ from }) => from),
  ),
];

function spansOf(parcels: readonly Parcel[]): CoveredSpan[] {
  const flowsBySpan = new Map<string, { from: Month; to: Month; flows: Set<Flow> }>();
  for (const { from, to, flow } of parcels) {
    const key = `${from}..${to}`;
    const span = flowsBySpan.get(key) ?? { from, to, flows: new Set() };
    flowsBySpan.set(key, span);
    span.flows.add(flow);
  }
  return [...flowsBySpan.values()].map(({ from, to, flows }) => ({ from, to, flows: [...flows].sort() }));
}

export const withoutNumber = ({ number: _, parcels: __, revised: ___, ...coverage }: Holding): Coverage =>
  coverage;

type Stored = Record<string, unknown>;

const loadOf = (row: Stored): Load => ({
  id: Number(row.id),
  file: String(row.file),
  sha256: String(row.sha256),
  bytes: Number(row.bytes),
  format: String(row.format),
  at: `${String(row.at)
    .replace(' ', 'T')
    .replace(/\.\d+$/, '')}Z`,
  shape: String(row.shape),
  period: { from: monthOf(row.month_from), to: monthOf(row.month_to) },
  rows: {
    read: Number(row.rows_read),
    loaded: Number(row.rows_loaded),
    unchanged: Number(row.rows_unchanged),
    quarantined: Number(row.rows_quarantined),
    superseded: Number(row.rows_superseded),
  },
  synthetic: row.synthetic === true,
  ...(row.withdraws !== null && { withdraws: Number(row.withdraws), reason: String(row.reason ?? '') }),
});
