import { type CompanyPlan, compare, comparedPlaces, readCosts } from '@tidu/guidance';
import { readMeasures, ruleSet } from '@tidu/policy';
import { readPack } from '@tidu/reference/pack';
import type { OfferOf } from './offer-of.ts';

const root = new URL('../../../../packs/cn', import.meta.url).pathname;
const pack = readPack(root);
const costs = readCosts(root);
const rules = ruleSet(readMeasures(`${root}/measures`).rules);
const all = comparedPlaces(pack);
/** Two are enough to be compared. */
const places = {
  ...all,
  compared: all.compared.filter(({ park }) => park === 'taiyuan' || park === 'jingzhou'),
};

const [profile] = costs.profiles;
const half = profile?.plan ?? {};

/** Everything filled in. */
const whole: CompanyPlan = {
  ...half,
  products: half.products?.map((one) => ({ ...one, home: '310000' })) ?? [],
  inputs: half.inputs?.map((one) => ({ ...one, dutyRate: one.dutyRate ?? 0.05, from: '440300' })) ?? [],
  site: { premises: 'land', landM2: 66_700, factoryM2: 40_000, buildingCny: 120_000_000 },
  relocation: { from: '441900', movingCny: 8_000_000, otherCny: 6_000_000 },
  loan: { cny: 50_000_000, rate: 0.041 },
  customs: { processing: true, inBondedZone: false },
  waterM3: 120_000,
  company: { foreignInvested: true, highTech: true, aeo: true, newcomer: true, revenueCny: 1.2e9 },
  project: { industry: '39', encouraged: true, encouragedShare: 0.8, wholeMove: true, researchCny: 3e7 },
  schedule: { start: '2026-03-01', rampUp: [0.5, 0.8, 1] },
  own: Object.fromEntries(
    places.compared.map(({ code }) => [
      code,
      { landCnyPerM2: { low: 250, likely: 300, high: 380 }, waterCnyPerM3: 4.2 },
    ]),
  ),
};

export const plans = { whole, half, empty: {} } as const satisfies Record<string, CompanyPlan>;

export function offerOf(plan: CompanyPlan, more: Partial<OfferOf> = {}): OfferOf {
  return {
    comparison: compare(plan, places, costs, rules, () => [], { today: '2026-01-01', draws: 50 }),
    plan,
    company: '东莞示例电子有限公司',
    sample: true,
    rules,
    sources: pack.sources,
    places: pack.places,
    madeOn: '2026-01-01',
    version: '0.1.0',
    receipt: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    ...more,
  };
}
