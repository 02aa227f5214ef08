import type { Fact, Finding } from '@tidu/trade';
import { describe, expect, it } from 'vitest';
import { joinedMonths } from './break/joined-months.ts';
import { steps } from './break/steps.ts';
import { type CheckName, reasons } from './check.ts';
import { checks } from './checks.ts';
import {
  byGoods,
  groundOf,
  type HandMade,
  locationTable,
  monthsFrom2024,
  nested,
  type Printing,
} from './ground.cases.ts';
import { publicationDay } from './publication-day.ts';
import { runChecks } from './run-checks.ts';
import { sourceCalendar } from './source-calendar.ts';

const yi = 100_000_000;
const months = monthsFrom2024(18);

async function findings(files: readonly HandMade[], name?: CheckName, today?: string): Promise<Finding[]> {
  const { found } = await runChecks(await groundOf(files, today));
  for (const { check, reason } of found) expect(reasons[check as CheckName]).toContain(reason);
  return found.filter(({ check }) => name === undefined || check === name);
}
const table = (printing?: Printing): HandMade[] => [
  { shape: nested, facts: locationTable(months, printing) },
];
const said = (found: readonly Finding[]) =>
  found.map(({ reason, severity, about: { month, place, flow } }) =>
    [severity, reason, month, flow, place].filter((word) => word !== undefined).join(' '),
  );

/** Goods to partners, each with a price of its own; what is changed comes out of `change`. */
const goods = (change: (fact: Fact) => Fact | undefined = (fact) => fact): Fact[] =>
  months.flatMap((month, m) =>
    ['85423111', '61091000', '72083900'].flatMap((commodity, g) =>
      Array.from({ length: 12 }, (_, p): Fact[] => {
        const quantity = 40_000 + 1000 * ((m * 5 + p * 3) % 7);
        const price = (g + 1) * 100 * (1 + p / 30 + ((m + p) % 3) / 50);
        const own = {
          from: month,
          to: month,
          flow: 'export' as const,
          commodity,
          partner: String(101 + p),
          value: Math.round(quantity * price),
          quantity,
          unit: g === 2 ? '千克' : '个',
        };
        const changed = change(own);
        return changed ? [changed] : [];
      }).flat(),
    ),
  );

describe('all checks', () => {
  it('find nothing in a table in which every sum holds', async () => {
    expect(said(await findings(table()))).toEqual([]);
  });
  it('look again only at what was touched, and at what time alone changes', async () => {
    const ground = await groundOf([...table(), { shape: byGoods(), facts: goods() }], '2025-12-01');
    const looked: string[] = [];
    await runChecks(ground, {
      shapes: [byGoods().id],
      at: ({ check, shape }) => looked.push(`${check} ${shape}`),
    });
    expect(looked.filter((line) => line.startsWith('timeliness'))).toHaveLength(2);
    expect(looked).not.toContain(`balance ${nested.id}`);
    expect(looked).toContain(`unit-value ${byGoods().id}`);
  });
});

