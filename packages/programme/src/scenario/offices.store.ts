import type { Names } from '@tidu/reference';
import type { RecordReader } from '../ground/record-reader.store.ts';

/** Kinds of organisations that plan what should go where, and see each other's scenarios. */
const officeKinds = ['ministry', 'province', 'park', 'partner'] as const;

/** Every office that a scenario can be shared with, by kind and place. */
export async function offices({
  reading,
}: Pick<RecordReader, 'reading'>): Promise<{ id: string; kind: string; name: Names }[]> {
  const rows = await reading
    .selectFrom('organisation')
    .select(['id', 'kind', 'name_zh', 'name_en'])
    .where('kind', 'in', [...officeKinds])
    .where('disabled', '=', false)
    .orderBy('kind')
    .orderBy('territory')
    .orderBy('id')
    .execute();
  return rows.map(({ id, kind, name_zh, name_en }) => ({ id, kind, name: { zh: name_zh, en: name_en } }));
}
