import type { Pack } from './pack.ts';

/**
 * What single records cannot show: a code that names nothing (a place without its parent, a record
 * without its source), and two records that bear one name.
 */
export function faultsBetweenRecords(pack: Pack): string[] {
  return [...codesThatNameNothing(pack), ...namesThatStandTwice(pack), ...eventsThatDoNotFit(pack)];
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
    'unit factors': pack.unitFactors.map((u) => u.unit),
    editions: pack.editions.map((e) => e.edition),
  };
  return Object.entries(lists).flatMap(([list, keys]) => {
    const seen = new Set<string>();
    const twice = keys.filter((key) => seen.size === seen.add(key).size);
    return twice.map((key) => `${list}: "${key}" stands twice; keep one`);
  });
}

/** An event ends what it is the end of, and begins what it is the beginning of, on its own day. */
function eventsThatDoNotFit(pack: Pack): string[] {
  const places = new Map(pack.places.map((place) => [place.code, place]));
  return pack.placeEvents.flatMap(({ date, kind, from, to }) => {
    const where = `place events of ${date}, ${kind} ${from ?? ''}→${to.join(' ')}`;
    const expected = {
      merge: [1, 1],
      split: [1, 9],
      recode: [1, 1],
      rename: [1, 1],
      create: [0, 1],
      abolish: [1, 0],
    }[kind];
    const fits = (from === undefined ? 0 : 1) === expected[0] && to.length <= (expected[1] ?? 0);
    const faults =
      fits && (kind !== 'split' || to.length > 1) ? [] : [`${where}: has too many or too few codes`];
    const goesOn = from === undefined || to.includes(from);
    if (!goesOn && places.get(from)?.validTo !== date)
      faults.push(`${where}: ${from} ends with it, and its validTo is another day; make them one`);
    const begins = kind === 'recode' || kind === 'create' ? to : [];
    for (const code of begins) {
      if (places.get(code)?.validFrom !== date)
        faults.push(`${where}: ${code} begins with it, and its validFrom is another day; make them one`);
    }
    return faults;
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
  known(sources, pack.publication?.source, 'publication: source');
  for (const p of pack.places) known(places, p.parent, `places ${p.code}: parent`);
  for (const a of pack.aliases) known(places, a.code, `aliases ${a.name}: code`);
  const units = new Set(pack.units.map((u) => u.name));
  for (const u of pack.unitFactors) {
    for (const name of [u.unit, u.base]) known(units, name, `unit factors ${u.unit}: unit`);
  }
  for (const e of pack.placeEvents) {
    for (const code of [e.from, ...e.to]) known(places, code, `place events of ${e.date}: code`);
  }
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
