import { type Costs, placeFact } from './cost-facts.ts';
import { type CostItem, costItem, listed, type Need, type Setting } from './cost-item.ts';
import type { Values } from './figures.ts';

/** Kinds of average wages, the nearest to a factory's workers first. */
const wageSeries = [
  'wage.average.manufacturing-urban-private',
  'wage.average.urban-private',
  'wage.average.manufacturing-urban-all',
  'wage.average.manufacturing-urban-nonprivate',
  'wage.average.urban-nonprivate',
] as const;

/** The series that most of the places have, so that like is compared with like; of equals the one nearest to a factory. */
export function wageSeriesFor(costs: Costs, places: readonly string[]): string {
  const known = (series: string) => places.filter((place) => placeFact(costs, series, place)).length;
  return wageSeries.reduce((best, one) => (known(one) > known(best) ? one : best));
}

/** The wage bill of a year at full production, before the employer's contributions. */
function wageBill({ plan, wageSeries: series }: Setting, need: Need): (values: Values) => number {
  const groups = need.field('jobs', listed(plan.jobs)) ?? [];
  const parts = groups.map(({ count, wageCny, timesAverage = 1 }, i) => ({
    count: need.own(`jobs.${i}.count`, 'people', count),
    times: wageCny === undefined ? timesAverage : 1,
    wage:
      wageCny === undefined
        ? need.fact(series, 'wageCny')
        : need.own(`jobs.${i}.wageCny`, 'CNY/year', wageCny),
  }));
  return (v) =>
    parts.reduce(
      (sum, { count, times, wage }) => sum + (v[count] as number) * times * (v[wage] as number),
      0,
    );
}

/** Wages alone, as measures ask for them. */
export const wages = (at: Setting): CostItem =>
  costItem(
    at,
    'labour',
    { basis: { zh: '工资总额', en: 'Wages' }, formula: 'Σ jobs · wage · ramp' },
    (need) => {
      const bill = wageBill(at, need);
      return (v) => {
        const year = bill(v);
        return at.ramp.map((share) => year * share);
      };
    },
  );

/**
 * What the people cost the employer.
 *
 *   labour[y] = Σ jobs · wage · (1 + insurance + fund) · ramp[y]
 */
export const labour = (at: Setting): CostItem =>
  costItem(
    at,
    'labour',
    {
      basis: {
        zh: '用工人数×年工资×（1＋单位社会保险费率＋单位公积金比例）×达产比例；未填工资的，用当地平均工资乘以所填倍数',
        en: 'Jobs × wage × (1 + employer’s social insurance + housing fund) × share of full production; where no wage is given, the place’s average times the multiple entered',
      },
      formula: 'Σ jobs · wage · (1 + insurance + fund) · ramp',
    },
    (need) => {
      const bill = wageBill(at, need);
      const insurance = need.fact('social-insurance.employer');
      const fund = need.fact('housing-fund.employer');
      return (v) => {
        const year = bill(v) * (1 + (v[insurance] as number) + (v[fund] as number));
        return at.ramp.map((share) => year * share);
      };
    },
  );
