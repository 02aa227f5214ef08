export interface PairingsState {
  state?: string;
  page?: number;
  /** Code of the place with which a pairing is to be proposed. */
  with?: number;
}

/** Which state of pairings is shown, which page of the list, and whom a proposal is for. */
export function readPairings({ state, page, with: other }: Record<string, unknown>): PairingsState {
  const number = Number(page);
  return {
    ...(typeof state === 'string' && /^[a-z-]{1,40}$/.test(state) && { state }),
    ...(Number.isInteger(number) && number > 1 && { page: number }),
    ...(/^\d{6}$/.test(String(other)) && { with: Number(other) }),
  };
}

/** The year of the national table; last year where it says none. */
export function readCountedOnce({ year }: Record<string, unknown>): { year?: number } {
  const number = Number(year);
  return Number.isInteger(number) && number > 1999 && number < 2101 ? { year: number } : {};
}
