import type { Programme } from '@tidu/programme';

/** What an organisation is called on paper; its id where there is none of that id. */
export async function organisationName({ reading }: Programme['records'], id: string): Promise<string> {
  const row = await reading
    .selectFrom('organisation')
    .select('name_zh')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.name_zh ?? id;
}
