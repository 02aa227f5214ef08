import type { ComparedPlace, Places } from '@tidu/guidance';
import { Refused } from './errors.ts';

/**
 * The park of that id, among those that can be compared.
 * @throws Refused `not-understood` where there is none
 */
export function parkNamed({ compared }: Places, id: string): ComparedPlace {
  const found = compared.find((one) => one.park === id);
  if (found) return found;
  throw new Refused(
    'not-understood',
    `there is no park ${id}`,
    `choose among ${compared.map((one) => one.park).join(', ')}`,
  );
}

/** Parks by id; all where none is named. */
export const parksNamed = (places: Places, ids: readonly string[] | undefined): ComparedPlace[] =>
  ids === undefined || ids.length === 0 ? [...places.compared] : ids.map((id) => parkNamed(places, id));
