import type { Names } from '@tidu/reference';
import { z } from 'zod';

type FieldType = 'bool' | 'string' | 'double' | 'list<string>';
/** In what a number is told; a string is a code of the list named. */
export type FieldUnit =
  | 'CNY'
  | 'USD'
  | 'm2'
  | 'share'
  | 'people'
  | 'kWh'
  | 'TEU'
  | 'year'
  | 'place'
  | 'industry';

export interface Field {
  readonly type: FieldType;
  readonly names: Names;
  readonly unit?: FieldUnit;
  /** What may stand there, where that is a short list. */
  readonly oneOf?: readonly string[];
}

const yes = (zh: string, en: string) => ({ type: 'bool', names: { zh, en } }) as const;
const text = (zh: string, en: string, more: { unit?: FieldUnit; oneOf?: readonly string[] } = {}) =>
  ({ type: 'string', names: { zh, en }, ...more }) as const;
const number = (zh: string, en: string, unit: FieldUnit) =>
  ({ type: 'double', names: { zh, en }, unit }) as const;

/**
 * Everything that an expression of a measure may name, by variable: the language's types, the forms and the words of a trace
 * are made from this table. Money is in yuan unless the name says otherwise, a figure of `yearly` is that of one year.
 */
export const fields = {
  company: {
    foreignInvested: yes('外商投资企业', 'foreign-invested'),
    highTech: yes('高新技术企业', 'recognised as a high-technology enterprise'),
    aeo: yes('海关高级认证企业', 'advanced certified enterprise of the customs'),
    newcomer: yes('尚未在当地设立企业', 'not registered in the place yet'),
    registeredIn: text('注册地', 'registered in', { unit: 'place' }),
    revenueCny: number('上年营业收入', 'revenue of the last year', 'CNY'),
    employees: number('职工人数', 'employees', 'people'),
  },
  project: {
    industry: text('所属行业', 'industry', { unit: 'industry' }),
    hs: { type: 'list<string>', names: { zh: '产品海关编码', en: 'HS codes of the products' } },
    processing: yes('开展加工贸易', 'does processing trade'),
    encouraged: yes('属于鼓励类产业目录', 'in a catalogue of encouraged industries'),
    encouragedShare: number('鼓励类业务收入占比', 'share of revenue from encouraged business', 'share'),
    relocated: yes('由外地转移而来', 'moves from elsewhere'),
    relocatedFrom: text('迁出地', 'moves from', { unit: 'place' }),
    wholeMove: yes('整体或整线搬迁', 'the whole works or a whole line moves'),
    premises: text('用地方式', 'premises', { oneOf: ['land', 'rent'] }),
    inBondedZone: yes('在综合保税区内', 'inside a comprehensive bonded zone'),
    inPark: yes('在加工贸易产业园内', 'inside the processing-trade park'),
    investmentCny: number('总投资', 'total investment', 'CNY'),
    equipmentCny: number('设备投资', 'investment in equipment', 'CNY'),
    researchCny: number('每年研发投入', 'research and development a year', 'CNY'),
    landM2: number('用地面积', 'land', 'm2'),
    factoryM2: number('厂房面积', 'factory floor', 'm2'),
    jobs: number('用工人数', 'jobs', 'people'),
    skilledJobs: number('技能人才', 'skilled jobs', 'people'),
    masters: number('硕士人数', 'holders of a master’s degree', 'people'),
    doctors: number('博士人数', 'holders of a doctorate', 'people'),
    relocationCny: number('设备搬迁费用', 'cost of moving the equipment', 'CNY'),
    loanCny: number('贷款额', 'loan', 'CNY'),
    loanRate: number('贷款年利率', 'interest rate of the loan', 'share'),
    registeredCapitalCny: number('注册资本', 'registered capital', 'CNY'),
    foreignCapitalUsd: number('实际到位外资', 'foreign capital paid in', 'USD'),
  },
  yearly: {
    year: number('项目第几年', 'year of the project', 'year'),
    calendarYear: number('年份', 'calendar year', 'year'),
    outputCny: number('产值', 'output', 'CNY'),
    exportsCny: number('出口额', 'exports', 'CNY'),
    importsCny: number('进口额', 'imports', 'CNY'),
    taxableCny: number('应纳税所得额', 'taxable profit', 'CNY'),
    incomeTaxCny: number('企业所得税（25%）', 'corporate income tax at 25 %', 'CNY'),
    vatCny: number('增值税', 'value added tax', 'CNY'),
    localTaxCny: number('地方留成税收', 'taxes that stay with the place', 'CNY'),
    dutyCny: number('内销应补进口关税', 'duty on inputs of what is sold at home', 'CNY'),
    wagesCny: number('工资总额', 'wages', 'CNY'),
    rentCny: number('厂房租金', 'rent', 'CNY'),
    powerKwh: number('用电量', 'electricity', 'kWh'),
    powerCny: number('电费', 'cost of electricity', 'CNY'),
    freightCny: number('物流费用', 'freight', 'CNY'),
    teu: number('出运标准箱', 'containers shipped', 'TEU'),
    interestCny: number('贷款利息', 'interest', 'CNY'),
    premiumCny: number('出口信用保险保费', 'premium of export credit insurance', 'CNY'),
    jobs: number('当年用工', 'jobs in the year', 'people'),
  },
  place: {
    code: text('地区代码', 'code of the place', { unit: 'place' }),
    province: text('省级代码', 'code of the province', { unit: 'place' }),
    region: text('区域', 'region', { oneOf: ['east', 'central', 'west', 'northeast'] }),
    nationalPark: yes('有国家加工贸易产业园', 'has a national processing-trade park'),
    bondedZone: yes('有综合保税区', 'has a comprehensive bonded zone'),
    border: yes('边境地区', 'on the border'),
  },
} as const satisfies Record<string, Record<string, Field>>;

