import type { Names, Pack } from '@tidu/reference';
import type { ReleaseSummary } from '../protect/releases.duckdb.ts';
import type { Load } from '../warehouse.ts';
import { mostObservations, observationsAtMost } from './ask-flow.ts';
import { agency, artefactVersion, type Dataflow } from './dataflow.ts';
import type { Registry } from './registry.ts';

/** Who offers the data, and on what terms; what is not known is not said. */
export interface Offer {
  readonly publisher?: string | undefined;
  /** Address of the licence. */
  readonly licence?: string | undefined;
}

interface Offered {
  /** Where the server is reached, e.g. `https://statistics.example`. */
  readonly base: string;
  readonly registry: Registry;
  readonly pack: Pack;
  /** As the public sees them. */
  readonly loads: readonly Load[];
  readonly releases: readonly ReleaseSummary[];
  readonly offer: Offer;
}

const european = 'http://publications.europa.eu/resource/authority';
const iana = 'https://www.iana.org/assignments/media-types';

/** Terms of the catalogue; everything that is an address or a date says so, so that readers need no other context. */
const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  title: { '@id': 'dct:title', '@container': '@language' },
  description: { '@id': 'dct:description', '@container': '@language' },
  label: { '@id': 'rdfs:label', '@container': '@language' },
  placeName: { '@id': 'skos:prefLabel', '@container': '@language' },
  name: 'foaf:name',
  identifier: 'dct:identifier',
  issued: { '@id': 'dct:issued', '@type': 'xsd:dateTime' },
  modified: { '@id': 'dct:modified', '@type': 'xsd:dateTime' },
  startDate: { '@id': 'dcat:startDate', '@type': 'xsd:gYearMonth' },
  endDate: { '@id': 'dcat:endDate', '@type': 'xsd:gYearMonth' },
  ...Object.fromEntries(
    [
      'dataset',
      'distribution',
      'service',
      'accessService',
      'accessURL',
      'downloadURL',
      'mediaType',
      'endpointURL',
      'servesDataset',
      'landingPage',
    ].map((term) => [term, { '@id': `dcat:${term}`, '@type': '@id' }]),
  ),
  ...Object.fromEntries(
    [
      'publisher',
      'license',
      'spatial',
      'temporal',
      'accrualPeriodicity',
      'conformsTo',
      'format',
      'provenance',
      'language',
    ].map((term) => [term, { '@id': `dct:${term}`, '@type': '@id' }]),
  ),
} as const;

/** The catalogue of what is offered, as JSON-LD in the terms of DCAT. */
export function catalogue({ base, registry, pack, loads, releases, offer }: Offered) {
  const service = `${base}/api/sdmx`;
  const publisher = offer.publisher
    ? { publisher: { '@id': `${base}/#publisher`, '@type': 'foaf:Agent', name: offer.publisher } }
    : {};
  const licence = offer.licence ? { license: offer.licence } : {};
  const datasets = registry.flows.map((flow) => {
    const dated = datesOf(flow, loads, releases);
    return {
      '@id': `${service}/dataflow/${agency.id}/${flow.id}/${artefactVersion}`,
      '@type': 'dcat:Dataset',
      identifier: flow.id,
      title: flow.name,
      description: describe(flow),
      landingPage: `${base}/${flow.from.kind === 'release' ? `releases?release=${flow.id}` : 'explore'}`,
      ...publisher,
      ...licence,
      spatial: placeOf(flow, pack),
      temporal: { '@type': 'dct:PeriodOfTime', startDate: flow.period.from, endDate: flow.period.to },
      accrualPeriodicity: `${european}/frequency/${frequencyOf(flow)}`,
      conformsTo: `${service}/datastructure/${agency.id}/${flow.id}/${artefactVersion}`,
      ...dated,
      distribution: distributions(base, flow, licence),
    };
  });
  const moments = datasets.flatMap(({ modified }) => modified ?? []).sort();
  return {
    '@context': context,
    '@id': `${base}/api/catalog`,
    '@type': 'dcat:Catalog',
    title: { zh: `${pack.name.zh}贸易统计开放数据`, en: `Open trade statistics of ${pack.name.en}` },
    description: {
      zh: '海关公布的进出口统计，以及经保密处理后发布的统计表。',
      en: 'What the customs publish of trade, and tables that were released under disclosure control.',
    },
    language: [`${european}/language/ZHO`, `${european}/language/ENG`],
    ...publisher,
    ...licence,
    ...(moments.length > 0 && { modified: moments.at(-1) }),
    service: {
      '@id': service,
      '@type': 'dcat:DataService',
      title: { zh: 'SDMX 2.1 服务', en: 'SDMX 2.1 web service' },
      endpointURL: service,
      conformsTo: 'https://sdmx.org',
      servesDataset: datasets.map((dataset) => dataset['@id']),
    },
    dataset: datasets,
  };
}

