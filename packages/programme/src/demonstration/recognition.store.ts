import { type Asker, clock } from '../account/asker.ts';
import { type ApplicationContent, applicationContent } from '../application/application.ts';
import type { ApplicationAct } from '../application/application.workflow.ts';
import { type ApplicationForm, applicationForm } from '../application/form.ts';
import type { Call } from '../batch/call.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import type { Zone } from '../park/zone.ts';
import { sampleOrganisations } from './organisations.ts';

/** How far each sample application of the second batch has come. */
const courses: Readonly<Record<string, readonly ApplicationAct[]>> = {
  guiyang: [],
  xian: ['submit'],
  changsha: ['submit', 'return'],
  nanning: ['submit', 'report'],
  jiyuan: ['submit', 'report', 'askToComplete'],
  dalian: ['submit', 'report', 'countersign', 'accept'],
  harbin: ['submit', 'report', 'countersign'],
};
const given: Partial<Record<ApplicationAct, Record<string, unknown>>> = {
  return: { reasons: [{ field: 'zones', reason: '示例：请补充东侧边界的坐标' }] },
  report: { opinion: '示例：材料属实，同意上报' },
  countersign: { opinion: '示例：同意' },
  askToComplete: { reasons: [{ field: 'contacts', reason: '示例：请补充联系人的电子邮箱' }] },
};

/**
 * The first batch as it was, and a second one that is open: applications in every state up to acceptance.
 * What is known of the thirteen is from the pack; what applies in the second batch is made up.
 */
export async function seedRecognition(records: Records): Promise<void> {
  const { pack, rules } = records.world;
  const [first, second] = [rules.calls[0]?.call, rules.calls[1]?.call] as [Call, Call];
  const whole = (text: { zh: string; en: string }) => ({ zh: text.zh, en: text.en });
  const { accounts } = sampleOrganisations(pack);
  const named = (id: string, territory: string): Asker => {
    const account = accounts.find((one) => one.id === id);
    if (!account) throw new Error(`there is no sample account ${id}`);
    return {
      account: id,
      name: account.name,
      role: account.role,
      organisation: account.organisation,
      territory,
    };
  };
  const ministry = named('ministry', '100000');
  const sample = true;

  const past = await records.create(
    'batch',
    { name: { zh: '首批（2021年）', en: 'First batch (2021)' }, call: first },
    clock,
    {
      sample,
      state: 'listed',
    },
  );
  for (const park of pack.parks) {
    const form = applicationForm.parse({
      parkName: {
        zh: `${park.name.zh}加工贸易产业园`,
        en: `Processing trade industrial park of ${park.name.en}`,
      },
      place: park.place,
      zones: park.zones.map(({ name, areaKm2, industries }) => ({
        name: whole(name),
        ...(areaKm2 && { areaKm2 }),
        ...(industries.length > 0 && { industries: industries.map(whole) }),
      })),
      industries: park.leadingIndustries.map(({ value }) => ({ name: value.zh })),
    });
    await records.create('application', contentOf(past.id, park.id, form), clock, {
      sample,
      state: 'listed',
    });
  }

  const draft = await records.create(
    'batch',
    { name: { zh: '第二批（示范）', en: 'Second batch (demonstration)' }, call: second },
    ministry,
    { sample },
  );
  const open = await records.act(draft.id, 'publishCall', {}, draft.version, ministry);
  for (const [id, acts] of Object.entries(courses)) {
    const park = pack.parks.find((one) => one.id === id);
    if (!park) continue;
    const province = `${park.place.slice(0, 2)}0000`;
    const applicant = named(`park-${id}`, park.place);
    const by: Partial<Record<ApplicationAct, Asker>> = {
      submit: applicant,
      return: named(`province-${province}`, province),
      report: named(`province-${province}`, province),
      countersign: named(`labour-${province}`, province),
    };
    let record: ProgrammeRecord<ApplicationContent> = await records.create(
      'application',
      contentOf(open.id, id, sampleForm(park, second)),
      applicant,
      { sample },
    );
    for (const act of acts) {
      record = await records.act(record.id, act, given[act] ?? {}, record.version, by[act] ?? ministry);
    }
  }
}

export const contentOf = (batch: string, park: string, form: ApplicationForm): ApplicationContent =>
  applicationContent.parse({
    batch,
    organisation: `org-park-${park}`,
    province: `org-province-${form.place.slice(0, 2)}0000`,
    form,
  });

interface Seat {
  readonly name: { readonly zh: string; readonly en: string };
  readonly place: string;
  readonly longitude: number;
  readonly latitude: number;
}

/** A form that lacks nothing: squares beside the city's centre, round amounts, plainly made up. */
export function sampleForm({ name, place, longitude, latitude }: Seat, call: Call): ApplicationForm {
  return applicationForm.parse({
    parkName: { zh: `示例：${name.zh}第二产业园`, en: `Sample: second park of ${name.en}` },
    place,
    applicant: `${name.zh}人民政府（示例）`,
    zones: [
      squareAt('示例片区一', 'Sample zone 1', longitude + 0.01, latitude + 0.01),
      squareAt('示例片区二', 'Sample zone 2', longitude - 0.05, latitude - 0.03),
    ],
    industries: [{ name: '电子信息（示例）', divisions: ['39'], chapters: ['85'], declaredShare: 0.5 }],
    processingTrade: [
      { year: 2023, exports: 90_000, imports: 60_000 },
      { year: 2024, exports: 100_000, imports: 70_000 },
    ],
    partner: { place: '440300', name: '深圳市' },
    documents: call.documents
      .filter(({ required }) => required)
      .map(({ id, title }) => ({ document: id, file: '', name: `示例-${title.zh}` })),
    contacts: [{ name: '示例联系人', post: '示例', phone: '000-00000000', email: 'sample@example.org' }],
    texts: { overview: '示例文字，仅供演示。' },
  });
}

/** 0.03° each way: about 9 km². */
function squareAt(zh: string, en: string, west: number, south: number): Zone {
  const at = (x: number, y: number): [number, number] => [
    Number((west + x).toFixed(6)),
    Number((south + y).toFixed(6)),
  ];
  const ring = [at(0, 0), at(0.03, 0), at(0.03, 0.03), at(0, 0.03), at(0, 0)];
  return { name: { zh, en }, geometry: { type: 'MultiPolygon', coordinates: [[ring]] } };
}
