import { type Costs, nationalFact, nationalFactOf, placeFact } from './cost-facts.ts';
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

/**
 * By how much wages of the whole country have grown since the year of a place's wage, so that wages of different years can be
 * set against each other; nothing for the company's own, for the latest year, and where a year of the country is not known.
 */
function growthSince({ costs, figures, wageSeries }: Setting, need: Need, wage: number) {
  const year = figures.all[wage]?.date?.slice(0, 4);
  const then = year === undefined ? undefined : nationalFactOf(costs, wageSeries, year);
  const now = nationalFact(costs, wageSeries);
  if (!then || !now || then.date === now.date) return undefined;
  return { from: need.figure(figures.ofYear(then)), to: need.figure(figures.ofYear(now)) };
}

/** The wage bill of a year at full production, before the employer's contributions. */
function wageBill(at: Setting, need: Need): (values: Values) => number {
  const { plan, wageSeries: series } = at;
  const groups = need.field('jobs', listed(plan.jobs)) ?? [];
  const parts = groups.map(({ count, wageCny, timesAverage = 1 }, i) => {
    const own = wageCny !== undefined;
    const wage = own ? need.own(`jobs.${i}.wageCny`, 'CNY/year', wageCny) : need.fact(series, 'wageCny');
    return {
      count: need.own(`jobs.${i}.count`, 'people', count),
      times: own ? 1 : timesAverage,
      wage,
      growth: own ? undefined : growthSince(at, need, wage),
    };
  });
  return (v) =>
    parts.reduce((sum, { count, times, wage, growth }) => {
      const level = growth ? (v[growth.to] as number) / (v[growth.from] as number) : 1;
      return sum + (v[count] as number) * times * (v[wage] as number) * level;
    }, 0);
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
        zh: '用工人数×年工资×（1＋单位社会保险费率＋单位公积金比例）×达产比例；未填工资的，用当地平均工资乘以所填倍数，年份不同的按全国平均工资的变化折算到最近一年',
        en: 'Jobs × wage × (1 + employer’s social insurance + housing fund) × share of full production; where no wage is given, the place’s average times the multiple entered, brought to the latest year by the growth of the national average',
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
