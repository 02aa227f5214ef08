import type { Pack, Period } from '@tidu/reference';
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

/** Everything that is offered for exchange: the flows, and the code lists that they use. */
export interface Registry {
  readonly flows: readonly Dataflow[];
  readonly lists: readonly CodeList[];
  /** Codes that a flow has observations of. */
  readonly held: ReadonlyMap<string, Readonly<Partial<Record<FlowDimensionId, readonly string[]>>>>;
  /** Code of the whole country. */
  readonly country: string;
}

interface Holdings {
  readonly pack: Pack;
  /** As the public sees it. */
  readonly warehouse: Warehouse;
  readonly releases: Pick<Releases, 'list' | 'get'>;
}

/**
 * What is offered, made anew when something was loaded or a release appeared or went. Declarations are
 * never among it, whoever asks: what leaves the house of them are releases.
 */
export function registryOf({ pack, warehouse, releases }: Holdings): () => Promise<Registry> {
  let known: { version: string; registry: Promise<Registry> } | undefined;
  return async () => {
    const loads = await warehouse.loads();
    const published = (await releases.list()).filter(({ status }) => status === 'published');
    const version = `${loads.at(-1)?.id ?? 0} ${loads.length} ${published.map(({ id }) => id)}`;
    if (known?.version !== version) {
      known = {
        version,
        registry: read(
          { pack, warehouse, releases },
          published.map(({ id }) => id),
        ),
      };
    }
    try {
      return await known.registry;
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
}

async function read(
  { pack, warehouse, releases }: Holdings,
  published: readonly string[],
): Promise<Registry> {
  const country = pack.places.find(({ level }) => level === 'country')?.code ?? pack.id;
  const held = (await warehouse.coverage()).filter(({ shape }) => !isConfidential(shape));
  const codes = new Map<string, HeldCodes>();
  for (const coverage of held) codes.set(coverage.shape.id, await heldCodes(warehouse, coverage, country));
  const ids = ['PLACE', 'COMMODITY', 'PARTNER', 'MODE'] as const;
  const together = (some: readonly HeldCodes[]): HeldCodes =>
    Object.fromEntries(ids.map((id) => [id, [...new Set(some.flatMap((one) => one[id] ?? []))].sort()]));
  const lists = packLists(pack, together([...codes.values()]));
  const statistics = flowsOfShapes(held, lists);

  const flows: Dataflow[] = [...statistics];
  const offered = new Map<string, Registry['held'] extends ReadonlyMap<string, infer Held> ? Held : never>();
  for (const { id, from } of statistics) {
    if (from.kind !== 'statistics') continue;
    const shapes = from.held.map(({ shape }) => shape);
    const stored = new Set(from.held.flatMap((one) => one.flows));
    const own = together(shapes.map((shape) => codes.get(shape.id) ?? {}));
    offered.set(id, {
      FREQ: [...new Set(from.held.flatMap(frequenciesOf))].sort(),
      FLOW: [
        ...(stored.has('export') ? ['X'] : []),
        ...(stored.has('import') ? ['M'] : []),
        ...(stored.has('total') || stored.size === 2 ? ['T'] : []),
      ],
      ...Object.fromEntries(Object.entries(own).filter(([, some]) => some.length > 0)),
      CURRENCY: shapes.map(({ currency }) => currency).sort(),
    });
  }
  for (const id of published) {
    const release = await releases.get(id);
    const flow = flowOfRelease(release);
    flows.push(flow);
    const observations = observationsOfRelease(release);
    offered.set(
      id,
      Object.fromEntries(
        flow.dimensions.map((dimension, i) => [
          dimension.id,
          [...new Set(observations.map(({ key }) => key[i] as string))].sort(),
        ]),
      ),
    );
  }
  const used = flows.flatMap(({ dimensions }) => dimensions.map(({ list }) => list));
  const all = new Map([...used, ...Object.values(fixedLists)].map((list) => [list.id, list]));
  return { flows, lists: [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), held: offered, country };
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
