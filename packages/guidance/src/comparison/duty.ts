import type { CompanyPlan } from './company-plan.ts';
import { type CostItem, costItem, listed, type Need, type Setting } from './cost-item.ts';

/** Imported inputs are bonded in processing trade and inside a bonded zone: duty and VAT wait until something is sold at home. */
const bonded = ({ customs }: CompanyPlan): boolean | undefined =>
  customs?.processing || customs?.inBondedZone ? true : customs?.processing === undefined ? undefined : false;

interface Imports {
  /** Yuan a year at full production. */
  readonly value: number;
  /** Duty on all of it as ordinary trade. */
  readonly duty: number;
}

function importsOf({ inputs }: CompanyPlan, need: Pick<Need, 'field'>): Imports {
  let value = 0;
  let duty = 0;
  for (const [i, one] of (need.field('inputs', inputs) ?? []).entries()) {
    const share = need.field(`inputs.${i}.importedShare`, one.importedShare);
    if (share === 0) continue;
    const imported = share * need.field(`inputs.${i}.valueCny`, one.valueCny);
    value += imported;
    duty += imported * need.field(`inputs.${i}.dutyRate`, one.dutyRate);
  }
  return { value, duty };
}

/** Share of output that is sold at home. */
function homeShare({ products }: CompanyPlan, need: Pick<Need, 'field'>): number {
  let all = 0;
  let home = 0;
  for (const [i, one] of (need.field('products', listed(products)) ?? []).entries()) {
    const output = need.field(`products.${i}.outputCny`, one.outputCny);
    all += output;
    home += output * (1 - need.field(`products.${i}.exportedShare`, one.exportedShare));
  }
  return all === 0 ? 0 : home / all;
}

/**
 * Duty on imported inputs: bonded, on the part of what is sold at home; in ordinary trade, on all of it.
 * VAT on imports is credited or refunded and no cost; what its payment in advance costs is left out.
 *
 *   duty[y] = Σ value · imported · rate · (bonded ? sold at home : 1) · ramp[y]
 */
export const duty = (at: Setting): CostItem =>
  costItem(
    at,
    'duty',
    {
      basis: {
        zh: '进口料件额×关税税率×（保税：内销比例；一般贸易：全部）×达产比例；增值税可抵扣或退税，不计为成本',
        en: 'Imported inputs × tariff × (bonded: the share sold at home; ordinary trade: all) × share of full production; VAT is credited or refunded and no cost',
      },
      formula: 'Σ value · imported · rate · (bonded ? home : 1) · ramp',
    },
    (need) => {
      const { duty: all, value } = importsOf(at.plan, need);
      if (value === 0) return () => at.ramp.map(() => 0);
      const waits = need.field('customs.processing', bonded(at.plan));
      const year = waits ? all * homeShare(at.plan, need) : all;
      return () => at.ramp.map((share) => year * share);
    },
  );

/** What bonded treatment is worth in cash: yuan a year at full production that are not paid when the inputs come in. */
export interface Suspended {
  readonly dutyCny: number;
  readonly vatCny: number;
}

/**
 * Duty and VAT on imported inputs that bonded treatment suspends.
 *
 *   duty = Σ value · imported · rate,   VAT = (Σ value · imported + duty) · VAT rate
 *
 * @returns nothing where it is not bonded, or a field is open
 */
export function suspended(plan: CompanyPlan, vatRate: number | undefined): Suspended | undefined {
  if (!bonded(plan) || vatRate === undefined) return undefined;
  let open = false;
  const { value, duty: all } = importsOf(plan, {
    field(_, field) {
      if (field === undefined) open = true;
      return field as never;
    },
  });
  return open ? undefined : { dutyCny: all, vatCny: (value + all) * vatRate };
}
