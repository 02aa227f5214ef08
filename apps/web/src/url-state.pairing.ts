export interface PairingsState {
  state?: string;
  page?: number;
}

/** Which state of pairings is shown, and which page of the list. */
export function readPairings({ state, page }: Record<string, unknown>): PairingsState {
  const number = Number(page);
  return {
    ...(typeof state === 'string' && /^[a-z-]{1,40}$/.test(state) && { state }),
    ...(Number.isInteger(number) && number > 1 && { page: number }),
  };
}

/** The year of the national table; last year where it says none. */
export function readCountedOnce({ year }: Record<string, unknown>): { year?: number } {
  const number = Number(year);
  return Number.isInteger(number) && number > 1999 && number < 2101 ? { year: number } : {};
}
