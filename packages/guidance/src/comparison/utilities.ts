import { type CostItem, costItem, type Setting } from './cost-item.ts';

export const power = (at: Setting): CostItem =>
  costItem(
    at,
    'power',
    {
      basis: {
        zh: '年用电量×工业电价×达产比例',
        en: 'Electricity a year × price for industry × share of full production',
      },
      formula: 'kWh · price · ramp',
    },
    (need) => {
      const kwh = need.own('powerKwh', 'kWh', at.plan.powerKwh);
      const price = need.fact('electricity.industrial', 'powerCnyPerKwh');
      return (v) => at.ramp.map((share) => (v[kwh] as number) * (v[price] as number) * share);
    },
  );

export const water = (at: Setting): CostItem =>
  costItem(
    at,
    'water',
    {
      basis: {
        zh: '年用水量×工业水价×达产比例',
        en: 'Water a year × price for industry × share of full production',
      },
      formula: 'm³ · price · ramp',
    },
    (need) => {
      const m3 = need.own('waterM3', 'm3', at.plan.waterM3);
      const price = need.fact('water.industrial', 'waterCnyPerM3');
      return (v) => at.ramp.map((share) => (v[m3] as number) * (v[price] as number) * share);
    },
  );
