import type { Flow, Month, Period } from '@tidu/reference';
import { months } from '@tidu/reference';
import { CannotAnswer } from '../query/cannot-answer.ts';
import type { AnswerRow, Coverage, Dimension, Query, Warehouse } from '../warehouse.ts';
import { CannotExchange } from './cannot-exchange.ts';
import type { DataKey } from './data-key.ts';
import type { Dataflow, Observation } from './dataflow.ts';
import { flowCodes } from './flow-of-release.ts';
import { timeCode, within } from './time-period.ts';

/** More observations than this are refused before anything is read. */
export const mostObservations = 200_000;

type PlaceLevel = 'province' | 'prefecture' | 'zone';

/** One question to the statistics, and what its rows leave unsaid. */
interface FlowQuestion {
  readonly query: Query;
  readonly flow: keyof typeof flowCodes;
  /** Which column names the place; none where the rows are of the whole country. */
  readonly level?: PlaceLevel;
  readonly span: Coverage['shape']['span'];
}

/**
 * The observations of a flow of published statistics under a key, from the shape that the flow is about and no other.
 * A month has status E where it was reckoned from the year to date and is not the month as printed.
 *
 * @param country the code of the whole country, of which a nested table has a row
 * @throws CannotExchange `exchange-too-large` before anything is read
 */
export async function observationsOfShape(
  warehouse: Warehouse,
  flow: Dataflow,
  { key, asked, country }: { key: DataKey; asked: Partial<Period>; country: string },
): Promise<Observation[]> {
  const held = coveragesAsked(flow, key);
  refuseTooMany(flow, key, asked);
  const found: Observation[] = [];
  for (const coverage of held) {
    // A municipality is a row of two levels; it is told once.
    const told = mixesLevels(coverage) ? new Set<string>() : undefined;
    for (const question of questions(coverage, key, asked, country)) {
      const rows = await answered(warehouse, question.query);
      const printed =
        coverage.yearToDate && coverage.shape.span === 'month'
          ? await printedMonths(warehouse, question, country)
          : undefined;
      for (const row of rows) {
        const own = keyOf(row, question, country);
        const id = told || printed ? own.join(' ') : '';
        if (told?.has(id)) continue;
        told?.add(id);
        const reckoned = printed !== undefined && row.value !== null && printed.get(id) !== row.value;
        found.push({
          key: own,
          value: row.value,
          status: row.value === null ? 'O' : reckoned ? 'E' : 'A',
          confidentiality: 'F',
        });
      }
    }
  }
  return found;
}

const mixesLevels = ({ shape }: Coverage): boolean => shape.nested || shape.levels.length > 1;

const coveragesAsked = ({ from }: Dataflow, { CURRENCY, FREQ }: DataKey): Coverage[] =>
  from.kind !== 'statistics'
    ? []
    : from.held.filter(
        ({ shape }) =>
          (CURRENCY?.has(shape.currency) ?? true) &&
          (FREQ === undefined || shape.span === 'range' || FREQ.has(shape.span === 'month' ? 'M' : 'A')),
      );

/** How many observations there can be at most: no more than facts of the asked time, nor than the codes asked allow. */
export function observationsAtMost(flow: Dataflow, key: DataKey, asked: Partial<Period>): number {
  const flows = key.FLOW?.size ?? 3;
  const combinations = flow.dimensions
    .filter(({ id }) => id !== 'FREQ' && id !== 'CURRENCY' && id !== 'FLOW')
    .reduce((product, { id, list }) => product * (key[id]?.size ?? list.codes.length), flows);
  return coveragesAsked(flow, key).reduce((sum, { months: all, facts, flows: stored, shape }) => {
    const inTime = (month: string) => within({ from: month as Month, to: month as Month }, asked);
    const times = shape.span === 'month' ? all.filter(inTime).length : all.length;
    const byFact = ((facts * times) / Math.max(1, all.length)) * (flows / Math.max(1, stored.length));
    return sum + Math.min(byFact, combinations * times);
  }, 0);
}

function refuseTooMany(flow: Dataflow, key: DataKey, asked: Partial<Period>): void {
  const most = observationsAtMost(flow, key, asked);
  if (most <= mostObservations) return;
  throw new CannotExchange(
    'exchange-too-large',
    `up to ${Math.round(most)} observations would match, more than the ${mostObservations} that are given at once`,
    'name codes in the key, or a shorter time by startPeriod and endPeriod, and ask several times; /api/query.csv and .parquet have no limit',
  );
}

