import { describe, expect, it } from 'vitest';
import { liesIn } from './asker.ts';

describe('a place in another', () => {
  it('is told by the codes', () => {
    expect(liesIn('140100', '140000')).toBe(true);
    expect(liesIn('140105', '140100')).toBe(true);
    expect(liesIn('140100', '140100')).toBe(true);
    expect(liesIn('419001', '410000')).toBe(true);
    expect(liesIn('140100', '100000')).toBe(true);
    expect(liesIn('150100', '140000')).toBe(false);
    expect(liesIn('140000', '140100')).toBe(false);
  });

  it('is never in nowhere, and nowhere in none', () => {
    expect(liesIn('140100', '')).toBe(false);
    expect(liesIn('', '100000')).toBe(false);
  });
});
