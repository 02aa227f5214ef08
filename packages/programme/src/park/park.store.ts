import { clock } from '../account/asker.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import type { Registered } from '../ground/registered.ts';
import { dateIn } from '../ground/world.ts';
import { ParkFault, type StatedFact } from './fact.ts';
import { profileOf } from './from-pack.ts';
import { type ParkProfile, publishedOn } from './park.ts';
import { type ParkSurroundings, parkKind } from './park.workflow.ts';

type Acts = keyof typeof parkKind.workflow.acts;
type States = keyof typeof parkKind.workflow.states;

export const parks: Registered<ParkProfile, States, Acts, ParkSurroundings> = {
  kind: parkKind,
  extra: async ({ world }) => ({ fields: world.rules['park-fields'] }),
  effects: {
    state: async (records, record, { given }) => {
      await mustHaveFiles(records, record, given.facts as StatedFact[]);
    },
  },
};

/** A fact may rest on a file of its own park only, so that who reads the one can read the other. */
async function mustHaveFiles(
  records: Records,
  { id }: ProgrammeRecord<ParkProfile>,
  facts: readonly StatedFact[],
): Promise<void> {
  const named = [...new Set(facts.flatMap(({ file }) => file ?? []))];
  if (named.length === 0) return;
  const rows = await records.reading
    .selectFrom('file')
    .select('id')
    .where('record', '=', id)
    .where('id', 'in', named)
    .where('withdrawn_at', 'is', null)
    .execute();
  const missing = named.find((file) => !rows.some((row) => row.id === file));
  if (missing) {
    throw new ParkFault(
      `there is no file ${missing} on ${id}`,
      "hand the file in on the park's own page first, then name it",
    );
  }
}

/**
 * Enters the parks that the pack tells of and that are not there yet, recognised and published: they are real,
 * so no sample. Can be repeated.
 */
export async function enterParks(records: Records): Promise<void> {
  const { pack, rules } = records.world;
  const known = await records.reading
    .selectFrom('record')
    .select('words')
    .where('kind', '=', parkKind.name)
    .execute();
  const there = new Set(known.flatMap(({ words }) => words));
  const missing = pack.parks.filter(({ id }) => !there.has(id)).sort((a, b) => a.order - b.order);
  if (missing.length === 0) return;
  const on = dateIn(records.world.now());
  await records.together(async (within) => {
    for (const park of missing) {
      const profile = profileOf(park, pack, rules['park-fields']);
      await within.create(parkKind.name, publishedOn(profile, on), clock, { state: 'recognised' });
    }
  });
}
