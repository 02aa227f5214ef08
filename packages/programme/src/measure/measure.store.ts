import type { Names } from '@tidu/reference';
import { type Asker, liesIn } from '../account/asker.ts';
import type { CompanyPlanContent } from '../company-plan/company-plan.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { RecordReader } from '../ground/record-reader.store.ts';
import type { Records } from '../ground/records.store.ts';
import { NotAcceptable } from '../ground/refusal.ts';
import type { Registered } from '../ground/registered.ts';
import type { PlaceDifference } from '../ground/world.ts';
import { tellPeople } from '../work/telling.store.ts';
import { peopleOf } from '../work/who-may.store.ts';
import {
  type MeasureAct,
  type MeasureContent,
  type MeasureOutside,
  type MeasureState,
  measureKind,
} from './measure.ts';

type Written = ProgrammeRecord<MeasureContent>;

export const registeredMeasure: Registered<MeasureContent, MeasureState, MeasureAct, MeasureOutside> = {
  kind: measureKind,
  extra: async (records, { id, content }) => ({
    faults: await records.world.measures.faults(
      content,
      (await measuresPutInForce(records)).filter((one) => one.id !== id).map((one) => one.content),
    ),
  }),
  effects: {
    create: async (records, record, facts) => {
      if (record.content.proposedBy !== undefined && !record.sample)
        refuse('proposedBy', 'it is written when you propose: leave it out');
      await mustBeOwn(records, record, facts);
    },
    edit: mustBeOwn,
    'put-in-force': async (records, record, { asker }) => {
      const before = await replaceOlder(records, record, asker);
      await tellCompanies(records, record, { before, after: record.content.text }, asker);
    },
    repeal: async (records, record, { asker }) => {
      const inForce = await measuresPutInForce(records);
      // What took its place has told.
      if (inForce.some(({ content }) => content.measure === record.content.measure)) return;
      await tellCompanies(records, record, { before: record.content.text }, asker);
    },
  },
};

/** Measures that offices have put in force; those of the pack stand beside them. */
export const measuresPutInForce = (records: RecordReader): Promise<Written[]> =>
  records.whole<MeasureContent>({ kind: 'measure', state: 'in-force' });

/** Repeals what was in force under the same id. @returns its text */
async function replaceOlder(records: Records, record: Written, asker: Asker): Promise<string | undefined> {
  let text: string | undefined;
  for (const older of await measuresPutInForce(records)) {
    if (older.id === record.id || older.content.measure !== record.content.measure) continue;
    text = older.content.text;
    await records.act(older.id, 'repeal', { reason: `→ ${record.id}` }, older.version, asker);
  }
  return text;
}

/** Companies whose plans come to get something else are told so, of each of their plans. */
async function tellCompanies(
  records: Records,
  { id, version, content, changedAt }: Written,
  texts: { readonly before?: string | undefined; readonly after?: string },
  asker: Asker,
): Promise<void> {
  const plans = await records.whole<CompanyPlanContent>({ kind: 'company-plan', state: ['draft', 'ready'] });
  if (plans.length === 0) return;
  const others = (await measuresPutInForce(records)).filter((one) => one.id !== id).map((one) => one.content);
  const touched = await records.world.measures.touched(
    { measure: content.measure, ...texts },
    others,
    plans.map((record) => ({ record, plan: record.content.plan })),
  );
  await records.together(async (_, writing) => {
    const told = [];
    for (const {
      touched: { record: plan },
      places,
    } of touched) {
      const people = await peopleOf(writing, plan.organisations, []);
      const [zh, en] = texts.after === undefined ? ['已废止', 'is repealed'] : ['已施行', 'is in force'];
      const news = {
        record: plan,
        about: 'act' as const,
        words: {
          zh: `“${content.title.zh}”${zh}，本方案可得的支持有变化：${differences(places).zh}`,
          en: `“${content.title.en}” ${en}: what this plan may get has changed: ${differences(places).en}`,
        },
        key: `${id}:${version}:${plan.id}`,
        at: changedAt,
      };
      told.push({ news, people: people.filter(({ account }) => account !== asker.account) });
    }
    await tellPeople(writing, told);
  });
}

/** Place by place, over ten years. */
function differences(places: readonly PlaceDifference[]): Names {
  const sign = (yuan: number) => (yuan < 0 ? '−' : '+');
  const told = (yuan: number, step: number) => Math.round(Math.abs(yuan) / step).toLocaleString('en');
  return {
    zh: places
      .map(({ names, yuan }) =>
        yuan === 0 ? `${names.zh}条件有变` : `${names.zh}十年${sign(yuan)}${told(yuan, 1e4)}万元`,
      )
      .join('，'),
    en: places
      .map(({ names, yuan }) =>
        yuan === 0
          ? `${names.en}: other terms`
          : `${names.en} ${sign(yuan)}CNY ${told(yuan, 1e3)} thousand over ten years`,
      )
      .join(', '),
  };
}

const refuse = (field: string, message: string): never => {
  throw new NotAcceptable([{ field: `content.${field}`, message }]);
};

/** An office writes for its own territory. */
async function mustBeOwn(
  _: Records,
  { content, sample }: Written,
  { asker }: { asker: Asker },
): Promise<void> {
  if (sample) return;
  if (content.owner !== asker.organisation) refuse('owner', 'you write for your own organisation: name it');
  if (!liesIn(content.place, asker.territory))
    refuse('place', `${content.place} does not lie in ${asker.territory}: name your own territory`);
}
