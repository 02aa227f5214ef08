import type { Pack } from '@tidu/reference';
import { amountsOf, type Batch, type Dimension, type StreamedAnswer } from '@tidu/trade';
import type { Cell } from './csv.ts';
import { leftOvers } from './left-over.ts';
import { hasCodes, type Language, namesOf, word } from './names.ts';

/** A table for people, as every file that leaves the house has it. */
export interface Table {
  readonly columns: readonly Column[];
  /** How many rows there are, exactly. */
  readonly count: number;
  readonly batches: AsyncIterable<Cells>;
}

/** A table that says of itself what its rows are and on what they rest, in pairs of label and text. */
export interface ToldTable extends Table {
  readonly about: readonly (readonly [string, string])[];
}

export interface Column {
  readonly heading: string;
  /** A name for programs: the dimension, `province_name`, `value` or a value laid out. */
  readonly key: string;
  readonly kind: 'text' | 'amount' | 'percent' | 'quantity';
}

/** Rows that are at hand, as one batch. */
export async function* inColumns(rows: readonly (readonly Cell[])[]): AsyncGenerator<Cells> {
  const [first = []] = rows;
  yield { size: rows.length, columns: first.map((_, i) => rows.map((row) => row[i])) };
}

/** Some rows, column by column. */
export interface Cells {
  readonly size: number;
  readonly columns: readonly (readonly Cell[])[];
}

type Tabled = Pick<
  StreamedAnswer,
  'query' | 'unit' | 'heads' | 'across' | 'count' | 'batches' | 'notConcorded' | 'unattributed'
>;

/**
 * An answer as a table for people: names beside codes, the unit in the heading of the amounts, and
 * last what stands in no other row, so that the rows are the whole.
 */
export function tableOf(answer: Tabled, pack: Pack, language: Language): Table {
  const { heads, across } = answer;
  const name = namesOf(pack, language);
  const columns = [
    ...heads.flatMap((head) => headColumns(head, language)),
    ...amountColumns(answer, name, language),
  ];
  const left = heads.length > 0 ? leftOvers(answer, language) : [];
  const count = answer.count + left.length;
  return {
    columns,
    count,
    batches: laidOut(),
  };

  async function* laidOut(): AsyncGenerator<Cells> {
    for await (const batch of answer.batches) yield named(batch, heads, name, language);
    for (const { label, left: rest } of left) {
      // Laid out, the amount belongs to no one column: it is said with the label.
      const first = across ? `${label} ${rest.value}` : label;
      const amount = columns.findIndex(({ kind }) => kind !== 'text');
      const row = columns.map(({ kind }, i) => {
        if (kind === 'text') return i === 0 ? first : '';
        return i === amount && !across ? rest.value : null;
      });
      yield { size: 1, columns: row.map((cell) => [cell]) };
    }
  }
}

function named(
  { size, codes, amounts }: Batch,
  heads: readonly Dimension[],
  name: (dimension: Dimension, code: string) => string,
  language: Language,
): Cells {
  const texts = heads.flatMap((head, i): Cell[][] => {
    const own = [...(codes[i] ?? [])];
    if (hasCodes(head)) return [own, own.map((code) => name(head, code))];
    return [isTime(head) ? own : own.map((code) => word(language, code))];
  });
  return { size, columns: [...texts, ...amounts] };
}

const isTime = (dimension: Dimension): boolean => dimension === 'month' || dimension === 'year';

function headColumns(dimension: Dimension, language: Language): Column[] {
  const heading = word(language, dimension);
  const code: Column = { heading, key: dimension, kind: 'text' };
  const named = language === 'zh' ? `${heading}名称` : `${heading} name`;
  return hasCodes(dimension) ? [code, { heading: named, key: `${dimension}_name`, kind: 'text' }] : [code];
}

function amountColumns(
  answer: Tabled,
  name: (dimension: Dimension, code: string) => string,
  language: Language,
): Column[] {
  const { query, heads, across, unit } = answer;
  const kind = unit === 'percent' ? 'percent' : /^(CNY|USD)$/.test(unit) ? 'amount' : 'quantity';
  const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')'];
  const inUnit = (own: string) =>
    `${open}${own
      .split('/')
      .map((part) => word(language, part))
      .join('/')}${close}`;
  const laid = across && query.by.find((dimension) => !heads.includes(dimension));
  return amountsOf(answer).map((key) => {
    if (laid) return { heading: `${valueName(laid, key, name, language)}${inUnit(unit)}`, key, kind };
    if (key === 'rate')
      return { heading: `${word(language, key)}${inUnit('CNY/USD')}`, key, kind: 'quantity' };
    return { heading: `${word(language, query.measure)}${inUnit(unitOfBoth[key] ?? unit)}`, key, kind };
  });
}

const unitOfBoth: Readonly<Record<string, string>> = { valueCny: 'CNY', valueUsd: 'USD' };

function valueName(
  dimension: Dimension,
  code: string,
  name: (dimension: Dimension, code: string) => string,
  language: Language,
): string {
  if (hasCodes(dimension)) return name(dimension, code) === code ? code : `${code} ${name(dimension, code)}`;
  return isTime(dimension) ? code : word(language, code);
}
