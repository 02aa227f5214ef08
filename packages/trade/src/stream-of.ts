import { regions } from '@tidu/reference';
import { CannotAnswer } from './query/cannot-answer.ts';
import type { Answer, AnswerRow, Batch, Dimension, Query, StreamedAnswer } from './warehouse.ts';

const rowsOfBatch = 2048;

/** More columns than these nobody reads, and a spreadsheet of them opens slowly. */
const mostColumns = 400;

/** An answer that is whole already, as one that comes in batches. */
export function streamOf<A extends Pick<Answer, 'query' | 'rows'>>(
  answer: A,
  across?: Dimension,
): Omit<A, 'rows'> & Pick<StreamedAnswer, 'heads' | 'across' | 'count' | 'batches' | 'close'> {
  const { rows, ...rest } = answer;
  const heads = headsOf(answer.query, across);
  const [values, wide] =
    across === undefined ? [undefined, tall(rows, heads, answer.query)] : laidOut(rows, heads, across);
  return {
    ...rest,
    heads,
    ...(values && { across: values }),
    count: wide.length,
    batches: batchesOf(wide, heads.length, amountsOf({ query: answer.query, across: values }).length),
    close: async () => {},
  };
}

/**
 * The dimensions that head a row.
 * @throws CannotAnswer `not-understood` where the one to be laid out is not broken down by
 */
export function headsOf({ by }: Query, across?: Dimension): readonly Dimension[] {
  const own = [...new Set(by)];
  if (across === undefined) return own;
  if (own.includes(across)) return own.filter((name) => name !== across);
  throw new CannotAnswer(
    'not-understood',
    `${across} is to be laid out as columns, and the question does not break down by it`,
    `add ${across} to what it is broken down by`,
  );
}

/** The question in the order in which its rows are laid out: the dimension that becomes columns last. */
export const laidLast = (query: Query, across?: Dimension): Query =>
  across === undefined ? query : { ...query, by: [...headsOf(query, across), across] };

/** @throws CannotAnswer `too-large` */
export function refuseTooManyColumns(across: Dimension, values: number): void {
  if (values <= mostColumns) return;
  throw new CannotAnswer(
    'too-large',
    `${across} has ${values.toLocaleString('en')} values, and no more than ${mostColumns} are laid out as columns`,
    `keep fewer of them, or leave ${across} in the rows`,
  );
}

/** What the columns of amounts hold: one amount, one in each currency and the rate, or those of the values laid out. */
export const amountsOf = ({
  query,
  across,
}: {
  readonly query: Query;
  readonly across?: readonly string[] | undefined;
}): readonly string[] => across ?? sideBySide(query);

const sideBySide = ({ currency }: Query) =>
  currency === 'both' ? (['valueCny', 'valueUsd', 'rate'] as const) : (['value'] as const);

/** The rows of a batch as records: each code under its dimension, the amount under `value` or under the values laid out. */
export function rowsOf(
  { query, heads, across }: Pick<StreamedAnswer, 'query' | 'heads' | 'across'>,
  batch: Batch,
): Record<string, string | number | null>[] {
  const columns = amountsOf({ query, across });
  return Array.from({ length: batch.size }, (_, i) =>
    Object.fromEntries([
      ...heads.map((name, j) => [name, batch.codes[j]?.[i] ?? '']),
      ...columns.map((name, j) => [name, batch.amounts[j]?.[i] ?? null]),
    ]),
  );
}

const inOrder: readonly string[] = [...regions, 'unknown'];

type Row = readonly [codes: readonly string[], amounts: readonly (number | null)[]];

const tall = (rows: readonly AnswerRow[], heads: readonly Dimension[], query: Query): Row[] =>
  rows.map((row) => [
    heads.map((name) => row[name] ?? ''),
    sideBySide(query).map((amount) => row[amount] ?? null),
  ]);

function laidOut(
  rows: readonly AnswerRow[],
  heads: readonly Dimension[],
  across: Dimension,
): [string[], Row[]] {
  const found = [...new Set(rows.map((row) => row[across] ?? ''))];
  const values = across === 'region' ? inOrder.filter((region) => found.includes(region)) : found.sort();
  refuseTooManyColumns(across, values.length);
  const column = new Map(values.map((value, i) => [value, i]));
  const wide = new Map<string, [string[], (number | null)[]]>();
  for (const row of rows) {
    const codes = heads.map((name) => row[name] ?? '');
    const key = JSON.stringify(codes);
    const line = wide.get(key) ?? [codes, values.map(() => null)];
    line[1][column.get(row[across] ?? '') ?? 0] = row.value;
    wide.set(key, line);
  }
  return [values, [...wide.values()]];
}

async function* batchesOf(rows: readonly Row[], heads: number, columns: number): AsyncGenerator<Batch> {
  for (let at = 0; at < rows.length; at += rowsOfBatch) {
    const some = rows.slice(at, at + rowsOfBatch);
    yield {
      size: some.length,
      codes: Array.from({ length: heads }, (_, j) => some.map(([codes]) => codes[j] ?? '')),
      amounts: Array.from({ length: columns }, (_, j) => some.map(([, amounts]) => amounts[j] ?? null)),
    };
  }
}
