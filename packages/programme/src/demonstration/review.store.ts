import type { Asker } from '../account/asker.ts';
import { clock, everybody } from '../account/asker.ts';
import type { Call } from '../batch/call.ts';
import type { Records } from '../ground/records.store.ts';
import { NotPossible } from '../ground/workflow.ts';
import { dateIn } from '../ground/world.ts';
import type { ListContent } from '../list/list.ts';
import type { Named, NoticeContent } from '../notice/notice.ts';
import type { PanelContent } from '../review/panel.ts';
import { sha256 } from '../review/review.store.ts';
import type { ScoreContent } from '../review/score.ts';
import { contentOf, sampleForm } from './recognition.store.ts';

const ministry: Asker = {
  account: 'ministry',
  name: '示例·部机关经办',
  role: 'ministry',
  organisation: 'org-ministry',
  territory: '100000',
};
const seed = '示例种子-梯度-demonstration-seed';
const sample = true;

/** Where the seven sample experts work, what they know, and whom they are tied to. */
const experts = [
  { employer: '示例大学甲', place: '110000', fields: ['trade'] },
  { employer: '示例大学乙', place: '310000', fields: ['industry', 'trade'] },
  { employer: '示例研究院丙', place: '420100', fields: ['industry'] },
  { employer: '示例研究院丁', place: '440100', fields: ['customs', 'trade'] },
  { employer: '示例大学戊', place: '610100', fields: ['finance'] },
  { employer: '示例研究院己', place: '320100', fields: ['trade'], tie: '太原市人民政府（示例）' },
  { employer: '示例大学庚', place: '421000', fields: ['industry'] },
] as const;

/**
 * The public notice and the list of the first batch as they are known; one sample batch whose experts are scoring,
 * and one whose public notice is running, with an objection.
 */
export async function seedReview(records: Records): Promise<void> {
  await firstBatch(records);
  for (const [i, { employer, place, fields, ...one }] of experts.entries()) {
    await records.create(
      'expert',
      {
        account: `expert-${i + 1}`,
        name: `示例·专家${i + 1}`,
        employer: { name: employer },
        place,
        fields: [...fields],
        ties: 'tie' in one ? [{ to: { name: one.tie }, what: '示例：近亲属任职' }] : [],
      },
      ministry,
      { sample },
    );
  }
  await judged(records, { zh: '评审示范批次', en: 'Batch under review (demonstration)' }, [
    'chongqing',
    'meishan',
    'bortala',
  ]);
  const noticed = { zh: '公示示范批次', en: 'Batch in public notice (demonstration)' };
  await giveNotice(records, await judged(records, noticed, ['taiyuan', 'bozhou', 'jingzhou']));
}

interface Judged {
  readonly batch: string;
  readonly panel: string;
  readonly applications: readonly string[];
}

/** A batch whose panel is drawn and whose experts have begun to score. */
async function judged(
  records: Records,
  name: { zh: string; en: string },
  parks: readonly string[],
): Promise<Judged> {
  const { pack, rules, now } = records.world;
  const call = rules.calls[1]?.call as Call;
  const batch = await records.create('batch', { name, call }, clock, { sample, state: 'reviewing' });
  const applications: string[] = [];
  for (const park of pack.parks.filter(({ id }) => parks.includes(id))) {
    const content = contentOf(batch.id, park.id, sampleForm(park, call));
    applications.push(
      (await records.create('application', content, clock, { sample, state: 'accepted' })).id,
    );
  }
  const made = await records.create<Partial<PanelContent>>('panel', { batch: batch.id }, ministry, {
    sample,
  });
  const commitment = sha256(seed);
  await act(records, made.id, 'commit', ministry, { commitment, drawFrom: dateIn(now()) });
  await act(records, made.id, 'draw', ministry, { seed });
  await act(records, made.id, 'openScoring', ministry);
  return { batch: batch.id, panel: made.id, applications };
}

