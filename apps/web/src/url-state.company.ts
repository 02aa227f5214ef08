/** Which places a comparison looks at more closely: two parks, and the one that others are set against. */
export interface MoveState {
  one?: string;
  other?: string;
  reference?: string;
}

const park = /^[a-z0-9-]{1,40}$/;

/** The park for which figures of one's own are wanted. */
export const readOwn = ({ own }: Readonly<Record<string, unknown>>): { own?: string } =>
  typeof own === 'string' && park.test(own) ? { own } : {};

/** Read leniently: what is not understood is left out. */
export function readMove(search: Readonly<Record<string, unknown>>): MoveState {
  return Object.fromEntries(
    (['one', 'other', 'reference'] as const).flatMap((key) => {
      const value = search[key];
      return typeof value === 'string' && park.test(value) ? [[key, value]] : [];
    }),
  );
}
