/** How long a session holds: half an hour without a request, twelve hours altogether. */
const sessionLife = { idle: 30 * 60_000, whole: 12 * 60 * 60_000 } as const;

/** So often it is written down that a session is in use. */
const noted = 60_000;

/** Times in milliseconds since 1970. */
export interface SessionTimes {
  readonly madeAt: number;
  readonly usedAt: number;
}

/**
 * Whether a session still holds.
 * @see OWASP ASVS 5.0, 7.3.1 and 7.3.2
 * @example sessionHolds({ madeAt: 0, usedAt: 0 }, 29 * 60_000) // true
 */
export const sessionHolds = ({ madeAt, usedAt }: SessionTimes, now: number): boolean =>
  now < usedAt + sessionLife.idle && now < madeAt + sessionLife.whole;

/** Whether its use is to be written down again: not with every request. */
export const isUseToBeNoted = ({ usedAt }: SessionTimes, now: number): boolean => now >= usedAt + noted;

/** Whether a sign-in is so new that it stands for another: who has neither password nor second factor has only that. */
export const isFresh = (madeAt: number, now: number): boolean => now < madeAt + 5 * 60_000;
