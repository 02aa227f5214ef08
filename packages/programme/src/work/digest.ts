/**
 * The last moment at which daily mails were made: at eight in the morning by the country's one time
 * (UTC+8), which is midnight in UTC.
 * @example lastDigest(new Date('2026-11-26T03:00:00Z')).toISOString() // '2026-11-26T00:00:00.000Z'
 */
export const lastDigest = (now: Date): Date => new Date(Math.floor(now.getTime() / 86_400_000) * 86_400_000);
