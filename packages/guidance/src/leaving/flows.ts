import { names, regions } from '@tidu/reference';
import { z } from 'zod';
import type { Ground } from '../ground/ground.ts';
import { type Guidance, GuidanceRefused } from '../ground/guidance.ts';
import { tradeOf } from '../ground/trade-of.ts';
import { epsilon, type ImpliedFlows, impliedFlows } from './implied-flows.ts';

const request = z.strictObject({
  group: z.string().optional().meta({
    description: 'A commodity group; without it all of them, each by itself and added up',
  }),
  place: z.string().optional().meta({ description: 'Only what left this place or came to it' }),
  since: z.string().optional().meta({
    description: 'A period of the statistics to begin with; the first where absent',
  }),
});
type FlowsRequest = z.infer<typeof request>;

const yuan = z.number();
const place = z.object({ code: z.string(), names });

const flowsResult = z.object({
  measured: z.enum(['processing', 'all']),
  synthetic: z.boolean(),
  periods: z.array(z.string()),
  from: z.string(),
  to: z.string(),
  /** Kilometres: small follows distance, large proportion. */
  epsilon: z.number(),
  groups: z.array(z.object({ id: z.string(), names })),
  /** Yuan of a period that changed hands in all, and of it from the east to the other regions. */
  moved: yuan,
  eastToInterior: yuan,
  /** Places that a flow begins or ends in. */
  places: z.array(place.extend({ region: z.enum(regions) })),
  /** The greatest first; and of those not shown how many there are, and how much they carry. */
  flows: z.array(z.object({ from: z.string(), to: z.string(), flow: yuan, lower: yuan, upper: yuan })),
  others: z.object({ count: z.int(), flow: yuan }),
  /** Places left out: one of the periods tells nothing of them, or the pack not where they lie. */
  leftOut: z.array(place.extend({ why: z.enum(['not-told', 'not-located']) })),
});
type FlowsResult = z.infer<typeof flowsResult>;

const shown = 300;

/** Who may have taken from whom between cities: implied by losses and gains, never observed. */
export const flows: Guidance<FlowsRequest, FlowsResult> = {
  name: 'flows',
  method: {
    text: 'min ⟨km, T⟩ + ε KL(T ‖ losses ⊗ gains / Σ) by group, margins the competitive components of the shift-share between the two periods; ε 150 km; lower and upper: between proportional attribution and the cheapest transport',
    source: 'docs/methods/implied-transfer.md; Dunn (1960); Cuturi (2013)',
  },
  request,
  result: flowsResult,
  compute(ground, { group, place, since }) {
    const { exports, measured, synthetic } = tradeOf(ground);
    const groups = ground.groups.filter(({ id }) => exports.columns.includes(id));
    const begin = since === undefined ? 0 : exports.periods.slice(0, -1).indexOf(since);
    requireKnown(since, begin, exports.periods.slice(0, -1));
    requireKnown(group, group === undefined ? 0 : exports.columns.indexOf(group), exports.columns);
    const found = impliedFlows(
      exports,
      ground.places,
      begin,
      group === undefined ? exports.columns : [group],
    );
    const all = cellsOf(found).filter(
      ({ from, to }) => place === undefined || from === place || to === place,
    );
    const [first, rest] = [all.slice(0, shown), all.slice(shown)];
    const named = new Set(first.flatMap(({ from, to }) => [from, to]));
    return {
      measured,
      synthetic,
      periods: [...exports.periods],
      from: exports.periods[begin] as string,
      to: exports.periods.at(-1) as string,
      epsilon,
      groups: groups.map(({ id, name }) => ({ id, names: name })),
      moved: found.transfer.moved,
      eastToInterior: outOfTheEast(ground.places, all),
      places: found.places
        .filter(({ code }) => named.has(code))
        .map(({ code, names, region }) => ({ code, names, region })),
      flows: first,
      others: { count: rest.length, flow: rest.reduce((sum, { flow }) => sum + flow, 0) },
      leftOut: found.leftOut.map(({ place: { code, names }, why }) => ({ code, names, why })),
    };
  },
};

/** Pairs that may have something between them, the greatest first. */
function cellsOf({ places, transfer: { flow, lower, upper } }: ImpliedFlows): FlowsResult['flows'] {
  const codes = places.map(({ code }) => code);
  return codes
    .flatMap((from, o) =>
      codes.flatMap((to, d) =>
        upper.at(o, d) > 0
          ? [{ from, to, flow: flow.at(o, d), lower: lower.at(o, d), upper: upper.at(o, d) }]
          : [],
      ),
    )
    .sort((a, b) => b.flow - a.flow || (`${a.from}${a.to}` < `${b.from}${b.to}` ? -1 : 1));
}

function outOfTheEast(places: Ground['places'], cells: FlowsResult['flows']): number {
  const east = new Set(places.flatMap(({ code, region }) => (region === 'east' ? [code] : [])));
  return cells.reduce((sum, { from, to, flow }) => (east.has(from) && !east.has(to) ? sum + flow : sum), 0);
}

/** @throws GuidanceRefused `not-computable` */
function requireKnown(asked: string | undefined, position: number, known: readonly string[]): void {
  if (position >= 0) return;
  throw new GuidanceRefused(
    'not-computable',
    `the statistics tell nothing of "${asked}"`,
    `ask for one of ${known.join(', ')}`,
  );
}
