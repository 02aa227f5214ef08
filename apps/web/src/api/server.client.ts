import { answer, get, type Parameters, post, queryString, remove } from './http.client.ts';
import type {
  AddedConcordance,
  Agglomerations,
  CodeRecords,
  Concordances,
  Decision,
  Derived,
  FigureAnswer,
  Findings,
  FindingWhole,
  Geometry,
  Inbox,
  Loads,
  ParkAnswer,
  Parks,
  Places,
  Preview,
  Proof,
  QualityRun,
  QualitySources,
  Quarantine,
  QueryAnswer,
  ReleaseDraft,
  ReleasedTable,
  ReleaseFace,
  Releases,
  Sources,
  Status,
  Underway,
  Upload,
  Verification,
  View,
  Views,
  Withdrawal,
} from './types.ts';

export const server = {
  status: () => get<Status>('status'),
  places: () => get<Places>('places'),
  parks: () => get<Parks>('parks'),
  park: (id: string) => get<ParkAnswer>(`parks/${encodeURIComponent(id)}`),
  agglomerations: () => get<Agglomerations>('agglomerations'),
  sources: () => get<Sources>('sources'),
  codes: (list: string, level?: string) => get<CodeRecords>(`codes/${list}`, { level }),
  map: (layer: 'provinces' | 'prefectures' | 'inset') => get<Geometry>(`map/${layer}`),
  figure: (name: string, parameters: Parameters) => get<FigureAnswer>(`figures/${name}`, parameters),
  query: (parameters: Parameters) => get<QueryAnswer>('query', parameters),
  underway: (ticket: string) => get<Underway>(`downloads/${ticket}`),
  views: () => get<Views>('views'),
  view: (id: string) => get<View>(`views/${encodeURIComponent(id)}`),
  saveView: (wanted: SavedView) => post<View>('views', wanted),
  renameView: (id: string, name: View['name']) =>
    post<View>(`views/${encodeURIComponent(id)}`, { name }, 'PATCH'),
  discardView: (id: string) => remove(`views/${encodeURIComponent(id)}`),
  loads: () => get<Loads>('loads'),
  quarantine: (load: number) => get<Quarantine>(`loads/${load}/quarantine`),
  inbox: () => get<Inbox>('inbox'),
  preview: (id: string, told: Told) => post<Preview>(`inbox/${id}/preview`, told),
  load: (id: string, told: Told) => post<Upload>(`inbox/${id}/load`, told),
  discard: (id: string) => remove(`inbox/${id}`),
  concordances: () => get<Concordances>('concordances'),
  addConcordance: async (file: File) => {
    const form = new FormData();
    form.append('file', file);
    return answer<AddedConcordance>(await fetch('/api/concordances', { method: 'POST', body: form }));
  },
  withdraw: (load: number, reason: string) => post<Withdrawal>(`loads/${load}/withdrawal`, { reason }),
  releases: (desk: boolean) => get<Releases>(desk ? 'desk/releases' : 'releases'),
  release: (id: string, desk: boolean) => get<ReleasedTable>(`${desk ? 'desk/' : ''}releases/${id}`),
  derived: (id: string, measure: string, desk: boolean) =>
    get<Derived>(`${desk ? 'desk/' : ''}releases/${id}/derived`, { measure }),
  certificate: (id: string) => get<Proof>(`desk/releases/${id}/certificate`),
  draft: (wanted: ReleaseDraft) => post<ReleasedTable>('desk/releases', wanted),
  publish: (id: string) => post<ReleaseFace>(`desk/releases/${id}/publication`, {}),
  withdrawRelease: (id: string, reason: string) =>
    post<ReleaseFace>(`desk/releases/${id}/withdrawal`, { reason }),
  discardDraft: (id: string) => remove(`desk/releases/${id}`),
  findings: (parameters: Parameters) => get<Findings>('quality', parameters),
  finding: (id: number) => get<FindingWhole>(`quality/${id}`),
  qualitySources: () => get<QualitySources>('quality/sources'),
  qualityRun: () => get<QualityRun>('quality/run'),
  runChecks: (all: boolean) => post<QualityRun>('quality/run', { all }),
  decide: (id: number, decision: Decision) => post<FindingWhole>(`quality/${id}/decision`, decision),
  /** Of a figure, or of guidance. */
  verify: (receipt: object) => post<Verification>('verify', receipt),
};

/** A question of the explorer to be kept: as its address holds it, and as the server takes it. */
interface SavedView {
  name: View['name'];
  state: View['state'];
  question: Parameters;
}

/** What a person adds to a file that does not say it. */
type Told = Readonly<Record<string, string>>;

/** Sends files as they are; `sent` hears which part of them is through. */
export function handIn(files: readonly File[], sent: (part: number) => void): Promise<Inbox> {
  const form = new FormData();
  for (const file of files) form.append('files', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/inbox');
    request.upload.onprogress = ({ loaded, total }) => sent(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new TypeError('network'));
    request.onload = () => {
      const response = new Response(request.responseText, { status: request.status });
      answer<Inbox>(response).then(resolve, reject);
    };
    request.send(form);
  });
}

export const certificateAddress = (id: string): string => `/api/desk/releases/${id}/certificate`;
/** Amounts, or what is derived from them, as CSV. */
export const releaseAddress = (id: string, show: string): string =>
  show === 'value' ? `/api/releases/${id}/cells.csv` : `/api/releases/${id}/derived.csv?measure=${show}`;

export const quarantineAddress = (load: number, language: string): string =>
  `/api/loads/${load}/quarantine.xlsx?lang=${language}`;

export const downloadAddress = (format: 'csv' | 'xlsx' | 'parquet', parameters: Parameters): string =>
  `/api/query.${format}${queryString(parameters)}`;

/** Addresses for other programs, in full; `opens` is what a person sees of one that is only a beginning. */
export function openDataAddresses(release?: string): { name: string; address: string; opens: string }[] {
  const api = `${location.origin}/api`;
  const one = (name: string, path: string, opens = path) => ({
    name,
    address: `${api}/${path}`,
    opens: `${api}/${opens}`,
  });
  return [
    one('sdmx', 'sdmx', 'sdmx/dataflow'),
    one('flows', 'sdmx/dataflow/TIDU'),
    one('catalogue', 'catalog.jsonld'),
    one('turtle', 'catalog.ttl'),
    ...(release
      ? [one('table', `sdmx/data/${release}?format=csv`), one('parquet', `releases/${release}/cells.parquet`)]
      : []),
  ];
}
