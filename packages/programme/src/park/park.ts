import { names } from '@tidu/reference';
import { z } from 'zod';
import { factsNow, type ParkFact, parkFact } from './fact.ts';
import { drawnAreaKm2, type Zone } from './zone.ts';

/** What is known of a park: facts, which of them everybody may see, and what was published last. */
export const parkProfile = z.strictObject({
  name: names,
  /** GB/T 2260: the place that applied. */
  place: z.string().regex(/^\d{6}$/),
  /** Its id in the pack, where the pack tells of it. */
  packId: z.string().optional(),
  /** The batch in which it was recognised. */
  batch: z.string().optional(),
  /** The committee that keeps the profile. */
  committee: z.string().max(80),
  facts: z.array(parkFact).max(2000),
  /** Fields that everybody may see once they are published. */
  open: z.array(z.string()),
  /** What everybody sees: the facts of the profile as it was published, by their ids. */
  published: z.strictObject({ on: z.iso.date(), facts: z.array(z.string()) }).optional(),
});
export type ParkProfile = z.infer<typeof parkProfile>;

/** The facts that would be published now: those that stand, of fields that are open. */
export const factsToPublish = ({ facts, open }: ParkProfile): ParkFact[] =>
  factsNow(facts).filter(({ field }) => open.includes(field));

/** Whether the profile says something else than what everybody sees. */
export function hasNews(park: ParkProfile): boolean {
  const ids = factsToPublish(park).map(({ id }) => id);
  return ids.join() !== (park.published?.facts ?? []).join();
}

/** What everybody sees of it: facts as they were published, whatever was stated or withdrawn since. */
export function publicProfile({ facts, published, open, ...park }: ParkProfile): Partial<ParkProfile> {
  const shown = new Set(published?.facts);
  return {
    ...park,
    facts: facts.filter(({ id }) => shown.has(id)).map(({ withdrawn, ...fact }) => fact),
    open,
    ...(published && { published }),
  };
}

/** The zones that stand, with or without a drawing. */
export function zonesOf(facts: readonly ParkFact[]): Zone[] {
  return factsNow(facts).flatMap(({ value }) => ('zones' in value ? value.zones : []));
}

/** Area declared, of the whole or else summed over the zones, beside the area as drawn, both in km². */
export function areasOf(facts: readonly ParkFact[]): { declared?: number; drawn?: number } {
  const zones = zonesOf(facts);
  const stated = amountOf(facts, 'area');
  const summed =
    zones.length > 0 && zones.every(({ areaKm2 }) => areaKm2 !== undefined)
      ? zones.reduce((sum, { areaKm2 = 0 }) => sum + areaKm2, 0)
      : undefined;
  const declared = stated ?? summed;
  const drawn = drawnAreaKm2(zones);
  return { ...(declared !== undefined && { declared }), ...(drawn !== undefined && { drawn }) };
}

/** The amount of a field that holds one, as it stands. */
export function amountOf(facts: readonly ParkFact[], field: string): number | undefined {
  const fact = factsNow(facts).find((one) => one.field === field);
  return fact && 'amount' in fact.value ? fact.value.amount : undefined;
}
