import type { Names } from '@tidu/reference';

const known: Record<string, Names> = {
  products: { zh: '产品', en: 'products' },
  'products.outputCny': { zh: '产品年产值', en: 'output of a product' },
  'products.exportedShare': { zh: '产品出口比例', en: 'exported share of a product' },
  'products.teu': { zh: '产品年箱量', en: 'containers of a product' },
  'products.home': { zh: '内销目的地', en: 'where a product is sold at home' },
  inputs: { zh: '原材料与零部件', en: 'inputs' },
  'inputs.valueCny': { zh: '投入品年采购额', en: 'value of an input' },
  'inputs.importedShare': { zh: '投入品进口比例', en: 'imported share of an input' },
  'inputs.teu': { zh: '投入品年箱量', en: 'containers of an input' },
  'inputs.dutyRate': { zh: '投入品进口关税税率', en: 'tariff on an input' },
  'inputs.from': { zh: '国内采购来源地', en: 'where an input is bought at home' },
  jobs: { zh: '用工', en: 'jobs' },
  'jobs.wageCny': { zh: '年工资', en: 'wage a year' },
  'jobs.count': { zh: '用工人数', en: 'number of jobs' },
  'site.premises': { zh: '用地还是租厂房', en: 'land or rented factory' },
  'site.landM2': { zh: '用地面积', en: 'land area' },
  'site.factoryM2': { zh: '厂房面积', en: 'factory floor' },
  'site.buildingCny': { zh: '厂房建设投资', en: 'investment in buildings' },
  powerKwh: { zh: '年用电量', en: 'electricity a year' },
  waterM3: { zh: '年用水量', en: 'water a year' },
  equipmentCny: { zh: '设备投资', en: 'investment in equipment' },
  'relocation.movingCny': { zh: '设备搬迁费用', en: 'cost of moving equipment' },
  'loan.rate': { zh: '贷款年利率', en: 'interest rate of the loan' },
  'customs.processing': { zh: '是否开展加工贸易', en: 'whether it does processing trade' },
};

/** The name of a field of the plan by its path, with the number of the record where it is one of a list. */
export function fieldNames(path: string): Names {
  const { zh, en } = known[path.replace(/\.\d+(?=\.|$)/g, '')] ?? { zh: path, en: path };
  const number = /\.(\d+)\./.exec(path)?.[1];
  if (number === undefined) return { zh, en };
  return { zh: `${zh}（第${Number(number) + 1}项）`, en: `${en} (no. ${Number(number) + 1})` };
}
