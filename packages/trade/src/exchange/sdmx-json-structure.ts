import type { Names } from '@tidu/reference';
import { conceptScheme, concepts } from './concepts.ts';
import {
  agency,
  artefactVersion,
  type Code,
  currencyAttributes,
  type Dataflow,
  observationAttributes,
  timeDimension,
  urn,
} from './dataflow.ts';
import { type JsonVersion, localised, meta, type Tongue } from './sdmx-json.ts';
import { attributeList } from './sdmx-ml-structure.ts';
import { agencySchemeId, type Constraint, constraintId, type Structures } from './structure-query.ts';

/** An SDMX-JSON structure message. */
export function jsonStructures(
  structures: Structures,
  prepared: string,
  version: JsonVersion,
  tongue: Tongue,
) {
  const artefact = (kind: string, type: string, id: string, names: Names) => ({
    id,
    ...localised(names, tongue),
    version: artefactVersion,
    agencyID: agency.id,
    links: [{ rel: 'self', type, urn: urn(kind, id) }],
  });
  const full = <T extends object>(content: T): Partial<T> => (structures.stubs ? {} : content);
  const item = ({ id, parent, name }: Code) => ({
    id,
    ...localised(name, tongue),
    ...(parent !== undefined && { parent }),
  });
  return {
    meta: meta('structure', version, 'STRUCTURES', prepared, tongue),
    data: {
      ...(structures.agencies && {
        agencySchemes: [
          {
            id: agencySchemeId,
            ...localised({ zh: '机构', en: 'Agencies' }, tongue),
            version: '1.0',
            agencyID: 'SDMX',
            agencies: [{ id: agency.id, ...localised(agency.name, tongue) }],
          },
        ],
      }),
      ...(structures.dataflows.length > 0 && {
        dataflows: structures.dataflows.map((flow) => ({
          ...artefact('datastructure.Dataflow', 'dataflow', flow.id, flow.name),
          ...full({ structure: urn('datastructure.DataStructure', flow.id) }),
        })),
      }),
      ...(structures.codeLists.length > 0 && {
        codelists: structures.codeLists.map((list) => ({
          ...artefact('codelist.Codelist', 'codelist', list.id, list.name),
          ...full({ codes: list.codes.map(item) }),
        })),
      }),
      ...(structures.concepts && {
        conceptSchemes: [
          {
            ...artefact('conceptscheme.ConceptScheme', 'conceptscheme', conceptScheme.id, conceptScheme.name),
            ...full({ concepts: Object.entries(concepts).map(([id, name]) => item({ id, name })) }),
          },
        ],
      }),
      ...(structures.dataStructures.length > 0 && {
        dataStructures: structures.dataStructures.map((flow) => ({
          ...artefact('datastructure.DataStructure', 'datastructure', flow.id, flow.name),
          ...full({ dataStructureComponents: components(flow, version) }),
        })),
      }),
      ...(structures.constraints.length > 0 && {
        [version === '1.0' ? 'contentConstraints' : 'dataConstraints']: structures.constraints.map((one) => ({
          ...artefact(
            'registry.ContentConstraint',
            'contentconstraint',
            constraintId(one.flow),
            one.flow.name,
          ),
          ...full(constraint(one, version)),
        })),
      }),
    },
  };
}

const concept = (id: string) => ({ conceptIdentity: urn('conceptscheme.Concept', conceptScheme.id, id) });
const enumeration = (list: string) => ({
  localRepresentation: { enumeration: urn('codelist.Codelist', list) },
});

function components({ dimensions }: Dataflow, version: JsonVersion) {
  const first = version === '1.0';
  const text = (type: string) => ({
    localRepresentation: first ? { textFormat: { textType: type } } : { format: { dataType: type } },
  });
  const time = {
    id: timeDimension,
    position: dimensions.length + 1,
    ...concept(timeDimension),
    ...text('ObservationalTimePeriod'),
  };
  const measure = { id: 'OBS_VALUE', ...concept('OBS_VALUE'), ...text('Double') };
  const attribute = (id: keyof typeof attributeList, relation: object) => ({
    id,
    ...(first ? { assignmentStatus: 'Mandatory' } : { usage: 'mandatory' }),
    attributeRelationship: relation,
    ...concept(id),
    ...enumeration(attributeList[id].id),
  });
  return {
    dimensionList: {
      id: 'DimensionDescriptor',
      dimensions: dimensions.map(({ id, list }, i) => ({
        id,
        position: i + 1,
        type: 'Dimension',
        ...concept(id),
        ...enumeration(list.id),
      })),
      ...(first ? { timeDimensions: [time] } : { timeDimension: time }),
    },
    attributeList: {
      id: 'AttributeDescriptor',
      attributes: [
        ...currencyAttributes.map((id) => attribute(id, { dimensions: ['CURRENCY'] })),
        ...observationAttributes.map((id) =>
          first
            ? attribute(id, { primaryMeasure: 'OBS_VALUE' })
            : { ...attribute(id, { observation: {} }), measureRelationship: ['OBS_VALUE'] },
        ),
      ],
    },
    measureList: {
      id: 'MeasureDescriptor',
      ...(first ? { primaryMeasure: measure } : { measures: [measure] }),
    },
  };
}

function constraint({ flow, codes }: Constraint, version: JsonVersion) {
  const first = version === '1.0';
  const range = {
    startPeriod: { period: flow.period.from, isInclusive: true },
    endPeriod: { period: flow.period.to, isInclusive: true },
  };
  const held = flow.dimensions.flatMap(({ id }) => {
    const values = codes[id];
    return values ? [{ id, values: first ? values : values.map((value) => ({ value })) }] : [];
  });
  return {
    ...(first ? { type: 'Actual' } : { role: 'Actual' }),
    constraintAttachment: { dataflows: [urn('datastructure.Dataflow', flow.id)] },
    cubeRegions: [
      {
        [first ? 'isIncluded' : 'include']: true,
        keyValues: [...held, { id: timeDimension, timeRange: range }],
      },
    ],
  };
}
