import { type LimitKind, limitUnits, type PlacementPlan } from '@tidu/guidance';
import type { Cell } from '../csv.ts';
import type { Language } from '../names.ts';
import { type Column, inColumns, type ToldTable } from '../table.ts';

/** What the codes of a plan are called. */
export interface Called {
  place(code: string): string;
  group(id: string): string;
  park(id: string): string;
}

const words = {
  zh: {
    origin: '转出地代码',
    originName: '转出地',
    group: '商品组',
    park: '产业园',
    amount: '安排（元/年）',
    value: '适合度',
    next: '其次的产业园',
    nextValue: '其次的适合度',
    behind: '其次还差',
    resource: '资源',
    unit: '单位',
    limit: '限额',
    used: '用去',
    price: '多一单位值（元/年）',
    what: '内容',
    placements: '情景“{name}”的方案：什么从哪里到哪个产业园，一年多少。',
    limits: '情景“{name}”的限额：用去多少，多一单位值多少。',
    blank: '空白为未知，或没有计算。',
    synthetic: '依据合成数据，不是实际情况。',
    gap: '至多比最好的差',
    receipt: '来历校验码（SHA-256）',
    kinds: {
      land: '用地',
      factories: '厂房',
      power: '用电',
      water: '用水',
      labour: '用工',
      dormitories: '宿舍',
      environment: '环境容量',
      logistics: '物流',
    },
  },
  en: {
    origin: 'Origin (code)',
    originName: 'Origin',
    group: 'Commodity group',
    park: 'Park',
    amount: 'Placed (CNY a year)',
    value: 'Value of each yuan',
    next: 'Next park',
    nextValue: 'Value there',
    behind: 'Behind by',
    resource: 'Resource',
    unit: 'Unit',
    limit: 'Limit',
    used: 'Used',
    price: 'One unit more is worth (CNY a year)',
    what: 'About',
    placements: 'Plan of the scenario “{name}”: what goes from where to which park, and how much a year.',
    limits: 'Limits of the scenario “{name}”: what is used, and what one unit more is worth.',
    blank: 'A blank is unknown, or was not reckoned.',
    synthetic: 'Rests on synthetic data, not on what is.',
    gap: 'At most worse than the best by',
    receipt: 'Receipt (SHA-256)',
    kinds: {
      land: 'Land',
      factories: 'Factories',
      power: 'Power',
      water: 'Water',
      labour: 'Labour',
      dormitories: 'Dormitories',
      environment: 'Environment',
      logistics: 'Logistics',
    },
  },
} as const satisfies Record<Language, object>;

type Said = (typeof words)[Language];
const text = (heading: string, key: string): Column => ({ heading, key, kind: 'text' });
const amount = (heading: string, key: string): Column => ({ heading, key, kind: 'amount' });
const quantity = (heading: string, key: string): Column => ({ heading, key, kind: 'quantity' });

export const placementTables = ['placements', 'limits'] as const;
export type PlacementTable = (typeof placementTables)[number];

/** A plan as a table for people: its placements, or its limits. What is unknown is blank. */
export function placementTable(
  which: PlacementTable,
  plan: PlacementPlan,
  about: { readonly name: string; readonly receipt: string; readonly synthetic: boolean },
  called: Called,
  language: Language,
): ToldTable {
  const said = words[language];
  const { columns, rows } = tables[which](plan, called, said, language);
  return {
    columns,
    count: rows.length,
    batches: inColumns(rows),
    about: [
      [said.what, said[which].replace('{name}', about.name)],
      [said.what, said.blank],
      ...(about.synthetic ? [[said.what, said.synthetic] as const] : []),
      [said.gap, `${(100 * plan.gap).toFixed(3)} %`],
      [said.receipt, about.receipt],
    ],
  };
}

type Laid = { readonly columns: Column[]; readonly rows: Cell[][] };

const tables: Readonly<
  Record<PlacementTable, (plan: PlacementPlan, called: Called, said: Said, language: Language) => Laid>
> = {
  placements: ({ placements }, { place, group, park }, said) => ({
    columns: [
      text(said.origin, 'origin'),
      text(said.originName, 'origin_name'),
      text(said.group, 'group'),
      text(said.park, 'park'),
      amount(said.amount, 'amount'),
      quantity(said.value, 'value'),
      text(said.next, 'next'),
      quantity(said.nextValue, 'next_value'),
      quantity(said.behind, 'behind'),
    ],
    rows: placements.map((one) => [
      one.origin,
      place(one.origin),
      group(one.group),
      park(one.park),
      one.amount,
      one.value,
      one.next ? park(one.next.park) : null,
      one.next?.value ?? null,
      one.next?.behind ?? null,
    ]),
  }),
  limits: ({ limits }, { park }, said, language) => ({
    columns: [
      text(said.park, 'park'),
      text(said.resource, 'resource'),
      text(said.unit, 'unit'),
      quantity(said.limit, 'limit'),
      quantity(said.used, 'used'),
      amount(said.price, 'price'),
    ],
    rows: limits.map((one) => [
      park(one.park),
      said.kinds[one.kind satisfies LimitKind],
      limitUnits[one.kind][language],
      one.limit,
      one.used,
      one.price,
    ]),
  }),
};
