import type { Asker } from '../account/asker.ts';
import type { Grant } from '../ground/grant.ts';
import type { RecordReader } from '../ground/record-reader.store.ts';
import { whereSeen } from '../ground/stored-record.store.ts';
import type { World } from '../ground/world.ts';
import { placeNames } from './company-name.ts';
import { type Comparable, comparable } from './duplicate-claims.ts';
import type { Project } from './project.ts';

/** A project as it stands now, with what it is compared by. */
export interface StandingProject {
  readonly id: string;
  readonly state: string;
  readonly sample: boolean;
  readonly content: Project;
  readonly compared: Comparable;
}

interface Seen {
  readonly asker: Asker;
  readonly grants: readonly Grant[];
}

/** Contents once read are kept: ten thousand of them take longer to fetch than to count. */
const kept = new WeakMap<World, { places: Set<string>; projects: Map<string, Kept> }>();
interface Kept {
  /** A version that was rolled back may come again with another content, but not at the same moment. */
  readonly edition: string;
  readonly project: StandingProject;
}
const most = 50_000;

/** All projects as they stand, or those that one of the grants covers for the asker. */
export async function standings(
  records: RecordReader & { readonly world: World },
  seen?: Seen,
): Promise<StandingProject[]> {
  const { world } = records;
  let memory = kept.get(world);
  if (!memory) {
    memory = { places: placeNames(world.pack.places), projects: new Map() };
    kept.set(world, memory);
  }
  const { places, projects } = memory;
  let query = records.reading
    .selectFrom('record')
    .select(['id', 'state', 'version', 'changed_at'])
    .where('kind', '=', 'project');
  if (seen) query = query.where(whereSeen(seen.grants, seen.asker));
  const current = await query.orderBy('changed_at', 'desc').orderBy('id').execute();
  const editionOf = (row: (typeof current)[number]) =>
    `${row.version} ${row.state} ${row.changed_at.getTime()}`;
  const missing = current
    .filter((row) => projects.get(row.id)?.edition !== editionOf(row))
    .map(({ id }) => id);
  if (projects.size + missing.length > most) projects.clear();
  for (let from = 0; from < missing.length; from += 1_000) {
    const rows = await records.reading
      .selectFrom('record')
      .select(['id', 'state', 'version', 'changed_at', 'sample', 'content'])
      .where('id', 'in', missing.slice(from, from + 1_000))
      .execute();
    for (const row of rows) {
      const content = row.content as Project;
      const { id, state, sample } = row;
      const compared = comparable(claimedOf(id, content), places);
      projects.set(id, { edition: editionOf(row), project: { id, state, sample, content, compared } });
    }
  }
  return current.flatMap(({ id }) => projects.get(id)?.project ?? []);
}

const claimedOf = (
  id: string,
  { name, company, creditCode, origin, industry, promised, found }: Project,
) => ({
  id,
  project: name,
  company,
  creditCode,
  origin,
  industry,
  investment: promised.investment,
  date: found,
});
