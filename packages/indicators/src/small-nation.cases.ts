import type { Pack, Period, Place } from '@tidu/reference';
import { months } from '@tidu/reference';
import type { Answer, AnswerRow, Dimension, Load, Query, Shape, Warehouse } from '@tidu/trade';
import { streamOf } from '@tidu/trade';

/** A nation small enough to reckon by hand: five provinces, four park cities, one of them unpublished. */
const place = (code: string, level: Place['level'], parent: string, more: Partial<Place> = {}): Place => ({
  code,
  level,
  parent,
  name: { zh: code, en: code },
  source: 'test',
  ...more,
});
const names = { zh: '一', en: 'one' };
const park = (id: string, order: number, at: string) => ({
  ...{ id, order, place: at, name: names, batch: 'batch-1', longitude: 110, latitude: 30, source: 'test' },
  ...{ zones: [], leadingIndustries: [], partners: [], agglomerations: [], facts: [] },
});

export const smallPack: Pack = {
  id: 'small',
  name: names,
  edition: '1',
  sources: [],
  places: [
    place('110000', 'province', '100000', { region: 'east', longitude: 120, latitude: 30 }),
    place('330000', 'province', '100000', { region: 'east', longitude: 120, latitude: 30 }),
    place('330100', 'prefecture', '330000', { longitude: 120, latitude: 30 }),
    place('410000', 'province', '100000', { region: 'central', longitude: 110, latitude: 30 }),
    place('410100', 'prefecture', '410000', { longitude: 110, latitude: 30 }),
    place('419001', 'county', '410000', { longitude: 110, latitude: 30 }),
    place('500000', 'province', '100000', { region: 'west', longitude: 100, latitude: 30 }),
    place('210000', 'province', '100000', { region: 'northeast', longitude: 120, latitude: 40 }),
    place('210200', 'prefecture', '210000', { longitude: 120, latitude: 40 }),
    place('710000', 'province', '100000'),
  ],
  aliases: [],
  agglomerations: [],
  batches: [{ id: 'batch-1', name: names, notices: [], facts: [] }],
  parks: [park('c', 3, '500000'), park('a', 1, '410100'), park('b', 2, '419001'), park('d', 4, '210200')],
  tradeModes: [],
  supervisionModes: [],
  editions: [],
  unitFactors: [],
  placeEvents: [],
  partners: [],
  commodities: [],
  units: [],
};

export interface SmallFact {
  readonly month: string;
  readonly place: string;
  readonly value: number | null;
  readonly mode?: string;
  readonly chapter?: string;
  readonly printedGrowth?: number;
  readonly load?: number;
}

export const smallLoad = (id: number, more: Partial<Load> = {}): Load => ({
  id,
  file: `table-${id}.csv`,
  sha256: String(id).repeat(64).slice(0, 64),
  bytes: 1,
  format: 'by-location',
  at: '2025-01-01T00:00:00Z',
  shape: 'small',
  period: { from: '2024-01', to: '2024-12' },
  rows: { read: 1, loaded: 1, unchanged: 0, quarantined: 0, superseded: 0 },
  synthetic: false,
  ...more,
});

class Refusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** A warehouse of one shape over a list of facts; like the real one it refuses what it cannot tell. */
export function smallWarehouse(
  facts: readonly SmallFact[],
  { loads = [smallLoad(1)], yearToDate = true }: { loads?: readonly Load[]; yearToDate?: boolean } = {},
): Warehouse {
  const shape: Shape = {
    id: 'small',
    span: 'month',
    dimensions: ['place'],
    levels: ['province', 'prefecture'],
    nested: true,
    currency: 'CNY',
  };
  const aggregate = async (query: Query): Promise<Answer> => {
    const asked = months(query.period as Period);
    const known = facts.filter((fact) => (fact.load ?? 1) <= (query.asKnownAt ?? Number.POSITIVE_INFINITY));
    const loaded = new Set(known.map(({ month }) => month));
    if (!asked.some((month) => loaded.has(month))) throw new Refusal('not-loaded');
    if (query.where.processing && known.every(({ mode }) => mode === undefined))
      throw new Refusal('no-trade-mode');
    if (query.by.includes('chapter') && known.every(({ chapter }) => chapter === undefined)) {
      throw new Refusal('no-commodity');
    }
    const level = [...query.by, ...Object.keys(query.where)].includes('prefecture')
      ? 'prefecture'
      : 'province';
    const kept = known.filter(
      (fact) => asked.some((month) => month === fact.month) && keeps(query, fact, level),
    );
    const asRow = (fact: SmallFact): AnswerRow => ({
      ...Object.fromEntries(query.by.map((name) => [name, dimensionOf(fact, name)])),
      value: query.measure === 'printed-growth' ? (fact.printedGrowth ?? null) : fact.value,
    });
    const rows = new Map<string, AnswerRow>();
    for (const row of kept.map(asRow)) {
      const key = query.by.map((name) => row[name]).join();
      const before = rows.get(key)?.value;
      const value =
        before === undefined || before === null || row.value === null ? row.value : before + row.value;
      rows.set(key, { ...row, value });
    }
    return {
      query,
      shape,
      unit: 'CNY',
      rows: [...rows.values()],
      loads: loads.filter(({ id }) => known.some((fact) => (fact.load ?? 1) === id)),
      missingMonths: asked.filter((month) => !loaded.has(month)),
      unpublished: (query.where.prefecture ?? []).filter(
        (code) => !known.some((fact) => fact.place === code),
      ),
      sql: 'SELECT …',
    };
  };
  return {
    aggregate,
    stream: async (query, options) => streamOf(await aggregate(query), options?.across),
    loads: async () => [...loads],
    coverage: async () => [
      {
        shape,
        months: [],
        flows: ['total'],
        facts: 0,
        synthetic: false,
        spans: [],
        yearToDate,
        quantities: false,
      },
    ],
    quarantine: async () => [],
    faults: async () => [],
    close: async () => {},
  };
}

const dimensionOf = (fact: SmallFact, name: Dimension): string | undefined =>
  name === 'month' ? fact.month : name === 'chapter' ? fact.chapter : fact.place;

const municipalities = ['110000', '500000'];
const regionOf = (code: string) => smallPack.places.find((one) => one.code === code)?.region;

function keeps(
  { where }: Query,
  { place: code, mode }: SmallFact,
  level: 'province' | 'prefecture',
): boolean {
  const isProvince = code.endsWith('0000');
  if (level === 'province' ? !isProvince : isProvince && !municipalities.includes(code)) return false;
  if (where.prefecture && !where.prefecture.includes(code)) return false;
  if (where.region && !where.region.includes(regionOf(code) ?? '')) return false;
  return !where.processing || mode === '14' || mode === '15';
}
