import { CannotExchange } from './cannot-exchange.ts';
import { agency, artefactVersion } from './dataflow.ts';
import { type Detail, details } from './series.ts';

/** A question for data, as the path and the parameters of an SDMX 2.1 address put it. */
export interface DataQuery {
  readonly flow: string;
  readonly key: string;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly at?: string | undefined;
  readonly detail: Detail;
  readonly first?: number | undefined;
  readonly last?: number | undefined;
}

export type Parameters = Readonly<Record<string, string | undefined>>;

const understood = [
  'startPeriod',
  'endPeriod',
  'dimensionAtObservation',
  'detail',
  'firstNObservations',
  'lastNObservations',
  'includeHistory',
  'format',
  'labels',
  'lang',
  'references',
  'mode',
];

/**
 * `flow/key/provider`, the key and the provider may be left out.
 * @throws CannotExchange `path-not-understood`, or `not-offered` for what SDMX allows and is not done here
 */
export function dataQuery(path: string, parameters: Parameters): DataQuery {
  const [flow = '', key = 'all', provider = 'all', ...rest] = path.split('/').filter(Boolean);
  if (flow === '' || rest.length > 0) {
    throw new CannotExchange(
      'path-not-understood',
      `"${path}" is no flow/key/provider`,
      'write data/FLOW/KEY',
    );
  }
  if (parameters.updatedAfter || parameters.includeHistory === 'true') {
    throw new CannotExchange(
      'not-offered',
      'what changed since a date is not told by SDMX here',
      'ask for all, or ask /api/query with asKnownAt',
    );
  }
  const unknown = Object.keys(parameters).find((name) => !understood.includes(name));
  if (unknown) {
    throw new CannotExchange(
      'path-not-understood',
      `there is no parameter ${unknown}`,
      `use ${understood.join(', ')}`,
    );
  }
  if (
    !/^(all|latest)$/.test(provider) &&
    provider.split('+').every((one) => one.split(',').at(-1) !== agency.id)
  ) {
    throw new CannotExchange(
      'no-results',
      `there is no data provider ${provider}`,
      `leave it out, or say all or ${agency.id}`,
    );
  }
  const detail = details.find((one) => one === (parameters.detail ?? 'full'));
  if (!detail) {
    throw new CannotExchange(
      'path-not-understood',
      `detail: "${parameters.detail}" is none`,
      `use ${details.join(', ')}`,
    );
  }
  return {
    flow: flowId(flow),
    key,
    start: parameters.startPeriod,
    end: parameters.endPeriod,
    at: parameters.dimensionAtObservation,
    detail,
    first: count('firstNObservations', parameters),
    last: count('lastNObservations', parameters),
  };
}

/** A flow is named by itself, or as agency, flow and version between commas. */
function flowId(text: string): string {
  const parts = text.split(',');
  const [only = ''] = parts;
  if (parts.length === 1) return only;
  const [owner = '', id = '', version = 'latest'] = parts;
  const ours = owner === agency.id || owner === 'all';
  const current = ['latest', 'all', artefactVersion, `${artefactVersion}.0`, ''].includes(version);
  if (ours && current && parts.length <= 3) return id;
  throw new CannotExchange(
    'no-results',
    `there is no dataflow ${text}`,
    `flows are of agency ${agency.id} and version ${artefactVersion}`,
  );
}

function count(name: string, parameters: Parameters): number | undefined {
  const text = parameters[name];
  if (text === undefined) return undefined;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new CannotExchange('path-not-understood', `${name}: "${text}" is no number`, 'write e.g. 12');
}
