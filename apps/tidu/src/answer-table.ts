import type { Pack } from '@tidu/reference';
import type { Answer } from '@tidu/trade';
import type { Cell } from './csv.ts';
import { leftOvers } from './left-over.ts';
import { hasCodes, type Language, namesOf, word } from './names.ts';

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The columns of amounts: one, or in both currencies three. */
export const amountsOf = ({ query }: Pick<Answer, 'query'>) =>
  query.currency === 'both' ? (['valueCny', 'valueUsd', 'rate'] as const) : (['value'] as const);

/**
 * An answer as a table for people: names beside codes, the unit in the heading of the value, and
 * last what stands in no other row, so that the rows are the whole.
 */
export function answerTable(
  answer: Pick<Answer, 'query' | 'unit' | 'rows' | 'notConcorded' | 'unattributed'>,
  pack: Pack,
  language: Language,
): Table {
  const { by, measure } = answer.query;
  const name = namesOf(pack, language);
  const columns = by.flatMap((dimension) => {
    const heading = word(language, dimension);
    const named = language === 'zh' ? `${heading}名称` : `${heading} name`;
    return hasCodes(dimension) ? [heading, named] : [heading];
  });
  const amounts = amountsOf(answer);
  const rows = answer.rows.map((row) => [
    ...by.flatMap((dimension): Cell[] => {
      const code = row[dimension] ?? '';
      if (hasCodes(dimension)) return [code, name(dimension, code)];
      return [dimension === 'month' || dimension === 'year' ? code : word(language, code)];
    }),
    ...amounts.map((amount) => row[amount] ?? null),
  ]);
  if (columns.length > 0) {
    for (const { label, left } of leftOvers(answer, language)) {
      rows.push([label, ...columns.slice(1).map(() => ''), left.value, ...amounts.slice(1).map(() => null)]);
    }
  }
  const headed = amounts.map((amount) => {
    const heading = word(language, amount === 'rate' ? 'rate' : measure);
    const unit = (amount === 'value' ? answer.unit : unitOfBoth[amount])
      .split('/')
      .map((part) => word(language, part))
      .join('/');
    return language === 'zh' ? `${heading}（${unit}）` : `${heading} (${unit})`;
  });
  return { columns: [...columns, ...headed], rows };
}

const unitOfBoth = { valueCny: 'CNY', valueUsd: 'USD', rate: 'CNY/USD' } as const;
