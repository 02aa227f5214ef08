import type { Beginning } from '@tidu/programme';
import { Refused } from './errors.ts';

/** Says what time it is, for the programme. */
export type Now = () => Date;

/**
 * The clock of a demonstration that plays on another day: the time of day is the real one, the date in China is
 * the one asked for, and it goes on from there.
 * @param today  YYYY-MM-DD, or nothing for the real date
 * @throws Refused where it is no date
 */
export function demonstrationClock(today: string | undefined, real: Now = () => new Date()): Now {
  if (!today) return real;
  const asked = Date.parse(`${today}T00:00:00+08:00`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(asked))
    throw new Refused('not-understood', `TIDU_TODAY is "${today}"`, 'write a date like 2026-03-02');
  const aDay = 86_400_000;
  const inChina = real().getTime() + 8 * 3_600_000;
  const offset = asked + 8 * 3_600_000 - Math.floor(inChina / aDay) * aDay;
  return () => new Date(real().getTime() + offset);
}

/**
 * Deadlines of real cases run by the real clock.
 * @throws Refused where the date is set and the programme is no demonstration
 */
export function mustBeDemonstration(today: string | undefined, beginning: Beginning): void {
  if (!today || beginning === 'demonstration') return;
  throw new Refused(
    'not-allowed',
    'TIDU_TODAY sets another date, and this programme is no demonstration',
    'unset TIDU_TODAY: deadlines of real cases run by the real clock',
  );
}
