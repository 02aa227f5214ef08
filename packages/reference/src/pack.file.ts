/**
 * A pack as a folder:
 *
 *   pack.json              id, name, edition
 *   sources/*.json         every source, by id
 *   places.csv             country, provinces, prefectures, counties, zones, customs districts
 *   aliases.csv            other names of places
 *   agglomerations.json
 *   batches.json           recognition in batches
 *   parks.json
 *   codes/trade-modes.csv  codes/supervision-modes.csv  codes/partners.csv
 *   codes/commodities.csv  codes/units.csv
 *   map/…                  geometry, read by the server as it stands
 *   statistics/…           official figures, loaded by `trade`
 *
 * CSV columns are the fields of the schema; nested ones are written `name.zh`. An empty cell is an absent field.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { commodity } from './commodity.ts';
import { type Pack, packManifest, partner, unit } from './pack.ts';
import { batch, park } from './park.ts';
import { agglomeration, place, placeAlias } from './place.ts';
import { source } from './source.ts';
import { supervisionMode, tradeMode } from './trade-mode.ts';

export class PackFault extends Error {
  readonly code = 'pack-fault';
  readonly faults: readonly string[];
  constructor(folder: string, faults: readonly string[]) {
    super(`the pack in ${folder} has ${faults.length} fault(s); first: ${faults[0]}`);
    this.faults = faults;
  }
}

/**
 * Reads and validates a pack.
 * @throws PackFault with every fault: file, record, field, reason
 */
export function readPack(root: string): Pack {
  const faults: string[] = [];
  const check = <T>(schema: z.ZodType<T>, record: unknown, where: string): T[] => {
    const result = schema.safeParse(record);
    if (result.success) return [result.data];
    for (const issue of result.error.issues) {
      faults.push(`${where}: ${issue.path.join('.') || 'record'}: ${issue.message}`);
    }
    return [];
  };
  const text = (file: string): string | undefined => {
    try {
      return readFileSync(join(root, file), 'utf8');
    } catch {
      faults.push(`${file}: cannot be read`);
      return undefined;
    }
  };
  const folder = (name: string): string[] =>
    readdirSync(join(root, name))
      .sort()
      .map((file) => `${name}/${file}`);
  const json = <T>(schema: z.ZodType<T>, file: string): T[] => {
    const content = text(file);
    if (content === undefined) return [];
    const records: unknown = JSON.parse(content);
    return Array.isArray(records)
      ? records.flatMap((record, i) => check(schema, record, `${file}[${i}]`))
      : check(schema, records, file);
  };
  const csv = <T>(schema: z.ZodType<T>, file: string): T[] => {
    const content = text(file);
    if (content === undefined) return [];
    const rows: Record<string, string>[] = parse(content, { columns: true, bom: true });
    return rows.flatMap((row, i) => check(schema, unflatten(row), `${file}:${i + 2}`));
  };

  const [manifest] = json(packManifest, 'pack.json');
  const pack: Pack = {
    ...(manifest ?? { id: '', name: { zh: '', en: '' }, edition: '' }),
    sources: folder('sources').flatMap((file) => json(source, file)),
    places: csv(withNumbers(place), 'places.csv'),
    aliases: csv(placeAlias, 'aliases.csv'),
    agglomerations: json(agglomeration, 'agglomerations.json'),
    batches: json(batch, 'batches.json'),
    parks: json(park, 'parks.json'),
    tradeModes: csv(withBooleans(tradeMode), 'codes/trade-modes.csv'),
    supervisionModes: csv(withBooleans(supervisionMode), 'codes/supervision-modes.csv'),
    partners: csv(partner, 'codes/partners.csv'),
    commodities: csv(commodity, 'codes/commodities.csv'),
    units: csv(unit, 'codes/units.csv'),
  };
  faults.push(...danglingReferences(pack));
  if (faults.length > 0) throw new PackFault(root, faults);
  return pack;
}

function unflatten(row: Record<string, string>): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) {
    if (value === '') continue;
    const [field = column, inner] = column.split('.');
    if (inner === undefined) record[field] = value;
    else record[field] = { ...(record[field] as object | undefined), [inner]: value };
  }
  return record;
}

const withNumbers = (schema: typeof place) =>
  z.preprocess((row: Record<string, unknown>) => numbered(row), schema) as z.ZodType<z.infer<typeof place>>;

function numbered(row: Record<string, unknown>): Record<string, unknown> {
  const { longitude, latitude, ...rest } = row;
  return {
    ...rest,
    ...(longitude === undefined ? {} : { longitude: Number(longitude) }),
    ...(latitude === undefined ? {} : { latitude: Number(latitude) }),
  };
}

const withBooleans = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (row: Record<string, unknown>) => ({ ...row, processing: row.processing === 'true' }),
    schema,
  ) as z.ZodType<z.infer<T>>;

/** Codes that name nothing: a place without its parent, a record without its source. */
function danglingReferences(pack: Pack): string[] {
  const sources = new Set(pack.sources.map((s) => s.id));
  const places = new Set(pack.places.map((p) => p.code));
  const faults: string[] = [];
  const known = (set: Set<string>, key: string | undefined, where: string) => {
    if (key !== undefined && !set.has(key)) faults.push(`${where}: "${key}" is not in the pack`);
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
