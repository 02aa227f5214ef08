import { describe, expect, it } from 'vitest';
import { overviewView } from './overview.asks.ts';

const loaded = { first: '2024-01', last: '2025-06' };

describe('the view of the overview', () => {
  it('is the year to date at the newest month, unless something else was chosen', () => {
    expect(overviewView({}, loaded)).toMatchObject({
      month: '2025-06',
      period: '2025-01..2025-06',
      flow: 'total',
    });
    expect(overviewView({ month: '2024-03', span: 'month', flow: 'export' }, loaded)).toMatchObject({
      month: '2024-03',
      period: '2024-03',
      flow: 'export',
    });
  });

  it('falls back to the newest month where the chosen one is not loaded', () => {
    expect(overviewView({ month: '2023-12' }, loaded).month).toBe('2025-06');
    expect(overviewView({ month: '2026-01' }, loaded).month).toBe('2025-06');
  });
});
