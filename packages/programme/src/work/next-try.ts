/** So often is a message tried before it is put aside for the system administrator. */
export const triesAtMost = 8;

/**
 * When what could not be sent is tried again: after a minute, and then twice as long each time.
 *
 *   wait = 1 min × 2^(tries − 1)
 *
 * @param tries  how often it was tried, this time included
 * @returns undefined when it is to be put aside
 */
export function nextTry(tries: number, now: Date): Date | undefined {
  if (tries >= triesAtMost) return undefined;
  return new Date(now.getTime() + 60_000 * 2 ** (tries - 1));
}
