const weights = ['goods', 'links', 'distance', 'ties'] as const;

export interface PairingAdviceState {
  perCity?: number;
  perPark?: number;
  proposing?: 'parks';
  goods?: number;
  links?: number;
  distance?: number;
  ties?: number;
  park?: string;
}

/** Limits and weights of the advice, and the park that is looked at; what is not understood is left out. */
export function readPairingAdvice(search: Readonly<Record<string, unknown>>): PairingAdviceState {
  const within = (keys: readonly string[], is: (value: number) => boolean) =>
    keys.flatMap((key) => {
      const value = Number(search[key]);
      return search[key] !== undefined && is(value) ? [[key, value]] : [];
    });
  return {
    ...Object.fromEntries([
      ...within(['perCity', 'perPark'], (n) => Number.isInteger(n) && n >= 1 && n <= 20),
      ...within(weights, (n) => n >= 0 && n <= 1),
    ]),
    ...(search.proposing === 'parks' && { proposing: 'parks' }),
    ...(typeof search.park === 'string' && /^[\w-]{1,60}$/.test(search.park) && { park: search.park }),
  };
}
