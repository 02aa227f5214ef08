import type { Names } from '@tidu/reference';
import { agency } from './dataflow.ts';

export type JsonVersion = '1.0' | '2.0';
export type Tongue = 'zh' | 'en';

/** A name in the reader's language, and in both. */
export const localised = (names: Names, tongue: Tongue): { name: string; names: Names } => ({
  name: names[tongue],
  names: { zh: names.zh, en: names.en },
});

const schemas = 'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master';
export const meta = (
  what: 'data' | 'structure',
  version: JsonVersion,
  id: string,
  prepared: string,
  tongue: Tongue,
) => ({
  schema: `${schemas}/${what}-message/tools/schemas/${version === '1.0' ? '1.0' : '2.0.0'}/sdmx-json-${what}-schema.json`,
  id,
  prepared,
  test: false,
  contentLanguages: tongue === 'zh' ? ['zh', 'en'] : ['en', 'zh'],
  sender: { id: agency.id, ...localised(agency.name, tongue) },
});
