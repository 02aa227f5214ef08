import { answer, get, post } from './http.client.ts';
import type { paths } from './openapi.gen.ts';

type Got<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;
type Posted<P extends keyof paths> = paths[P] extends {
  post: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;

type CallTemplate = Got<'/api/calls'>['calls'][number];
export type Call = CallTemplate['call'];
export type Measure = Posted<'/api/applications/{id}/check'>;

type ReadZones = Posted<'/api/zones'>;
export type Zone = ReadZones['zones'][number];
export type ZoneFault = ReadZones['faults'][number];
export type Position = [number, number];

export interface BatchContent {
  name: { zh: string; en: string };
  call: Call;
  calledOn?: string;
  closedOn?: string;
  reason?: string;
}

interface Industry {
  name: string;
  divisions: string[];
  chapters: string[];
  declaredShare?: number | undefined;
}

/** What a place declares of its park. */
export interface ApplicationForm {
  parkName: { zh: string; en: string };
  place: string;
  applicant: string;
  zones: Zone[];
  industries: Industry[];
  processingTrade: { year: number; exports: number; imports: number }[];
  partner: { place: string; name: string };
  documents: { document: string; file: string; name: string }[];
  contacts: { name: string; post: string; phone: string; email: string }[];
  texts: { overview: string; advantages: string; plan: string; abroad: string };
}

export interface Remark {
  field: string;
  reason: string;
}
interface Said {
  on: string;
  by: string;
}

/** What the procedure has said of an application so far. */
interface Course {
  submittedOn?: string;
  returned?: Said & { reasons: Remark[] };
  report?: Said & { opinion: string };
  countersign?: Said & { opinion: string };
  incomplete?: Said & { due: string; reasons: Remark[]; answeredOn?: string };
  acceptedOn?: string;
  ended?: Said & { reason: string };
}

export interface ApplicationContent {
  batch: string;
  organisation: string;
  province: string;
  form: ApplicationForm;
  course: Course;
}

export const recognition = {
  calls: () => get<Got<'/api/calls'>>('calls'),
  check: (id: string, form: ApplicationForm) =>
    post<Measure>(`applications/${encodeURIComponent(id)}/check`, { form }),
  /** Hands a file in with an application. */
  attach: async (id: string, file: File): Promise<{ id: string; name: string }> => {
    const form = new FormData();
    form.append('file', file);
    const { files } = await answer<{ files: { id: string; name: string }[] }>(
      await fetch(`/api/records/${encodeURIComponent(id)}/files`, { method: 'POST', body: form }),
    );
    return files[0] ?? { id: '', name: file.name };
  },
  zonesOf: (text: string) => post<ReadZones>('zones', { text }),
};

export const emptyForm: ApplicationForm = {
  parkName: { zh: '', en: '' },
  place: '',
  applicant: '',
  zones: [],
  industries: [],
  processingTrade: [],
  partner: { place: '', name: '' },
  documents: [],
  contacts: [],
  texts: { overview: '', advantages: '', plan: '', abroad: '' },
};