function questions(
  coverage: Coverage,
  key: DataKey,
  asked: Partial<Period>,
  country: string,
): FlowQuestion[] {
  const { shape, flows: stored } = coverage;
  const has = new Set<Flow>(stored);
  if (has.has('export') && has.has('import')) has.add('total');
  const flows = (Object.keys(flowCodes) as (keyof typeof flowCodes)[]).filter(
    (flow) => has.has(flow) && (key.FLOW?.has(flowCodes[flow]) ?? true),
  );
  const goods = (['commodity', 'partner', 'mode'] as const).filter((name) => shape.dimensions.includes(name));
  const where: Partial<Record<Dimension, readonly string[]>> = {};
  const codes = { commodity: key.COMMODITY, partner: key.PARTNER, mode: key.MODE };
  for (const name of goods) if (codes[name]) where[name] = [...codes[name]];
  return periodsAsked(coverage, asked).flatMap((period) =>
    flows.flatMap((flow) =>
      placesAsked(coverage, key, country).map(({ level, places }): FlowQuestion => {
        const time =
          shape.span === 'month' ? ['month' as const] : shape.span === 'year' ? ['year' as const] : [];
        return {
          flow,
          span: shape.span,
          ...(level && { level }),
          query: {
            measure: 'value',
            by: [...time, ...(level ? [level] : []), ...goods],
            where: { ...where, ...places },
            flow,
            period,
            currency: shape.currency,
            shape: shape.id,
          },
        };
      }),
    ),
  );
}

/** Stretches to ask for: all months or years of the asked time at once, or each fixed range by itself. */
function periodsAsked({ shape, spans }: Coverage, asked: Partial<Period>): Period[] {
  const kept = spans.map(({ from, to }) => ({ from, to }) as Period);
  const inTime =
    shape.span === 'month'
      ? kept
          .flatMap((period) => months(period).map((month) => ({ from: month, to: month })))
          .filter((month) => within(month, asked))
      : kept.filter((period) => within(period, asked));
  if (shape.span === 'range') return inTime;
  const sorted = inTime.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const [first] = sorted;
  const last = sorted.at(-1);
  return first && last ? [{ from: first.from, to: last.to }] : [];
}

interface AskedPlaces {
  readonly level?: PlaceLevel;
  readonly places: Partial<Record<Dimension, readonly string[]>>;
}

/** A nested table is asked level by level, for its levels are never added; another by the finest that it tells. */
function placesAsked(coverage: Coverage, { PLACE }: DataKey, country: string): AskedPlaces[] {
  const { dimensions, levels, within: about } = coverage.shape;
  if (!dimensions.includes('place')) return [{ places: {} }];
  const inside = about ? { province: [about] } : {};
  const told: PlaceLevel[] = mixesLevels(coverage)
    ? (['province', 'prefecture', 'zone'] as const).filter((level) => levels.includes(level))
    : [levels[0] === 'province' || levels[0] === 'zone' ? levels[0] : 'prefecture'];
  const whole = levels.includes('country') && (PLACE?.has(country) ?? true) ? [{ places: {} }] : [];
  const parts = told.map((level) => ({
    level,
    places: PLACE ? { ...inside, [level]: [...PLACE].filter((code) => code !== country) } : inside,
  }));
  return [
    ...whole,
    ...parts.filter(({ level, places }) => (places as AskedPlaces['places'])[level]?.length !== 0),
  ];
}

/** What is not loaded for the asked time is no error here: other questions of the same key may have rows. */
async function answered(warehouse: Warehouse, query: Query): Promise<readonly AnswerRow[]> {
  try {
    return (await warehouse.aggregate(query)).rows;
  } catch (error) {
    if (error instanceof CannotAnswer && error.code === 'not-loaded') return [];
    throw error;
  }
}

async function printedMonths(
  warehouse: Warehouse,
  question: FlowQuestion,
  country: string,
): Promise<Map<string, number | null>> {
  const rows = await answered(warehouse, { ...question.query, measure: 'value-as-printed' });
  return new Map(rows.map((row) => [keyOf(row, question, country).join(' '), row.value]));
}

function keyOf(row: AnswerRow, { query, flow, level, span }: FlowQuestion, country: string): string[] {
  const { frequency, text } =
    span === 'range'
      ? timeCode(query.period)
      : { frequency: span === 'month' ? 'M' : 'A', text: (span === 'month' ? row.month : row.year) ?? '' };
  const place = query.shape?.includes('place:') ? [level ? (row[level] ?? '') : country] : [];
  const goods = query.by.filter((name) => name === 'commodity' || name === 'partner' || name === 'mode');
  return [
    frequency,
    flowCodes[flow],
    ...place,
    ...goods.map((name) => row[name] ?? ''),
    query.currency ?? '',
    text,
  ];
}
