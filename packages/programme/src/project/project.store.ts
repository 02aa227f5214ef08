import { isDeepStrictEqual } from 'node:util';
import { clock } from '../account/asker.ts';
import type { Facts, ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import { NotAcceptable } from '../ground/refusal.ts';
import type { Registered } from '../ground/registered.ts';
import { type Claim, claimKind, countedPart } from './claim.ts';
import { thresholds } from './duplicate-claims.ts';
import { type Candidate, duplicatesOf } from './duplicate-search.ts';
import { projectKind } from './project.kind.ts';
import { type Project, reachedOn, untouched } from './project.ts';
import {
  type ProjectAct,
  type ProjectState,
  type ProjectSurroundings,
  projectActs,
} from './project.workflow.ts';
import { standings } from './standings.store.ts';

type ProjectRecord = ProgrammeRecord<Project>;

export const registeredProject: Registered<Project, ProjectState, ProjectAct, ProjectSurroundings> = {
  kind: projectKind,
  extra: async (records, record) => ({ undecided: await undecidedOf(records, record) }),
  effects: {
    create: async (records, record) => {
      // Samples begin anywhere on their way; a person begins at the beginning.
      if (!record.sample) mustKeepCourse(record.content.course, untouched);
      await mustFit(records, record);
      // Of projects that are entered together, the later one claims what the earlier one has.
      await claimDuplicates(records, record, (other) => numberOf(other) < numberOf(record.id));
    },
    edit: async (records, record) => {
      const before = (await records.versions(record.id)).find(
        ({ version }) => version === record.version - 1,
      );
      mustKeepCourse(record.content.course, (before?.content as Project | undefined)?.course);
      mustKeepWord(record.content, before?.content as Project);
      await mustFit(records, record);
      await claimDuplicates(records, record);
    },
    ...Object.fromEntries(projectActs.map((act) => [act, mustHaveFile])),
  },
};

/** What shows a stage lies with its project, and has not been withdrawn. */
async function mustHaveFile(
  { reading }: Records,
  { id }: ProjectRecord,
  { given }: Facts<Project, ProjectSurroundings>,
): Promise<void> {
  if (given.file === undefined) return;
  const found = await reading
    .selectFrom('file')
    .select('id')
    .where('id', '=', String(given.file))
    .where('record', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (found) return;
  throw new NotAcceptable([
    { field: 'given.file', message: 'is no file of this project: hand it in first, then choose it' },
  ]);
}

export const registeredClaim: Registered<Claim> = {
  kind: claimKind as never,
  effects: { agree: recount, decide: recount, reopen: recount },
};

/** Claims of this project that nobody has decided, of projects that still stand. */
async function undecidedOf(
  records: Records,
  { id, content }: ProjectRecord,
): Promise<ProjectSurroundings['undecided']> {
  const open = (await claimsOf(records, id, content.parkOrganisation)).filter(
    ({ state }) => state !== 'settled',
  );
  const found = await Promise.all(
    open.map(async ({ id: claim, content: { a, b, score } }) => {
      const other = a.project === id ? b : a;
      const standing = await records.find(other.project);
      return standing && standing.state !== 'withdrawn'
        ? [{ claim, park: other.park, strong: score >= thresholds.strong }]
        : [];
    }),
  );
  return found.flat();
}

/** Every claim that a project is one side of. */
export async function claimsOf(
  records: Records,
  project: string,
  organisation: string,
): Promise<ProgrammeRecord<Claim>[]> {
  const all = await records.whole<Claim>({ kind: 'claim', organisation });
  return all.filter(({ content: { a, b } }) => a.project === project || b.project === project);
}

/** A claim for each project that may be the same one and is not known yet. */
async function claimDuplicates(
  records: Records,
  record: ProjectRecord,
  among: (other: string) => boolean = () => true,
): Promise<void> {
  const all = await standings(records);
  const self = all.find(({ id }) => id === record.id);
  if (!self) return;
  const standing = all
    .filter(({ id, state }) => state !== 'withdrawn' && among(id))
    .map(({ compared }) => compared);
  const candidates = duplicatesOf(self.compared, standing);
  if (candidates.length === 0) return;
  const known = await claimsOf(records, record.id, record.content.parkOrganisation);
  for (const candidate of candidates) {
    const claim = known.find(({ content: { a, b } }) => [a.project, b.project].includes(candidate.b));
    if (claim === undefined) await claimTwice(records, record, candidate);
    else if (claim.state !== 'settled')
      await records.revise<Claim>(claim.id, (was) => ({ ...was, ...told(candidate) }), 'compare', clock);
  }
}

const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf('-') + 1));

const told = ({ score, evidence }: Candidate) => ({ score, evidence: [...evidence] });

