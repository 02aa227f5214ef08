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
  /** What everybody sees, by ids: the facts that stood when it was published, and those published before that. */
  published: z
    .strictObject({ on: z.iso.date(), facts: z.array(z.string()), past: z.array(z.string()) })
    .optional(),
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

/** The profile published on a day. What was published before and no longer stands remains as the past, where it is open. */
export function publishedOn(park: ParkProfile, on: string): ParkProfile {
  const facts = factsToPublish(park).map(({ id }) => id);
  const before = new Set([...(park.published?.facts ?? []), ...(park.published?.past ?? [])]);
  const past = park.facts
    .filter(({ id, field }) => before.has(id) && park.open.includes(field) && !facts.includes(id))
    .map(({ id }) => id);
  return { ...park, published: { on, facts, past } };
}

/** What everybody sees of it: facts as they were published, whatever was stated or withdrawn since. */
export function publicProfile({ facts, published, ...park }: ParkProfile): ParkProfile {
  const [standing, past] = [new Set(published?.facts), new Set(published?.past)];
  return {
    ...park,
    facts: facts.flatMap(({ withdrawn, ...fact }) => {
      if (standing.has(fact.id)) return [fact];
      // What took its place may never have been published, so the day alone is told.
      const by = facts.find(({ supersedes }) => supersedes === fact.id);
      return past.has(fact.id)
        ? [{ ...fact, withdrawn: withdrawn ?? { on: by?.known ?? fact.known, why: '—' } }]
        : [];
    }),
    ...(published && { published }),
  };
}

/** The zones among facts that stand, with or without a drawing. */
export const zonesOf = (facts: readonly ParkFact[]): Zone[] =>
  facts.flatMap(({ value }) => ('zones' in value ? value.zones : []));

/** Of facts that stand: area declared, of the whole or else summed over the zones, beside the area as drawn, both in km². */
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

/** The amount of a field that holds one, among facts that stand. */
function amountOf(facts: readonly ParkFact[], field: string): number | undefined {
  const fact = facts.find((one) => one.field === field);
  return fact && 'amount' in fact.value ? fact.value.amount : undefined;
}
