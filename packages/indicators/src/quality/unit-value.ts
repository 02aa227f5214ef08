import { median, medianDeviation } from '@tidu/regional';
import type { Answer, Coverage, Dimension, Finding } from '@tidu/trade';
import { asked, loadsIn, periodOf, restingOnTheirLoads, timeOf } from './asking.ts';
import { type Check, type Ground, readsItself } from './check.ts';
import { fewOrOne } from './few-or-one.ts';

const tolerances = {
  z: {
    is: 6,
    why: 'Log unit values have heavy tails; six deviations is beyond what mixes of goods within a code usually do.',
  },
  factorOfOwn: { is: 3, why: 'From its own middle over time a unit value seldom moves threefold.' },
  factorOfPeers: {
    is: 10,
    why: 'Between partners goods differ in kind: a tenfold difference is what wrong units and lost digits make.',
  },
  deviation: {
    is: 0.1,
    why: 'Where unit values hardly differ, ten percent counts as one deviation, so that trifles stay trifles.',
  },
  amount: { is: 1_000_000, why: 'Below a million of the currency single pieces make unit values.' },
  partners: {
    is: 2_000_000,
    why: 'Facts up to which partners are told apart; in larger tables goods alone are, so that a run stays short.',
  },
  months: { is: 6, why: 'Fewer have no middle to speak of.' },
  peers: { is: 10, why: 'Fewer have no middle to speak of.' },
} as const;

/** Amount by quantity, far from what the same goods are worth otherwise. */
export const unitValue: Check = {
  name: 'unit-value',
  formula: {
    text: 'u = value / quantity within one unit; z = (ln u − median) / MAD, MAD = 1.4826 median |ln u − median|; by the same goods and partner over time, else by the same goods of all partners in the period',
    source:
      'Iglewicz & Hoaglin (1993), How to detect and handle outliers; IMTS Compilers Manual (2013) on unit values',
  },
  tolerances,
  reads: readsItself,
  look: async (ground, table) => {
    if (!table.quantities || !table.shape.dimensions.includes('commodity')) return [];
    const findings: Finding[] = [];
    for (const flow of (['export', 'import'] as const).filter((one) => table.flows.includes(one))) {
      for (const period of periods(table)) {
        for (const chapters of await portions(ground, table, flow, period)) {
          const cells = await unitValues(ground, table, flow, chapters, period);
          findings.push(...outliers(cells, table, flow));
        }
      }
    }
    const told = fewOrOne(findings, ({ judged }) => Math.abs(Math.log(Number(judged.factor))));
    return restingOnTheirLoads(ground, table, told);
  },
};

/** More facts are looked at some chapters at a time, so that memory does not grow with the table. */
const atOnce = 50_000;

async function portions(
  ground: Ground,
  table: Coverage,
  flow: 'export' | 'import',
  period: ReturnType<typeof periodOf>,
): Promise<(readonly string[] | undefined)[]> {
  const count = Math.ceil(table.facts / atOnce);
  if (count <= 1) return [undefined];
  const question = { measure: 'value-as-printed' as const, by: ['chapter' as const], flow, period };
  const chapters = (await asked(ground, table, question))?.rows.flatMap(({ chapter }) => chapter ?? []) ?? [];
  const size = Math.ceil(chapters.length / count);
  return Array.from({ length: Math.ceil(chapters.length / size) }, (_, i) =>
    chapters.slice(i * size, (i + 1) * size),
  );
}

/** All months or years together; each range alone. */
const periods = (table: Coverage) =>
  table.shape.span === 'range'
    ? table.spans.map(({ from, to }) => ({
        from: from as `${number}-${number}`,
        to: to as `${number}-${number}`,
      }))
    : [periodOf(table)];

interface UnitValue {
  readonly time: string;
  readonly to?: string;
  readonly commodity: string;
  readonly partner?: string;
  readonly unit: string;
  readonly value: number;
  readonly quantity: number;
  readonly log: number;
  readonly loads: readonly number[];
}

