import { regions } from '@tidu/reference';
import { shares } from '@tidu/regional';
import type { Indicator } from './figure.ts';
import { amountsOf, amountsQuestion, byRegion, percent, placeCoverage } from './place-amounts.ts';

/** What each of the four regions holds of the country's trade. */
export const regionShares: Indicator = {
  name: 'region-shares',
  unit: 'percent',
  formula: {
    text: '100 · Σ trade of the region’s provinces / Σ trade of all provinces',
    source: 'four regions of the National Bureau of Statistics',
  },
  parameters: {},
  questions: (ask) => ({ provinces: amountsQuestion(ask, 'province') }),
  compute({ provinces }, ask, pack) {
    const amounts = amountsOf(provinces, 'province', pack);
    const ofRegions = byRegion(amounts, pack);
    const held = shares([...ofRegions.values()]);
    const at = [...ofRegions.keys()];
    return {
      values: Object.fromEntries(regions.map((region) => [region, percent(held[at.indexOf(region)])])),
      ...placeCoverage(amounts, 'region', pack, ask.period),
    };
  },
};
