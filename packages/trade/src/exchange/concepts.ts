import type { Names } from '@tidu/reference';

/** What each dimension, measure and attribute means, as a scheme of concepts. */
export const conceptScheme = {
  id: 'CS_TRADE',
  name: { zh: '贸易统计概念', en: 'Concepts of trade statistics' },
} as const;

export const concepts: Readonly<Record<string, Names>> = {
  FREQ: { zh: '频度', en: 'Frequency' },
  FLOW: { zh: '流向', en: 'Flow of trade' },
  PLACE: { zh: '收发货人注册地', en: 'Place where the trader is registered' },
  COMMODITY: { zh: '商品', en: 'Commodity' },
  PARTNER: { zh: '贸易伙伴', en: 'Trade partner' },
  MODE: { zh: '贸易方式', en: 'Trade mode' },
  CURRENCY: { zh: '币种', en: 'Currency' },
  TIME_PERIOD: { zh: '时期', en: 'Time period' },
  OBS_VALUE: { zh: '金额', en: 'Value' },
  UNIT_MEASURE: { zh: '计量单位', en: 'Unit of measure' },
  UNIT_MULT: { zh: '单位乘数', en: 'Unit multiplier' },
  OBS_STATUS: { zh: '观测值状态', en: 'Observation status' },
  CONF_STATUS: { zh: '保密状态', en: 'Confidentiality status' },
};

export const conceptName = (id: string): Names => concepts[id] ?? { zh: id, en: id };
