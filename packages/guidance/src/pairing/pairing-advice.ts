import { blockingPairs, type ChosenPair, stableMatching } from '@tidu/regional';
import { z } from 'zod';
import type { GuidedPark, GuidedPlace } from '../ground/ground.ts';
import type { Guidance } from '../ground/guidance.ts';
import { tradeOf } from '../ground/trade-of.ts';
import { goodsToPass } from './goods-to-pass.ts';
import { nextPairs } from './next-pairs.ts';
import { keyOf, ranked, scored, weightsOf } from './pair-lists.ts';
import { sidesOf } from './pair-sides.ts';
import { possiblePairs } from './pair-terms.ts';
import { type PairingAdvice, pairingResult, pairTerms } from './pairing-result.ts';
import { standingPairs } from './standing-pairs.ts';

const weight = (of: number) => z.coerce.number().min(0).max(1).default(of);

const request = z.object({
  /** How many parks an eastern city cooperates with at most, and a park with cities: what stands counts. */
  perCity: z.coerce.number().int().min(1).max(20).default(2),
  perPark: z.coerce.number().int().min(1).max(20).default(2),
  /** Whom the advice suits best, where several are stable. */
  proposing: z.enum(['cities', 'parks']).default('cities'),
  goods: weight(0.5),
  links: weight(0.2),
  distance: weight(0.2),
  ties: weight(0.1),
});
type Asked = z.infer<typeof request>;

/** Which eastern city should build together with which park: a stable matching around what is agreed already. */
export const pairingAdvice: Guidance<Asked, PairingAdvice> = {
  name: 'pairing-advice',
  method: {
    text: 'lists of both sides from what the city loses and the park city could take, links, distance and ties; deferred acceptance (Gale & Shapley) for the places that agreements in force leave free',
    source: 'docs/methods/pairing-advice.md',
  },
  request,
  result: pairingResult,
  compute(ground, asked) {
    const trade = tradeOf(ground);
    const goods = goodsToPass(trade, ground.places);
    const told = ground.places.filter(
      ({ code, region }) =>
        region === 'east' && goods.groups.some((_, i) => !Number.isNaN(goods.shed(code, i))),
    );
    const possible = possiblePairs(told, ground, goods);
    const { weights, unknown } = weightsOf(possible, asked);
    const pairs = ranked(possible.map((pair) => scored(pair, weights)));
    const standing = standingPairs(ground, pairs);
    const fixed = new Set(standing.map(({ pair }) => keyOf(pair)));
    const shedding = told.filter(({ code }) => goods.groups.some((_, i) => goods.shed(code, i) > 0));
    const sides = sidesOf(
      shedding,
      ground.parks,
      pairs.filter((pair) => !fixed.has(keyOf(pair))),
      ({ code }) => asked.perCity - standing.filter(({ pair }) => pair.city === code).length,
      ({ record }) => asked.perPark - standing.filter(({ pair }) => pair.park === record).length,
    );
    const matching = stableMatching(
      sides.cities,
      sides.parks,
      asked.proposing === 'cities' ? 'first' : 'second',
    );
    const named = ([c, p]: ChosenPair) => ({
      city: (shedding[c] as GuidedPlace).code,
      park: (ground.parks[p] as GuidedPark).record,
    });
    const chosen = new Set(matching.map((pair) => keyOf(named(pair))));
    const proposed = pairs.filter((pair) => chosen.has(keyOf(pair)));
    return {
      from: goods.from,
      to: goods.to,
      measured: trade.measured,
      synthetic: trade.synthetic,
      groups: ground.groups
        .filter(({ id }) => goods.groups.includes(id))
        .map(({ id, name }) => ({ id, name })),
      weights: pairTerms.map((term) => ({ term, weight: weights[term] })),
      unknown,
      standing,
      proposed,
      next: nextPairs(
        pairs.filter((pair) => !fixed.has(keyOf(pair))),
        chosen,
      ),
      blocking: blockingPairs(sides.cities, sides.parks, matching).map(named),
      untoldParks: ground.parks
        .filter(({ place }) => goods.groups.every((_, i) => Number.isNaN(goods.take(place, i))))
        .map(({ record, names }) => ({ park: record, names })),
      unfilled: ground.parks.flatMap(({ record, names }, p) => {
        const places = (sides.parks.capacity[p] as number) - matching.filter((pair) => pair[1] === p).length;
        return places > 0 ? [{ park: record, names, places }] : [];
      }),
      cities: {
        told: told.length,
        shedding: shedding.length,
        proposed: new Set(proposed.map(({ city }) => city)).size,
      },
    };
  },
};