describe('balance', () => {
  const rowOf = (place: string, month: string, change: (fact: Fact) => Partial<Fact>): Printing => ({
    row: (fact) => (fact.place === place && fact.from === month ? { ...fact, ...change(fact) } : fact),
  });

  it('says where a total is not exports plus imports, but not where rounding explains it', async () => {
    const off = (by: number) =>
      rowOf('410100', '2024-05', ({ flow, value }) => (flow === 'total' ? { value: (value ?? 0) + by } : {}));
    expect(said(await findings(table(off(5 * yi)), 'balance'))).toEqual(['error total 2024-05 410100']);
    expect(said(await findings(table(off(10_000)), 'balance'))).toEqual([]);
  });
  it('says in which month the provinces do not sum to the country', async () => {
    const printing = rowOf('330000', '2024-07', ({ value, valueYtd }) => ({
      value: (value ?? 0) * 0.9,
      valueYtd: (valueYtd ?? 0) - 0.1 * (value ?? 0),
    }));
    const [found] = (await findings(table(printing), 'balance')).filter(
      ({ reason }) => reason === 'provinces',
    );
    expect(found).toMatchObject({ severity: 'error', about: { month: '2024-07' }, amounts: { parts: 5 } });
    expect(Number(found?.judged.difference)).toBeLessThan(-9 * yi + 1);
  });
  it('says where the prefectures of a province exceed it', async () => {
    const printing: Printing = {
      amount: (place, month, own) => (place === '410100' && month === '2024-04' ? 30 * yi : own),
    };
    expect(said(await findings(table(printing), 'balance'))).toContain(
      'error prefectures 2024-04 export 410000',
    );
  });
  it('doubts months that do not sum to the year to date, once a year and not by a trifle', async () => {
    const revised = (part: number): Printing => ({
      row: (fact) =>
        fact.place === '110000' && fact.flow === 'export' && fact.from >= '2024-06' && fact.from < '2025'
          ? { ...fact, valueYtd: Math.round((fact.valueYtd ?? 0) * (1 - part)) }
          : fact,
    });
    const months = async (part: number) =>
      (await findings(table(revised(part)), 'balance')).filter(({ reason }) => reason === 'months');
    expect(said(await months(0.0036))).toEqual([]);
    const [found, ...rest] = await months(0.05);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ severity: 'note', about: { month: '2024-06', place: '110000' } });
    expect(found?.judged.share).toBeCloseTo(1 / 0.95 - 1, 3);
    expect(found?.series?.points).toHaveLength(12);
  });
  it('notes a base that printed growth implies and that is not the one loaded', async () => {
    const printing = rowOf('500000', '2025-03', ({ flow }) =>
      flow === 'export' ? { printedGrowth: 25 } : {},
    );
    const [found, ...rest] = (await findings(table(printing), 'balance')).filter(
      ({ reason }) => reason === 'growth',
    );
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ severity: 'doubt', about: { month: '2025-03', place: '500000' } });
    expect(found?.amounts.implied).toBeCloseTo(Number(found?.amounts.ytd) / 1.25, -1);
  });
});

describe('mirror', () => {
  const dollars = (change: (fact: Fact) => Fact | undefined = (fact) => fact): HandMade => ({
    shape: byGoods('USD'),
    facts: goods((fact) => change({ ...fact, value: Math.round((fact.value ?? 0) / 7.1) })),
  });
  const yuan: HandMade = { shape: byGoods(), facts: goods() };
  const isCell = ({ from, commodity, partner }: Fact) =>
    from === '2024-09' && commodity === '61091000' && partner === '103';

  it('is silent where every cell is converted by the rate of its month', async () => {
    expect(await findings([yuan, dollars()], 'mirror')).toEqual([]);
  });
  it('finds the cell whose rate is not that of its month', async () => {
    const changed = dollars((fact) => (isCell(fact) ? { ...fact, value: (fact.value ?? 0) * 10 } : fact));
    const [found, ...rest] = await findings([yuan, changed], 'mirror');
    expect(rest).toEqual([]);
    expect(found).toMatchObject({
      reason: 'rate',
      severity: 'error',
      about: { month: '2024-09', commodity: '61091000', partner: '103' },
    });
    expect(found?.judged.median).toBeCloseTo(7.1, 2);
  });
  it('says once that a whole month is off, not for each of its cells', async () => {
    const changed = dollars((fact) =>
      fact.from === '2024-09' && fact.commodity !== '85423111'
        ? { ...fact, value: (fact.value ?? 0) * 2 }
        : fact,
    );
    const found = (await findings([yuan, changed], 'mirror')).filter(
      ({ about }) => about.month === '2024-09',
    );
    expect(found.map(({ reason, amounts }) => [reason, amounts.cells])).toEqual([
      ['many-rate', 24],
      ['rate-jump', undefined],
    ]);
    expect(found[0]?.cells).toHaveLength(10);
  });
  it('finds a finer table that exceeds the coarser, and passes over one that was restricted', async () => {
    const coarse = (part: number): HandMade => ({
      shape: { ...byGoods(), id: 'month,commodity:2,CNY', dimensions: ['commodity'], hsDigits: 2 },
      facts: months.flatMap((month) =>
        ['85', '61', '72'].map((chapter): Fact => {
          const own = goods().filter(
            ({ from, commodity }) => from === month && commodity?.startsWith(chapter),
          );
          const sum = own.reduce((all, { value }) => all + (value ?? 0), 0);
          return {
            from: month,
            to: month,
            flow: 'export',
            commodity: chapter,
            value: Math.round(sum * (month === '2024-10' && chapter === '85' ? part : 1)),
          };
        }),
      ),
    });
    expect(await findings([yuan, coarse(1)], 'mirror')).toEqual([]);
    expect(await findings([yuan, coarse(3)], 'mirror')).toEqual([]);
    const found = await findings([yuan, coarse(0.5)], 'mirror');
    expect(said(found)).toContain('error finer-exceeds 2024-10 export');
    expect(found.find(({ about }) => about.commodity === '85')?.judged.share).toBeCloseTo(1, 3);
  });
});

