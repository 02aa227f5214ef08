import type { Answer, Query, Warehouse } from '@tidu/trade';

export type Answers = Readonly<Record<string, Answer | undefined>>;

/**
 * Puts all questions of a figure. Where nothing is loaded for one of them it stays without an
 * answer; when that is so for all, or a question is refused for another reason, the warehouse's
 * refusal stands.
 *
 * A figure should rest on one shape of table: where the warehouse chose several, one of them that
 * answers everything is preferred.
 */
export async function answers(
  warehouse: Pick<Warehouse, 'aggregate'>,
  questions: Readonly<Record<string, Query>>,
): Promise<Answers> {
  const first = await put(warehouse, questions);
  const shapes = shapesOf(first);
  if (shapes.length <= 1) return first;
  const answered = Object.values(first).filter((answer) => answer !== undefined).length;
  for (const shape of shapes) {
    const again = await put(warehouse, withShape(questions, shape)).catch(() => undefined);
    const complete =
      again && Object.values(again).filter((answer) => answer !== undefined).length === answered;
    if (complete && missing(again) <= missing(first)) return again;
  }
  return first;
}

export const shapesOf = (given: Answers): string[] => [
  ...new Set(Object.values(given).flatMap((answer) => (answer ? [answer.shape.id] : []))),
];

const missing = (given: Answers): number =>
  Object.values(given).reduce((sum, answer) => sum + (answer?.missingMonths.length ?? 0), 0);

const withShape = (questions: Readonly<Record<string, Query>>, shape: string): Record<string, Query> =>
  Object.fromEntries(Object.entries(questions).map(([name, query]) => [name, { ...query, shape }]));

async function put(
  warehouse: Pick<Warehouse, 'aggregate'>,
  questions: Readonly<Record<string, Query>>,
): Promise<Answers> {
  const given: Record<string, Answer | undefined> = {};
  let refusal: unknown;
  for (const [name, query] of Object.entries(questions)) {
    try {
      given[name] = await warehouse.aggregate(query);
    } catch (error) {
      if (!isNotLoaded(error)) throw error;
      refusal ??= error;
      given[name] = undefined;
    }
  }
  if (Object.values(given).every((answer) => answer === undefined)) throw refusal;
  return given;
}

const isNotLoaded = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'not-loaded';
