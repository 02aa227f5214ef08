import type { Names } from '@tidu/reference';
import { factsNow, type ParkFact } from './fact.ts';
import { areasOf, type ParkProfile, zonesOf } from './park.ts';

/** A park in one line of the registry: what stands of it, as much as the asker may see. */
export interface RegistryRow {
  readonly name: Names;
  readonly place: string;
  readonly packId?: string | undefined;
  readonly batch?: string | undefined;
  readonly published?: string | undefined;
  readonly zones: number;
  readonly areaKm2?: number | undefined;
  readonly drawnKm2?: number | undefined;
  readonly industries: readonly Names[];
  readonly partners: readonly Names[];
  /** By field. */
  readonly amounts: Readonly<Record<string, number>>;
  /** Fields of which something was made up for the demonstration. */
  readonly sample: readonly string[];
}

export function registryRow(profile: ParkProfile): RegistryRow {
  const facts = factsNow(profile.facts);
  const { declared, drawn } = areasOf(facts);
  return {
    name: profile.name,
    place: profile.place,
    packId: profile.packId,
    batch: profile.batch,
    published: profile.published?.on,
    zones: zonesOf(facts).length,
    areaKm2: declared,
    drawnKm2: drawn,
    industries: textsOf(facts, 'industry'),
    partners: textsOf(facts, 'partner'),
    amounts: Object.fromEntries(
      facts.flatMap(({ field, value }) => ('amount' in value ? [[field, value.amount] as const] : [])),
    ),
    sample: [...new Set(facts.flatMap(({ field, sample }) => (sample ? [field] : [])))],
  };
}

const textsOf = (facts: readonly ParkFact[], field: string): Names[] =>
  facts.flatMap((fact) => (fact.field === field && 'text' in fact.value ? [fact.value.text] : []));
