import { type Asker, clock } from '../account/asker.ts';
import type { CompanyPlanContent, CompanyPlanState } from '../company-plan/company-plan.ts';
import type { IntentContent } from '../company-plan/intent.ts';
import type { Records } from '../ground/records.store.ts';
import { dateIn } from '../ground/world.ts';

const day = 86_400_000;

/** An electronics assembler: typical magnitudes, of no real company. */
const electronics = {
  products: [
    {
      hs: '8517',
      name: '示例通信设备',
      outputCny: 600_000_000,
      exportedShare: 0.8,
      teu: 1000,
      markets: [
        { to: 'EU', share: 0.5 },
        { to: 'US', share: 0.5 },
      ],
    },
  ],
  inputs: [
    { hs: '8542', name: '示例集成电路', valueCny: 260_000_000, importedShare: 0.9, teu: 40, dutyRate: 0 },
  ],
  jobs: [
    { skill: 'worker', count: 600, timesAverage: 1 },
    { skill: 'engineer', count: 50, timesAverage: 2 },
  ],
  site: { premises: 'rent', factoryM2: 18_000 },
  powerKwh: 6_000_000,
  waterM3: 60_000,
  equipmentCny: 60_000_000,
  customs: { processing: true },
  relocation: { from: '441900', movingCny: 4_000_000 },
  schedule: { rampUp: [0.5, 0.8, 1] },
  project: { industry: '39' },
};

const samples: readonly {
  title: string;
  state: CompanyPlanState;
  plan: CompanyPlanContent['plan'];
}[] = [
  { title: '示例方案：通信设备总装内迁', state: 'ready', plan: electronics },
  {
    title: '示例方案：服装（尚未填完）',
    state: 'draft',
    plan: { products: [{ hs: '6204', name: '示例服装' }] },
  },
];

/** What a made-up company reckons, and what it has told two parks. */
export async function seedCompanyPlans(records: Records): Promise<void> {
  let ready = '';
  for (const { title, state, plan } of samples) {
    const content: CompanyPlanContent = { title, owner: 'org-company-1', plan };
    const { id } = await records.create('company-plan', content, clock, { sample: true, state });
    if (state === 'ready') ready = id;
  }
  const { pack, now } = records.world;
  const inDays = (days: number) => dateIn(new Date(now().getTime() + days * day));
  const parks = pack.parks.filter(({ id }) => ['taiyuan', 'nanning'].includes(id));
  for (const [i, { id: park, place }] of parks.entries()) {
    const content: IntentContent = {
      plan: ready,
      company: 'org-company-1',
      park: `org-park-${park}`,
      place,
      told: {
        ...(i === 0 && { name: '示例企业1' }),
        industry: '示例：通信设备制造',
        products: [{ chapter: '85', name: '示例通信设备' }],
        investment: '50m-200m',
        jobs: '200-1000',
        when: inDays(400).slice(0, 7),
        message: '示例文字：拟租标准厂房约18000平方米，请告知可用厂房、用工和政策条件。',
      },
      answerBy: inDays(20),
    };
    const sent = await records.create('intent', content, clock, { sample: true });
    if (i > 0) continue;
    const committee: Asker = { ...clock, role: 'park', organisation: content.park, territory: place };
    await records.act(
      sent.id,
      'answer',
      {
        offer: '示例文字：有标准厂房20000平方米可租，可安排实地考察。',
        contact: '示例联系人',
        validUntil: inDays(90),
      },
      sent.version,
      committee,
    );
  }
}
