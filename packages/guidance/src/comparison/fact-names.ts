import type { Names } from '@tidu/reference';

const known: Record<string, Names> = {
  wage: { zh: '年平均工资', en: 'average wage a year' },
  'wage.average.manufacturing-urban-private': {
    zh: '城镇私营单位制造业年平均工资',
    en: 'average wage in manufacturing, urban private units',
  },
  'wage.average.manufacturing-urban-all': {
    zh: '城镇单位制造业年平均工资',
    en: 'average wage in manufacturing, urban units',
  },
  'wage.average.manufacturing-urban-nonprivate': {
    zh: '城镇非私营单位制造业年平均工资',
    en: 'average wage in manufacturing, urban non-private units',
  },
  'wage.average.urban-private': {
    zh: '城镇私营单位年平均工资',
    en: 'average wage, urban private units',
  },
  'wage.average.urban-nonprivate': {
    zh: '城镇非私营单位年平均工资',
    en: 'average wage, urban non-private units',
  },
  'social-insurance.employer': { zh: '单位社会保险费率', en: 'employer’s social insurance' },
  'housing-fund.employer': { zh: '单位住房公积金比例', en: 'employer’s housing fund' },
  'people.working-age': { zh: '15至59岁常住人口', en: 'residents aged 15 to 59' },
  'people.resident': { zh: '常住人口', en: 'residents' },
  'electricity.industrial': { zh: '工业电价', en: 'price of electricity for industry' },
  'water.industrial': { zh: '工业水价', en: 'price of water for industry' },
  'land.industrial': { zh: '工业用地价格', en: 'price of industrial land' },
  'factory.rent': { zh: '厂房月租金', en: 'rent of factory floor a month' },
  'corporate-income-tax': { zh: '企业所得税税率', en: 'corporate income tax rate' },
  'vat.goods': { zh: '货物增值税税率', en: 'value added tax on goods' },
  'discount-rate': { zh: '折现率', en: 'discount rate' },
  'depreciation.building': { zh: '房屋建筑物最低折旧年限', en: 'least years of depreciation, buildings' },
  'depreciation.equipment': { zh: '生产设备最低折旧年限', en: 'least years of depreciation, equipment' },
  'loss-carry-forward': { zh: '亏损结转年限', en: 'years a loss is carried forward' },
  'land-use-right.industrial.term': {
    zh: '工业用地使用权年限',
    en: 'years of the right to use industrial land',
  },
  freight: { zh: '至港口每标准箱运费', en: 'freight to the quay per TEU' },
  'freight.road.TEU-km': { zh: '公路集装箱运价', en: 'road freight per TEU-km' },
  'freight.road.detour': { zh: '公路绕行系数', en: 'road distance over great-circle distance' },
  'freight.rail.TEU': { zh: '铁路集装箱基价1', en: 'rail, base one per TEU' },
  'freight.rail.TEU-km': { zh: '铁路集装箱基价2', en: 'rail, base two per TEU-km' },
  'freight.rail.detour': { zh: '铁路绕行系数', en: 'rail distance over great-circle distance' },
  'days.inland': { zh: '内陆运输天数', en: 'days inland' },
  'days.sea': { zh: '海运天数', en: 'days at sea' },
  'days.china-europe-rail': { zh: '中欧班列天数', en: 'days of the China–Europe train' },
  'freight.river.TEU': { zh: '内河集装箱运价', en: 'river freight per TEU' },
};

/** The name of a fact by its item; an item without a name of its own is told by its code. */
export const factNames = (item: string): Names => known[item] ?? { zh: item, en: item };
