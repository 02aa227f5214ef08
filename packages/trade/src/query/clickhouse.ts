import { addMonths, type Month, regions } from '@tidu/reference';
import type { Dimension } from '../warehouse.ts';
import { type Answering, unknownPlace } from './answer.ts';
import { mixesLevels } from './choose.ts';
import { clickhouseLiteral } from './clickhouse-literal.ts';
import { yearToDateInArrays } from './clickhouse-year-to-date.ts';
import { current, keep, span, tableFor } from './conditions.ts';
import type { Dialect } from './dialect.ts';
import { type Holding, type Question, quantityColumns } from './question.ts';
import { asNumber, binder, oneOf, type Statement } from './statement.ts';
import { monthsRead, reckonsFromYearToDate, runs } from './year-to-date.ts';

/** Where the tables lie, and what of them counts. */
export interface ClusterTables {
  readonly database: string;
  /** The tree of places by which facts roll up and are summed, as the names of tables say it. */
  readonly edition: string;
  /** The last load that is recorded; what lies beyond it is not there yet. */
  readonly latest: number;
}

/**
 * The SQL of a ClickHouse cluster, in words that releases from 18.16 on understand. Facts are only ever
 * added: what supersedes one is a row of `superseded`, by the fact's number, on the shard of the fact. In a
 * cube it is a row that takes the fact's amount away, `known` from that load on.
 * Tables whose names end in `_all` are those of all shards together. Unknown codes are empty, not NULL.
 */
export function clickhouse({ database, edition, latest }: ClusterTables): Dialect {
  const known = (question: Question) => Math.min(question.asKnownAt ?? latest, latest);
  const dialect: Dialect = {
    facts: (table) => `${database}.${table === 'fact' ? table : `${table}_${edition}`}_all`,
    places: `${database}.place_${edition}`,
    known: (question, holding, bind, table) => {
      const at = bind(known(question));
      if (table !== 'fact') return [`f.known <= ${at}`];
      const months = revisedAmong(question, holding).map(asNumber);
      if (months.length === 0) return [`f.load <= ${at}`];
      // Each shard asks its own table: a fact and what supersedes it lie together.
      const gone = [
        `until <= ${at}`,
        `shape = ${bind(holding.number)}`,
        oneOf('month_from', months, bind),
      ].join(' AND ');
      return [`f.load <= ${at}`, `f.id NOT IN (SELECT id FROM ${database}.superseded WHERE ${gone})`];
    },
    answer: (asked) => answer(asked, dialect),
    collectsLoads: (question, holding, table) =>
      table === 'fact' || revisedAmong(question, holding).length === 0,
    loads: (table, conditions) =>
      `SELECT f.load FROM ${dialect.facts(table)} f WHERE ${conditions} GROUP BY f.load${table === 'fact' ? '' : ' HAVING sum(f.facts) > 0'}`,
    literal: clickhouseLiteral,
  };
  return dialect;
}

/** Months asked for of which facts have been superseded; with the one before, from which a year to date may be differenced. */
function revisedAmong({ months: [first, ...rest] }: Question, { revised }: Holding): Month[] {
  if (first === undefined) return [];
  const from = addMonths(first, -1);
  const to = rest.at(-1) ?? first;
  return revised.filter((month) => month >= from && month <= to);
}

interface Column {
  readonly name: Dimension;
  /** Over a row of facts. */
  readonly sql: string;
  /** Over facts summed up by place, with what the place rolls up to. */
  readonly above?: string;
}

/**
 * One statement over all shards. Where places roll up, each shard sums by place and the places are rolled
 * up where the sums meet: a look-up per place, not one per fact.
 */
function answer({ question, choice, modes, base }: Answering, dialect: Dialect): Statement {
  const { holding } = choice;
  const bind = binder();
  const level = mixesLevels(holding) ? question.level : holding.shape.levels[0];
  const columns = question.by.map((name) => column(name, question, level, oneOf('f.mode', modes, bind)));
  const table = tableFor(question, choice);
  const summed = table !== 'fact';
  const measures = measuresOf(question, summed);
  if (base !== undefined) {
    const bits = `groupBitOr(bitShiftLeft(toUInt64(1), toUInt64(f.load - ${bind(base)})))`;
    measures.push({ sql: bits, below: [`${bits} AS loads`], above: 'groupBitOr(loads)' });
  }
  const conditions = [
    ...current(question, holding, bind, dialect, table),
    span(holding, monthsRead(question, choice), bind),
    ...keep(question, choice, modes, bind, dialect),
  ];
  const facts = dialect.facts(table);
  const from = reckonsFromYearToDate(question, holding)
    ? `${yearToDateInArrays({ facts, keys: holding.shape.dimensions, runs: runs(question, choice.covered), conditions, bind })} f`
    : `${facts} f\nWHERE ${conditions.join('\n  AND ')}`;
  const rollsUp = columns.some(({ above }) => above !== undefined);
  const below = columns.filter(({ above }) => above === undefined);
  const keys = [
    ...below.map(({ name, sql }) => `${sql} AS "${name}"`),
    ...(rollsUp ? ['f.place AS place'] : []),
  ];
  const named = [...below.map(({ name }) => `"${name}"`), ...(rollsUp ? ['place'] : [])];
  const sums = measures.flatMap(({ sql, below }) => (rollsUp ? below : [sql]));
  const inner = [`SELECT ${[...keys, ...sums].join(', ')}`, `FROM ${from}`];
  if (named.length > 0) inner.push(`GROUP BY ${named.join(', ')}`);
  // What was wholly superseded has left a sum of nothing.
  if (named.length > 0 && summed) inner.push('HAVING sum(f.facts) > 0');
  const order = columns.length > 0 ? `\nORDER BY ${columns.map(rank).join(', ')}` : '';
  const text = rollsUp
    ? [
        `SELECT ${[...columns.map(({ name, above }) => `${above ?? `"${name}"`} AS "${name}"`), ...measures.map(({ above }) => above)].join(', ')}`,
        `FROM (\n${inner.join('\n')}\n) AS by_place`,
        `ANY LEFT JOIN (SELECT code AS place, region AS of_region, province AS of_province, prefecture AS of_prefecture FROM ${dialect.places}) AS placed USING place`,
        `GROUP BY ${columns.map(({ name }) => `"${name}"`).join(', ')}`,
      ].join('\n')
    : inner.join('\n');
  return { text: text + order, parameters: bind.parameters };
}

