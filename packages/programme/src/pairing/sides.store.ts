import type { Names } from '@tidu/reference';
import type { Records } from '../ground/records.store.ts';
import type { Parties } from './parties.ts';

/** Organisations that can be paired: parks, and eastern partners. */
export async function possibleSides(
  records: Records,
): Promise<{ id: string; kind: string; name: Names; place: string }[]> {
  const rows = await records.reading
    .selectFrom('organisation')
    .select(['id', 'kind', 'name_zh', 'name_en', 'territory'])
    .where('kind', 'in', ['park', 'partner'])
    .where('disabled', '=', false)
    .orderBy('territory')
    .execute();
  return rows.map(({ id, kind, name_zh, name_en, territory }) => ({
    id,
    kind,
    name: { zh: name_zh, en: name_en },
    place: territory,
  }));
}

/** What the two organisations of a pairing are called. */
export async function namesOfSides(
  records: Records,
  { park, partner }: Pick<Parties, 'park' | 'partner'>,
): Promise<{ park: Names; partner: Names }> {
  const rows = await records.reading
    .selectFrom('organisation')
    .select(['id', 'name_zh', 'name_en'])
    .where('id', 'in', [park, partner])
    .execute();
  const nameOf = (id: string): Names => {
    const found = rows.find((row) => row.id === id);
    return { zh: found?.name_zh ?? id, en: found?.name_en ?? id };
  };
  return { park: nameOf(park), partner: nameOf(partner) };
}
