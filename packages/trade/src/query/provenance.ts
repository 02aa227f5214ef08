import { type Choice, mixesLevels } from './choose.ts';
import { current, keep, placeFilters, span, tableFor } from './conditions.ts';
import type { Dialect } from './dialect.ts';
import type { Question } from './question.ts';
import { binder, oneOf, type Statement } from './statement.ts';
import { monthsRead, reckonsFromYearToDate } from './year-to-date.ts';

/**
 * How to tell which loads an answer rests on. `candidates` are those that hold facts of the shape,
 * flows and months read; a filter may leave some of them out:
 *
 * - few rows are kept: the answer itself collects them as bits, counted from `base`;
 * - many are kept: a row of each load is soon found, and `ask` looks for it.
 */
export interface Provenance {
  readonly candidates: readonly number[];
  readonly base?: number;
  readonly ask?: Statement;
}

const selective = ['prefecture', 'zone', 'heading', 'commodity', 'partner', 'company'] as const;
const cuts = ['chapter', 'mode', 'processing', 'supervision', 'unit'] as const;

export function provenance(
  question: Question,
  choice: Choice,
  modes: readonly string[],
  dialect: Dialect,
): Provenance {
  const read = new Set(monthsRead(question, choice));
  const candidates = [
    ...new Set(
      choice.holding.parcels
        .filter(({ flow, from }) => choice.flows.includes(flow) && read.has(from))
        .map(({ load }) => load),
    ),
  ];
  const filtered =
    placeFilters(question).length > 0 || [...selective, ...cuts].some((name) => question.where[name]);
  if (!filtered || candidates.length < 2) return { candidates };
  const base = Math.min(...candidates);
  const fits = Math.max(...candidates) - base < 64;
  const few = selective.some((name) => question.where[name]);
  const collects = dialect.collectsLoads(question, choice.holding, tableFor(question, choice));
  return fits && few && collects && !reckonsFromYearToDate(question, choice.holding)
    ? { candidates, base }
    : { candidates, ask: restsOn(question, choice, modes, candidates, dialect) };
}

function restsOn(
  question: Question,
  choice: Choice,
  modes: readonly string[],
  loads: readonly number[],
  dialect: Dialect,
): Statement {
  const bind = binder();
  const table = tableFor(question, choice);
  const conditions = [
    ...current(question, choice.holding, bind, dialect, table),
    ...keep(question, choice, modes, bind, dialect),
    span(choice.holding, monthsRead(question, choice), bind),
  ].join(' AND ');
  return { text: dialect.loads(table, conditions, loads, bind), parameters: bind.parameters };
}

/**
 * Which of the places named have a fact. Only a table that mixes levels leaves places out; in an
 * exhaustive one a place without facts had no trade.
 */
export function published(question: Question, choice: Choice, dialect: Dialect): Statement | undefined {
  const { holding } = choice;
  const codes = (['province', 'prefecture', 'zone'] as const).flatMap((name) => question.where[name] ?? []);
  if (codes.length === 0 || !mixesLevels(holding)) return undefined;
  const bind = binder();
  const conditions = [
    ...current(question, holding, bind, dialect, 'fact'),
    oneOf('f.flow', choice.flows, bind),
    span(holding, choice.covered, bind),
    oneOf('f.place', codes, bind),
  ];
  const text = `SELECT DISTINCT f.place FROM ${dialect.facts('fact')} f WHERE ${conditions.join(' AND ')}`;
  return { text, parameters: bind.parameters };
}
