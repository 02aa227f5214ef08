import { regions } from '@tidu/reference';
import { theilDecomposition } from '@tidu/regional';
import type { Indicator } from './figure.ts';
import { amountsOf, amountsQuestion, known, placeCoverage, regionOfPlace } from './place-amounts.ts';

/**
 * How unequally trade is spread over the provinces, and how much of that lies between the four
 * regions and within each.
 *
 * Every province has the same weight, because the pack has no population: the index compares
 * provinces as such. It is *not* inequality of trade per head, and a region of many small
 * provinces counts as many.
 *
 * @returns  nats: `total = between + within`; `within.<region>` is the region's share of trade times
 *           the index among its provinces, and these add up to `within`
 */
export const theil: Indicator = {
  name: 'theil',
  unit: 'index',
  formula: {
    text: 'T = Σ s ln(s · n) over the n provinces, s = the province’s share of trade; equal weights, not per head; within and between the four regions',
    source: 'Theil (1967); Shorrocks (1980)',
  },
  parameters: {},
  questions: (ask) => ({ provinces: amountsQuestion(ask, 'province') }),
  compute({ provinces }, ask, pack) {
    const regionOf = regionOfPlace(pack);
    const amounts = amountsOf(provinces, 'province', pack);
    const { coverage, notes } = placeCoverage(amounts, 'province', pack, ask.period);
    const placed = [...amounts].filter(([code]) => regionOf(code) !== undefined);
    const { total, between, within, groups } = theilDecomposition(
      placed.map(([, amount]) => amount),
      placed.map(([code]) => regionOf(code) as string),
    );
    const nothing = placed.length === 0 ? Number.NaN : 0;
    return {
      values: {
        total: known(total + nothing),
        between: known(between + nothing),
        within: known(within + nothing),
        ...Object.fromEntries(
          regions.map((region) => [
            `within.${region}`,
            known(groups.find(({ group }) => group === region)?.within),
          ]),
        ),
      },
      coverage,
      notes: [...notes, 'equal-weights'],
    };
  },
};
