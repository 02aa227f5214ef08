import type { Pack } from '@tidu/reference';
import { z } from 'zod';
import { addAccount, addOrganisation } from '../account/accounts.store.ts';
import type { Asker, Role } from '../account/asker.ts';
import type { Engine } from '../ground/engines.cases.ts';
import { type Deeds, of } from '../ground/grant.ts';
import type { Kind } from '../ground/kind.ts';
import { Records } from '../ground/records.store.ts';
import type { AnyRegistered } from '../ground/registered.ts';
import { createWorkflow } from '../ground/workflow.ts';
import type { World } from '../ground/world.ts';
import { monthlyReports } from './monthly-report.store.ts';
import { indexing } from './search.store.ts';
import { telling } from './telling.store.ts';

/** A letter that a park writes and its province answers: the smallest thing that waits for somebody. */
interface Letter {
  readonly name: string;
  readonly place: string;
  readonly of: string;
  readonly due?: string | undefined;
  readonly open?: boolean | undefined;
  readonly remark?: string | undefined;
}
const letter: Kind<Letter, 'draft' | 'sent' | 'answered', 'send' | 'answer'> = {
  name: 'letter',
  plural: 'letters',
  names: { zh: '函', en: 'Letter' },
  content: z.strictObject({
    name: z.string(),
    place: z.string(),
    of: z.string(),
    due: z.string().optional(),
    open: z.boolean().optional(),
    remark: z.string().optional(),
  }),
  workflow: createWorkflow({
    name: 'letter',
    states: {
      draft: { zh: '草稿', en: 'draft' },
      sent: { zh: '已发', en: 'sent' },
      answered: { zh: '已复', en: 'answered' },
    },
    initial: 'draft',
    editable: ['draft'],
    acts: {
      send: { name: { zh: '发出', en: 'send' }, from: ['draft'], to: 'sent' },
      answer: { name: { zh: '答复', en: 'answer' }, from: ['sent'], to: 'answered' },
    },
  }),
  face: ({ name, place, of: organisation, due, open = false }) => ({
    title: { zh: name, en: `Letter ${place}` },
    territory: place,
    organisations: [organisation],
    published: open,
    due,
  }),
  publicContent: ({ remark }) => ({ remark }),
};
/** A park, as far as reports look at it. */
const park: Kind<{ name: string; place: string }, 'recognised'> = {
  name: 'park',
  plural: 'parks',
  names: { zh: '园区', en: 'Park' },
  content: z.strictObject({ name: z.string(), place: z.string() }),
  workflow: createWorkflow({
    name: 'park',
    states: { recognised: { zh: '已认定', en: 'recognised' } },
    initial: 'recognised',
    editable: [],
    acts: {},
  }),
  face: ({ name, place }) => ({
    title: { zh: name, en: name },
    territory: place,
    organisations: [`org-park-${place}`],
    published: true,
  }),
};

export const officeDeeds: Deeds = {
  'letter.read': {
    park: [of('own')],
    province: [of('territory', 'sent', 'answered')],
    ministry: [of('all')],
    public: [of('published')],
  },
  'letter.send': { park: [of('own')] },
  'letter.answer': { province: [of('territory')] },
  'comment.create': { park: [of('own')], province: [of('territory')], ministry: [of('all')] },
  'park.read': { park: [of('own')], ministry: [of('all')] },
  'monthly-report.read': { park: [of('own')], province: [of('territory')], ministry: [of('all')] },
  'monthly-report.submit': { park: [of('own')] },
  'monthly-report.accept': { province: [of('territory')] },
  'monthly-report.return': { province: [of('territory')], ministry: [of('all')] },
};
export const officeKinds: readonly AnyRegistered[] = [{ kind: letter }, { kind: park }, monthlyReports];

const places = [
  ['230100', '哈尔滨市', 'Harbin'],
  ['230000', '黑龙江省', 'Heilongjiang'],
  ['500000', '重庆市', 'Chongqing'],
] as const;

/** Two parks, their provinces and the ministry, on an empty store. */
export async function openOffice(engine: Engine) {
  const time = { now: new Date('2026-11-02T02:00:00Z') };
  const database = await engine.open();
  const world: World = {
    pack: {
      places: places.map(([code, zh, en]) => ({ code, name: { zh, en } })),
    } as unknown as Pack,
    rules: {
      'monthly-report': {
        dueDay: 10,
        remindBefore: [5, 1],
        remindAfter: [1, 5],
        largeChange: 0.5,
        note: { zh: '例', en: 'example' },
        source: 'tidu-proposal',
      },
    } as unknown as World['rules'],
    measures: undefined as never,
    plans: { faults: () => [] },
    placements: { faults: () => [], setByHand: () => [] },
    figures: {
      trade: async ({ place, flow }) =>
        place === '230100' && flow === 'export'
          ? { known: true, valueCny: 5_000_000, period: '2026-10', receipt: {} }
          : { known: false, why: { zh: '无', en: 'none' } },
    },
    now: () => time.now,
  };
  const records = new Records(database, officeKinds, world);
  records.onChange(indexing(records, officeKinds));
  records.onChange(telling(officeKinds, officeDeeds));
  const asker = (account: string, role: Role, organisation: string, territory: string): Asker => ({
    account,
    name: `示例·${account}`,
    role,
    organisation,
    territory,
  });
  const people = {
    park: asker('park', 'park', 'org-park-230100', '230100'),
    colleague: asker('colleague', 'park', 'org-park-230100', '230100'),
    otherPark: asker('other-park', 'park', 'org-park-500000', '500000'),
    province: asker('province', 'province', 'org-province-230000', '230000'),
    otherProvince: asker('other-province', 'province', 'org-province-500000', '500000'),
    ministry: asker('ministry', 'ministry', 'org-ministry', '100000'),
  };
  await database.write(async (writing) => {
    const organisations = new Map(Object.values(people).map((one) => [one.organisation, one]));
    for (const [id, { role, territory }] of organisations) {
      await addOrganisation(writing, { id, kind: role as 'park', name: { zh: id, en: id }, territory });
    }
    for (const { account, name, role, organisation } of Object.values(people)) {
      await addAccount(writing, time.now, {
        id: account,
        login: account,
        name,
        role,
        organisation,
        sample: true,
      });
    }
  });
  return { time, database, records, people };
}
