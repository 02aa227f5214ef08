import { names } from '@tidu/reference';
import { z } from 'zod';
import type { ParkField } from './field.ts';
import { type Zone, zone } from './zone.ts';
import { shapeFaults } from './zones-geojson.ts';

const day = z.iso.date();
const line = z.string().trim().min(1).max(500);

const contact = z.strictObject({
  name: line,
  duty: line.optional(),
  phone: z
    .string()
    .regex(/^[+\d][\d ()-]{4,30}$/, 'a telephone number of digits, spaces, hyphens and brackets')
    .optional(),
  email: z.email().optional(),
});
const amount = z.number().min(0).max(1e12);

/** One of these, under the name of what it is. */
const parkValue = z
  .union([
    z.strictObject({ amount }),
    z.strictObject({ text: names }),
    z.strictObject({ distance: z.strictObject({ to: names, km: z.number().min(0).max(6000) }) }),
    z.strictObject({ contact }),
    z.strictObject({ zones: z.array(zone).min(1).max(20) }),
  ])
  .meta({ id: 'ParkValue' });
export type ParkValue = z.infer<typeof parkValue>;

/** What somebody says of a park. */
export const statedFact = z.strictObject({
  field: z.string().max(40),
  value: parkValue,
  /** Of what time it speaks: `2024`, `2021-H1`, `2021-01..05`, `2021-09-13`. */
  date: z
    .string()
    .regex(/^\d{4}(-(\d{2}(-\d{2})?|H[12]|Q[1-4]))?(\.\.\d{2}(-\d{2})?)?$/, 'like 2024, 2024-06, 2024-H1')
    .optional(),
  /** A source of the pack by its id, or in words. */
  source: line.optional(),
  /** The file on the park's record that says so. */
  file: z.string().max(80).optional(),
  note: names.optional(),
  /** The fact that it takes the place of; a field with one fact at a time needs no saying. */
  supersedes: z.string().max(20).optional(),
  /** Made up for the demonstration. */
  sample: z.literal(true).optional(),
});
export type StatedFact = z.infer<typeof statedFact>;

/** A fact of a park. It is never changed: another supersedes it, or it is withdrawn with a reason. */
export const parkFact = statedFact.extend({
  id: z.string().max(20),
  /** Since when it is known. */
  known: day,
  withdrawn: z.strictObject({ on: day, why: line }).optional(),
});
export type ParkFact = z.infer<typeof parkFact>;

/**
 * What was known on a day: said by then, and by then neither superseded nor withdrawn.
 * @example factsAsOf(park.facts, '2021-12-31').map(({ field }) => field)
 */
export function factsAsOf(facts: readonly ParkFact[], day: string): ParkFact[] {
  const known = facts.filter((fact) => fact.known <= day);
  const superseded = new Set(known.map(({ supersedes }) => supersedes));
  return known.filter(({ id, withdrawn }) => !superseded.has(id) && !(withdrawn && withdrawn.on <= day));
}

/** Facts that nothing stands against: the profile as it is now. */
export const factsNow = (facts: readonly ParkFact[]): ParkFact[] => factsAsOf(facts, '9999-12-31');

/** Something of a fact is not as it must be: which one, what, and what to do. */
export class ParkFault extends Error {
  readonly code: string;
  readonly remedy: string;
  constructor(message: string, remedy: string, code = 'park-fact') {
    super(message);
    this.name = 'ParkFault';
    this.code = code;
    this.remedy = remedy;
  }
}

/**
 * The facts with new ones at their end. A field that holds one fact at a time has its present one superseded.
 * @throws ParkFault with the number of the fact, counted from one
 */
export function stated(
  facts: readonly ParkFact[],
  news: readonly StatedFact[],
  fields: readonly ParkField[],
  known: string,
): ParkFact[] {
  const all = [...facts];
  for (const [i, fact] of news.entries()) {
    const where = `fact ${i + 1} (${fact.field})`;
    const field = fieldOf(fact, fields, where);
    if (!fact.source && !fact.file) {
      throw new ParkFault(
        `${where}: says nothing of where it comes from`,
        'give a source in words, or a file on this record',
      );
    }
    if ('zones' in fact.value) mustBeSound(fact.value.zones, where);
    const standing = factsNow(all).filter((one) => one.field === fact.field);
    const supersedes = fact.supersedes ?? (field.many ? undefined : standing[0]?.id);
    if (supersedes && !standing.some(({ id }) => id === supersedes)) {
      throw new ParkFault(
        `${where}: ${supersedes} is no fact of this field that stands`,
        `those that stand: ${standing.map(({ id }) => id).join(', ') || 'none'}`,
      );
    }
    all.push({ ...fact, ...(supersedes && { supersedes }), id: `f${all.length + 1}`, known });
  }
  return all;
}

function mustBeSound(zones: readonly Zone[], where: string): void {
  const [fault] = shapeFaults(zones);
  if (!fault) return;
  const at = (['feature', 'polygon', 'ring', 'point'] as const)
    .filter((part) => fault[part] !== undefined)
    .map((part) => `${part} ${fault[part]}`);
  throw new ParkFault(`${[where, ...at].join(', ')}: ${fault.problem.en}`, fault.remedy.en);
}

function fieldOf(fact: StatedFact, fields: readonly ParkField[], where: string): ParkField {
  const field = fields.find(({ id }) => id === fact.field);
  if (!field) {
    throw new ParkFault(
      `${where}: there is no such field`,
      `use one of: ${fields.map(({ id }) => id).join(', ')}`,
    );
  }
  if (field.value in fact.value) return field;
  throw new ParkFault(
    `${where}: holds ${Object.keys(fact.value)[0]}, but this field takes ${field.value}`,
    `give { "${field.value}": … }`,
  );
}

/**
 * The facts, of which one no longer stands; it stays, with the reason.
 * @throws ParkFault
 */
export function withdrawn(facts: readonly ParkFact[], id: string, why: string, on: string): ParkFact[] {
  if (!factsNow(facts).some((fact) => fact.id === id))
    throw new ParkFault(
      `there is no fact ${id} that stands`,
      'look at the profile anew: somebody may have changed it',
    );
  return facts.map((fact) => (fact.id === id ? { ...fact, withdrawn: { on, why } } : fact));
}