/** From the coast to the interior; what lies in no region comes last. */
const regionOrder = `[${regions.map((region) => `'${region}'`).join(', ')}, '${unknownPlace}']`;
function rank({ name }: Column): string {
  if (name === 'region') return `indexOf(${regionOrder}, "region")`;
  return `"${name}"`;
}

function column(
  name: Dimension,
  question: Question,
  level: string | undefined,
  isProcessing: string,
): Column {
  switch (name) {
    case 'month':
      return { name, sql: 'f.month_from' };
    case 'year':
      return { name, sql: 'intDiv(f.month_from, 100)' };
    case 'chapter':
      return { name, sql: 'substring(f.commodity, 1, 2)' };
    case 'heading':
      return { name, sql: 'substring(f.commodity, 1, 4)' };
    case 'processing':
      return { name, sql: `if(${isProcessing}, 'true', 'false')` };
    case 'zone':
      return { name, sql: 'f.place' };
    case 'province':
    case 'prefecture':
      if (level === name) return { name, sql: 'f.place' };
      return { name, sql: 'f.place', above: `if(of_${name} = '', '${unknownPlace}', of_${name})` };
    case 'region':
      return { name, sql: 'f.place', above: `if(of_region = '', '${unknownPlace}', of_region)` };
    case 'unit':
      return { name, sql: quantityColumns(question).unit };
    default:
      return { name, sql: `f.${name}` };
  }
}

interface Sum {
  /** Of facts. */
  readonly sql: string;
  /** In two steps: the columns of the first, and what the second makes of them. */
  readonly below: readonly string[];
  readonly above: string;
}

/**
 * Whole amounts are added in 64 bits, which wrap around where the embedded engine's do not: the same sum in
 * floating point tells when they have, and the largest number then stands for one that is too large.
 */
const guarded = (sum: string, about: string): string =>
  `if(abs(${about}) > 9e18, toInt64(9223372036854775807), ${sum})`;

/** The value, then what the measure has to check. */
function measuresOf({ measure }: Question, summed: boolean): Sum[] {
  if (summed) {
    const told = (sum: string, about: string, valued: string) =>
      `if(${valued} > 0, ${guarded(sum, about)}, NULL)`;
    return [
      {
        sql: told('sum(f.value)', 'sum(toFloat64(f.value))', 'sum(f.valued)'),
        below: ['sum(f.value) AS amount', 'sum(toFloat64(f.value)) AS about', 'sum(f.valued) AS told'],
        above: told('sum(amount)', 'sum(about)', 'sum(told)'),
      },
    ];
  }
  const amount = (column: string): Sum => ({
    sql: guarded(`sum(${column})`, `sum(toFloat64(${column}))`),
    below: [`sum(${column}) AS amount`, `sum(toFloat64(${column})) AS about`],
    above: guarded('sum(amount)', 'sum(about)'),
  });
  switch (measure) {
    case 'value':
    case 'value-as-printed':
      return [amount('f.value')];
    case 'value-ytd':
      return [amount('f.value_ytd')];
    case 'printed-growth':
      return [
        { sql: 'max(f.printed_growth)', below: ['max(f.printed_growth) AS growth'], above: 'max(growth)' },
        { sql: 'count()', below: ['count() AS facts'], above: 'sum(facts)' },
      ];
    case 'quantity':
    case 'quantity2': {
      const { amount, unit: named } = quantityColumns({ measure });
      const unit = (which: 'min' | 'max') =>
        `nullIf(${which}If(${named}, isNotNull(${amount}) AND ${named} != ''), '')`;
      return [
        { sql: `sum(${amount})`, below: [`sum(${amount}) AS amount`], above: 'sum(amount)' },
        {
          sql: unit('min'),
          below: [`${unit('min')} AS unit_first`],
          above: 'min(unit_first)',
        },
        { sql: unit('max'), below: [`${unit('max')} AS unit_last`], above: 'max(unit_last)' },
      ];
    }
  }
}
