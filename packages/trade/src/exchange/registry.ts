import type { Pack, Period } from '@tidu/reference';
import type { Release } from '../protect/release.ts';
import type { Releases } from '../protect/releases.duckdb.ts';
import { isConfidential } from '../published-only.ts';
import type { Coverage, Warehouse } from '../warehouse.ts';
import { CannotExchange } from './cannot-exchange.ts';
import { fixedLists, type HeldCodes, packLists } from './code-lists.ts';
import type { CodeList, Dataflow, FlowDimensionId } from './dataflow.ts';
import { flowOfRelease, observationsOfRelease } from './flow-of-release.ts';
import { flowsOfShapes } from './flow-of-shape.ts';
import { heldCodes } from './held-codes.ts';
import { type Frequency, timeCode } from './time-period.ts';

type Held = Readonly<Partial<Record<FlowDimensionId, readonly string[]>>>;

/** Everything that is offered for exchange: the flows, and the code lists that they use. */
export interface Registry {
  readonly flows: readonly Dataflow[];
  readonly lists: readonly CodeList[];
  /** Codes that a flow has observations of. */
  readonly held: ReadonlyMap<string, Held>;
  /** Code of the whole country. */
  readonly country: string;
}

interface Holdings {
  readonly pack: Pack;
  /** As the public sees it. */
  readonly warehouse: Warehouse;
  readonly releases: Pick<Releases, 'list' | 'get'>;
}

interface Offered {
  readonly flow: Dataflow;
  readonly held: Held;
}

/**
 * What is offered, made anew when something was loaded or a release appeared or went. Declarations are
 * never among it, whoever asks: what leaves the house of them are releases.
 */
export function registryOf({ pack, warehouse, releases }: Holdings): () => Promise<Registry> {
  const country = pack.places.find(({ level }) => level === 'country')?.code ?? pack.id;
  let tables: { version: string; offered: Promise<Offered[]> } | undefined;
  // A release is never changed, so it is read once.
  const read = new Map<string, Promise<Offered>>();
  let last: { version: string; registry: Registry } | undefined;
  return async () => {
    const loads = await warehouse.loads();
    const loaded = `${loads.at(-1)?.id ?? 0} ${loads.length}`;
    const published = (await releases.list()).filter(({ status }) => status === 'published');
    const version = `${loaded} ${published.map(({ id }) => id)}`;
    if (last?.version === version) return last.registry;
    if (tables?.version !== loaded)
      tables = { version: loaded, offered: statistics(warehouse, pack, country) };
    for (const { id } of published) if (!read.has(id)) read.set(id, releases.get(id).then(offeredRelease));
    try {
      const all = [
        ...(await tables.offered),
        ...(await Promise.all(published.map(({ id }) => read.get(id)))),
      ];
      const registry = registered(
        all.filter((one) => one !== undefined),
        country,
      );
      last = { version, registry };
      return registry;
    } catch (error) {
      tables = undefined;
      read.clear();
      throw error;
    }
  };
}

function registered(offered: readonly Offered[], country: string): Registry {
  const used = offered.flatMap(({ flow }) => flow.dimensions.map(({ list }) => list));
  const lists = new Map([...used, ...Object.values(fixedLists)].map((list) => [list.id, list]));
  return {
    flows: offered.map(({ flow }) => flow),
    lists: [...lists.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    held: new Map(offered.map(({ flow, held }) => [flow.id, held])),
    country,
  };
}

const coded = ['PLACE', 'COMMODITY', 'PARTNER', 'MODE'] as const;
const together = (some: readonly HeldCodes[]): HeldCodes =>
  Object.fromEntries(
    coded.flatMap((id) => {
      const codes = [...new Set(some.flatMap((one) => one[id] ?? []))].sort();
      return codes.length > 0 ? [[id, codes]] : [];
    }),
  );

async function statistics(warehouse: Warehouse, pack: Pack, country: string): Promise<Offered[]> {
  const tables = (await warehouse.coverage()).filter(({ shape }) => !isConfidential(shape));
  const codes = new Map<string, HeldCodes>();
  for (const table of tables) codes.set(table.shape.id, await heldCodes(warehouse, table, country));
  const lists = packLists(pack, together([...codes.values()]));
  return flowsOfShapes(tables, lists).map((flow) => {
    const own = flow.from.kind === 'statistics' ? flow.from.held : [];
    const stored = new Set(own.flatMap((one) => one.flows));
    const held: Held = {
      FREQ: [...new Set(own.flatMap(frequenciesOf))].sort(),
      FLOW: [
        ...(stored.has('export') ? ['X'] : []),
        ...(stored.has('import') ? ['M'] : []),
        ...(stored.has('total') || stored.size === 2 ? ['T'] : []),
      ],
      ...together(own.map(({ shape }) => codes.get(shape.id) ?? {})),
      CURRENCY: own.map(({ shape }) => shape.currency).sort(),
    };
    return { flow, held };
  });
}

/** A release tells every combination of its codes, be it that a cell is suppressed. */
function offeredRelease(release: Release): Offered {
  const flow = flowOfRelease(release);
  const observations = observationsOfRelease(release);
  const held = flow.dimensions.map(({ id }, i) => {
    const codes = new Set(observations.map(({ key }) => key[i] as string));
    return [id, [...codes].sort()];
  });
  return { flow, held: Object.fromEntries(held) };
}

const frequenciesOf = ({ shape, spans }: Coverage): Frequency[] => {
  if (shape.span !== 'range') return [shape.span === 'year' ? 'A' : 'M'];
  return spans.map(({ from, to }) => timeCode({ from, to } as Period).frequency);
};

/** @throws CannotExchange `no-results` */
export function flowNamed({ flows }: Registry, id: string): Dataflow {
  const found = flows.find((flow) => flow.id === id);
  if (found) return found;
  throw new CannotExchange(
    'no-results',
    `there is no dataflow ${id}`,
    'see dataflow/TIDU for those that there are',
  );
}
