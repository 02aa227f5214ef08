import type { Pack } from '@tidu/reference';
import type { Answer } from '@tidu/trade';
import type { Cell } from './csv.ts';
import { hasCodes, type Language, namesOf, word } from './names.ts';

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** An answer as a table for people: names beside codes, the unit in the heading of the value. */
export function answerTable(
  answer: Pick<Answer, 'query' | 'unit' | 'rows'>,
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
  const rows = answer.rows.map((row) => [
    ...by.flatMap((dimension): Cell[] => {
      const code = row[dimension] ?? '';
      if (hasCodes(dimension)) return [code, name(dimension, code)];
      return [dimension === 'month' || dimension === 'year' ? code : word(language, code)];
    }),
    row.value,
  ]);
  const unit = word(language, answer.unit);
  const heading = word(language, measure);
  return {
    columns: [...columns, language === 'zh' ? `${heading}（${unit}）` : `${heading} (${unit})`],
    rows,
  };
}
