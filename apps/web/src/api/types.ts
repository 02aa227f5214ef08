import type { paths } from './openapi.gen.ts';

/** What the server answers to a GET, by its own description. */
type Told<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type Status = Told<'/api/status'>;
export type Places = Told<'/api/places'>;
export type KnownPlace = Places['places'][number];
export type Parks = Told<'/api/parks'>;
export type ParkAnswer = Told<'/api/parks/{id}'>;
export type Source = ParkAnswer['sources'][string];
export type Sources = Told<'/api/sources'>;
export type Agglomerations = Told<'/api/agglomerations'>;
export type CodeRecords = Told<'/api/codes/{list}'>;
export type FigureAnswer = Told<'/api/figures/{name}'>;
export type Receipt = FigureAnswer['receipt'];
export type QueryAnswer = Told<'/api/query'>;
export type Row = QueryAnswer['rows'][number];
export type Views = Told<'/api/views'>;
export type View = Views['views'][number];
export type Underway = Told<'/api/downloads/{ticket}'>;
export type Loads = Told<'/api/loads'>;
export type LoadRecord = Loads['loads'][number];
export type Quarantine = Told<'/api/loads/{id}/quarantine'>;
export type Inbox = Told<'/api/inbox'>;
export type Upload = Inbox['uploads'][number];
export type Preview =
  paths['/api/inbox/{id}/preview']['post']['responses'][200]['content']['application/json'];
export type Concordances = Told<'/api/concordances'>;
export type AddedConcordance =
  paths['/api/concordances']['post']['responses'][200]['content']['application/json'];
export type Withdrawal =
  paths['/api/loads/{id}/withdrawal']['post']['responses'][200]['content']['application/json'];
export type Verification = paths['/api/verify']['post']['responses'][200]['content']['application/json'];

export type Releases = Told<'/api/desk/releases'>;
export type ReleaseFace = Releases['releases'][number];
export type ReleasedTable = Told<'/api/desk/releases/{id}'>;
export type Derived = Told<'/api/releases/{id}/derived'>;
export type Proof = Told<'/api/desk/releases/{id}/certificate'>;
export type ReleaseDraft = NonNullable<
  paths['/api/desk/releases']['post']['requestBody']
>['content']['application/json'];

export type Findings = Told<'/api/quality'>;
export type FindingBrief = Findings['findings'][number];
export type FindingWhole = Told<'/api/quality/{id}'>;
export type QualitySources = Told<'/api/quality/sources'>;
export type QualitySource = QualitySources['sources'][number];
export type QualityRun = Told<'/api/quality/run'>;
export type Decision = NonNullable<
  paths['/api/quality/{id}/decision']['post']['requestBody']
>['content']['application/json'];

/** The layers of the map, which the server hands on as they stand in the pack. */
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
