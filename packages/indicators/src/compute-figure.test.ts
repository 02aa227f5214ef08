import { describe, expect, it } from 'vitest';
import type { FigureRequest } from './index.ts';
import { catalogue, computeFigure, FigureRefused, noteCodes } from './index.ts';
import { type SmallFact, smallLoad, smallPack, smallWarehouse } from './small-nation.cases.ts';

const month = (at: string, amounts: Record<string, number>, more: Partial<SmallFact> = {}): SmallFact[] =>
  Object.entries(amounts).map(([place, value]) => ({ month: at, place, value, ...more }));

const base = {
  '110000': 100,
  '330000': 300,
  '330100': 200,
  '410000': 60,
  '410100': 30,
  '500000': 80,
  '210000': 60,
  '210200': 25,
};
const later = {
  '110000': 90,
  '330000': 300,
  '330100': 210,
  '410000': 90,
  '410100': 40,
  '500000': 88,
  '210000': 60,
  '210200': 25,
};
const twoJanuaries = smallWarehouse([...month('2024-01', base), ...month('2025-01', later)]);

const figure = async (request: Partial<FigureRequest> & { figure: string }, warehouse = twoJanuaries) =>
  (await computeFigure(warehouse, smallPack, { period: '2024-01', flow: 'total', ...request })).figure;

const rounded = (values: Readonly<Record<string, number | null>>) =>
  Object.fromEntries(
    Object.entries(values).map(([k, v]) => [k, v === null ? null : Math.round(v * 1e4) / 1e4]),
  );

const refusal = async (request: Partial<FigureRequest> & { figure: string }, warehouse = twoJanuaries) => {
  const error = await figure(request, warehouse).catch((caught: unknown) => caught);
  return error instanceof Error && 'code' in error ? error.code : error;
};

describe('region-shares', () => {
  it('are each region’s part of the sum of the provinces', async () => {
    expect(await figure({ figure: 'region-shares' })).toEqual({
      figure: 'region-shares',
      period: '2024-01',
      flow: 'total',
      unit: 'percent',
      values: { east: (400 / 600) * 100, central: 10, west: (80 / 600) * 100, northeast: 10 },
      coverage: { level: 'province', named: 5, of: 5, missing: [] },
      notes: ['registration-not-production', 'total-trade', 'ytd-differences'],
      synthetic: false,
    });
  });

  it('name the months and provinces that are not there', async () => {
    const partial = await figure(
      { figure: 'region-shares', period: '2024-01..2024-03' },
      smallWarehouse(month('2024-01', { '110000': 1, '410000': 1 })),
    );
    expect(partial.values).toEqual({ east: 50, central: 50, west: null, northeast: null });
    expect(partial.coverage).toMatchObject({
      named: 2,
      missing: ['210000', '330000', '500000'],
      missingMonths: ['2024-02', '2024-03'],
    });
    expect(partial.notes).toEqual(expect.arrayContaining(['months-missing', 'places-missing']));
    expect(partial.notes).not.toContain('january-february-joint');
  });

  it('suspect a joint January and February where only January lacks', async () => {
    const joint = smallWarehouse(month('2024-02', base));
    expect((await figure({ figure: 'region-shares', period: '2024-01..2024-02' }, joint)).notes).toContain(
      'january-february-joint',
    );
  });

  it('say that they are made up when a load is', async () => {
    const synthetic = smallWarehouse(month('2024-01', base), { loads: [smallLoad(1, { synthetic: true })] });
    const made = await figure({ figure: 'region-shares' }, synthetic);
    expect(made).toMatchObject({ synthetic: true, notes: expect.arrayContaining(['synthetic']) });
  });
});

