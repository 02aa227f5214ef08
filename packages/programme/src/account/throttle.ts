/** Failed tries at one door: an account, or an address that tries many. Times in milliseconds since 1970. */
export interface Tries {
  readonly failed: number;
  readonly lastAt: number;
}

/** So many mistakes are free: people mistype; many people share an address. */
const freeTries = { account: 4, address: 20 } as const;
export type Door = keyof typeof freeTries;

const second = 1_000;
/** Nobody is locked out for good: whoever knows the password gets in after this long at the latest. */
const longest = 15 * 60 * second;
/** After a quiet day all is forgotten. */
const forgotten = 24 * 60 * 60 * second;

/**
 * How long the door stays shut after so many failed tries: one second after the first that is not free,
 * twice as long with each further, a quarter of an hour at most. A guesser has about a hundred tries a day.
 *
 *   wait = min(2^(failed − free − 1) s, 15 min)
 * @see NIST SP 800-63B, 5.2.2; OWASP ASVS 5.0, 6.3.1
 * @example waitAfter(6, 'account') // 2000
 */
export function waitAfter(failed: number, door: Door): number {
  const beyond = failed - freeTries[door];
  return beyond <= 0 ? 0 : Math.min(2 ** (beyond - 1) * second, longest);
}

/** How many milliseconds are still to wait; 0 lets one try. */
export function stillToWait(tries: Tries | undefined, door: Door, now: number): number {
  if (!tries || now >= tries.lastAt + forgotten) return 0;
  return Math.max(0, tries.lastAt + waitAfter(tries.failed, door) - now);
}

/** One more that failed. */
export const failedAgain = (tries: Tries | undefined, now: number): Tries => ({
  failed: tries && now < tries.lastAt + forgotten ? tries.failed + 1 : 1,
  lastAt: now,
});
