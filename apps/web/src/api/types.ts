import type {
  Agglomeration,
  Batch,
  Commodity,
  Flow,
  Park,
  Partner,
  Place,
  Source,
  TradeMode,
} from '@tidu/reference';

/** What the server answers, as far as the page reads it. */
export interface Status {
  version: string;
  pack: { id: string; name: Words; edition: string };
  months: { first: string; last: string } | null;
  loads: number;
  facts: number;
  synthetic: boolean;
  answers: { processing: boolean; commodity: boolean; partner: boolean };
}

interface Words {
  zh: string;
  en: string;
}

export type KnownPlace = Place & { published: boolean };
export type Places = { places: KnownPlace[] };
export type Parks = { batches: Batch[]; parks: Park[] };
export type ParkAnswer = { park: Park; batch: Batch; place: KnownPlace; sources: Record<string, Source> };
export type Agglomerations = { agglomerations: Agglomeration[] };
export type CodeRecords = { records: (TradeMode | Partner | Commodity)[] };

interface Figure {
  figure: string;
  period: string;
  flow: Flow;
  unit: string;
  values: Record<string, number | null>;
  coverage: Record<string, unknown>;
  notes: string[];
  synthetic: boolean;
}

export interface Receipt {
  receipt: number;
  request: unknown;
  formula: { text: string; source: string };
  questions: { name: string; query: unknown; sql: string }[];
  loads: { id: number; file: string; sha256: string; at: string; synthetic: boolean }[];
  suppression: string;
  program: { name: string; version: string };
  result: Figure;
  sha256: string;
}

export type FigureAnswer = { figure: Figure; receipt: Receipt };
export type Verification = { same: boolean; differences: string[] };

export type Row = Record<string, string | number | null>;

export interface QueryAnswer {
  columns: string[];
  unit: string;
  rows: Row[];
  loads: { id: number; file: string; at: string; synthetic: boolean }[];
  missingMonths: string[];
  notes: string[];
}

export interface LoadRecord {
  id: number;
  file: string;
  sha256: string;
  bytes: number;
  format: string;
  at: string;
  shape: string;
  period: { from: string; to: string };
  rows: { read: number; loaded: number; unchanged: number; quarantined: number; superseded: number };
  synthetic: boolean;
}
export type Loads = { loads: LoadRecord[] };

interface QuarantinedRecord {
  load: number;
  file: string;
  line: number;
  column: string;
  value: string;
  reason: string;
}
export type Quarantine = { rows: QuarantinedRecord[] };

export interface Geometry {
  type: 'FeatureCollection';
  properties?: { approvalNumber?: string | null; bounds?: [number, number, number, number] };
  features: Feature[];
}

export type Position = [number, number];

export interface Feature {
  properties: {
    code?: string;
    name?: string;
    nameEn?: string;
    province?: string;
    kind?: 'land' | 'islands' | 'dash';
    inset?: boolean;
  };
  geometry:
    | { type: 'Polygon'; coordinates: Position[][] }
    | { type: 'MultiPolygon'; coordinates: Position[][][] }
    | { type: 'LineString'; coordinates: Position[] }
    | { type: 'Point'; coordinates: Position };
}
