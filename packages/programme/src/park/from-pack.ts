import type { Pack, Park } from '@tidu/reference';
import { type ParkValue, type StatedFact, stated } from './fact.ts';
import type { ParkField } from './field.ts';
import type { ParkProfile } from './park.ts';
import type { Zone } from './zone.ts';

/**
 * A profile out of what the pack tells of a park, each fact with its source and known since that source's date.
 * What the pack does not tell stays unknown.
 */
export function profileOf(park: Park, pack: Pack, fields: readonly ParkField[]): ParkProfile {
  const dated = factsOf(park, pack)
    .map((fact) => ({ fact, known: knownSince(fact, pack) }))
    .sort((a, b) => (a.known < b.known ? -1 : a.known > b.known ? 1 : 0));
  const base = newProfile(
    {
      name: park.name,
      place: park.place,
      committee: `org-park-${park.id}`,
      batch: park.batch,
      packId: park.id,
    },
    fields,
  );
  return {
    ...base,
    facts: dated.reduce<ParkProfile['facts']>(
      (facts, { fact, known }) => stated(facts, [fact], fields, known),
      [],
    ),
  };
}

/** A profile of which nothing is known yet. */
export function newProfile(
  park: Pick<ParkProfile, 'name' | 'place' | 'committee'> & Partial<Pick<ParkProfile, 'batch' | 'packId'>>,
  fields: readonly ParkField[],
): ParkProfile {
  return { ...park, facts: [], open: fields.filter((field) => field.public).map(({ id }) => id) };
}

function factsOf(park: Park, pack: Pack): StatedFact[] {
  const said = <T extends Sourced>(
    field: string,
    items: readonly T[],
    value: (item: T) => ParkValue,
  ): StatedFact[] =>
    items.map((item) => ({
      field,
      value: value(item),
      source: item.source,
      ...(item.date && { date: item.date }),
      ...(item.note && { note: item.note }),
    }));
  const [firstZone] = park.zones;
  return [
    ...said('area', park.areaKm2 ? [park.areaKm2] : [], ({ value }) => ({ amount: value })),
    ...(firstZone
      ? [{ field: 'zones', value: { zones: park.zones.map(zoneOf) }, source: firstZone.source }]
      : []),
    ...said('agglomeration', park.agglomerations, ({ value }) => ({
      text: pack.agglomerations.find(({ id }) => id === value)?.name ?? { zh: value, en: value },
    })),
    ...said('industry', park.leadingIndustries, ({ value }) => ({ text: value })),
    ...said('partner', park.partners, ({ value }) => ({ text: value.name })),
    ...said('statement', park.facts, ({ value }) => ({ text: value })),
  ];
}

interface Sourced {
  readonly source: string;
  readonly date?: string | undefined;
  readonly note?: { zh: string; en: string } | undefined;
}

const zoneOf = ({ name, areaKm2, industries }: Park['zones'][number]): Zone => ({
  name,
  ...(areaKm2 && { areaKm2 }),
  ...(industries.length > 0 && { industries }),
});

/** The last day of the time at which the source is dated; where it is not, of the pack's edition. */
function knownSince({ source }: StatedFact, pack: Pack): string {
  const [year, month, day] = (pack.sources.find(({ id }) => id === source)?.date ?? pack.edition).split('-');
  if (day) return `${year}-${month}-${day}`;
  const last = new Date(Date.UTC(Number(year), month ? Number(month) : 12, 0)).getUTCDate();
  return `${year}-${month ?? '12'}-${last}`;
}
