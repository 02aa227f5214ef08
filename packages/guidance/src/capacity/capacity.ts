import { matrix, rankRobustness, undertakingCapacity } from '@tidu/regional';
import { z } from 'zod';
import { type Guidance, GuidanceRefused } from '../ground/guidance.ts';
import { capacityIndicators, indicatorValues } from './capacity-indicator.ts';
import { type CapacityResult, capacityResult } from './capacity-result.ts';

const request = z.strictObject({
  sample: z.enum(['leave-out', 'count']).optional().meta({
    description: 'Whether numbers made up for the demonstration count in the index; left out where absent',
  }),
});

const draws = 500;
const first = 3;

/** How well each park could take up what the east gives up: an index over dated indicators, its weights, and how sure ranks are. */
export const capacity: Guidance<z.infer<typeof request>, CapacityResult> = {
  name: 'capacity',
  method: {
    text: 'min–max → entropy weights → TOPSIS closeness over the indicators that half of the parks are known for; CRITIC and equal weights beside them; ranks over draws of weights, scaling and what is unknown',
    source: 'docs/methods/undertaking-capacity.md; Hwang & Yoon (1981); Saisana, Saltelli & Tarantola (2005)',
  },
  request,
  result: capacityResult,
  compute(ground, { sample = 'leave-out' }) {
    // What is unknown is drawn by the order of parks: it is to be the same whatever the order of the ground.
    const parks = ground.parks.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    if (parks.length < 2) {
      throw new GuidanceRefused(
        'not-computable',
        `there ${parks.length === 1 ? 'is one park' : 'are no parks'} to be ranked`,
        'recognise two parks at least',
      );
    }
    const values = indicatorValues(ground, parks);
    const of = (indicator: (typeof capacityIndicators)[number]['indicator'], p: number) =>
      values.get(indicator)?.[p] ?? { value: Number.NaN };
    const counted = (indicator: Parameters<typeof of>[0], p: number) => {
      const one = of(indicator, p);
      return one.sample && sample === 'leave-out' ? (one.without ?? Number.NaN) : one.value;
    };
    const knownOf = capacityIndicators.map(
      ({ indicator }) => parks.filter((_, p) => !Number.isNaN(counted(indicator, p))).length,
    );
    const used = capacityIndicators.filter((_, i) => 2 * (knownOf[i] as number) >= parks.length);
    const table = matrix(
      parks.map((_, p) => used.map(({ indicator }) => counted(indicator, p))),
      { rows: parks.map(({ id }) => id), columns: used.map(({ indicator }) => indicator) },
    );
    const directions = used.map(({ better }) => better);
    const { entropy, critic, equal } = undertakingCapacity(table, directions);
    const intervals = rankRobustness(table, directions, entropy.weights, { draws, first });

    const shown = parks.map((park, p) => {
      const index = entropy.index[p] as number;
      const { from, to, median, inFirst } = intervals[p] as (typeof intervals)[number];
      return {
        id: park.id,
        record: park.record,
        names: park.names,
        place: park.place,
        index: Number.isNaN(index) ? null : index,
        rank: entropy.rank[p] as number,
        rankFrom: from,
        rankTo: to,
        rankMedian: median,
        inFirstThree: inFirst,
        ranks: {
          entropy: entropy.rank[p] as number,
          critic: critic.rank[p] as number,
          equal: equal.rank[p] as number,
        },
        known: used.reduce(
          (sum, { indicator }, j) =>
            Number.isNaN(counted(indicator, p)) ? sum : sum + (entropy.weights[j] as number),
          0,
        ),
        values: capacityIndicators.map(({ indicator }) => {
          const { value, date, source, of: place, sample: madeUp } = of(indicator, p);
          return {
            indicator,
            value: Number.isNaN(value) ? null : value,
            date: date ?? null,
            source: source ?? null,
            of: place ?? null,
            sample: madeUp === true,
          };
        }),
      };
    });
    const { trade } = ground;
    return {
      day: ground.day,
      sampleCounts: sample === 'count',
      measured: trade?.measured ?? null,
      synthetic: trade?.synthetic ?? false,
      periods: [...(trade?.exports.periods ?? [])],
      indicators: capacityIndicators.map(({ indicator, unit, better }, i) => {
        const j = used.findIndex((one) => one.indicator === indicator);
        return {
          indicator,
          unit,
          better,
          known: knownOf[i] as number,
          weights:
            j < 0
              ? null
              : {
                  entropy: entropy.weights[j] as number,
                  critic: critic.weights[j] as number,
                  equal: equal.weights[j] as number,
                },
        };
      }),
      draws,
      parks: shown.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1)),
    };
  },
};