describe('unit value', () => {
  const off = (factor: number) =>
    goods((fact) =>
      fact.from === '2024-11' && fact.commodity === '72083900' && fact.partner === '105'
        ? { ...fact, quantity: (fact.quantity ?? 0) / factor }
        : fact,
    );
  it('is silent where prices move a little', async () => {
    expect(await findings([{ shape: byGoods(), facts: off(1.2) }], 'unit-value')).toEqual([]);
  });
  it('finds tonnes given as kilograms, with the factor and how far out it is', async () => {
    const [found, ...rest] = await findings([{ shape: byGoods(), facts: off(1000) }], 'unit-value');
    expect(rest).toEqual([]);
    expect(found).toMatchObject({
      reason: 'unlike-itself',
      about: { month: '2024-11', commodity: '72083900', partner: '105', flow: 'export' },
    });
    expect(found?.judged.factor).toBeGreaterThan(900);
    expect(found?.judged.z).toBeGreaterThan(6);
    expect(found?.series?.points).toHaveLength(18);
  });
  it('compares with other partners where there is no history', async () => {
    const one = off(1000).filter(({ from }) => from === '2024-11');
    expect(
      (await findings([{ shape: byGoods(), facts: one }], 'unit-value')).map(({ reason }) => reason),
    ).toEqual(['unlike-others']);
  });
});

describe('breaks', () => {
  it('finds a month that leaps, a level that stays, and trade that stops; a festival is none', async () => {
    const printing: Printing = {
      amount: (place, month, own) => {
        // New Year halves January of one year and February of the other, everywhere.
        const festival = month === '2024-02' || month === '2025-01' ? own / 2 : own;
        if (place === '410000' && month === '2024-09') return festival * 8;
        if (place === '210000' && month >= '2024-11') return festival * 3;
        if (place === '500000' && month >= '2025-03') return 0;
        return festival;
      },
    };
    const found = (await findings(table(printing), 'break')).filter(({ about }) => about.flow === 'export');
    expect(said(found).sort()).toEqual([
      'doubt outlier 2024-09 export 410000',
      'doubt stops 2025-03 export 500000',
      'note shift 2024-11 export 210000',
    ]);
    expect(found.find(({ reason }) => reason === 'outlier')?.judged.factor).toBeGreaterThan(5);
  });
  it('takes January and February together, and leaves a lone one of them out', () => {
    const points = joinedMonths([
      { month: '2024-01', amount: 3 },
      { month: '2024-02', amount: 2 },
      { month: '2024-03', amount: 4 },
      { month: '2025-02', amount: 9 },
    ]);
    expect(points).toEqual([
      { month: '2024-02', amount: 5 },
      { month: '2024-03', amount: 4 },
    ]);
  });
  it('tells one leap from a step', () => {
    const tolerance = { z: 5, noise: 0.05, outlier: 2, shift: 2 };
    const flat = [0, 0.02, -0.01, 0.01, 0, -0.02, 0.01, 0, 0.02, -0.01, 0, 0.01];
    const leap = flat.map((value, t) => (t === 6 ? value + 2 : value));
    const step = flat.map((value, t) => (t >= 6 ? value + 2 : value));
    expect(steps(flat, tolerance)).toEqual([]);
    expect(steps(leap, tolerance)).toMatchObject([{ kind: 'outlier', at: 6 }]);
    expect(steps(step, tolerance)).toMatchObject([{ kind: 'shift', at: 6 }]);
  });
});

