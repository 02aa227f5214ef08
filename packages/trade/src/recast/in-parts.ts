import { addMonths, months } from '@tidu/reference';
import { CannotAnswer } from '../query/cannot-answer.ts';
import type { Answer, Query, Warehouse } from '../warehouse.ts';
import { atOneVintage } from './one-vintage.ts';

/**
 * An answer in as few parts as the engine gives it in: where it would have too many rows, the first
 * half of its period and then the second, cut at the turn of a year where there is one. For
 * questions whose rows are added up again.
 */
export async function* inParts(warehouse: Warehouse, query: Query): AsyncGenerator<Answer> {
  const cut = cutOf(query);
  try {
    yield await warehouse.aggregate(query);
    return;
  } catch (error) {
    if (!(error instanceof CannotAnswer && error.code === 'too-many-rows') || cut === undefined) throw error;
  }
  const known = await atOneVintage(warehouse, query);
  const { from, to } = query.period;
  let answered = false;
  let refusal: unknown;
  for (const period of [
    { from, to: addMonths(cut, -1) },
    { from: cut, to },
  ]) {
    try {
      for await (const part of inParts(warehouse, { ...known, period })) {
        answered = true;
        yield part;
      }
    } catch (error) {
      if (!(error instanceof CannotAnswer && error.code === 'not-loaded')) throw error;
      refusal = error;
    }
  }
  if (!answered) throw refusal;
}

function cutOf({ measure, period }: Query) {
  if (measure === 'value-ytd') return undefined;
  const all = months(period);
  const turns = all.slice(1).filter((month) => month.endsWith('-01'));
  const cuts = turns.length > 0 ? turns : all.slice(1);
  return cuts[Math.floor(cuts.length / 2)];
}
