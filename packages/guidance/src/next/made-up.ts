import type { Ground } from '../ground/ground.ts';

/** What rests on synthetic statistics, or on records of the demonstration, is made up, and says so. */
export type MadeUp = 'synthetic' | 'sample' | null;

export const ofStatistics = (trade: Pick<NonNullable<Ground['trade']>, 'synthetic'> | undefined): MadeUp =>
  trade?.synthetic ? 'synthetic' : null;

export const ofRecord = (sample: boolean): MadeUp => (sample ? 'sample' : null);
