import type { Place } from '@tidu/reference';
import { type Fact, type Load, openStore, rebuildCubes, type Shape, warehouseOver } from '@tidu/trade';
import { smallPack } from '../small-nation.cases.ts';
import type { Ground } from './check.ts';

const country: Place = {
  code: '100000',
  level: 'country',
  name: { zh: '小国', en: 'Small nation' },
  source: 'test',
};
const places = [country, ...smallPack.places];

/** Facts of one file, taken in at a time. */
export interface HandMade {
  readonly shape: Shape;
  readonly facts: readonly Fact[];
  readonly at?: string;
  readonly rows?: Partial<Load['rows']>;
}

/** A warehouse over facts written by hand, as a check sees it: the small nation's places, on the embedded engine. */
export async function groundOf(files: readonly HandMade[], today = '2025-07-25'): Promise<Ground> {
  const store = await openStore({ path: ':memory:', places });
  const shapes = [...new Map(files.map(({ shape }) => [shape.id, shape])).values()];
  for (const [i, shape] of shapes.entries()) {
    await store.connection.run('INSERT INTO shape VALUES ($1, $2, $3)', [
      i + 1,
      shape.id,
      JSON.stringify(shape),
    ]);
  }
  for (const [i, { shape, facts, at = '2024-01-20T00:00:00Z', rows }] of files.entries()) {
    const months = facts.flatMap(({ from, to }) => [from, to]).sort();
    const { read = facts.length, quarantined = 0 } = rows ?? {};
    await store.connection.run(
      `INSERT INTO load VALUES (${i + 1}, 'file-${i + 1}.csv', 'aa', 1, 'test', $1::TIMESTAMP, $2, $3, $4, ${read}, ${facts.length}, 0, ${quarantined}, 0, FALSE, NULL, NULL)`,
      [at.replace('T', ' ').replace('Z', ''), shape.id, stored(months[0]), stored(months.at(-1))],
    );
    const number = shapes.findIndex(({ id }) => id === shape.id) + 1;
    const tuples = facts.map(
      (fact) =>
        `(${[i + 1, number, stored(fact.from), stored(fact.to), ...columns.map((name) => literal(fact[name]))].join()})`,
    );
    await store.connection.run(
      `INSERT INTO fact (load, shape, month_from, month_to, flow, place, commodity, partner, mode, value, value_ytd, printed_growth, quantity, unit)
       VALUES ${tuples.join()}`,
    );
  }
  await rebuildCubes(store.connection);
  const warehouse = warehouseOver(store);
  return {
    warehouse,
    coverage: await warehouse.coverage(),
    loads: await warehouse.loads(),
    pack: {
      ...smallPack,
      places,
      publication: { day: 20, januaryWithFebruary: true, graceDays: 7, source: 'test' },
    },
    today,
  };
}

const columns = [
  'flow',
  'place',
  'commodity',
  'partner',
  'mode',
  'value',
  'valueYtd',
  'printedGrowth',
  'quantity',
  'unit',
] as const;
const stored = (month: string | undefined): number => Number((month ?? '').replace('-', ''));
const literal = (value: unknown): string =>
  value === undefined || value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value}'`;

export const nested: Shape = {
  id: 'month,place:nested,CNY',
  span: 'month',
  dimensions: ['place'],
  levels: ['country', 'province', 'prefecture', 'county', 'zone'],
  nested: true,
  currency: 'CNY',
};
export const byGoods = (currency: 'CNY' | 'USD' = 'CNY'): Shape => ({
  id: `month,commodity:8,partner,${currency}`,
  span: 'month',
  dimensions: ['commodity', 'partner'],
  levels: [],
  nested: false,
  hsDigits: 8,
  currency,
});

/** Months of 2024 and 2025, `count` of them. */
export const monthsFrom2024 = (count: number): string[] =>
  Array.from(
    { length: count },
    (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  );

const yi = 100_000_000;
/** Exports by place, in a usual month; imports are half of them. */
const usual: Readonly<Record<string, number>> = {
  '110000': 40 * yi,
  '330000': 90 * yi,
  '330100': 30 * yi,
  '410000': 20 * yi,
  '410100': 12 * yi,
  '500000': 10 * yi,
  '210000': 15 * yi,
  '210200': 9 * yi,
};
const provinces = ['110000', '330000', '410000', '500000', '210000'];

export interface Printing {
  /** Changes what is printed of exports of a place in a month, before sums are formed. */
  readonly amount?: (place: string, month: string, usual: number) => number | null;
  /** Changes rows when they are printed, sums and all. */
  readonly row?: (fact: Fact) => Fact | undefined;
}

/** The monthly table by location, as if the customs never erred: sums hold, growth is what it is. */
export function locationTable(
  months: readonly string[],
  { amount = (_, __, own) => own, row = (fact) => fact }: Printing = {},
): Fact[] {
  // A little noise, the same for all in a month and other for each place, that sums survive.
  const exportsOf = (place: string, month: string) =>
    amount(
      place,
      month,
      (usual[place] ?? 0) + ((Number(month.slice(5)) * 7 + Number(place) / 100) % 13) * 10_000_000,
    );
  const facts: Fact[] = [];
  const printed = new Map<string, number>();
  for (const month of months) {
    const places = [...Object.keys(usual), '100000'];
    for (const place of places) {
      const parts = place === '100000' ? provinces : [place];
      const known = parts.map((one) => exportsOf(one, month));
      if (place !== '100000' && known[0] === null) continue;
      const exports = known.reduce((sum: number, one) => sum + (one ?? 0), 0);
      for (const [flow, value] of [
        ['export', exports],
        ['import', exports / 2],
        ['total', exports * 1.5],
      ] as const) {
        const before = month.endsWith('-01') ? 0 : (printed.get(`${place} ${flow}`) ?? 0);
        const valueYtd = before + value;
        printed.set(`${place} ${flow}`, valueYtd);
        const yearAgo = facts.find(
          (fact) =>
            fact.place === place &&
            fact.flow === flow &&
            fact.from === `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`,
        )?.valueYtd;
        const growth = yearAgo ? { printedGrowth: Math.round(1000 * (valueYtd / yearAgo - 1)) / 10 } : {};
        facts.push({ from: month, to: month, flow, place, value, valueYtd, ...growth });
      }
    }
  }
  return facts.flatMap((fact) => row(fact) ?? []);
}
