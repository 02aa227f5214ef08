import { describe, expect, it } from 'vitest';
import { demonstrationClock, mustBeDemonstration } from './demonstration-clock.ts';

describe('the clock of a demonstration', () => {
  it('is the real one unless another day is asked for', () => {
    const real = () => new Date('2026-11-26T02:00:00Z');
    expect(demonstrationClock(undefined, real)()).toEqual(real());
  });

  it.each([
    ['2026-11-26T02:00:00Z', '2026-03-02T02:00:00.000Z'],
    ['2026-11-26T17:30:00Z', '2026-03-01T17:30:00.000Z'],
  ])('keeps the time of day in China: %s', (at, becomes) => {
    expect(demonstrationClock('2026-03-02', () => new Date(at))().toISOString()).toBe(becomes);
  });

  it('goes on from there', () => {
    let at = new Date('2026-11-26T15:59:00Z');
    const now = demonstrationClock('2026-03-02', () => at);
    at = new Date('2026-11-26T16:01:00Z');
    expect(now().toISOString()).toBe('2026-03-02T16:01:00.000Z');
  });

  it('says what is wrong with a date', () => {
    expect(() => demonstrationClock('tomorrow')).toThrow('TIDU_TODAY is "tomorrow"');
    expect(() => demonstrationClock('2026-13-41')).toThrow('TIDU_TODAY');
  });

  it('is refused where cases are real', () => {
    expect(() => mustBeDemonstration('2026-03-02', 'own')).toThrow('is no demonstration');
    expect(() => mustBeDemonstration('2026-03-02', 'demonstration')).not.toThrow();
    expect(() => mustBeDemonstration(undefined, 'own')).not.toThrow();
  });
});
