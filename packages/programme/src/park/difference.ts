import { factsNow, type ParkFact } from './fact.ts';
import type { ParkProfile } from './park.ts';

/** What became of a field between two versions: the facts that stood before and no longer, and those that came. */
export interface FieldDifference {
  readonly field: string;
  readonly gone: readonly ParkFact[];
  readonly come: readonly ParkFact[];
  /** Whether everybody may see it, where that changed. */
  readonly open?: boolean;
}

/**
 * What changed between two versions, field by field, in the order in which fields were first spoken of.
 */
export function differences(before: ParkProfile, after: ParkProfile): FieldDifference[] {
  const [was, is] = [factsNow(before.facts), factsNow(after.facts)];
  const fields = new Set([...was, ...is].map(({ field }) => field));
  for (const field of [...before.open, ...after.open]) fields.add(field);
  return [...fields].flatMap((field) => {
    const gone = was.filter((fact) => fact.field === field && !is.some(({ id }) => id === fact.id));
    const come = is.filter((fact) => fact.field === field && !was.some(({ id }) => id === fact.id));
    const [wasOpen, isOpen] = [before.open.includes(field), after.open.includes(field)];
    if (gone.length === 0 && come.length === 0 && wasOpen === isOpen) return [];
    return [{ field, gone, come, ...(wasOpen !== isOpen && { open: isOpen }) }];
  });
}
