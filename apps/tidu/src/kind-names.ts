import { kinds } from '@tidu/programme';
import type { Names } from '@tidu/reference';

const known = new Map(kinds.map(({ kind }) => [kind.name, kind]));

/** What a kind of record is called. */
export const kindName = (kind: string): Names => ({ ...(known.get(kind)?.names ?? { zh: kind, en: kind }) });

/** What a state of a kind is called. */
export const stateName = (kind: string, state: string): Names => ({
  ...(known.get(kind)?.workflow.states[state] ?? { zh: state, en: state }),
});