async function claimTwice(records: Records, record: ProjectRecord, candidate: Candidate): Promise<void> {
  const other = await records.get<Project>(candidate.b);
  const [a, b] = await Promise.all([other, record].map((one) => sideOf(records, one)));
  const sample = record.sample && other.sample;
  await records.create('claim', { a, b, ...told(candidate), refusals: [] }, clock, { sample });
}

async function sideOf(records: Records, { id, content, parent }: ProjectRecord): Promise<Claim['a']> {
  const park = await records.get(parent ?? content.park);
  return { project: id, name: content.name, organisation: content.parkOrganisation, park: park.title };
}

/** What was decided of a claim changes which part of both projects counts. */
async function recount(records: Records, { content }: ProgrammeRecord<Claim>): Promise<void> {
  for (const { project, organisation } of [content.a, content.b]) {
    const settled = (await claimsOf(records, project, organisation)).filter(
      ({ state }) => state === 'settled',
    );
    const counted = countedPart(
      project,
      settled.flatMap(({ content: { a, b, decision } }) =>
        decision ? [{ a: a.project, b: b.project, verdict: decision.verdict, share: decision.share }] : [],
      ),
    );
    await records.revise<Project>(
      project,
      (was) => ({ ...was, course: { ...was.course, counted } }),
      'recount',
      clock,
    );
  }
}

function mustKeepCourse(course: Project['course'], before: Project['course'] | undefined): void {
  if (isDeepStrictEqual(course, before)) return;
  throw new NotAcceptable([
    { field: 'content.course', message: 'stages are entered by the acts of the project, not by editing it' },
  ]);
}

/** What was agreed stands: whose project it is, who confirmed it, and what was promised at signing. */
function mustKeepWord(content: Project, before: Project): void {
  const wrong = [
    content.park !== before.park && {
      field: 'park',
      message: 'a project stays with its park; withdraw it and enter it there',
    },
    before.course.confirmed &&
      content.partner !== before.partner && {
        field: 'partner',
        message: 'the partner has confirmed the project; it cannot be exchanged',
      },
    reachedOn(before, 'signed') !== undefined &&
      !isDeepStrictEqual(content.promised, before.promised) &&
      content.amendments.length <= before.amendments.length && {
        field: 'amendments',
        message:
          'what was promised at signing changes by an amendment only: give its date, document and reason',
      },
  ].filter((one) => typeof one === 'object');
  refuse(wrong);
}

function refuse(wrong: readonly { field: string; message: string }[]): void {
  if (wrong.length === 0) return;
  throw new NotAcceptable(wrong.map(({ field, message }) => ({ field: `content.${field}`, message })));
}

/** @throws NotAcceptable where it is not of the park, or names a place, an industry or an organisation that is not known */
async function mustFit(records: Records, { content }: ProjectRecord): Promise<void> {
  const { pack, rules } = records.world;
  const park = await records.find<{ committee?: string }>(content.park);
  const partner = content.partner && (await organisationKind(records, content.partner));
  const wrong = [
    park?.kind !== 'park' && {
      field: 'park',
      message: `there is no park ${content.park}; choose one of the list`,
    },
    park?.kind === 'park' &&
      !park.organisations.includes(content.parkOrganisation) && {
        field: 'parkOrganisation',
        message: `${content.park} is not looked after by ${content.parkOrganisation}`,
      },
    park?.kind === 'park' &&
      park.territory !== content.territory && {
        field: 'territory',
        message: `${content.park} lies in ${park.territory}`,
      },
    !pack.places.some(({ code, level }) => code === content.origin && origins.has(level)) && {
      field: 'origin',
      message: `there is no city ${content.origin}; give six digits of GB/T 2260`,
    },
    !rules.industries.some(({ code }) => content.industry.startsWith(code)) && {
      field: 'industry',
      message: `${content.industry} is no manufacturing of GB/T 4754; its divisions are 13 to 43`,
    },
    content.companyOrganisation &&
      (await organisationKind(records, content.companyOrganisation)) !== 'company' && {
        field: 'companyOrganisation',
        message: `${content.companyOrganisation} is no company; choose one of the list, or none`,
      },
    content.partner &&
      partner !== 'partner' && {
        field: 'partner',
        message: `${content.partner} is no eastern partner; choose one of the list, or none`,
      },
  ].filter((one) => typeof one === 'object');
  refuse(wrong);
}

async function organisationKind({ reading }: Records, id: string): Promise<string | undefined> {
  const row = await reading.selectFrom('organisation').select('kind').where('id', '=', id).executeTakeFirst();
  return row?.kind;
}

const origins: ReadonlySet<string> = new Set(['province', 'prefecture', 'county']);
