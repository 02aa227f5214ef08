import { CannotExchange } from './cannot-exchange.ts';
import { fixedLists } from './code-lists.ts';
import { conceptScheme } from './concepts.ts';
import { agency, artefactVersion, type CodeList, type Dataflow, type FlowDimensionId } from './dataflow.ts';
import type { Registry } from './registry.ts';

/** What flows hold, by dimension, and from when to when. */
export interface Constraint {
  readonly flow: Dataflow;
  readonly codes: Readonly<Partial<Record<FlowDimensionId, readonly string[]>>>;
}

/** Artefacts that answer a structure query. */
export interface Structures {
  readonly agencies: boolean;
  readonly concepts: boolean;
  readonly dataflows: readonly Dataflow[];
  /** Each flow's data structure has its id. */
  readonly dataStructures: readonly Dataflow[];
  readonly codeLists: readonly CodeList[];
  readonly constraints: readonly Constraint[];
  /** Only what identifies the artefacts. */
  readonly stubs: boolean;
}

export const structureKinds = [
  'dataflow',
  'datastructure',
  'codelist',
  'conceptscheme',
  'agencyscheme',
  'contentconstraint',
  'structure',
] as const;
type Kind = (typeof structureKinds)[number];
const kept = [
  'agencyscheme',
  'conceptscheme',
  'dataflow',
  'datastructure',
  'codelist',
  'contentconstraint',
] as const;

export interface StructureQuery {
  readonly kind: string;
  readonly agency?: string | undefined;
  readonly id?: string | undefined;
  readonly version?: string | undefined;
  readonly references?: string | undefined;
  readonly detail?: string | undefined;
}

const constraintPrefix = 'CR_';
export const constraintId = ({ id }: Dataflow): string => `${constraintPrefix}${id}`;
export const agencySchemeId = 'AGENCIES';

/** Lists that the attributes of every flow use. */
const attributeLists = [
  fixedLists.currency,
  fixedLists.unitMultiplier,
  fixedLists.status,
  fixedLists.confidentiality,
];

/**
 * The artefacts that a query of structures is about, with those that they refer to or are referred to by.
 * @throws CannotExchange `path-not-understood`, or `no-results` when nothing is so called
 */
export function structuresOf(registry: Registry, query: StructureQuery): Structures {
  const kind = known(query.kind, structureKinds, 'resource');
  const references = known(
    query.references ?? 'none',
    ['none', 'parents', 'parentsandsiblings', 'children', 'descendants', 'all', ...structureKinds],
    'references',
  );
  const detail = known(
    query.detail ?? 'full',
    ['full', 'allstubs', 'referencestubs', 'allcompletestubs', 'referencecompletestubs', 'referencepartial'],
    'detail',
  );
  const named = asked(registry, kind, query);
  const wanted = new Set<string>(related(kind, references));
  const flows = new Set([
    ...named.dataflows,
    ...named.dataStructures,
    ...named.constraints.map(({ flow }) => flow),
  ]);
  if (kind === 'codelist' && references !== 'none' && references !== 'children') {
    for (const flow of registry.flows) {
      if (listsOf(flow).some((list) => named.codeLists.includes(list))) flows.add(flow);
    }
  }
  if (kind === 'conceptscheme' && references !== 'none') for (const flow of registry.flows) flows.add(flow);
  const of = <T>(name: Kind, own: readonly T[], others: () => readonly T[]): readonly T[] =>
    wanted.has(name) ? [...new Set([...own, ...others()])] : own;
  return {
    agencies: named.agencies || wanted.has('agencyscheme'),
    concepts: named.concepts || wanted.has('conceptscheme'),
    dataflows: of('dataflow', named.dataflows, () => [...flows]),
    dataStructures: of('datastructure', named.dataStructures, () => [...flows]),
    codeLists: of('codelist', named.codeLists, () => [...flows].flatMap(listsOf)),
    constraints: wanted.has('contentconstraint')
      ? [...flows].map((flow) => constraintOf(registry, flow))
      : named.constraints,
    stubs: detail === 'allstubs' || detail === 'allcompletestubs',
  };
}

