/**
 * What of a park can run out, with the unit in which its limits and the needs of goods are stated. Needs are per
 * 亿元 of goods moved a year.
 */
export const limitUnits = {
  land: { zh: '公顷', en: 'ha' },
  factories: { zh: '平方米', en: 'm²' },
  power: { zh: '万千瓦时/年', en: '10 MWh a year' },
  water: { zh: '吨/日', en: 't a day' },
  labour: { zh: '人', en: 'people' },
  dormitories: { zh: '张', en: 'beds' },
  environment: { zh: '吨/年', en: 't of emissions a year' },
  logistics: { zh: '标准箱/年', en: 'TEU a year' },
} as const;

export type LimitKind = keyof typeof limitUnits;
export const limitKinds = Object.keys(limitUnits) as readonly LimitKind[] as readonly [
  LimitKind,
  ...LimitKind[],
];
