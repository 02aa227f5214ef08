import { sql } from 'kysely';
import type { Asker } from '../account/asker.ts';
import type { Reading } from '../ground/database.store.ts';
import { covers, type Grant } from '../ground/grant.ts';
import type { RecordReader } from '../ground/record-reader.store.ts';
import type { World } from '../ground/world.ts';
import { placeNames } from './company-name.ts';
import { type Comparable, comparable } from './duplicate-claims.ts';
import { projectKind } from './project.kind.ts';
import type { Project } from './project.ts';
import type { ProjectState } from './project.workflow.ts';

/** A project as it stands now, with what it is compared by. */
export interface StandingProject {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly changed: number;
  readonly sample: boolean;
  readonly content: Project;
  readonly compared: Comparable;
}

interface Seen {
  readonly asker: Asker;
  readonly grants: readonly Grant[];
}

/**
 * All projects as they stand, the latest changed first, or those that one of the grants covers for the
 * asker. Ten thousand take a second to read and a moment to count: what was read is kept, and read
 * again as far as it has changed.
 */
export async function standings(
  records: RecordReader & { readonly world: World },
  seen?: Seen,
): Promise<readonly StandingProject[]> {
  const { all } = await snapshot(records);
  if (!seen) return all;
  const { grants, asker } = seen;
  return all.filter(({ content, state }) => {
    const face = { ...projectKind.face(content, state as ProjectState), state };
    return grants.some((grant) => covers(grant, asker, face));
  });
}

interface Snapshot {
  readonly stamp: Stamp;
  readonly all: readonly StandingProject[];
}
/** Any change makes another of it: versions go up, and a version that was rolled back comes again later. */
interface Stamp {
  readonly count: number;
  readonly versions: number;
  readonly latest: number;
}
const kept = new WeakMap<World, Snapshot>();
const names = new WeakMap<World, Set<string>>();

/** Snapshots are replaced, never changed: who reads within a transaction does not show others what it wrote. */
async function snapshot({ reading, world }: RecordReader & { readonly world: World }): Promise<Snapshot> {
  const before = kept.get(world);
  const stamp = await stampIn(reading);
  if (before && same(before.stamp, stamp)) return before;
  const known = new Map(before?.all.map((one) => [one.id, one]));
  const since = before ? await read(reading, world, { since: before.stamp.latest }) : [];
  for (const one of since) known.set(one.id, one);
  const all = same(stampOf(known.values()), stamp) ? known.values() : await everything(reading, world, known);
  const next = { stamp, all: [...all].sort((a, b) => b.changed - a.changed || (a.id < b.id ? -1 : 1)) };
  kept.set(world, next);
  return next;
}

async function everything(reading: Reading, world: World, known: ReadonlyMap<string, StandingProject>) {
  const rows = await reading
    .selectFrom('record')
    .select(['id', 'version', 'changed_at'])
    .where('kind', '=', projectKind.name)
    .execute();
  const found: StandingProject[] = [];
  const missing: string[] = [];
  for (const { id, version, changed_at } of rows) {
    const one = known.get(id);
    if (one?.version === version && one.changed === changed_at.getTime()) found.push(one);
    else missing.push(id);
  }
  for (let from = 0; from < missing.length; from += 1_000)
    found.push(...(await read(reading, world, { ids: missing.slice(from, from + 1_000) })));
  return found;
}

async function read(
  reading: Reading,
  world: World,
  which: { ids: string[] } | { since: number },
): Promise<StandingProject[]> {
  const query = reading
    .selectFrom('record')
    .select(['id', 'state', 'version', 'changed_at', 'sample', 'content'])
    .where('kind', '=', projectKind.name);
  const rows = await ('ids' in which
    ? query.where('id', 'in', which.ids)
    : query.where('changed_at', '>=', new Date(which.since))
  ).execute();
  const places = names.get(world) ?? placeNames(world.pack.places);
  names.set(world, places);
  return rows.map(({ changed_at, content, ...row }) => {
    const project = content as Project;
    const compared = comparable(claimedOf(row.id, project), places);
    return { ...row, changed: changed_at.getTime(), content: project, compared };
  });
}

async function stampIn(reading: Reading): Promise<Stamp> {
  const { count, versions, latest } = await reading
    .selectFrom('record')
    .select([
      sql<number>`count(*)::int`.as('count'),
      sql<number>`coalesce(sum(version), 0)::int`.as('versions'),
      sql<Date | null>`max(changed_at)`.as('latest'),
    ])
    .where('kind', '=', projectKind.name)
    .executeTakeFirstOrThrow();
  return { count, versions, latest: latest?.getTime() ?? 0 };
}

function stampOf(projects: Iterable<StandingProject>): Stamp {
  let [count, versions, latest] = [0, 0, 0];
  for (const { version, changed } of projects) {
    count += 1;
    versions += version;
    latest = Math.max(latest, changed);
  }
  return { count, versions, latest };
}

const same = (a: Stamp, b: Stamp): boolean =>
  a.count === b.count && a.versions === b.versions && a.latest === b.latest;

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