describe('completeness', () => {
  it('names the months between first and last that are missing, and says when the year to date bridges them', async () => {
    const without = (...gone: string[]) =>
      table({ row: (fact) => (gone.includes(fact.from) ? undefined : fact) });
    expect(said(await findings(without('2024-04', '2024-05', '2024-12'), 'completeness'))).toEqual([
      'note months-bridged 2024-04',
      'doubt months-missing 2024-12',
    ]);
  });
  it('names a flow that is missing, a place that vanished and one that was left out', async () => {
    const found = await findings(
      table({
        row: (fact) =>
          (fact.from === '2024-08' && fact.flow === 'import') ||
          (fact.place === '210200' && fact.from >= '2025-02') ||
          (fact.place === '330000' && fact.from === '2024-06')
            ? undefined
            : fact,
      }),
      'completeness',
    );
    expect(said(found).sort()).toEqual([
      'doubt flow-missing 2024-08 import',
      'doubt place-vanished 2025-02 210200',
      'error place-left-out 2024-06 330000',
    ]);
  });
  it('tells codes that stopped as one, and weighs rows in quarantine', async () => {
    const facts = goods((fact) =>
      fact.commodity === '61091000' && fact.from >= '2025-01' ? undefined : fact,
    );
    const found = await findings(
      [{ shape: byGoods(), facts, rows: { read: 1000, quarantined: 30 } }],
      'completeness',
    );
    expect(said(found).sort()).toEqual(['doubt quarantine 2024-01', 'note codes-stopped 2025-01 export']);
    expect(found.find(({ reason }) => reason === 'codes-stopped')?.cells).toMatchObject([
      { commodity: '61091000' },
    ]);
  });
});

describe('timeliness', () => {
  const files = (at: string): HandMade[] => [
    { shape: nested, facts: locationTable(months.slice(0, 17)), at: '2025-06-25T08:00:00Z' },
    { shape: nested, facts: locationTable(months).filter(({ from }) => from === '2025-06'), at },
  ];
  it('says nothing of a first load, nor of a month that came in time', async () => {
    expect(await findings(files('2025-07-22T00:00:00Z'), 'timeliness', '2025-08-10')).toEqual([]);
  });
  it('says how late a month came, and which are out and not loaded', async () => {
    const found = await findings(files('2025-08-01T00:00:00Z'), 'timeliness', '2025-09-21');
    expect(said(found)).toEqual(['doubt overdue 2025-07', 'note late 2025-06']);
    expect(found[0]).toMatchObject({ amounts: { published: '2025-08-20' }, judged: { months: 2, days: 32 } });
    expect(found[1]?.judged).toEqual({ days: 12 });
  });
  it('knows that January comes out with February', () => {
    const rule = { day: 20, januaryWithFebruary: true, graceDays: 7, source: 's' };
    expect(publicationDay('2025-01', rule)).toBe('2025-03-20');
    expect(publicationDay('2025-02', rule)).toBe('2025-03-20');
    expect(publicationDay('2024-12', rule)).toBe('2025-01-20');
  });
  it('draws a calendar: loaded, missing, due and awaited', async () => {
    const ground = await groundOf(
      [{ shape: nested, facts: locationTable(months).filter(({ from }) => from !== '2024-03') }],
      '2025-08-25',
    );
    const { months: drawn } = sourceCalendar(ground, ground.coverage[0] as never);
    const states = Object.fromEntries(drawn.map(({ month, state }) => [month, state]));
    expect(states).toMatchObject({
      '2024-02': 'loaded',
      '2024-03': 'missing',
      '2025-07': 'due',
      '2025-08': 'awaited',
    });
  });
});

it('gives for each check a formula, where it is from, and why each tolerance is what it is', () => {
  for (const { formula, tolerances } of checks) {
    expect(formula.source).toBeTruthy();
    for (const { why } of Object.values(tolerances)) expect(why).toMatch(/\.$/);
  }
});
