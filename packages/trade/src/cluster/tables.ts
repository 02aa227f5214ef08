import type { Cube } from '../cube/cubes.ts';

/** Columns of `fact` in the cluster: those of the file's table, and what sending and superseding needs. */
const text = ['flow', 'place', 'commodity', 'partner', 'mode', 'supervision', 'company', 'unit', 'unit2'];
const whole = ['value', 'value_ytd'];
const real = ['printed_growth', 'quantity', 'quantity2'];

/** In the order in which facts are sent. */
export const factColumns = [
  'id',
  'load',
  'block',
  'shape',
  'month_from',
  'month_to',
  ...text,
  ...whole,
  ...real,
];
export const supersededColumns = ['id', 'until', 'block', 'shape', 'month_from'];
export const textColumns: readonly string[] = text;
export const realColumns: readonly string[] = real;

const numbers: Readonly<Record<string, string>> = {
  id: 'UInt64',
  block: 'UInt64',
  load: 'UInt32',
  until: 'UInt32',
  known: 'UInt32',
  shape: 'UInt16',
  month_from: 'UInt32',
  month_to: 'UInt32',
};
const typeOf = (column: string): string =>
  numbers[column] ??
  (text.includes(column) ? 'String' : whole.includes(column) ? 'Nullable(Int64)' : 'Nullable(Float64)');

const described = (columns: readonly string[], type = typeOf): string =>
  columns.map((column) => `${column} ${type(column)}`).join(', ');

const table = (
  name: string,
  columns: string,
  order: string,
  { database, cluster, replica }: TableOptions,
): string[] => {
  const engine = replica
    ? `ReplicatedMergeTree('/clickhouse/tables/${cluster}/${replica.shard}/${database}/${name}', '${replica.name}')`
    : 'MergeTree';
  return [
    `CREATE TABLE IF NOT EXISTS ${database}.${name} (${columns})
     ENGINE = ${engine} PARTITION BY intDiv(month_from, 100) ORDER BY (${order})`,
    `CREATE TABLE IF NOT EXISTS ${database}.${name}_all AS ${database}.${name}
     ENGINE = Distributed(${cluster}, ${database}, ${name})`,
  ];
};

export interface TableOptions {
  readonly database: string;
  readonly cluster: string;
  /** Where the node's copy stands in a keeper; nodes without a keeper have one copy of each shard. */
  readonly replica?: { readonly shard: number; readonly name: string };
}

/**
 * What `tidu cluster init` makes on each node; each statement can be run again.
 *
 * `fact` is sorted as questions read: shape, flow, month, place, goods. Fractions come in through `fact_in`
 * as the 64 bits that they are, because a decimal number is not read exactly by every release.
 */
export function tables(options: TableOptions): string[] {
  const { database } = options;
  const sent = (column: string): string => (real.includes(column) ? 'Nullable(Int64)' : typeOf(column));
  const taken = factColumns.map((column) =>
    real.includes(column) ? `reinterpretAsFloat64(reinterpretAsString(${column})) AS ${column}` : column,
  );
  return [
    `CREATE DATABASE IF NOT EXISTS ${database}`,
    ...table(
      'fact',
      described(factColumns),
      'shape, flow, month_from, place, commodity, partner, mode',
      options,
    ),
    ...table('superseded', described(supersededColumns), 'shape, month_from, id', options),
    `CREATE TABLE IF NOT EXISTS ${database}.fact_in (${described(factColumns, sent)}) ENGINE = Null`,
    `CREATE MATERIALIZED VIEW IF NOT EXISTS ${database}.fact_taken TO ${database}.fact
     AS SELECT ${taken.join(', ')} FROM ${database}.fact_in`,
    `CREATE TABLE IF NOT EXISTS ${database}.house (id String, cluster String) ENGINE = MergeTree PARTITION BY tuple() ORDER BY id`,
  ];
}

/** Tables of one tree of places: the tree, and the cubes of which some sum up by province. */
export const cubeColumns = ({ dimensions }: Cube): string[] => [
  'load',
  'known',
  'block',
  'shape',
  'month_from',
  'month_to',
  'flow',
  ...dimensions,
  'value',
  'valued',
  'facts',
];

/** What is made for a tree of places, on each node. */
export const cubeTables = (
  cube: Cube,
  { edition, ...options }: TableOptions & { readonly edition: string },
): string[] =>
  table(
    `${cube.table}_${edition}`,
    described(cubeColumns(cube), (column) => (sums.includes(column) ? 'Int64' : typeOf(column))),
    ['shape', 'flow', 'month_from', ...cube.dimensions].join(', '),
    options,
  );
const sums = ['value', 'valued', 'facts'];

export const placeColumns = 'code String, level String, region String, province String, prefecture String';