type Value<F extends Field> = F['type'] extends 'bool'
  ? boolean
  : F['type'] extends 'double'
    ? number
    : F['type'] extends 'string'
      ? string
      : readonly string[];
/** What is known of one variable: every field may be open, and an open field makes no condition false. */
type Known<V extends Record<string, Field>> = { readonly [name in keyof V]?: Value<V[name]> | undefined };

export type Company = Known<(typeof fields)['company']>;
export type Project = Known<(typeof fields)['project']>;
export type Yearly = Known<(typeof fields)['yearly']>;
export type PlaceFacts = Known<(typeof fields)['place']> & { readonly code: string };

/** Who asks what where: one company's project in one place. */
export interface Subject {
  /** When the project begins: measures in force on this day are looked at. YYYY-MM-DD */
  readonly date: string;
  readonly place: PlaceFacts;
  readonly company: Company;
  readonly project: Project;
  /** Figures of the first, second … year; the last holds for all that follow. */
  readonly yearly: readonly Yearly[];
}

const schemaOf = ({ type, oneOf }: Field): z.ZodType => {
  if (type === 'bool') return z.boolean();
  if (type === 'double') return z.number().min(-1e15).max(1e15);
  if (type === 'list<string>') return z.array(z.string().min(1).max(20)).max(100);
  return oneOf ? z.enum(oneOf) : z.string().min(1).max(40);
};

const known = <V extends Record<string, Field>>(variable: V) =>
  z.strictObject(
    Object.fromEntries(Object.entries(variable).map(([name, field]) => [name, schemaOf(field).optional()])),
  ) as unknown as z.ZodType<Known<V>>;

/** What people and examples give of a subject: unknown fields are refused, all may be left open. */
export const companySchema = known(fields.company);
export const projectSchema = known(fields.project);
const yearlySchema = known(fields.yearly);

/** A subject as people write it: a place by its code, and what is known of it beside. */
export const subjectSchema = z.strictObject({
  date: z.iso.date(),
  place: z.string().regex(/^\d{6}$/, 'a GB/T 2260 code of six digits'),
  there: z
    .strictObject({ nationalPark: z.boolean(), bondedZone: z.boolean(), border: z.boolean() })
    .partial()
    .default({}),
  company: companySchema.default({}),
  project: projectSchema.default({}),
  yearly: z
    .union([yearlySchema, z.array(yearlySchema).min(1).max(30)])
    .default({})
    .transform((one) => (Array.isArray(one) ? one : [one])),
});
