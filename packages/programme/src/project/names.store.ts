import type { RecordReader } from '../ground/record-reader.store.ts';

interface Names {
  zh: string;
  en: string;
}

/** What parks and organisations are called, by their ids: no more than names, because there can be thousands. */
export async function namesIn({
  reading,
}: RecordReader): Promise<{ parks: [string, Names][]; organisations: [string, Names][] }> {
  const [parks, organisations] = await Promise.all([
    reading.selectFrom('record').select(['id', 'title_zh', 'title_en']).where('kind', '=', 'park').execute(),
    reading.selectFrom('organisation').select(['id', 'name_zh', 'name_en']).execute(),
  ]);
  return {
    parks: parks.map(({ id, title_zh, title_en }) => [id, { zh: title_zh, en: title_en }]),
    organisations: organisations.map(({ id, name_zh, name_en }) => [id, { zh: name_zh, en: name_en }]),
  };
}
