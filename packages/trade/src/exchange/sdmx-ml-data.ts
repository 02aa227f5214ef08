import {
  type AttributeId,
  currencyAttributes,
  type Observation,
  observationAttributes,
  positionOf,
  urn,
} from './dataflow.ts';
import { declared, header, reference } from './sdmx-ml.ts';
import {
  type DataAnswer,
  dimensionIds,
  flat,
  inOrder,
  seriesOf,
  showsAttributes,
  showsValues,
} from './series.ts';
import { close, declaration, element, open } from './xml.ts';

/** The attributes of an observation, by id. */
export function attributesOf(
  observation: Observation,
  currency: number,
): Readonly<Record<AttributeId, string>> {
  return {
    UNIT_MEASURE: observation.key[currency] as string,
    UNIT_MULT: '0',
    OBS_STATUS: observation.status,
    CONF_STATUS: observation.confidentiality,
  };
}

/** What belongs to a currency stands at the series, unless its observations differ by currency. */
export const attributesAt = (
  at: string,
): { series: readonly AttributeId[]; observation: readonly AttributeId[] } =>
  at === flat || at === 'CURRENCY'
    ? { series: [], observation: [...currencyAttributes, ...observationAttributes] }
    : { series: currencyAttributes, observation: observationAttributes };

/** An SDMX-ML 2.1 generic data message, in pieces. */
export function* genericData(answer: DataAnswer): Generator<string> {
  const { flow, at, detail, prepared } = answer;
  const ids = dimensionIds(flow);
  const along = positionOf(flow, at);
  const currency = positionOf(flow, 'CURRENCY');
  const belongs = attributesAt(at);
  const value = (id: string, code: string) => element('gen:Value', { id, value: code });
  const attributes = (names: readonly AttributeId[], one: Observation | undefined): string => {
    if (names.length === 0 || one === undefined || !showsAttributes(detail)) return '';
    const values = attributesOf(one, currency);
    return element('gen:Attributes', {}, ...names.map((name) => value(name, values[name])));
  };
  const observation = (where: string, one: Observation): string =>
    element(
      'gen:Obs',
      {},
      where,
      one.value === null ? '' : element('gen:ObsValue', { value: one.value }),
      attributes(belongs.observation, one),
    );

  yield declaration + open('mes:GenericData', declared('mes', 'com', 'gen'));
  yield header(
    flow.id,
    prepared,
    element(
      'mes:Structure',
      { structureID: flow.id, dimensionAtObservation: at },
      element('com:Structure', {}, reference(flow.id)),
    ),
  );
  yield open('mes:DataSet', { structureRef: flow.id, action: 'Information' });
  if (at === flat) {
    if (showsValues(detail)) {
      for (const one of inOrder(answer.observations)) {
        yield observation(
          element('gen:ObsKey', {}, ...ids.map((id, i) => value(id, one.key[i] as string))),
          one,
        );
      }
    }
  } else {
    const seriesIds = ids.filter((id) => id !== at);
    for (const { key, observations } of seriesOf(answer)) {
      yield open('gen:Series');
      yield element('gen:SeriesKey', {}, ...seriesIds.map((id, i) => value(id, key[i] as string)));
      yield attributes(belongs.series, observations[0]);
      if (showsValues(detail)) {
        for (const one of observations) {
          yield observation(element('gen:ObsDimension', { value: one.key[along] as string }), one);
        }
      }
      yield close('gen:Series');
    }
  }
  yield close('mes:DataSet') + close('mes:GenericData');
}

/** An SDMX-ML 2.1 structure specific data message, in pieces. */
export function* structureSpecificData(answer: DataAnswer): Generator<string> {
  const { flow, at, detail, prepared } = answer;
  const ids = dimensionIds(flow);
  const along = positionOf(flow, at);
  const currency = positionOf(flow, 'CURRENCY');
  const belongs = attributesAt(at);
  const namespace = `${urn('datastructure.DataStructure', flow.id)}:ObsLevelDim:${at}`;
  const attributes = (names: readonly AttributeId[], one: Observation | undefined) => {
    if (!one || !showsAttributes(detail)) return {};
    const values = attributesOf(one, currency);
    return Object.fromEntries(names.map((name) => [name, values[name]]));
  };
  const observation = (where: Record<string, string>, one: Observation): string =>
    element('Obs', { ...where, OBS_VALUE: one.value ?? undefined, ...attributes(belongs.observation, one) });
  const named = (names: readonly string[], key: readonly string[]) =>
    Object.fromEntries(names.map((id, i) => [id, key[i] as string]));

  yield declaration +
    open('mes:StructureSpecificData', { ...declared('mes', 'com', 'ss', 'xsi'), 'xmlns:flow': namespace });
  yield header(
    flow.id,
    prepared,
    element(
      'mes:Structure',
      { structureID: flow.id, namespace, dimensionAtObservation: at },
      element('com:Structure', {}, reference(flow.id)),
    ),
  );
  yield open('mes:DataSet', {
    'ss:structureRef': flow.id,
    'xsi:type': 'flow:DataSetType',
    'ss:dataScope': 'DataStructure',
    'ss:action': 'Information',
  });
  if (at === flat) {
    if (showsValues(detail))
      for (const one of inOrder(answer.observations)) yield observation(named(ids, one.key), one);
  } else {
    const seriesIds = ids.filter((id) => id !== at);
    for (const { key, observations } of seriesOf(answer)) {
      const own = { ...named(seriesIds, key), ...attributes(belongs.series, observations[0]) };
      if (!showsValues(detail)) {
        yield element('Series', own);
        continue;
      }
      yield open('Series', own);
      for (const one of observations) yield observation({ [at]: one.key[along] as string }, one);
      yield close('Series');
    }
  }
  yield close('mes:DataSet') + close('mes:StructureSpecificData');
}
