import { CannotExchange } from './cannot-exchange.ts';
import type { Dataflow, Observation } from './dataflow.ts';
import { positionOf, timeDimension } from './dataflow.ts';

/** What an answer to a data query holds, and how it is to be laid out. */
export interface DataAnswer {
  readonly flow: Dataflow;
  readonly observations: readonly Observation[];
  /** The dimension along which observations of a series run; `AllDimensions` for a flat list. */
  readonly at: string;
  readonly detail: Detail;
  /** When the answer was made. */
  readonly prepared: string;
}

export const flat = 'AllDimensions';
export const details = ['full', 'dataonly', 'serieskeysonly', 'nodata'] as const;
export type Detail = (typeof details)[number];
export const showsAttributes = (detail: Detail): boolean => detail === 'full' || detail === 'nodata';
export const showsValues = (detail: Detail): boolean => detail === 'full' || detail === 'dataonly';

export interface Series {
  /** A code of each dimension but that of the observations, in their order. */
  readonly key: readonly string[];
  readonly observations: readonly Observation[];
}

/** Ids of the dimensions in the order of keys, time last. */
export const dimensionIds = ({ dimensions }: Dataflow): string[] => [
  ...dimensions.map(({ id }) => id),
  timeDimension,
];

/** @throws CannotExchange `path-not-understood` when the flow has no such dimension */
export function mustBeDimension(flow: Dataflow, at: string): string {
  if (at === flat || dimensionIds(flow).includes(at)) return at;
  throw new CannotExchange(
    'path-not-understood',
    `dimensionAtObservation: ${flow.id} has no dimension ${at}`,
    `use one of ${[flat, ...dimensionIds(flow)].join(', ')}`,
  );
}

const before = (a: readonly string[], b: readonly string[]): number => {
  for (const [i, one] of a.entries()) {
    const other = b[i] ?? '';
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
};

/** Observations by series, both in the order of their keys: the same data give the same bytes. */
export function seriesOf({
  flow,
  observations,
  at,
}: Pick<DataAnswer, 'flow' | 'observations' | 'at'>): Series[] {
  const along = positionOf(flow, at);
  const bySeries = new Map<string, { key: string[]; observations: Observation[] }>();
  for (const observation of observations) {
    const key = observation.key.toSpliced(along, 1);
    const id = key.join(' ');
    const series = bySeries.get(id) ?? { key, observations: [] };
    bySeries.set(id, series);
    series.observations.push(observation);
  }
  const all = [...bySeries.values()].sort((a, b) => before(a.key, b.key));
  for (const series of all) series.observations.sort((a, b) => before(a.key, b.key));
  return all;
}

/** Flat, in the order of keys. */
export const inOrder = (observations: readonly Observation[]): Observation[] =>
  observations.toSorted((a, b) => before(a.key, b.key));

/** The first or last so many observations of each series. */
export function ends(
  flow: Dataflow,
  observations: readonly Observation[],
  { first, last }: { readonly first?: number | undefined; readonly last?: number | undefined },
): readonly Observation[] {
  if (first === undefined && last === undefined) return observations;
  return seriesOf({ flow, observations, at: timeDimension }).flatMap(({ observations: own }) => {
    const kept = new Set([...own.slice(0, first ?? 0), ...(last ? own.slice(-last) : [])]);
    return own.filter((one) => kept.has(one));
  });
}
