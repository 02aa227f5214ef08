import { CannotExchange, type JsonVersion, type Tongue } from '@tidu/trade/exchange';
import Negotiator from 'negotiator';

export type Format =
  | { readonly kind: 'generic' | 'structure-specific' | 'structure-xml' | 'parquet'; readonly type: string }
  | { readonly kind: 'json' | 'csv'; readonly version: JsonVersion; readonly type: string };

const vendor = 'application/vnd.sdmx';
const generic = { kind: 'generic', type: `${vendor}.genericdata+xml;version=2.1` } as const;
const specific = {
  kind: 'structure-specific',
  type: `${vendor}.structurespecificdata+xml;version=2.1`,
} as const;
const json = (version: JsonVersion): Format => ({
  kind: 'json',
  version,
  type: `${vendor}.data+json;version=${version}.0`,
});
const csv = (version: JsonVersion): Format => ({
  kind: 'csv',
  version,
  type: `${vendor}.data+csv;version=${version}.0`,
});
/** No format of SDMX, but the same rows: for DuckDB, R and Python. */
const parquet = { kind: 'parquet', type: 'application/vnd.apache.parquet' } as const;
const structures = { kind: 'structure-xml', type: `${vendor}.structure+xml;version=2.1` } as const;
const jsonStructures = (version: JsonVersion): Format => ({
  kind: 'json',
  version,
  type: `${vendor}.structure+json;version=${version}.0`,
});

type Offered = readonly (readonly [type: string, format: Format])[];

/** What an Accept header may name, most willingly given first; who names nothing gets the first. */
const data: Offered = [
  [generic.type, generic],
  [specific.type, specific],
  [json('1.0').type, json('1.0')],
  [json('2.0').type, json('2.0')],
  [csv('1.0').type, csv('1.0')],
  [csv('2.0').type, csv('2.0')],
  ...(['1.0', '2.0'] as const).flatMap((version) =>
    ['id', 'both'].map((labels) => [`${csv(version).type};labels=${labels}`, csv(version)] as const),
  ),
  [parquet.type, parquet],
  ['application/xml', generic],
  ['text/xml', generic],
  ['application/json', json('1.0')],
  ['text/csv', csv('1.0')],
];
const structure: Offered = [
  [structures.type, structures],
  [jsonStructures('1.0').type, jsonStructures('1.0')],
  [jsonStructures('2.0').type, jsonStructures('2.0')],
  ['application/xml', structures],
  ['text/xml', structures],
  ['application/json', jsonStructures('1.0')],
];

/** What the parameter `format` may say, which goes before the header: addresses can be sent and clicked. */
const named: Readonly<Record<'data' | 'structure', Readonly<Record<string, Format>>>> = {
  data: {
    xml: generic,
    genericdata: generic,
    structurespecificdata: specific,
    json: json('1.0'),
    // Dissemination suites that know this word mean the newer message by it, and so do their clients.
    jsondata: json('2.0'),
    json2: json('2.0'),
    csv: csv('1.0'),
    csvdata: csv('1.0'),
    csv2: csv('2.0'),
    parquet,
  },
  structure: {
    xml: structures,
    structure: structures,
    json: jsonStructures('1.0'),
    json2: jsonStructures('2.0'),
  },
};

interface Wish {
  readonly accept: string | undefined;
  readonly format: string | undefined;
}

/** @throws CannotExchange `no-such-format` when nothing that is offered is wanted */
export function formatOf(what: 'data' | 'structure', { accept, format }: Wish): Format {
  if (format !== undefined) {
    const found = named[what][format.toLowerCase()];
    if (found) return found;
    throw new CannotExchange(
      'no-such-format',
      `there is no format "${format}"`,
      `use one of ${Object.keys(named[what]).join(', ')}`,
    );
  }
  const offered = what === 'data' ? data : structure;
  // A browser asks for HTML, then for XML: the address of a message can be opened.
  const [best] = new Negotiator({ headers: { accept: accept ?? '*/*' } }).mediaTypes(
    offered.map(([type]) => type),
  );
  const found = offered.find(([type]) => type === best);
  if (found) return found[1];
  throw new CannotExchange(
    'no-such-format',
    `nothing is given as ${accept}`,
    `accept one of ${offered.map(([type]) => type).join(', ')}`,
  );
}

/** The language of names where only one has room; Chinese unless English is asked for. */
export const tongueOf = (accepted: string | undefined): Tongue =>
  new Negotiator({ headers: { 'accept-language': accepted ?? '*' } }).language(['zh', 'en']) === 'en'
    ? 'en'
    : 'zh';
