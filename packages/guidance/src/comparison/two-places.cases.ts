import { compiledRule, measureSchema, type Rule, type RuleSet, ruleSet } from '@tidu/policy';
import type { CompanyPlan } from './company-plan.ts';
import { compare, type Options } from './compare.ts';
import type { ComparedPlace, Places } from './compared-places.ts';
import type { Comparison } from './comparison.ts';
import type { Costs, Fact } from './cost-facts.ts';

const names = (zh: string) => ({ zh, en: zh });
type PlaceFact = Costs['places'][number];

const told = (item: string, value: Fact['value'], unit = 'CNY') =>
  ({ item, value, unit, date: '2024', sure: 'press', source: 'test' }) as const;
const at = (place: string, item: string, value: Fact['value']): PlaceFact => ({
  place,
  ...told(item, value),
});

const place = (code: string, latitude: number): ComparedPlace => ({
  park: `p${code.slice(0, 2)}`,
  code,
  names: names(code),
  longitude: 110,
  latitude,
  facts: { code, province: `${code.slice(0, 2)}0000` },
});

/** Two made-up places north of one port on the same meridian, one and two degrees away. */
export const near = '110000';
export const far = '120000';
const compared = [place(near, 21), place(far, 22)];
export const twoPlaces: Places = {
  compared,
  at: (code) => compared.find((one) => one.code === code),
};

/** What they cost, in round numbers. */
export const roundCosts: Costs = {
  places: [
    at(near, 'wage.average.urban-private', 50_000),
    at(far, 'wage.average.urban-private', 40_000),
    at('100000', 'social-insurance.employer', 0.25),
    at('100000', 'housing-fund.employer', 0.05),
    at(near, 'factory.rent', 10),
    at(far, 'factory.rent', 20),
    at(near, 'land.industrial', 300),
    at(far, 'land.industrial', 200),
    at(near, 'electricity.industrial', { low: 0.4, high: 0.6 }),
    at(far, 'electricity.industrial', { low: 0.5, high: 0.7 }),
    at('100000', 'water.industrial', 3),
  ],
  national: [
    told('corporate-income-tax', 0.25),
    told('vat.goods', 0.13),
    told('discount-rate', 0.1),
    told('loss-carry-forward', 5),
    told('depreciation.building', 20),
    told('depreciation.equipment', 10),
    told('land-use-right.industrial.term', 50),
  ],
  gateways: [
    {
      id: 'port',
      name: names('港'),
      kind: 'seaport',
      place: '130000',
      longitude: 110,
      latitude: 20,
      source: 'test',
    },
  ],
  freight: [
    {
      mode: 'road',
      per: 'TEU-km',
      value: 10,
      daysPerKm: 0.01,
      unit: 'CNY',
      date: '2024',
      sure: 'press',
      source: 'test',
    },
    { mode: 'road', per: 'detour', value: 1.5, unit: 'ratio', date: '2024', sure: 'press', source: 'test' },
    {
      mode: 'sea',
      per: 'TEU',
      from: 'port',
      to: 'EU',
      days: { low: 20, high: 30 },
      unit: 'CNY',
      date: '2024',
      sure: 'press',
      source: 'test',
    },
  ],
  labour: [
    {
      place: near,
      item: 'people.working-age',
      value: 10_000,
      unit: 'people',
      date: '2020',
      sure: 'press',
      source: 'test',
    },
    {
      place: near,
      item: 'people.resident',
      value: 20_000,
      unit: 'people',
      date: '2020',
      sure: 'press',
      source: 'test',
    },
    {
      place: far,
      item: 'people.resident',
      value: 40_000,
      unit: 'people',
      date: '2020',
      sure: 'press',
      source: 'test',
    },
  ],
};

export const fullPlan: CompanyPlan = {
  products: [
    {
      hs: '8517',
      outputCny: 20e6,
      exportedShare: 0.8,
      teu: 125,
      markets: [{ to: 'EU', share: 1 }],
      home: near,
    },
  ],
  inputs: [{ hs: '8542', valueCny: 5e6, importedShare: 0.4, teu: 100, dutyRate: 0.1, from: near }],
  jobs: [{ skill: 'worker', count: 100 }],
  site: { premises: 'rent', factoryM2: 1000 },
  powerKwh: 1e6,
  waterM3: 10_000,
  equipmentCny: 10e6,
  otherCny: 1e6,
  customs: { processing: true },
  schedule: { start: '2026-01-01', rampUp: [1] },
};

const noRules: RuleSet = ruleSet([]);

export const rule = (id: string, more: Record<string, unknown>): Rule =>
  compiledRule({
    id,
    ...measureSchema.parse({
      title: names(id),
      issuer: names('某市'),
      source: 'test',
      wording: 'paraphrase',
      holds: { in: ['100000'], from: '2020-01-01' },
      kind: 'other',
      about: names('示例'),
      gives: { unquantified: true, says: names('有支持') },
      ...more,
    }),
  });

interface World {
  readonly plan?: CompanyPlan;
  readonly places?: Places;
  readonly costs?: Costs;
  readonly rules?: RuleSet;
  readonly options?: Partial<Options>;
}

/** The two places compared, but for what a test says otherwise. */
export const comparedAs = ({
  plan = fullPlan,
  places = twoPlaces,
  costs = roundCosts,
  rules = noRules,
  options = {},
}: World = {}): Comparison =>
  compare(plan, places, costs, rules, () => [], { today: '2026-01-01', draws: 200, ...options });

export const placeOf = ({ places }: Comparison, code: string) =>
  places.find((one) => one.code === code) as Comparison['places'][number];

export const itemOf = (told: Comparison, code: string, item: string) =>
  placeOf(told, code).items.find((one) => one.item === item);

/** The same costs without an item, everywhere or in one place. */
export const without = (item: string, place?: string): Costs => ({
  ...roundCosts,
  places: roundCosts.places.filter(
    (one) => one.item !== item || (place !== undefined && one.place !== place),
  ),
});