describe('growth', () => {
  it('of regions year on year', async () => {
    const { values, coverage } = await figure({ figure: 'region-growth', period: '2025-01' });
    expect(rounded(values)).toEqual({ east: -2.5, central: 50, west: 10, northeast: 0 });
    expect(coverage).toMatchObject({ current: '2025-01', base: '2024-01' });
  });

  it('from a base that is not loaded is unknown, and says so', async () => {
    const { values, notes, coverage } = await figure({ figure: 'region-growth', period: '2024-01' });
    expect(values).toEqual({ east: null, central: null, west: null, northeast: null });
    expect(notes).toContain('base-not-loaded');
    expect(coverage).toMatchObject({ base: '2023-01', baseLoaded: false, named: 5 });
  });

  it('of a period with a month missing is unknown', async () => {
    const { values, notes } = await figure({ figure: 'region-growth', period: '2025-01..2025-02' });
    expect(values.east).toBeNull();
    expect(notes).toContain('months-missing');
  });

  it('month on month is of one month', async () => {
    const warehouse = smallWarehouse([...month('2024-01', base), ...month('2024-02', later)]);
    const parameters = { kind: 'month-on-month', level: 'province' };
    const { values } = await figure({ figure: 'place-growth', period: '2024-02', parameters }, warehouse);
    expect(rounded(values)).toEqual({ '110000': -10, '330000': 0, '410000': 50, '500000': 10, '210000': 0 });
    expect(await refusal({ figure: 'place-growth', period: '2024', parameters }, warehouse)).toBe(
      'period-not-one-month',
    );
  });

  it('of the year to date takes all months since January', async () => {
    const warehouse = smallWarehouse([
      ...month('2024-01', base),
      ...month('2024-02', base),
      ...month('2025-01', later),
      ...month('2025-02', base),
    ]);
    const { values, coverage } = await figure(
      { figure: 'region-growth', period: '2025-02', parameters: { kind: 'year-to-date' } },
      warehouse,
    );
    expect(rounded(values)).toEqual({ east: -1.25, central: 25, west: 5, northeast: 0 });
    expect(coverage).toMatchObject({ current: '2025-01..2025-02', base: '2024-01..2024-02' });
  });

  it('as printed is handed on, below zero too, and refused for regions', async () => {
    const printed = smallWarehouse([
      ...month('2024-01', { '110000': 90 }, { printedGrowth: -10 }),
      ...month('2024-01', { '410000': 60 }, { printedGrowth: 20 }),
    ]);
    const parameters = { kind: 'printed' };
    const { values, notes } = await figure({ figure: 'place-growth', parameters }, printed);
    expect(values).toEqual({ '110000': -10, '410000': 20 });
    expect(notes).toContain('printed-growth');
    expect(await refusal({ figure: 'region-growth', parameters }, printed)).toBe('no-printed-growth');
  });

  it('implied sums the bases that the printed growth of each province implies', async () => {
    const printed = smallWarehouse([
      ...month('2024-01', { '110000': 90 }, { printedGrowth: -10 }),
      ...month('2024-01', { '330000': 150 }, { printedGrowth: 50 }),
    ]);
    const { values, notes } = await figure(
      { figure: 'region-growth', parameters: { kind: 'implied' } },
      printed,
    );
    expect(rounded(values)).toEqual({ east: 20, central: null, west: null, northeast: null });
    expect(notes).toContain('implied-base');
  });

  it('is contributed by places to the whole', async () => {
    const { values } = await figure({ figure: 'contribution-to-growth', period: '2025-01' });
    expect(rounded(values)).toEqual({ east: -1.6667, central: 5, west: 1.3333, northeast: 0, total: 4.6667 });
  });

  it('of a region is unknown where a province is known in one period only', async () => {
    const { '410000': _, ...without } = base;
    const warehouse = smallWarehouse([
      ...month('2024-01', { ...without, '330000': 300 }),
      ...month('2025-01', later),
    ]);
    const { values } = await figure({ figure: 'region-growth', period: '2025-01' }, warehouse);
    expect(values.central).toBeNull();
    expect(values.east).not.toBeNull();
  });
});

describe('park-cities-share', () => {
  it('is of central, west and northeast, names the cities without a figure, and says it is of total trade', async () => {
    const { values, coverage, notes } = await figure({ figure: 'park-cities-share' });
    expect(rounded(values)).toEqual({ share: 67.5 });
    expect(coverage).toEqual({ named: ['410100', '500000', '210200'], missing: ['419001'], of: 4 });
    expect(notes).toEqual(expect.arrayContaining(['total-trade', 'places-missing']));
  });

  it('of processing trade is refused where the data tell no trade mode', async () => {
    expect(await refusal({ figure: 'park-cities-share', processing: true })).toBe('no-trade-mode');
  });

  it('of processing trade is computed where they do', async () => {
    const modes = smallWarehouse([
      ...month('2024-01', { '410000': 50, '410100': 39, '500000': 30 }, { mode: '14' }),
      ...month('2024-01', { '410000': 500, '410100': 500 }, { mode: '10' }),
      ...month('2024-01', { '210000': 20, '210200': 1 }, { mode: '15' }),
    ]);
    const { values, notes } = await figure({ figure: 'park-cities-share', processing: true }, modes);
    expect(rounded(values)).toEqual({ share: 70 });
    expect(notes).toContain('processing-trade');
    expect(notes).not.toContain('total-trade');
  });
});