async function unitValues(
  ground: Ground,
  table: Coverage,
  flow: 'export' | 'import',
  chapters: readonly string[] | undefined,
  period: ReturnType<typeof periodOf>,
): Promise<UnitValue[]> {
  const time = timeOf(table);
  const partner = table.shape.dimensions.includes('partner') && table.facts <= tolerances.partners.is;
  const by: Dimension[] = [
    ...(time ? [time] : []),
    'commodity',
    ...(partner ? ['partner' as const] : []),
    'unit',
  ];
  const question = { by, flow, period, where: chapters ? { chapter: chapters } : {} };
  const values = await asked(ground, table, { ...question, measure: 'value-as-printed' });
  const quantities = await asked(ground, table, { ...question, measure: 'quantity' });
  if (!values || !quantities) return [];
  const keyOf = (row: Answer['rows'][number]) => by.map((name) => row[name]).join(' ');
  const amounts = new Map(values.rows.map((row) => [keyOf(row), row.value]));
  const loadsAt = new Map<string, readonly number[]>();
  return quantities.rows.flatMap((row): UnitValue[] => {
    const { value: quantity, commodity = '', unit = '' } = row;
    const value = amounts.get(keyOf(row));
    if (!value || !quantity || value <= 0 || quantity <= 0) return [];
    const at = time ? (row[time] ?? '') : period.from;
    const loads = loadsAt.get(at) ?? loadsIn(values.loads, at, time ? at : period.to);
    loadsAt.set(at, loads);
    return [
      {
        time: at,
        ...(time ? {} : { to: period.to }),
        commodity,
        ...(row.partner === undefined ? {} : { partner: row.partner }),
        unit,
        value,
        quantity,
        log: Math.log(value / quantity),
        loads,
      },
    ];
  });
}

function outliers(cells: readonly UnitValue[], table: Coverage, flow: 'export' | 'import'): Finding[] {
  const own = grouped(cells, ({ commodity, partner = '', unit }) => `${commodity} ${partner} ${unit}`);
  const peers = grouped(cells, ({ commodity, unit, time }) => `${commodity} ${unit} ${time}`);
  const byOwn = [...own.values()].filter((group) => group.length >= tolerances.months.is);
  const judgedByOwn = new Set(byOwn.flat());
  const byPeers = [...peers.values()]
    .filter((group) => group.length >= tolerances.peers.is)
    .map((group) => ({ group, judged: group.filter((cell) => !judgedByOwn.has(cell)) }));
  return [
    ...byOwn.flatMap((group) =>
      far(group, group, tolerances.factorOfOwn.is).map((found) => ({
        ...findingOf(found, table, flow, 'unlike-itself', group.length),
        series: history(group, table),
      })),
    ),
    ...byPeers.flatMap(({ group, judged }) =>
      far(judged, group, tolerances.factorOfPeers.is).map((found) =>
        findingOf(found, table, flow, 'unlike-others', group.length),
      ),
    ),
  ];
}

interface Far {
  readonly cell: UnitValue;
  readonly middle: number;
  readonly z: number;
}

function far(judged: readonly UnitValue[], group: readonly UnitValue[], factor: number): Far[] {
  if (judged.length === 0) return [];
  const logs = group.map(({ log }) => log);
  const middle = median(logs);
  const deviation = Math.max(medianDeviation(logs), tolerances.deviation.is);
  return judged.flatMap((cell) => {
    const z = (cell.log - middle) / deviation;
    const isFar =
      cell.value >= tolerances.amount.is &&
      Math.abs(z) > tolerances.z.is &&
      Math.abs(cell.log - middle) > Math.log(factor);
    return isFar ? [{ cell, middle, z }] : [];
  });
}

function findingOf(
  { cell, middle, z }: Far,
  table: Coverage,
  flow: 'export' | 'import',
  reason: string,
  among: number,
): Finding {
  const { time, to, commodity, partner, unit, value, quantity, loads } = cell;
  return {
    check: 'unit-value',
    reason,
    severity: 'doubt',
    about: {
      shape: table.shape.id,
      month: time,
      ...(to === undefined ? {} : { to }),
      flow,
      commodity,
      ...(partner === undefined ? {} : { partner }),
    },
    amounts: { value, quantity, unit },
    judged: {
      unitValue: value / quantity,
      usualUnitValue: Math.exp(middle),
      factor: value / quantity / Math.exp(middle),
      z,
      among,
    },
    loads,
  };
}

const history = (group: readonly UnitValue[], { shape }: Coverage): Finding['series'] & object => {
  const inOrder = [...group].sort((a, b) => a.time.localeCompare(b.time));
  return {
    points: inOrder.map(({ time }) => time),
    unit: `${shape.currency}/${inOrder[0]?.unit}`,
    lines: [{ name: 'unit-value', values: inOrder.map(({ value, quantity }) => value / quantity) }],
  };
};

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