/** When a dataset was first and last changed, and from which files. */
function datesOf(flow: Dataflow, loads: readonly Load[], releases: readonly ReleaseSummary[]) {
  if (flow.from.kind === 'release') {
    const { release: id } = flow.from;
    const at = releases.find((release) => release.id === id)?.publishedAt;
    return at ? { issued: at, modified: at } : {};
  }
  const shapes = new Set(flow.from.held.map(({ shape }) => shape.id));
  const own = loads.filter(({ shape }) => shapes.has(shape)).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const [first] = own;
  const last = own.at(-1);
  if (!first || !last) return {};
  const files = own.map(({ file, sha256 }) => `${file} (sha256 ${sha256})`);
  const shown = files.length > 20 ? [`${files.length} files, the last of them`, ...files.slice(-20)] : files;
  const provenance = { '@type': 'dct:ProvenanceStatement', label: { en: shown.join('\n') } };
  return { issued: first.at, modified: last.at, provenance };
}

function distributions(base: string, flow: Dataflow, licence: object) {
  const { id, from } = flow;
  const data = `${base}/api/sdmx/data/${id}`;
  // What is too large to be given at once is reached by its service, key by key.
  const isTooLarge = observationsAtMost(flow, {}, {}) > mostObservations;
  const one = (kind: string, title: Names, downloadURL: string, type: string, file: string) => ({
    '@id': `${base}/api/catalog#${id}-${kind}`,
    '@type': 'dcat:Distribution',
    title,
    accessURL: data,
    ...(downloadURL.startsWith(data) && { accessService: `${base}/api/sdmx` }),
    ...(!isTooLarge && { downloadURL }),
    mediaType: `${iana}/${type}`,
    format: `${european}/file-type/${file}`,
    ...licence,
  });
  const both = (text: string): Names => ({ zh: text, en: text });
  const cells = { zh: '单元格（CSV）', en: 'Cells (CSV)' };
  return [
    one('csv', both('SDMX-CSV 1.0'), `${data}?format=csv`, 'text/csv', 'CSV'),
    one('json', both('SDMX-JSON 2.0'), `${data}?format=json2`, 'application/json', 'JSON'),
    one('xml', both('SDMX-ML 2.1'), `${data}?format=xml`, 'application/xml', 'XML'),
    one('parquet', both('Parquet'), `${data}?format=parquet`, 'application/vnd.apache.parquet', 'PARQUET'),
    ...(from.kind === 'release'
      ? [one('cells', cells, `${base}/api/releases/${id}/cells.csv`, 'text/csv', 'CSV')]
      : []),
  ];
}

const frequencyOf = ({ from }: Dataflow): string => {
  if (from.kind === 'release') return 'NEVER';
  const span = from.held[0]?.shape.span;
  return span === 'month' ? 'MONTHLY' : span === 'year' ? 'ANNUAL' : 'IRREG';
};

/** The place that a table is about: the whole country unless its shape says otherwise. */
function placeOf({ from }: Dataflow, pack: Pack) {
  const within = from.kind === 'statistics' ? from.held[0]?.shape.within : undefined;
  const place = pack.places.find(({ code, level }) => (within ? code === within : level === 'country'));
  const known = !within && pack.iso3 ? { '@id': `${european}/country/${pack.iso3}` } : {};
  return { ...known, '@type': 'dct:Location', ...(place && { placeName: { ...place.name } }) };
}

const describe = ({ from, name, synthetic }: Dataflow): Names => {
  const made = synthetic ? { zh: '（合成数据）', en: ' Made up.' } : { zh: '', en: '' };
  return from.kind === 'release'
    ? {
        zh: `由企业申报汇总并经保密处理的统计表：${name.zh}。${made.zh}`,
        en: `Made from declarations under disclosure control: ${name.en}.${made.en}`,
      }
    : { zh: `海关公布的统计：${name.zh}。${made.zh}`, en: `Published by the customs: ${name.en}.${made.en}` };
};
