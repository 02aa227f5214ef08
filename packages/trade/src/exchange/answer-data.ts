import type { Releases } from '../protect/releases.duckdb.ts';
import type { Warehouse } from '../warehouse.ts';
import { observationsOfShape } from './ask-flow.ts';
import { CannotExchange } from './cannot-exchange.ts';
import { type DataKey, dataKey } from './data-key.ts';
import type { DataQuery } from './data-query.ts';
import { type Dataflow, type FlowDimensionId, type Observation, timeDimension } from './dataflow.ts';
import { observationsOfRelease } from './flow-of-release.ts';
import { flowNamed, type Registry } from './registry.ts';
import { type DataAnswer, ends, mustBeDimension } from './series.ts';
import type { Constraint } from './structure-query.ts';
import { bounds, periodOfTime, within } from './time-period.ts';

interface Sources {
  /** As the public sees it. */
  readonly warehouse: Warehouse;
  readonly releases: Pick<Releases, 'get'>;
}

/**
 * The data that a query asks for.
 * @throws CannotExchange when the query is none, nothing matches, or too much does
 */
export async function answerData(
  registry: Registry,
  sources: Sources,
  query: DataQuery,
  prepared: string,
): Promise<DataAnswer> {
  const flow = flowNamed(registry, query.flow);
  const at = mustBeDimension(flow, query.at ?? timeDimension);
  const found = await observationsFor(registry, sources, flow, query);
  const observations = ends(flow, found, query);
  if (observations.length === 0) {
    throw new CannotExchange(
      'no-results',
      `${flow.id} has no observations under the key ${query.key} in the time asked`,
      `see availableconstraint/${flow.id} for what it holds`,
    );
  }
  return { flow, observations, at, detail: query.detail, prepared };
}

/** Which codes are left when a key and a time are chosen: what a form offers next. */
export async function available(registry: Registry, sources: Sources, query: DataQuery): Promise<Constraint> {
  const flow = flowNamed(registry, query.flow);
  if (query.key === 'all' && !query.start && !query.end)
    return { flow, codes: registry.held.get(flow.id) ?? {} };
  const found = await observationsFor(registry, sources, flow, query);
  if (found.length === 0) {
    throw new CannotExchange('no-results', `nothing of ${flow.id} matches`, 'ask with fewer codes');
  }
  const codes = Object.fromEntries(
    flow.dimensions.map(({ id }, i) => [id, [...new Set(found.map(({ key }) => key[i] as string))].sort()]),
  );
  const times = found.map(({ key }) => periodOfTime(key.at(-1) as string));
  const from = times.map((period) => period.from).sort()[0];
  const to = times
    .map((period) => period.to)
    .sort()
    .at(-1);
  return { flow: { ...flow, ...(from && to && { period: { from, to } }) }, codes };
}

async function observationsFor(
  { country }: Registry,
  { warehouse, releases }: Sources,
  flow: Dataflow,
  { key: text, start, end }: DataQuery,
): Promise<readonly Observation[]> {
  const key = dataKey(text, flow);
  const asked = bounds(start, end);
  const observations =
    flow.from.kind === 'release'
      ? observationsOfRelease(await releases.get(flow.from.release))
      : await observationsOfShape(warehouse, flow, { key, asked, country });
  const inTime = new Map<string, boolean>();
  const isInTime = (time: string): boolean => {
    const known = inTime.get(time) ?? within(periodOfTime(time), asked);
    inTime.set(time, known);
    return known;
  };
  return observations.filter((one) => matches(flow, one, key) && isInTime(one.key.at(-1) as string));
}

const matches = ({ dimensions }: Dataflow, { key }: Observation, asked: DataKey): boolean =>
  dimensions.every(({ id }, i) => asked[id as FlowDimensionId]?.has(key[i] as string) ?? true);