/** Everything is scored, the best two are proposed, and their notice runs; there is one objection. */
async function giveNotice(records: Records, { batch, panel, applications }: Judged): Promise<void> {
  for (const application of applications) {
    const scores = await records.whole<ScoreContent>({ kind: 'score', parent: application });
    for (const [i, { id, content }] of scores.entries()) {
      const own = { ...everybody, account: content.expert, name: content.expert, role: 'expert' as const };
      const mark = 8 - applications.indexOf(application) - (i % 2);
      const marks = Object.fromEntries(content.criteria.map((one, k) => [one.id, mark + (k % 2)]));
      await act(records, id, 'mark', own, { marks, comment: '示例意见' });
      await act(records, id, 'submit', own);
    }
  }
  await act(records, panel, 'close', ministry);
  await act(records, panel, 'recommend', ministry, { recommended: applications.slice(0, 2) });
  await act(records, batch, 'propose', ministry);
  const notice = await records.create<Partial<NoticeContent>>(
    'notice',
    {
      batch,
      title: {
        zh: '示例批次拟认定国家加工贸易产业园名单的公示',
        en: 'Public notice of the parks proposed in the sample batch',
      },
      text: '根据申报通知（示例），经地方申报、专家评审，拟认定下列园区为国家加工贸易产业园，现予公示。',
      workingDays: records.world.rules.review.notice.workingDays,
      contact: { office: '示例部对外贸易司（示例）', phone: '000-00000000', email: 'notice@example.org' },
    },
    ministry,
    { sample },
  );
  try {
    await act(records, notice.id, 'publish', ministry);
  } catch (error) {
    // Where the calendar does not reach, the notice stays a draft and says why.
    if (error instanceof NotPossible) return;
    throw error;
  }
  await records.create(
    'objection',
    {
      notice: notice.id,
      application: applications[1],
      objector: { name: '示例·企业员工', organisation: '示例企业1', contact: '000-00000000' },
      grounds: '示例：申报材料所列主导产业占比与公开统计不一致。',
      evidence: '示例：统计公报截图。',
    },
    everybody,
    { sample },
  );
}

/** Public notice and list of 2021, as copies on the web tell of them; their wording is ours. */
async function firstBatch(records: Records): Promise<void> {
  const { pack } = records.world;
  const [batch] = await records.whole({ kind: 'batch', state: 'listed' });
  if (!batch) return;
  const applications = await records.whole<{ form: { place: string } }>({
    kind: 'application',
    parent: batch.id,
  });
  const nameOf = new Map(pack.places.map(({ code, name }) => [code, name.zh]));
  const entries = applications.map(
    ({ id, title, content: { form } }): Named => ({
      application: id,
      name: { ...title },
      place: form.place,
      placeName: nameOf.get(form.place) ?? form.place,
      applicant: '',
      partner: '',
    }),
  );
  const office = '商务部对外贸易司（据转载）';
  await records.create<Partial<NoticeContent>>(
    'notice',
    {
      batch: batch.id,
      title: {
        zh: '首批拟认定名单的公示（据转载整理）',
        en: 'Public notice of the first batch (after copies)',
      },
      text: '经地方申报和专家评审，首批拟认定13家，中部5家、西部6家、东北2家。本页据网上转载件整理，非原文。',
      workingDays: 5,
      entries,
      contact: { office, phone: '', email: '' },
      from: '2021-09-01',
      to: '2021-09-07',
    },
    clock,
    { sample, state: 'expired' },
  );
  await records.create<Partial<ListContent>>(
    'list',
    {
      batch: batch.id,
      title: { zh: '首批国家加工贸易产业园名单（据转载整理）', en: 'List of the first batch (after copies)' },
      number: '商贸函〔2021〕483号',
      issuer: '商务部（据转载）',
      text: '首批国家加工贸易产业园13家。本件据网上转载件整理，非原文，不具效力。',
      lists: [
        {
          type: 'industrial-park',
          basis: 'recognised',
          title: { zh: '首批国家加工贸易产业园名单', en: 'Parks of the first batch' },
          entries,
        },
      ],
      issuedOn: '2021-09-10',
    },
    clock,
    { sample, state: 'issued' },
  );
}

async function act(
  records: Records,
  id: string,
  name: string,
  asker: Asker,
  given: object = {},
): Promise<void> {
  const { version } = await records.get(id);
  await records.act(id, name, given as Record<string, unknown>, version, asker);
}
