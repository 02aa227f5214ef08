import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import { NotAcceptable } from '../ground/refusal.ts';
import { type Parties, sameParties } from './parties.ts';

/**
 * The record above, which has to be of the same two sides.
 * @throws NotAcceptable, NotFound
 */
export async function above<C extends Parties>(
  records: Records,
  { content }: ProgrammeRecord<Parties>,
  kind: 'pairing' | 'agreement',
  id: string,
): Promise<ProgrammeRecord<C>> {
  const found = await records.get<C>(id, kind);
  if (sameParties(found.content, content)) return found;
  throw new NotAcceptable([
    {
      field: `content.${kind}`,
      message: `${id} is between other sides: take name, sides and places from it`,
    },
  ]);
}

/** What acts write cannot be written by hand. @throws NotAcceptable naming the field */
export function mustBeEmpty<C>(content: C, fields: readonly (keyof C & string)[]): void {
  const written = fields.filter((field) => {
    const value: unknown = content[field];
    return value !== undefined && Object.keys(value as object).length > 0;
  });
  if (written.length === 0) return;
  throw new NotAcceptable(
    written.map((field) => ({ field: `content.${field}`, message: 'is written by acts: leave it out' })),
  );
}