describe('figures by place', () => {
  it('shares of cities are of the whole country', async () => {
    const parameters = { level: 'prefecture' };
    const { values, coverage } = await figure({ figure: 'place-shares', parameters });
    expect(rounded(values)).toEqual({
      ...{ '110000': 16.6667, '330100': 33.3333, '410100': 5, '500000': 13.3333, '210200': 4.1667 },
    });
    expect(coverage).toMatchObject({ level: 'prefecture', named: 5, of: 6, missing: ['419001'] });
  });

  it('leave out a month that a revision took below zero', async () => {
    const { values, notes } = await figure(
      { figure: 'place-shares' },
      smallWarehouse(month('2024-01', { '110000': 100, '330000': -1 })),
    );
    expect(values).toEqual({ '110000': 100 });
    expect(notes).toContain('revised-below-zero');
  });

  it('concentration', async () => {
    const { values } = await figure({ figure: 'concentration' });
    expect(rounded(values)).toEqual({ herfindahl: 0.3156, 'equivalent-number': 3.169 });
  });

  it('theil within and between', async () => {
    const { values, notes } = await figure({ figure: 'theil' });
    const s = { a: 1 / 6, b: 1 / 2, c: 0.1, w: 2 / 15, n: 0.1 };
    const total = Object.values(s).reduce((t, x) => t + x * Math.log(x * 5), 0);
    const between = (2 / 3) * Math.log(2 / 3 / 0.4) + 0.1 * Math.log(0.5) * 2 + s.w * Math.log(s.w * 5);
    expect(values.total).toBeCloseTo(total, 12);
    expect(values.between).toBeCloseTo(between, 12);
    expect(values.within).toBeCloseTo(total - between, 12);
    expect(values['within.east']).toBeCloseTo(total - between, 12);
    expect(values['within.west']).toBe(0);
    expect(notes).toContain('equal-weights');
  });

  it('the location quotient wants a commodity, and data that tell commodities apart', async () => {
    const goods = smallWarehouse([
      ...month('2024-01', { '110000': 8, '410000': 2 }, { chapter: '85' }),
      ...month('2024-01', { '110000': 2, '410000': 8 }, { chapter: '84' }),
    ]);
    const parameters = { commodity: '85' };
    const { values } = await figure({ figure: 'location-quotient', parameters }, goods);
    expect(rounded(values)).toEqual({ '110000': 1.6, '410000': 0.4 });
    const absent = await figure({ figure: 'location-quotient', parameters: { commodity: '01' } }, goods);
    expect(absent.values).toEqual({ '110000': 0, '410000': 0 });
    expect(absent.notes).toContain('goods-not-traded');
    expect(await refusal({ figure: 'location-quotient' }, goods)).toBe('no-commodity');
    expect(await refusal({ figure: 'location-quotient', parameters })).toBe('no-commodity');
    expect(await refusal({ figure: 'location-quotient', parameters: { commodity: 'x' } }, goods)).toBe(
      'parameter-not-understood',
    );
  });

  it('no location quotient of one place, or of one kind of goods: it would be 1 whatever the trade', async () => {
    const request = { figure: 'location-quotient', parameters: { commodity: '85' } };
    const onePlace = smallWarehouse([
      ...month('2024-01', { '110000': 8 }, { chapter: '85' }),
      ...month('2024-01', { '110000': 2 }, { chapter: '84' }),
    ]);
    const oneKind = smallWarehouse(month('2024-01', { '110000': 8, '410000': 2 }, { chapter: '85' }));
    expect(await refusal(request, onePlace)).toBe('nothing-to-compare');
    expect(await refusal(request, oneKind)).toBe('nothing-to-compare');
  });

  it('the centre of gravity and its path', async () => {
    const one = smallWarehouse([
      ...month('2024-01', { '110000': 5 }),
      ...month('2024-03', { '210000': 5 }),
      ...month('2024-04', { '110000': 5 }),
    ]);
    expect(rounded((await figure({ figure: 'gravity-centre' }, one)).values)).toEqual({
      longitude: 120,
      latitude: 30,
    });
    const path = (await figure({ figure: 'gravity-path', period: '2024-01..2024-04' }, one)).values;
    expect(rounded(path)).toMatchObject({
      '2024-01.latitude': 30,
      '2024-01.km': null,
      '2024-02.latitude': null,
      '2024-03.latitude': 40,
      '2024-03.km': null,
      '2024-04.km': 1111.9508,
    });
  });
});

describe('requests', () => {
  it('that make no sense are refused with a code and a remedy', async () => {
    expect(await refusal({ figure: 'nonsense' })).toBe('figure-unknown');
    expect(await refusal({ figure: 'region-shares', period: '2024-13' })).toBe('period-not-understood');
    expect(await refusal({ figure: 'region-shares', parameters: { level: 'x' } })).toBe('parameter-unknown');
    expect(await refusal({ figure: 'place-shares', parameters: { level: 'x' } })).toBe(
      'parameter-not-understood',
    );
    expect(await refusal({ figure: 'park-cities-share', parameters: { batch: 'x' } })).toBe('batch-unknown');
    expect(await refusal({ figure: 'region-shares', period: '1999' })).toBe('not-loaded');
    const refused = await figure({ figure: 'nonsense' }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(FigureRefused);
    expect((refused as FigureRefused).remedy).toContain('region-shares');
  });

  it('take an empty parameter for its default', async () => {
    expect((await figure({ figure: 'place-shares', parameters: { level: '' } })).coverage.level).toBe(
      'province',
    );
  });
});

describe('the catalogue', () => {
  it('says of every figure what it is', () => {
    expect(new Set(catalogue.map(({ name }) => name)).size).toBe(catalogue.length);
    for (const { formula, parameters } of catalogue) {
      expect(formula.text.length * formula.source.length).toBeGreaterThan(0);
      for (const { default: initial, values } of Object.values(parameters)) {
        if (values) expect(values).toContain(initial);
      }
    }
  });
  it('has codes for its notes', () => expect(noteCodes.every((code) => /^[a-z-]+$/.test(code))).toBe(true));
});
