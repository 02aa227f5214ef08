import type { Names } from '@tidu/reference';
import { agency, artefactVersion } from './dataflow.ts';
import { declaration, element, text } from './xml.ts';

const base = 'http://www.sdmx.org/resources/sdmxml/schemas/v2_1';

/** Namespaces of SDMX-ML 2.1 by the prefix that is used here. */
export const namespaces = {
  mes: `${base}/message`,
  com: `${base}/common`,
  str: `${base}/structure`,
  gen: `${base}/data/generic`,
  ss: `${base}/data/structurespecific`,
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
} as const;

export const declared = (...prefixes: readonly (keyof typeof namespaces)[]): Record<string, string> =>
  Object.fromEntries(prefixes.map((prefix) => [`xmlns:${prefix}`, namespaces[prefix]]));

export const reference = (id: string, rest: Readonly<Record<string, string>> = {}): string =>
  element('Ref', { agencyID: agency.id, id, version: artefactVersion, ...rest });

/** A name in both languages, the ministry's first. */
export const inBoth = (names: Names): string =>
  element('com:Name', { 'xml:lang': 'zh' }, text(names.zh)) +
  element('com:Name', { 'xml:lang': 'en' }, text(names.en));

export const header = (id: string, prepared: string, ...rest: readonly string[]): string =>
  element(
    'mes:Header',
    {},
    element('mes:ID', {}, text(id)),
    element('mes:Test', {}, 'false'),
    element('mes:Prepared', {}, prepared),
    element('mes:Sender', { id: agency.id }),
    ...rest,
  );

/** What went wrong, as an SDMX-ML error message. */
export const errorMessage = (number: number, sentences: readonly string[]): string =>
  declaration +
  element(
    'mes:Error',
    declared('mes', 'com'),
    element(
      'mes:ErrorMessage',
      { code: number },
      ...sentences.map((one) => element('com:Text', { 'xml:lang': 'en' }, text(one))),
    ),
  );
