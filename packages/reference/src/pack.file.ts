/**
 * A pack as a folder:
 *
 *   pack.json              id, name, edition
 *   sources/*.json         every source, by id
 *   places.csv             country, provinces, prefectures, counties, zones, customs districts
 *   aliases.csv            other names of places
 *   place-events.csv       merges, splits and changes of codes, dated; several codes parted by spaces
 *   agglomerations.json
 *   batches.json           recognition in batches
 *   parks.json
 *   codes/trade-modes.csv  codes/supervision-modes.csv  codes/partners.csv
 *   codes/commodities.csv  codes/units.csv  codes/unit-factors.csv  codes/editions.csv
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
import { editionInForce } from './edition.ts';
import { faultsBetweenRecords } from './integrity.ts';
import { type Pack, packManifest, partner, type UnitFactor, unit, unitFactor } from './pack.ts';
import { batch, park } from './park.ts';
import { agglomeration, place, placeAlias } from './place.ts';
import { placeEvent } from './place-event.ts';
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
 * @throws PackFault with every fault: file, record, field, value, reason
 */
export function readPack(root: string): Pack {
  const faults: string[] = [];
  const check = <T>(schema: z.ZodType<T>, record: unknown, where: string): T[] => {
    const result = schema.safeParse(record);
    if (result.success) return [result.data];
    for (const { path, message } of result.error.issues) {
      faults.push(`${where}: ${path.join('.') || 'record'}: ${given(record, path)}: ${message}`);
    }
    return [];
  };
  const text = (file: string): string | undefined => {
    try {
      return readFileSync(join(root, file), 'utf8');
    } catch {
      faults.push(`${file}: cannot be read; a pack has this file, even if it is empty`);
      return undefined;
    }
  };
  const folder = (name: string): string[] => {
    try {
      return readdirSync(join(root, name))
        .sort()
        .map((file) => `${name}/${file}`);
    } catch {
      faults.push(`${name}/: is no folder; a pack has one`);
      return [];
    }
  };
  const parsed = <T>(file: string, parser: (content: string) => T): T[] => {
    const content = text(file);
    if (content === undefined) return [];
    try {
      return [parser(content)];
    } catch (error) {
      faults.push(`${file}: is damaged: ${(error as Error).message}`);
      return [];
    }
  };
  const json = <T>(schema: z.ZodType<T>, file: string): T[] => {
    const records: unknown[] = parsed(file, JSON.parse).flat();
    return records.flatMap((record, i) => check(schema, record, `${file}[${i}]`));
  };
  const csv = <T>(schema: z.ZodType<T>, file: string): T[] => {
    const rows = parsed(file, (content): Record<string, string>[] =>
      parse(content, { columns: true, bom: true }),
    ).flat();
    return rows.flatMap((row, i) => check(schema, unflatten(row), `${file}:${i + 2}`));
  };

  const [manifest] = json(packManifest, 'pack.json');
  const pack: Pack = {
    ...(manifest ?? { id: '', name: { zh: '', en: '' }, edition: '' }),
    sources: folder('sources').flatMap((file) => json(source, file)),
    places: csv(withNumbers(place), 'places.csv'),
    aliases: csv(placeAlias, 'aliases.csv'),
    placeEvents: csv(withLists(placeEvent), 'place-events.csv'),
    agglomerations: json(agglomeration, 'agglomerations.json'),
    batches: json(batch, 'batches.json'),
    parks: json(park, 'parks.json'),
    tradeModes: csv(withBooleans(tradeMode), 'codes/trade-modes.csv'),
    supervisionModes: csv(withBooleans(supervisionMode), 'codes/supervision-modes.csv'),
    partners: csv(partner, 'codes/partners.csv'),
    commodities: csv(commodity, 'codes/commodities.csv'),
    units: csv(unit, 'codes/units.csv'),
    unitFactors: csv(unitFactor as z.ZodType<UnitFactor>, 'codes/unit-factors.csv'),
    editions: csv(editionInForce, 'codes/editions.csv'),
  };
  // A record that is left out would be missed by a hundred others: single records first.
  if (faults.length === 0) faults.push(...faultsBetweenRecords(pack));
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
    ({ processing, ...row }: Record<string, unknown>) => ({ ...row, processing: truth(processing) }),
    schema,
  ) as z.ZodType<z.infer<T>>;

/** `to` of an event holds several codes, parted by spaces. */
const withLists = (schema: typeof placeEvent) =>
  z.preprocess(
    ({ to, ...row }: Record<string, unknown>) => ({
      ...row,
      ...(typeof to === 'string' && { to: to.split(' ') }),
    }),
    schema,
  ) as z.ZodType<z.infer<typeof placeEvent>>;

const truth = (text: unknown): unknown => (text === 'true' ? true : text === 'false' ? false : text);

function given(record: unknown, path: readonly PropertyKey[]): string {
  let value = record;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  return value === undefined ? 'not given' : JSON.stringify(value).slice(0, 60);
}
