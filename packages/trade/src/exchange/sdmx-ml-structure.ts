import type { Names } from '@tidu/reference';
import { fixedLists } from './code-lists.ts';
import { conceptScheme, concepts } from './concepts.ts';
import {
  agency,
  artefactVersion,
  currencyAttributes,
  type Dataflow,
  observationAttributes,
  timeDimension,
  urn,
} from './dataflow.ts';
import { declared, header, inBoth, reference } from './sdmx-ml.ts';
import { agencySchemeId, type Constraint, constraintId, type Structures } from './structure-query.ts';
import { timeCode } from './time-period.ts';
import { close, declaration, element, open, text } from './xml.ts';

/** Which list each attribute takes its codes from. */
export const attributeList = {
  UNIT_MEASURE: fixedLists.currency,
  UNIT_MULT: fixedLists.unitMultiplier,
  OBS_STATUS: fixedLists.status,
  CONF_STATUS: fixedLists.confidentiality,
} as const;

/** An SDMX-ML 2.1 structure message, in pieces. */
export function* structureMessage(structures: Structures, prepared: string): Generator<string> {
  const { stubs } = structures;
  yield declaration + open('mes:Structure', declared('mes', 'com', 'str'));
  yield header('STRUCTURES', prepared);
  yield open('mes:Structures');
  yield* section('OrganisationSchemes', structures.agencies ? [agencies()] : []);
  yield* section(
    'Dataflows',
    structures.dataflows.map((flow) => dataflow(flow, stubs)),
  );
  yield* section(
    'Codelists',
    structures.codeLists.map((list) =>
      maintained(
        'Codelist',
        'codelist.Codelist',
        list,
        stubs
          ? []
          : list.codes.map(({ id, parent, name }) =>
              element(
                'str:Code',
                { id, urn: urn('codelist.Code', list.id, id) },
                inBoth(name),
                parent === undefined ? '' : element('str:Parent', {}, element('Ref', { id: parent })),
              ),
            ),
      ),
    ),
  );
  yield* section('Concepts', structures.concepts ? [scheme(stubs)] : []);
  yield* section(
    'DataStructures',
    structures.dataStructures.map((flow) => dataStructure(flow, stubs)),
  );
  yield* section(
    'Constraints',
    structures.constraints.map((one) => constraint(one, stubs)),
  );
  yield close('mes:Structures') + close('mes:Structure');
}

function* section(name: string, artefacts: readonly string[]): Generator<string> {
  if (artefacts.length === 0) return;
  yield open(`str:${name}`);
  yield* artefacts;
  yield close(`str:${name}`);
}

const maintained = (
  name: string,
  kind: string,
  { id, name: names }: { readonly id: string; readonly name: Names },
  content: readonly string[],
  rest: Readonly<Record<string, string>> = {},
): string =>
  element(
    `str:${name}`,
    { id, urn: urn(kind, id), agencyID: agency.id, version: artefactVersion, ...rest },
    inBoth(names),
    ...content,
  );

const agencies = (): string =>
  element(
    'str:AgencyScheme',
    {
      id: agencySchemeId,
      urn: `urn:sdmx:org.sdmx.infomodel.base.AgencyScheme=SDMX:${agencySchemeId}(1.0)`,
      agencyID: 'SDMX',
      version: '1.0',
    },
    inBoth({ zh: '机构', en: 'Agencies' }),
    element('str:Agency', { id: agency.id }, inBoth(agency.name)),
  );

const dataflow = (flow: Dataflow, stubs: boolean): string =>
  maintained(
    'Dataflow',
    'datastructure.Dataflow',
    flow,
    stubs
      ? []
      : [
          element(
            'str:Structure',
            {},
            reference(flow.id, { class: 'DataStructure', package: 'datastructure' }),
          ),
        ],
  );

