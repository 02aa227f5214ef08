import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { regions } from '@tidu/reference';
import type { FactsElsewhere } from './facts-elsewhere.duckdb.ts';
import type { Laid } from './query/answer.ts';
import type { Plan } from './query/plan.ts';
import { isQuantity } from './query/question.ts';
import type { Statement } from './query/statement.ts';
import type { Dimension } from './warehouse.ts';

let fetches = 0;

/** Lays an answer of the cluster into the temporary table `answered`, whole and in its order. */
export async function fetchAnswer(
  connection: DuckDBConnection,
  elsewhere: FactsElsewhere,
  { question: { by, measure }, answering: { base } }: Plan,
  sql: string,
  scratch: string,
): Promise<void> {
  const whole = measure.startsWith('value');
  const columns: [string, string][] = [
    ...by.map((name): [string, string] => [
      name,
      name === 'month' || name === 'year' ? 'INTEGER' : 'VARCHAR',
    ]),
    ['value', whole ? 'BIGINT' : 'DOUBLE'],
    ...(isQuantity({ measure })
      ? ([
          ['unit_first', 'VARCHAR'],
          ['unit_last', 'VARCHAR'],
        ] as [string, string][])
      : []),
    ...(measure === 'printed-growth' ? ([['facts', 'BIGINT']] as [string, string][]) : []),
    ...(base === undefined ? [] : ([['loads', 'UBIGINT']] as [string, string][])),
  ];
  const folder = join(scratch, `answer-${process.pid}-${++fetches}`);
  const file = join(folder, 'answer.csv');
  await mkdir(folder, { recursive: true });
  try {
    await elsewhere.download(sql, file);
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE answered AS FROM read_csv('${file.replaceAll("'", "''")}', header = false, auto_detect = false, delim = ',', quote = '"', escape = '"',
         nullstr = '\\N', columns = {${columns.map(([name, type]) => `'${name}': '${type}'`).join(', ')}})`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the answer that was fetched says of some of its dimensions. */
export const fetched = {
  occurring: (dimensions: readonly Dimension[]): Statement => {
    const order = dimensions.map((name) =>
      name === 'region'
        ? `list_position([${regions.map((region) => `'${region}'`).join(', ')}], region)`
        : `"${name}"`,
    );
    return {
      text: `SELECT DISTINCT ${list(dimensions)} FROM answered ORDER BY ${order.join(', ')}`,
      parameters: [],
    };
  },

  across: (
    { dimension, values }: Laid,
    heads: readonly Dimension[],
    checked: readonly string[],
  ): Statement => {
    const parameters: (string | number)[] = [];
    const is = (value: Laid['values'][number]): string => {
      if (value === null || typeof value === 'boolean') return `"${dimension}" IS NOT DISTINCT FROM ${value}`;
      return `"${dimension}" = $${parameters.push(value)}`;
    };
    const select = [
      ...heads.map((name) => `"${name}"`),
      ...values.map((value, i) => `max(value) FILTER (WHERE ${is(value)}) AS c${i}`),
      ...checked.map((name) => `${together[name] ?? 'max'}(${name}) AS ${name}`),
    ];
    const grouped = heads.length > 0 ? `GROUP BY ${list(heads)}` : '';
    return { text: `SELECT ${select.join(', ')} FROM answered ${grouped}`, parameters };
  },
};

const together: Readonly<Record<string, string>> = { unit_first: 'min', loads: 'bit_or' };
const list = (dimensions: readonly Dimension[]): string => dimensions.map((name) => `"${name}"`).join(', ');
