import { describe, expect, it } from 'vitest';
import { readCapacity, readLeaving } from './url-state.guidance.ts';
import { exploreParameters, readExplore, readOverview, readPark } from './url-state.ts';

const loaded = { first: '2024-01', last: '2025-06' };

describe('the address of the page', () => {
  it('says only what was chosen', () => {
    expect(readOverview({ flow: 'total', show: 'share' })).toEqual({});
    expect(readOverview({ flow: 'export', month: '2024-12' })).toEqual({ flow: 'export', month: '2024-12' });
    expect(readPark({ flow: 'import', scale: 'absolute' })).toEqual({ flow: 'import', scale: 'absolute' });
  });

  it('opens although it says what nobody understands', () => {
    expect(readOverview({ flow: 'sideways', month: '2024-13', show: 3 })).toEqual({});
    expect(readExplore({ by: 'month,drop', places: 'moon:1', measure: 'weight' })).toEqual({ by: 'month' });
  });

  it('knows a year and a code in whatever way they were read', () => {
    expect(readLeaving({ city: 440300, since: 2021, look: 'table' })).toEqual({
      city: '440300',
      since: '2021',
    });
    expect(readLeaving({ city: 'x', since: '2024-01..2024-06', group: '<b>' })).toEqual({
      since: '2024-01..2024-06',
    });
    expect(readCapacity({ park: 'meishan', sample: 'yes' })).toEqual({ park: 'meishan' });
  });

  it('reads what it wrote', () => {
    const state = readExplore({ by: 'year,province', places: 'region:west', view: 'bar', from: '2024-03' });
    expect(readExplore({ ...state })).toEqual(state);
  });

  it('becomes a question to the server', () => {
    expect(exploreParameters({}, loaded)).toEqual({
      measure: 'value',
      by: ['month', 'region'],
      flow: 'total',
      period: '2024-01..2025-06',
    });
    const state = readExplore({
      places: 'prefecture:510100,prefecture:430100,region:west',
      mode: 'processing',
    });
    expect(exploreParameters(state, loaded)).toMatchObject({
      'where.prefecture': ['510100', '430100'],
      'where.region': ['west'],
      'where.processing': 'true',
    });
  });

  it('lays out what it breaks down by, in a table alone, and keeps a vintage and a table', () => {
    const state = readExplore({
      by: 'province,month',
      across: 'month',
      asKnownAt: 3,
      shape: 'month,place:nested,CNY',
    });
    expect(readExplore({ ...state })).toEqual(state);
    expect(exploreParameters(state, loaded)).toMatchObject({
      across: 'month',
      asKnownAt: '3',
      shape: 'month,place:nested,CNY',
    });
    expect(exploreParameters({ ...state, view: 'line' }, loaded)).not.toHaveProperty('across');
    expect(readExplore({ by: 'province', across: 'month', asKnownAt: 'x', shape: "'; --" })).toEqual({
      by: 'province',
    });
    expect(readExplore({ across: 'region' })).toEqual({ across: 'region' });
  });

  it('takes a period whichever way round it was chosen', () => {
    expect(exploreParameters({ from: '2025-03', to: '2024-12' }, loaded).period).toBe('2024-12..2025-03');
    expect(exploreParameters({ from: '2025-03', to: '2025-03' }, loaded).period).toBe('2025-03');
  });
});
