import type { CompanyPlan } from '../../api/company.client.ts';

/** How a field is entered: money in 万元, shares in per cent, a figure of one's own as one number or as two ends. */
export type Entry =
  | 'text'
  | 'hs'
  | 'wan'
  | 'yuan'
  | 'share'
  | 'number'
  | 'figure'
  | 'yes'
  | 'date'
  | 'place'
  | 'premises'
  | 'skill'
  | 'markets'
  | 'ramp';

export type PlanFields = readonly (readonly [path: string, entry: Entry])[];

/** What one enters, section by section. */
export const lists = {
  products: [
    ['hs', 'hs'],
    ['name', 'text'],
    ['outputCny', 'wan'],
    ['exportedShare', 'share'],
    ['teu', 'number'],
    ['home', 'place'],
    ['markets', 'markets'],
  ],
  inputs: [
    ['hs', 'hs'],
    ['name', 'text'],
    ['valueCny', 'wan'],
    ['importedShare', 'share'],
    ['teu', 'number'],
    ['dutyRate', 'share'],
    ['from', 'place'],
  ],
  jobs: [
    ['skill', 'skill'],
    ['count', 'number'],
    ['timesAverage', 'number'],
    ['wageCny', 'figure'],
  ],
} as const satisfies Record<string, PlanFields>;

export const sections = {
  site: [
    ['site.premises', 'premises'],
    ['site.landM2', 'number'],
    ['site.factoryM2', 'number'],
    ['site.buildingCny', 'wan'],
  ],
  energy: [
    ['powerKwh', 'number'],
    ['waterM3', 'number'],
  ],
  money: [
    ['equipmentCny', 'wan'],
    ['otherCny', 'wan'],
    ['loan.cny', 'wan'],
    ['loan.rate', 'share'],
    ['premiumCny', 'wan'],
    ['vatCny', 'wan'],
    ['localTaxCny', 'wan'],
    ['discountRate', 'share'],
  ],
  customs: [
    ['customs.processing', 'yes'],
    ['customs.inBondedZone', 'yes'],
  ],
  relocation: [
    ['relocation.from', 'place'],
    ['relocation.movingCny', 'wan'],
    ['relocation.otherCny', 'wan'],
  ],
  schedule: [
    ['schedule.start', 'date'],
    ['schedule.rampUp', 'ramp'],
  ],
} as const satisfies Record<string, PlanFields>;

/** Figures of one's own for one place. */
export const ownFields = [
  ['wageCny', 'figure'],
  ['landCnyPerM2', 'figure'],
  ['rentCnyPerM2Month', 'figure'],
  ['powerCnyPerKwh', 'figure'],
  ['waterCnyPerM3', 'figure'],
  ['freightCnyPerTeu', 'figure'],
] as const satisfies PlanFields;

type Bag = Readonly<Record<string, unknown>>;

export const valueAt = (bag: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, part) => (at as Bag | undefined)?.[part], bag);

/**
 * The same with another value at a path; what is cleared is left out, and so is what then holds nothing.
 * @example withValue({ site: { landM2: 5 } }, 'site.landM2', undefined) // {}
 */
export function withValue(bag: Bag, path: string, value: unknown): Bag {
  const [first = '', ...rest] = path.split('.');
  const { [first]: was, ...others } = bag;
  const next = rest.length === 0 ? value : withValue((was ?? {}) as Bag, rest.join('.'), value);
  const empty = next === undefined || (rest.length > 0 && Object.keys(next as object).length === 0);
  return empty ? others : { ...bag, [first]: next };
}

export const changed = (plan: CompanyPlan, path: string, value: unknown): CompanyPlan =>
  withValue(plan as Bag, path, value) as CompanyPlan;
