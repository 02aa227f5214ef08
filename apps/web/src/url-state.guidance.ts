type Search = Readonly<Record<string, unknown>>;

/** What is shown of who is leaving: of which goods, as a table or a map, which city is open, and flows since when. */
export interface LeavingState {
  group?: string;
  look?: 'map';
  city?: string;
  since?: string;
}

/** Read leniently: what is not understood is left out. */
export const readLeaving = ({ group, look, city, since }: Search): LeavingState => ({
  ...text('group', group, /^[a-z-]{1,40}$/),
  ...(look === 'map' ? { look } : {}),
  ...text('city', city, /^\d{6}$/),
  ...text('since', since, /^\d{4}(-\d{2})?(\.\.\d{4}(-\d{2})?)?$/),
});

/** Which park is open, and whether numbers of the demonstration count. */
export interface CapacityState {
  park?: string;
  sample?: 'count';
}

export const readCapacity = ({ park, sample }: Search): CapacityState => ({
  ...text('park', park, /^[\w-]{1,60}$/),
  ...(sample === 'count' ? { sample } : {}),
});

/** A number is how an address says a year or a code. */
function text<K extends string>(key: K, value: unknown, allowed: RegExp): { [k in K]?: string } {
  const said = typeof value === 'number' ? String(value) : value;
  return typeof said === 'string' && allowed.test(said) ? ({ [key]: said } as { [k in K]?: string }) : {};
}
