import {
  addMonths,
  type Flow,
  type Month,
  monthAt,
  ordinal,
  type Period,
  parsePeriod,
} from '@tidu/reference';
import type { Answer, Coverage, Dimension, Finding, Load, Measure, Query } from '@tidu/trade';
import type { Ground } from './check.ts';

/** The finest kind of place that a table is asked about; `country` is none. */
export type Level = 'country' | 'province' | 'prefecture' | 'zone';

/**
 * By which levels a table tells places apart. One that mixes levels has rows of its own for each;
 * of any other, the finest level it knows says everything.
 */
export function levelsOf({ shape }: Coverage): Level[] {
  const { levels, nested, dimensions } = shape;
  if (!dimensions.includes('place')) return ['country'];
  if (nested || levels.length > 1) {
    return (['country', 'province', 'prefecture', 'zone'] as const).filter((level) => levels.includes(level));
  }
  return levels.includes('province') ? ['province'] : levels.includes('zone') ? ['zone'] : ['prefecture'];
}

/** How the table counts time; a range is one stretch. */
export const timeOf = ({ shape }: Coverage): 'month' | 'year' | undefined =>
  shape.span === 'range' ? undefined : shape.span;

/** From the first month loaded to the last. */
export function periodOf({ spans }: Coverage): Period {
  const from = spans.map((span) => span.from).sort();
  const to = spans.map((span) => span.to).sort();
  return { from: from[0] as Month, to: to.at(-1) as Month };
}

export interface Asked {
  readonly measure: Measure;
  readonly by: readonly Dimension[];
  readonly flow: Flow;
  readonly period: Period;
  readonly where?: Query['where'];
}

/** A question put to one table and no other. */
const questionTo = ({ shape }: Coverage, { where = {}, ...asked }: Asked): Query => ({
  ...asked,
  where: {
    ...(shape.within === undefined || where.province || where.prefecture ? {} : { province: [shape.within] }),
    ...where,
  },
  currency: shape.currency,
  shape: shape.id,
});

/** What a table does not tell; anything else that goes wrong stops the check. */
const cannotTell = [
  'not-loaded',
  'no-shape',
  'no-currency',
  'no-trade-mode',
  'no-commodity',
  'no-partner',
  'no-place-level',
  'no-year-to-date',
  'no-quantity',
  'mixed-spans',
  'not-additive',
] as const;

/**
 * The answer, or nothing where the table cannot tell. What has too many rows to be answered at once
 * is asked month by month, as far as months are told apart.
 * @throws CannotAnswer `too-many-rows` of a single month, `too-large`
 */
export async function asked(
  ground: Pick<Ground, 'warehouse'>,
  table: Coverage,
  question: Asked,
): Promise<Answer | undefined> {
  try {
    return await ground.warehouse.aggregate(questionTo(table, question));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (cannotTell.some((known) => known === code)) return undefined;
    const { from, to } = question.period;
    if (code !== 'too-many-rows' || from === to || !question.by.includes('month')) throw error;
    const middle = monthAt(Math.floor((ordinal(from) + ordinal(to)) / 2));
    return joined(
      await asked(ground, table, { ...question, period: { from, to: middle } }),
      await asked(ground, table, { ...question, period: { from: addMonths(middle, 1), to } }),
    );
  }
}

function joined(first: Answer | undefined, second: Answer | undefined): Answer | undefined {
  if (!first || !second) return first ?? second;
  const loads = new Map([...first.loads, ...second.loads].map((load) => [load.id, load]));
  return {
    ...first,
    rows: [...first.rows, ...second.rows],
    loads: [...loads.values()],
    missingMonths: [...first.missingMonths, ...second.missingMonths],
  };
}

async function loadsBehind(ground: Ground, table: Coverage, { about, loads }: Finding): Promise<number[]> {
  const { month, to = month, flow, place, commodity, partner } = about;
  const level = levelsOf(table).find((one) => one !== 'country' && one === levelOf(place));
  const where = {
    ...(commodity === undefined ? {} : { commodity: [commodity] }),
    ...(partner === undefined ? {} : { partner: [partner] }),
    ...(place !== undefined && level !== undefined ? { [level]: [place] } : {}),
  };
  if (month === undefined || to === undefined || Object.keys(where).length === 0) return [...loads];
  const period = { from: parsePeriod(month).from, to: parsePeriod(to).to };
  const question = { measure: 'value-as-printed' as const, by: [], flow: flow as Flow, period, where };
  const answer = await asked(ground, table, question);
  return answer ? loadsIn(answer.loads, month, to) : [...loads];
}

/** Each finding with the loads behind the figures that it is about, and no others of its months. */
export async function restingOnTheirLoads(
  ground: Ground,
  table: Coverage,
  findings: readonly Finding[],
): Promise<Finding[]> {
  const told: Finding[] = [];
  for (const finding of findings) {
    told.push({ ...finding, loads: await loadsBehind(ground, table, finding) });
  }
  return told;
}

const levelOf = (place = ''): Level =>
  place.startsWith('zone-') ? 'zone' : place.endsWith('0000') ? 'province' : 'prefecture';

/** Of the loads that an answer rests on, those that speak of these months or years. */
export const loadsIn = (loads: readonly Load[], from: string, to = from): number[] =>
  loads
    .filter(({ period }) => period.from <= parsePeriod(to).to && period.to >= parsePeriod(from).from)
    .map(({ id }) => id)
    .sort((a, b) => a - b);
