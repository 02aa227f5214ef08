import { type Asker, liesIn } from '../account/asker.ts';
import type { ProgrammeRecord } from '../ground/kind.ts';
import type { RecordReader } from '../ground/record-reader.store.ts';
import type { Records } from '../ground/records.store.ts';
import { NotAcceptable } from '../ground/refusal.ts';
import type { Registered } from '../ground/registered.ts';
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
    create: mustBeOwn,
    edit: mustBeOwn,
    'put-in-force': replaceOlder,
  },
};

/** Measures that offices have put in force; those of the pack stand beside them. */
export const measuresPutInForce = (records: RecordReader): Promise<Written[]> =>
  records.whole<MeasureContent>({ kind: 'measure', state: 'in-force' });

/** Repeals what was in force under the same id. */
async function replaceOlder(records: Records, record: Written, { asker }: { asker: Asker }): Promise<void> {
  for (const older of await measuresPutInForce(records)) {
    if (older.id === record.id || older.content.measure !== record.content.measure) continue;
    await records.act(older.id, 'repeal', { reason: `→ ${record.id}` }, older.version, asker);
  }
}

/** An office writes for its own territory. */
async function mustBeOwn(
  _: Records,
  { content, sample }: Written,
  { asker }: { asker: Asker },
): Promise<void> {
  if (sample) return;
  const refuse = (field: string, message: string) => {
    throw new NotAcceptable([{ field: `content.${field}`, message }]);
  };
  if (content.owner !== asker.organisation) refuse('owner', 'you write for your own organisation: name it');
  if (!liesIn(content.place, asker.territory))
    refuse('place', `${content.place} does not lie in ${asker.territory}: name your own territory`);
}
