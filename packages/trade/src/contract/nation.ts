import type { Place, PlaceLevel } from '@tidu/reference';
import type { Fact, Shape } from '../fact.ts';

/** What an engine's test puts into a new warehouse: loads in order, a later one superseding cells of an earlier. */
export interface Contents {
  readonly places: readonly Place[];
  readonly loads: readonly ContentsLoad[];
}
interface ContentsLoad {
  readonly shape: Shape;
  readonly facts: readonly Fact[];
  readonly synthetic?: boolean;
}
const place = (code: string, level: PlaceLevel, parent?: string, region?: Place['region']): Place => ({
  code,
  level,
  name: { zh: code, en: code },
  source: 'test',
  ...(parent && { parent }),
  ...(region && { region }),
});

export const places: readonly Place[] = [
  place('100000', 'country'),
  place('110000', 'province', '100000', 'east'),
  place('330000', 'province', '100000', 'east'),
  place('330100', 'prefecture', '330000', 'east'),
  place('410000', 'province', '100000', 'central'),
  place('410100', 'prefecture', '410000', 'central'),
  place('419001', 'county', '410000', 'central'),
  place('zone-henan', 'zone', '410100', 'central'),
  place('500000', 'province', '100000', 'west'),
  place('zone-chongqing', 'zone', '500000', 'west'),
  place('210000', 'province', '100000', 'northeast'),
  place('210200', 'prefecture', '210000', 'northeast'),
  place('41019', 'district', '410100', 'central'),
  place('41209', 'district', '419001', 'central'),
  place('50069', 'district', '500000', 'west'),
];

export const nested: Shape = {
  id: 'month,place:nested,CNY',
  span: 'month',
  dimensions: ['place'],
  levels: ['country', 'province', 'prefecture', 'zone'],
  nested: true,
  currency: 'CNY',
};
export const detailed: Shape = {
  id: 'month,commodity:8,mode,partner,place:district,CNY',
  span: 'month',
  dimensions: ['place', 'commodity', 'partner', 'mode'],
  levels: ['district'],
  nested: false,
  hsDigits: 8,
  currency: 'CNY',
};
export const yearly: Shape = {
  ...detailed,
  id: 'year,commodity:8,CNY',
  span: 'year',
  dimensions: ['commodity'],
  levels: [],
};
export const ranged: Shape = { ...yearly, id: 'range,commodity:8,CNY', span: 'range' };

/** Two years of one amount a month and place, revised by one in each year to date from March on. */
const monthly: Readonly<Record<string, number>> = {
  '110000': 100,
  '330000': 200,
  '330100': 80,
  '410000': 60,
  '410100': 30,
  '419001': 5,
  'zone-henan': 10,
  '500000': 70,
  'zone-chongqing': 20,
  '210000': 40,
  '210200': 25,
};
export const provinces = ['110000', '210000', '330000', '410000', '500000'];
const revision = (month: number) => (month >= 3 ? 1 : 0);

export function tableOf(year: number, month: number): Fact[] {
  const at = `${year}-${String(month).padStart(2, '0')}`;
  const amounts: [string, number, number][] = Object.entries(monthly).map(([code, amount]) => [
    code,
    amount,
    1,
  ]);
  const country = provinces.reduce((sum, code) => sum + (monthly[code] ?? 0), 0);
  return [...amounts, ['100000', country, provinces.length] as const].flatMap(([code, amount, revisions]) =>
    (['export', 'import', 'total'] as const).map((flow) => {
      const parts = { export: 2, import: 1, total: 3 }[flow];
      return {
        from: at,
        to: at,
        flow,
        place: code,
        value: amount * parts,
        valueYtd:
          amount * parts * month -
          revision(month) * revisions * (flow === 'export' ? 1 : flow === 'total' ? 1 : 0),
        printedGrowth: amount / 10,
      };
    }),
  );
}

export const inMonth = (at: string, rest: Partial<Fact> & Pick<Fact, 'flow' | 'value'>): Fact => ({
  from: at,
  to: at,
  ...rest,
});
const cell = (
  at: string,
  flow: 'export' | 'import',
  where: string,
  hs: string,
  mode: string,
  value: number,
): Fact =>
  inMonth(at, {
    flow,
    place: where,
    commodity: hs,
    partner: '502',
    mode,
    value,
    quantity: value / 10,
    unit: hs.startsWith('85') ? '台' : '千克',
  });

export const detail: Fact[] = [
  cell('2024-01', 'export', '41019', '85423111', '15', 700),
  cell('2024-01', 'export', '41019', '85171300', '10', 100),
  cell('2024-01', 'export', '41209', '79011100', '14', 50),
  cell('2024-01', 'export', '50069', '84713000', '15', 900),
  cell('2024-01', 'import', '41019', '85423111', '15', 400),
  cell('2024-01', 'import', '99999', '26030000', '10', 9),
  cell('2024-02', 'export', '41019', '85423111', '15', 650),
];

export const gapless: Contents = {
  places,
  loads: [2023, 2024].flatMap((year) =>
    Array.from({ length: 12 }, (_, i) => ({ shape: nested, facts: tableOf(year, i + 1) })),
  ),
};
export const everything: Contents = {
  places,
  loads: [
    ...gapless.loads,
    { shape: detailed, facts: detail, synthetic: true },
    {
      shape: yearly,
      facts: [{ from: '2022-01', to: '2022-12', flow: 'export', commodity: '85423111', value: 12 }],
    },
    {
      shape: ranged,
      facts: [{ from: '2021-01', to: '2021-06', flow: 'export', commodity: '85423111', value: 6 }],
    },
  ],
};
