import { type Pack, regions, yearsBefore } from '@tidu/reference';
import { type Matrix, matrix } from '@tidu/regional';
import type { Answer, Dimension, Query } from '@tidu/trade';
import type { Ask } from './figure.ts';
import type { NoteCode } from './note.ts';
import { amountsQuestion, type Level, placesAt, regionOfPlace } from './place-amounts.ts';

/** What stands for industries: exports and imports where tables tell no goods, else HS chapters. */
export const goodsParameter = {
  goods: {
    default: 'flow',
    describe: 'what stands for industries: flow (exports and imports) or chapter (HS, where loaded)',
    values: ['flow', 'chapter'],
  },
};
const dimensionOf = ({ parameters: { goods } }: Ask): 'flow' | 'chapter' =>
  goods === 'chapter' ? 'chapter' : 'flow';

/** The period and the same months a year before, by province and goods. */
export function changeQuestions(ask: Ask): Record<'current' | 'base', Query> {
  const by: Dimension[] = [dimensionOf(ask)];
  const of = (period: Ask['period']): Query => ({
    ...amountsQuestion(ask, 'province', period, { by }),
    ...(by[0] === 'flow' ? { flow: 'total' as const } : {}),
  });
  return { current: of(ask.period), base: of(yearsBefore(ask.period)) };
}

export interface Change {
  readonly before: Matrix;
  readonly after: Matrix;
  readonly missing: readonly string[];
  readonly baseLoaded: boolean;
}

/** Places × goods before and after, over the provinces that both periods know; a cell that no row names is 0. */
export function changeByGoods(
  answers: Readonly<Record<string, Answer | undefined>>,
  ask: Ask,
  level: Extract<Level, 'region' | 'province'>,
  pack: Pack,
): Change {
  const dimension = dimensionOf(ask);
  const [current, base] = [complete(answers.current), complete(answers.base)];
  const provinces = placesAt('province', pack, ask.period);
  const known = provinces.filter((code) => has(current, code) && has(base, code));
  const regionOf = regionOfPlace(pack);
  const rows = level === 'region' ? [...regions] : known;
  const goods = [...new Set([...kinds(current, dimension), ...kinds(base, dimension)])].sort();
  const table = (answer: Answer | undefined): Matrix => {
    const cells = rows.map(() => goods.map(() => 0));
    for (const row of answer?.rows ?? []) {
      const { province = '', value } = row;
      if (value === null || !known.includes(province)) continue;
      const place = rows.indexOf(level === 'region' ? (regionOf(province) ?? '') : province);
      const cell = cells[place];
      const kind = goods.indexOf(row[dimension] ?? '');
      if (cell && kind >= 0) cell[kind] = (cell[kind] ?? 0) + Math.max(0, value);
    }
    return matrix(cells, { rows, columns: goods });
  };
  return {
    before: table(base),
    after: table(current),
    missing: provinces.filter((code) => !known.includes(code)),
    baseLoaded: base !== undefined,
  };
}

const complete = (answer: Answer | undefined): Answer | undefined =>
  answer && answer.missingMonths.length === 0 ? answer : undefined;
const has = (answer: Answer | undefined, code: string): boolean =>
  answer?.rows.some((row) => row.province === code && row.value !== null) ?? false;
const kinds = (answer: Answer | undefined, dimension: Dimension): string[] =>
  answer?.rows.flatMap((row) => row[dimension] ?? []) ?? [];

/** What stands beside every figure of a change. */
export const changeNotes = ({ missing, baseLoaded }: Change): NoteCode[] => [
  ...(missing.length > 0 ? (['places-missing'] as const) : []),
  ...(baseLoaded ? (['base-revised'] as const) : (['base-not-loaded'] as const)),
];
