import { describe, expect, it } from 'vitest';
import { computeFigure, type FigureRequest } from './index.ts';
import { type SmallFact, smallPack, smallWarehouse } from './small-nation.cases.ts';

const table = (month: string, chapter: string, amounts: Record<string, number>): SmallFact[] =>
  Object.entries(amounts).map(([place, value]) => ({ month, chapter, place, value }));

/** Chapter 85 stands still as a whole; the east loses 30 of it, of which the centre gains 20 and the west 10. */
const moved = smallWarehouse([
  ...table('2024-01', '85', { '110000': 100, '410000': 50, '500000': 50 }),
  ...table('2025-01', '85', { '110000': 70, '410000': 70, '500000': 60 }),
  ...table('2024-01', '84', { '110000': 100, '410000': 10, '500000': 10 }),
  ...table('2025-01', '84', { '110000': 100, '410000': 10, '500000': 10 }),
]);
const figure = async (request: Partial<FigureRequest> & { figure: string }, warehouse = moved) => {
  const { parameters, ...rest } = request;
  const asked = { period: '2025-01', flow: 'export' as const, ...rest };
  const given = parameters?.level ? parameters : { goods: 'chapter', ...parameters };
  return (await computeFigure(warehouse, smallPack, { ...asked, parameters: given })).figure;
};

describe('shift-share', () => {
  it('by hand: what stands still as a whole moves between the regions', async () => {
    const { values, notes } = await figure({ figure: 'shift-share' });
    expect(values['east.competitive']).toBeCloseTo(-30, 9);
    expect(values['central.competitive']).toBeCloseTo(20, 9);
    expect(values['west.competitive']).toBeCloseTo(10, 9);
    expect(notes).toContain('base-revised');
    for (const region of ['east', 'central', 'west']) {
      const parts = ['national', 'mix', 'competitive', 'new'].map((part) => values[`${region}.${part}`] ?? 0);
      expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(values[`${region}.change`] ?? Number.NaN, 9);
    }
  });

  it('is unknown without the year before, and says so', async () => {
    const { values, notes } = await figure({ figure: 'shift-share', period: '2024-01' });
    expect(values['east.competitive']).toBeNull();
    expect(notes).toContain('base-not-loaded');
  });
});

describe('implied transfer', () => {
  it('gives the losses of one province to those who gained, within an interval', async () => {
    const { values, notes, coverage } = await figure({ figure: 'implied-transfer' });
    expect(values.moved).toBeCloseTo(30, 9);
    expect(values['110000>410000']).toBeCloseTo(20, 6);
    expect(values['110000>500000']).toBeCloseTo(10, 6);
    expect(values['110000>410000.lower']).toBeLessThanOrEqual(20 + 1e-6);
    expect(values['110000>410000.upper']).toBeGreaterThanOrEqual(20 - 1e-6);
    expect(notes).toContain('implied-not-observed');
    expect(coverage.epsilon).toBe(150);
  });

  it('is unknown without the year before, and wants a distance above 0', async () => {
    expect((await figure({ figure: 'implied-transfer', period: '2024-01' })).values).toEqual({ moved: null });
    await expect(figure({ figure: 'implied-transfer', parameters: { epsilon: '0' } })).rejects.toThrow(
      /epsilon "0"/,
    );
  });
});

describe('the table of location quotients', () => {
  it('gives each place and chapter its quotient, as the single figure does', async () => {
    const { values, coverage } = await figure({
      figure: 'location-quotients',
      period: '2025-01',
      parameters: { level: 'province' },
    });
    expect(coverage.chapters).toEqual(['84', '85']);
    expect(values['110000.85']).toBeCloseTo(70 / 170 / (200 / 320), 12);
    const single = await computeFigure(moved, smallPack, {
      figure: 'location-quotient',
      period: '2025-01',
      flow: 'export',
      parameters: { commodity: '85' },
    });
    expect(values['410000.85']).toBeCloseTo(single.figure.values['410000'] ?? Number.NaN, 12);
  });
});
