/**
 * A moment as the reader's clock shows it.
 * @example momentText('2026-03-02T01:00:00Z').length // 16
 */
export const momentText = (at: string): string => new Date(at).toLocaleString('sv').slice(0, 16);