const listsOf = ({ dimensions }: Dataflow): CodeList[] => [
  ...dimensions.map(({ list }) => list),
  ...attributeLists,
];

const constraintOf = ({ held }: Registry, flow: Dataflow): Constraint => ({
  flow,
  codes: held.get(flow.id) ?? {},
});

function known<T extends string>(text: string, allowed: readonly T[], what: string): T {
  const found = allowed.find((one) => one === text);
  if (found) return found;
  throw new CannotExchange(
    'path-not-understood',
    `${what}: "${text}" is none`,
    `use one of ${allowed.join(', ')}`,
  );
}

/** What each kind refers to, and what refers to it. */
function related(kind: Kind, references: string): readonly string[] {
  const down: Record<Kind, readonly (typeof kept)[number][]> = {
    agencyscheme: [],
    conceptscheme: [],
    codelist: [],
    datastructure: ['codelist', 'conceptscheme'],
    dataflow: ['datastructure'],
    contentconstraint: ['dataflow'],
    structure: kept,
  };
  const up: Record<Kind, readonly (typeof kept)[number][]> = {
    agencyscheme: [],
    conceptscheme: ['datastructure'],
    codelist: ['datastructure'],
    datastructure: ['dataflow'],
    dataflow: ['contentconstraint'],
    contentconstraint: [],
    structure: kept,
  };
  const below = (from: Kind): string[] => down[from].flatMap((one) => [one, ...below(one)]);
  switch (references) {
    case 'none':
      return [];
    case 'children':
      return down[kind];
    case 'descendants':
      return below(kind);
    case 'parents':
      return up[kind];
    case 'parentsandsiblings':
      return up[kind].flatMap((one) => [one, ...down[one]]);
    case 'all':
      return ['agencyscheme', ...below(kind), ...up[kind].flatMap((one) => [one, ...below(one)])];
    default:
      return [references];
  }
}

function asked(registry: Registry, kind: Kind, query: StructureQuery): Structures {
  const ids = query.id === undefined || query.id === 'all' ? undefined : new Set(query.id.split('+'));
  const is = (id: string): boolean => ids?.has(id) ?? true;
  const ours =
    /^(all|latest|)$/.test(query.version ?? '') ||
    (query.version ?? '').split('+').some((version) => version === artefactVersion || version === '1.0.0');
  const agencies = query.agency === undefined || query.agency === 'all' ? undefined : query.agency.split('+');
  // The scheme of agencies itself belongs to SDMX, as its standard wants.
  const mine = agencies?.some((id) => id === agency.id || (kind === 'agencyscheme' && id === 'SDMX')) ?? true;
  const wants = (name: Kind) => mine && ours && (kind === name || kind === 'structure');
  const found: Structures = {
    agencies: wants('agencyscheme') && is(agencySchemeId),
    concepts: wants('conceptscheme') && is(conceptScheme.id),
    dataflows: wants('dataflow') ? registry.flows.filter(({ id }) => is(id)) : [],
    dataStructures: wants('datastructure') ? registry.flows.filter(({ id }) => is(id)) : [],
    codeLists: wants('codelist') ? registry.lists.filter(({ id }) => is(id)) : [],
    constraints: wants('contentconstraint')
      ? registry.flows.filter((flow) => is(constraintId(flow))).map((flow) => constraintOf(registry, flow))
      : [],
    stubs: false,
  };
  const lists = [found.dataflows, found.dataStructures, found.codeLists, found.constraints];
  if (found.agencies || found.concepts || lists.some((list) => list.length > 0)) return found;
  const path = [query.kind, query.agency, query.id, query.version].filter(Boolean).join('/');
  throw new CannotExchange(
    'no-results',
    `there is no ${path}`,
    `see ${query.kind}/${agency.id} for those that there are`,
  );
}
