import { type Ground, type GuidedPark, groupOfProject, type Resource, resources } from '@tidu/guidance';
import {
  type AgreementContent,
  type Asker,
  factsNow,
  grantsOf,
  type PairingContent,
  type ParkFact,
  type ParkField,
  type ParkProfile,
  type Programme,
  type ProgrammeRecord,
  publicProfile,
  standings,
} from '@tidu/programme';
import type { Pack } from '@tidu/reference';
import { allow } from '../allow.ts';
import { deeds } from '../deeds/deeds.ts';

/** What the programme adds to a ground: as much of parks, pairings, agreements and projects as the asker may see. */
export async function programmeGround(
  { records }: Programme,
  pack: Pack,
  groups: Ground['groups'],
  asker: Asker,
): Promise<Pick<Ground, 'parks' | 'ties' | 'projects' | 'records'>> {
  const seenBy = (deed: string) => ({ asker, grants: grantsOf(deeds, deed, asker.role) });
  const [parks, pairings, agreements, projects] = await Promise.all([
    records.whole<ParkProfile>({
      kind: 'park',
      state: ['recognised', 'warned'],
      seen: seenBy('park.read'),
    }),
    records.whole<PairingContent>({
      kind: 'pairing',
      state: ['active', 'dormant'],
      seen: seenBy('pairing.read'),
    }),
    records.whole<AgreementContent>({
      kind: 'agreement',
      state: 'in-force',
      seen: seenBy('agreement.read'),
    }),
    standings(records, seenBy('project.read')),
  ]);
  const fields = new Map(records.world.rules['park-fields'].map((field) => [field.id, field]));
  const guided = parks.flatMap((park) => guidedPark(park, shownOf(park, asker), pack, fields));
  const parkAt = new Map(guided.map(({ place, record }) => [place, record]));
  const tie =
    (kind: 'pairing' | 'agreement') =>
    ({ id, state, sample, content }: ProgrammeRecord<PairingContent | AgreementContent>) => {
      const park = parkAt.get(content.parkPlace);
      const { name: names, partnerPlace, parkPlace } = content;
      return park ? [{ kind, record: id, state, names, partnerPlace, park, parkPlace, sample }] : [];
    };
  return {
    parks: guided,
    ties: [...pairings.flatMap(tie('pairing')), ...agreements.flatMap(tie('agreement'))],
    projects: projects.map(({ id, sample, content }) => ({
      record: id,
      name: content.name,
      park: content.park,
      parkPlace: content.territory,
      origin: content.origin,
      group: groupOfProject(groups, content),
      stage: content.course.reached.at(-1)?.stage,
      promised: content.promised.years.map(({ year, exports }) => ({ year, exports })),
      reported: content.results.map(({ year, exports }) => ({ year, exports })),
      jobs: content.promised.jobs,
      sample,
    })),
    records: [...parks, ...pairings, ...agreements].map(({ kind, id, version }) => ({ kind, id, version })),
  };
}

/** As much of a park as the asker may see: what is left of land and factories is for those who plan. */
const shownOf = (park: ProgrammeRecord<ParkProfile>, asker: Asker): ParkProfile =>
  allow(asker, 'park.read', park)?.of === 'published' ? publicProfile(park.content) : park.content;

function guidedPark(
  { id }: ProgrammeRecord<ParkProfile>,
  profile: ParkProfile,
  pack: Pack,
  fields: ReadonlyMap<string, ParkField>,
): GuidedPark[] {
  const facts = factsNow(profile.facts);
  const known =
    pack.parks.find((park) => park.id === profile.packId) ??
    pack.places.find(({ code }) => code === profile.place);
  if (known?.longitude === undefined || known.latitude === undefined) return [];
  return [
    {
      id: profile.packId ?? id,
      record: id,
      names: profile.name,
      place: profile.place,
      longitude: known.longitude,
      latitude: known.latitude,
      leading: facts.flatMap(({ field, value }) =>
        field === 'industry' && 'text' in value ? [value.text] : [],
      ),
      recognised: listIssued(pack, profile.batch),
      left: Object.fromEntries(
        resources.flatMap((resource) => {
          const stated = facts.find(({ field, value }) => field === resource && 'amount' in value);
          return stated ? [[resource, statedOf(stated, fields.get(resource))] as const] : [];
        }),
      ) satisfies Partial<Record<Resource, unknown>>,
    },
  ];
}

const statedOf = ({ value, date, source, sample }: ParkFact, field: ParkField | undefined) => ({
  value: 'amount' in value ? value.amount : Number.NaN,
  unit: field?.unit ?? { zh: '', en: '' },
  date,
  source,
  sample: sample === true,
});

const listIssued = ({ batches }: Pack, batch: string | undefined): string | undefined =>
  batches.find(({ id }) => id === batch)?.notices.find(({ kind }) => kind === 'list')?.date;
