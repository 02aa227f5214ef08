import type { Pack } from './pack.ts';

/**
 * What single records cannot show: a code that names nothing (a place without its parent, a record
 * without its source), and two records that bear one name.
 */
export function faultsBetweenRecords(pack: Pack): string[] {
  return [...codesThatNameNothing(pack), ...namesThatStandTwice(pack)];
}

function namesThatStandTwice(pack: Pack): string[] {
  const lists: Readonly<Record<string, readonly string[]>> = {
    sources: pack.sources.map((s) => s.id),
    places: pack.places.map((p) => `${p.code}${p.validFrom ? ` from ${p.validFrom}` : ''}`),
    aliases: pack.aliases.map((a) => `${a.name} from ${a.validFrom ?? 'ever'}`),
    agglomerations: pack.agglomerations.map((a) => a.id),
    batches: pack.batches.map((b) => b.id),
    parks: pack.parks.map((p) => p.id),
    'trade modes': pack.tradeModes.map((m) => m.code),
    'supervision modes': pack.supervisionModes.map((m) => m.code),
    partners: pack.partners.map((p) => p.code),
    commodities: pack.commodities.map((c) => `${c.code} of ${c.edition}`),
    units: pack.units.map((u) => u.code),
    editions: pack.editions.map((e) => e.edition),
  };
  return Object.entries(lists).flatMap(([list, keys]) => {
    const seen = new Set<string>();
    const twice = keys.filter((key) => seen.size === seen.add(key).size);
    return twice.map((key) => `${list}: "${key}" stands twice; keep one`);
  });
}

function codesThatNameNothing(pack: Pack): string[] {
  const sources = new Set(pack.sources.map((s) => s.id));
  const places = new Set(pack.places.map((p) => p.code));
  const faults: string[] = [];
  const known = (set: Set<string>, key: string | undefined, where: string) => {
    if (key !== undefined && !set.has(key))
      faults.push(`${where}: "${key}" is not in the pack; correct it or add it`);
  };
  for (const [list, records] of Object.entries(pack)) {
    if (!Array.isArray(records) || list === 'sources') continue;
    for (const record of records) {
      for (const id of sourcesIn(record))
        known(sources, id, `${list} ${record.code ?? record.id ?? record.name}: source`);
    }
  }
  for (const p of pack.places) known(places, p.parent, `places ${p.code}: parent`);
  for (const a of pack.aliases) known(places, a.code, `aliases ${a.name}: code`);
  for (const a of pack.agglomerations) {
    for (const member of a.members) known(places, member, `agglomerations ${a.id}: member`);
  }
  const agglomerations = new Set(pack.agglomerations.map((a) => a.id));
  const batches = new Set(pack.batches.map((b) => b.id));
  for (const p of pack.parks) {
    known(places, p.place, `parks ${p.id}: place`);
    known(batches, p.batch, `parks ${p.id}: batch`);
    for (const a of p.agglomerations) known(agglomerations, a.value, `parks ${p.id}: agglomeration`);
    for (const partner of p.partners) known(places, partner.value.place, `parks ${p.id}: partner`);
  }
  return faults;
}

function sourcesIn(record: unknown): string[] {
  if (typeof record !== 'object' || record === null) return [];
  return Object.entries(record).flatMap(([field, value]) =>
    field === 'source' && typeof value === 'string' ? [value] : sourcesIn(value),
  );
}
