import type { Names, Period } from '@tidu/reference';
import type { Coverage } from '../warehouse.ts';

/** The agency that maintains every structure, and the one version of each. */
export const agency = { id: 'TIDU', name: { zh: '梯度', en: 'Tidu' } } as const;
export const artefactVersion = '1.0';

export interface Code {
  readonly id: string;
  readonly parent?: string;
  readonly name: Names;
}

export interface CodeList {
  readonly id: string;
  readonly name: Names;
  readonly codes: readonly Code[];
}

/** What a flow tells apart, in the order of its key; time follows. */
export type FlowDimensionId = 'FREQ' | 'FLOW' | 'PLACE' | 'COMMODITY' | 'PARTNER' | 'MODE' | 'CURRENCY';
export const timeDimension = 'TIME_PERIOD';

export interface FlowDimension {
  readonly id: FlowDimensionId;
  readonly list: CodeList;
}

/**
 * One table that is offered for exchange: published statistics of one shape (its currencies side by
 * side), or a release. Its data structure has the same id.
 */
export interface Dataflow {
  readonly id: string;
  readonly name: Names;
  readonly dimensions: readonly FlowDimension[];
  readonly period: Period;
  readonly synthetic: boolean;
  readonly from:
    | { readonly kind: 'statistics'; readonly held: readonly Coverage[] }
    | { readonly kind: 'release'; readonly release: string };
}

/** What is made up says so wherever it is named. */
export const marked = ({ zh, en }: Names, synthetic: boolean): Names =>
  synthetic ? { zh: `${zh}（合成数据）`, en: `${en} (made up)` } : { zh, en };

/** As code list CL_OBS_STATUS of SDMX: normal, estimated, missing, missing because it is suppressed. */
type ObservationStatus = 'A' | 'E' | 'O' | 'Q';
/** As code list CL_CONF_STATUS of SDMX: free, confidential, confidential for the sake of others. */
type ConfidentialityStatus = 'F' | 'C' | 'D';

export interface Observation {
  /** A code of each dimension, and the time period last. */
  readonly key: readonly string[];
  /** Whole units of the currency. */
  readonly value: number | null;
  readonly status: ObservationStatus;
  readonly confidentiality: ConfidentialityStatus;
}

/** Which attributes an observation carries, by where they belong: to all of a currency, or to the observation. */
export const currencyAttributes = ['UNIT_MEASURE', 'UNIT_MULT'] as const;
export const observationAttributes = ['OBS_STATUS', 'CONF_STATUS'] as const;
export type AttributeId = (typeof currencyAttributes)[number] | (typeof observationAttributes)[number];

export const positionOf = (flow: Dataflow, id: string): number =>
  id === timeDimension ? flow.dimensions.length : flow.dimensions.findIndex((one) => one.id === id);

/** @example urn('datastructure.Dataflow', 'R1') // 'urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=TIDU:R1(1.0)' */
export const urn = (kind: string, id: string, item?: string): string =>
  `urn:sdmx:org.sdmx.infomodel.${kind}=${agency.id}:${id}(${artefactVersion})${item ? `.${item}` : ''}`;
