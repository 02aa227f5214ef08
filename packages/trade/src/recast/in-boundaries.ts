import { addMonths, type Month, type Period, type PlaceHistory } from '@tidu/reference';
import type { Shape } from '../fact.ts';
import { CannotAnswer } from '../query/cannot-answer.ts';
import { understand } from '../query/question.ts';
import type { Answer, AnswerRow, Query, Warehouse } from '../warehouse.ts';
import { Amounts, Left } from './lay-over.ts';
import { atOneVintage } from './one-vintage.ts';
import { recast } from './recast.ts';

/**
 * A warehouse that can tell prefectures in the boundaries of another month. Facts keep the code they
 * were published under; a merged place is laid over to its successor, and what cannot be divided (a
 * successor asked in boundaries from before the merger) is counted in `unattributed`.
 *
 *   rows + unattributed = the same question without boundaries
 *
 * A table by customs district rolls up through the place tree, which is of today: its prefectures
 * are in today's boundaries whatever its months.
 */
export function inBoundaries(warehouse: Warehouse, history: PlaceHistory): Warehouse {
  return recast(
    warehouse,
    (query) => query.boundaries !== undefined,
    (query) => told(warehouse, history, query, query.boundaries as Month),
  );
}

async function told(
  warehouse: Warehouse,
  history: PlaceHistory,
  query: Query,
  boundaries: Month,
): Promise<Answer> {
  const { boundaries: _, ...plain } = query;
  const named = query.by.includes('prefecture') || query.where.prefecture !== undefined;
  if (!named) return { ...(await warehouse.aggregate(plain)), query };
  understand(plain);
  if (query.measure === 'printed-growth') {
    throw new CannotAnswer(
      'not-additive',
      'growth rates as printed cannot be laid over to other boundaries',
      'ask for the measure value',
    );
  }
  const asPublished: Query = {
    ...(await atOneVintage(warehouse, plain)),
    by: plain.by.includes('prefecture') ? plain.by : [...plain.by, 'prefecture'],
    where: { ...plain.where, ...keptSources(plain, history, boundaries) },
  };
  const whole = await warehouse.aggregate(asPublished);
  const parts = await piecesOf(warehouse, asPublished, whole, history);
  return laidOver(whole, parts, query, history, boundaries);
}

/** Codes as published that may be one of those asked: only codes that an event names ever differ. */
function keptSources({ where, period }: Query, history: PlaceHistory, boundaries: Month): Query['where'] {
  const asked = where.prefecture;
  if (asked === undefined) return {};
  const times = [period.from, ...history.months.filter((month) => month <= period.to), latest];
  const sources = [...history.codes].filter((code) =>
    times.some((month) => history.at(code, month, boundaries).candidates.some((one) => asked.includes(one))),
  );
  return { prefecture: [...new Set([...asked, ...sources])].sort() };
}

/** An answer whose facts were all published under the codes of one month, unless rows say their own. */
interface Piece {
  readonly answer: Answer;
  readonly at: Month;
}

/** Later than every event. */
const latest: Month = '9999-12';

/**
 * The answer in pieces between events. Rows that say their month need no pieces, nor do years to
 * date (a figure of the last month) and facts of a year or range (under the places of its end).
 */
async function piecesOf(
  warehouse: Warehouse,
  query: Query,
  whole: Answer,
  history: PlaceHistory,
): Promise<Piece[]> {
  const { period, by, measure } = query;
  if (ofToday(whole.shape)) return [{ answer: whole, at: latest }];
  if (by.includes('month')) return [{ answer: whole, at: period.to }];
  if (measure === 'value-ytd' || whole.shape.span !== 'month') return [{ answer: whole, at: period.to }];
  const stretches = between(period, history.months);
  if (stretches.length === 1) return [{ answer: whole, at: period.to }];
  const pieces: Piece[] = [];
  for (const stretch of stretches) {
    try {
      const answer = await warehouse.aggregate({ ...query, period: stretch, shape: whole.shape.id });
      pieces.push({ answer, at: stretch.to });
    } catch (error) {
      // Nothing is loaded for the stretch: the whole has said which months are missing.
      if (!(error instanceof CannotAnswer && error.code === 'not-loaded')) throw error;
    }
  }
  return pieces;
}

/** Prefectures that are not printed but rolled up to, through the tree. */
const ofToday = ({ nested, levels }: Shape): boolean => !nested && !levels.includes('prefecture');

/** The period, cut where an event begins to hold. */
function between({ from, to }: Period, events: readonly Month[]): Period[] {
  const cuts = events.filter((month) => month > from && month <= to).sort();
  return [from, ...cuts].map((start, i) => {
    const next = cuts[i];
    return { from: start, to: next === undefined ? to : addMonths(next, -1) };
  });
}

function laidOver(
  whole: Answer,
  pieces: readonly Piece[],
  query: Query,
  history: PlaceHistory,
  boundaries: Month,
): Answer {
  const asked = query.where.prefecture;
  const amounts = new Amounts(query.by);
  const left = new Left();
  const then = remembered((code, month) => history.at(code, month, boundaries));
  for (const { answer, at } of pieces) {
    for (const row of answer.rows) {
      const code = row.prefecture ?? '';
      const { candidates, since } = then(code, monthOfRow(row, answer.shape, at));
      const kept = candidates.filter((one) => asked?.includes(one) ?? true);
      const [only] = kept;
      if (candidates.length === 1 && only !== undefined) amounts.add({ ...row, prefecture: only });
      else if (kept.length > 0 || (candidates.length === 0 && (asked?.includes(code) ?? true))) {
        left.add(code, since ?? '', row.value, candidates);
      }
    }
  }
  const found = amounts.rows();
  const rows = query.by.length === 0 && found.length === 0 ? [{ value: null }] : found;
  return {
    ...whole,
    query,
    rows,
    loads: [...new Map(pieces.flatMap(({ answer }) => answer.loads).map((load) => [load.id, load])).values()],
    unpublished: whole.unpublished.filter((code) => asked?.includes(code)),
    unattributed: left.beside(rows),
    sql: `-- by the places as published; laid over to the boundaries of ${boundaries} afterwards\n${whole.sql}`,
  };
}

function monthOfRow(row: AnswerRow, shape: Shape, at: Month): Month {
  if (at === latest) return at;
  if (row.month !== undefined) return row.month as Month;
  return shape.span === 'year' && row.year !== undefined ? (`${row.year}-12` as Month) : at;
}

function remembered<T>(find: (code: string, month: Month) => T): (code: string, month: Month) => T {
  const known = new Map<string, T>();
  return (code, month) => {
    const key = `${code} ${month}`;
    const found = known.get(key) ?? find(code, month);
    known.set(key, found);
    return found;
  };
}
