import type { Names } from '@tidu/reference';
import type { ItemName } from './cost-item.ts';

export const itemWords: Record<ItemName, Names> = {
  labour: { zh: '用工成本', en: 'Labour' },
  site: { zh: '土地或厂房租金', en: 'Land or rent' },
  building: { zh: '厂房建设', en: 'Building' },
  equipment: { zh: '设备投资', en: 'Equipment' },
  relocation: { zh: '搬迁', en: 'Relocation' },
  power: { zh: '电费', en: 'Electricity' },
  water: { zh: '水费', en: 'Water' },
  'freight-export': { zh: '出口物流（园区至港口）', en: 'Freight of exports, to the quay' },
  'freight-import': { zh: '进口物流（港口至园区）', en: 'Freight of imports, from the quay' },
  'freight-home': { zh: '国内物流', en: 'Freight at home' },
  duty: { zh: '进口关税', en: 'Import duty' },
  'income-tax': { zh: '企业所得税', en: 'Corporate income tax' },
  benefits: { zh: '政策收益', en: 'Policy benefits' },
};
