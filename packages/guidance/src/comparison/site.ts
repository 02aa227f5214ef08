import { type CostItem, costItem, horizon, once, type Setting } from './cost-item.ts';

/** Land bought in the first year, or a factory rented from the first year on. */
export function site(at: Setting): CostItem {
  const { premises, landM2, factoryM2 } = at.plan.site ?? {};
  if (premises === 'rent') {
    return costItem(
      at,
      'site',
      {
        basis: { zh: '厂房面积×月租金×12', en: 'Factory floor × rent a month × 12' },
        formula: 'm² · rent · 12',
      },
      (need) => {
        const m2 = need.own('site.factoryM2', 'm2', factoryM2);
        const rent = need.fact('factory.rent', 'rentCnyPerM2Month');
        return (v) => new Array<number>(horizon).fill((v[m2] as number) * (v[rent] as number) * 12);
      },
    );
  }
  return costItem(
    at,
    'site',
    {
      basis: {
        zh: '用地面积×工业用地价格，第一年支付',
        en: 'Land × price of industrial land, paid in the first year',
      },
      formula: 'm² · price',
    },
    (need) => {
      need.field('site.premises', premises);
      const m2 = need.own('site.landM2', 'm2', landM2);
      const price = need.fact('land.industrial', 'landCnyPerM2');
      return (v) => once((v[m2] as number) * (v[price] as number));
    },
  );
}

const invested = {
  zh: '企业所填，第一年支出，各地相同',
  en: 'As entered, spent in the first year, the same in every place',
};

/** Buildings of its own: nothing where a factory is rented and none is entered. */
export function building(at: Setting): CostItem | undefined {
  const { premises, buildingCny } = at.plan.site ?? {};
  if (premises === 'rent' && buildingCny === undefined) return undefined;
  return costItem(at, 'building', { basis: invested, formula: 'building' }, (need) => {
    const yuan = need.field('site.buildingCny', buildingCny);
    return () => once(yuan);
  });
}

export const equipment = (at: Setting): CostItem =>
  costItem(at, 'equipment', { basis: invested, formula: 'equipment' }, (need) => {
    const yuan = need.field('equipmentCny', at.plan.equipmentCny);
    return () => once(yuan);
  });

/** The move itself, where the company moves. */
export function relocation(at: Setting): CostItem | undefined {
  const { relocation: move } = at.plan;
  if (!move) return undefined;
  return costItem(at, 'relocation', { basis: invested, formula: 'moving + other' }, (need) => {
    const yuan = need.field('relocation.movingCny', move.movingCny) + (move.otherCny ?? 0);
    return () => once(yuan);
  });
}