const scheme = (stubs: boolean): string =>
  maintained(
    'ConceptScheme',
    'conceptscheme.ConceptScheme',
    conceptScheme,
    stubs
      ? []
      : Object.entries(concepts).map(([id, name]) =>
          element(
            'str:Concept',
            { id, urn: urn('conceptscheme.Concept', conceptScheme.id, id) },
            inBoth(name),
          ),
        ),
  );

const concept = (id: string): string =>
  element(
    'str:ConceptIdentity',
    {},
    element('Ref', {
      maintainableParentID: conceptScheme.id,
      maintainableParentVersion: artefactVersion,
      agencyID: agency.id,
      id,
      class: 'Concept',
      package: 'conceptscheme',
    }),
  );
const enumerated = (list: string): string =>
  element(
    'str:LocalRepresentation',
    {},
    element('str:Enumeration', {}, reference(list, { class: 'Codelist', package: 'codelist' })),
  );
const formatted = (textType: string): string =>
  element('str:LocalRepresentation', {}, element('str:TextFormat', { textType }));

function dataStructure(flow: Dataflow, stubs: boolean): string {
  const { dimensions } = flow;
  const attribute = (id: keyof typeof attributeList, relation: string): string =>
    element(
      'str:Attribute',
      { id, assignmentStatus: 'Mandatory' },
      concept(id),
      enumerated(attributeList[id].id),
      element('str:AttributeRelationship', {}, relation),
    );
  const ofCurrency = element('str:Dimension', {}, element('Ref', { id: 'CURRENCY' }));
  const ofObservation = element('str:PrimaryMeasure', {}, element('Ref', { id: 'OBS_VALUE' }));
  const components = element(
    'str:DataStructureComponents',
    {},
    element(
      'str:DimensionList',
      { id: 'DimensionDescriptor' },
      ...dimensions.map(({ id, list }, i) =>
        element('str:Dimension', { id, position: i + 1 }, concept(id), enumerated(list.id)),
      ),
      element(
        'str:TimeDimension',
        { id: timeDimension, position: dimensions.length + 1 },
        concept(timeDimension),
        formatted('ObservationalTimePeriod'),
      ),
    ),
    element(
      'str:AttributeList',
      { id: 'AttributeDescriptor' },
      ...currencyAttributes.map((id) => attribute(id, ofCurrency)),
      ...observationAttributes.map((id) => attribute(id, ofObservation)),
    ),
    element(
      'str:MeasureList',
      { id: 'MeasureDescriptor' },
      element('str:PrimaryMeasure', { id: 'OBS_VALUE' }, concept('OBS_VALUE'), formatted('Double')),
    ),
  );
  return maintained('DataStructure', 'datastructure.DataStructure', flow, stubs ? [] : [components]);
}

function constraint({ flow, codes }: Constraint, stubs: boolean): string {
  const id = constraintId(flow);
  const values = flow.dimensions.flatMap((dimension) => {
    const held = codes[dimension.id];
    if (!held || held.length === 0) return [];
    return [
      element(
        'com:KeyValue',
        { id: dimension.id },
        ...held.map((code) => element('com:Value', {}, text(code))),
      ),
    ];
  });
  const first = timeCode({ from: flow.period.from, to: flow.period.from }).text;
  const last = timeCode({ from: flow.period.to, to: flow.period.to }).text;
  const time = element(
    'com:KeyValue',
    { id: timeDimension },
    element(
      'com:TimeRange',
      {},
      element('com:StartPeriod', { isInclusive: 'true' }, first),
      element('com:EndPeriod', { isInclusive: 'true' }, last),
    ),
  );
  const content = [
    element(
      'str:ConstraintAttachment',
      {},
      element('str:Dataflow', {}, reference(flow.id, { class: 'Dataflow', package: 'datastructure' })),
    ),
    element('str:CubeRegion', { include: 'true' }, ...values, time),
  ];
  const named = { id, name: { zh: `${flow.name.zh}：所含代码`, en: `What ${flow.name.en} holds` } };
  return maintained('ContentConstraint', 'registry.ContentConstraint', named, stubs ? [] : content, {
    type: 'Actual',
  });
}
