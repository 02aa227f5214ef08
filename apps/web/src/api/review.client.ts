import { get } from './http.client.ts';
import type { paths } from './openapi.gen.ts';

type Got<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;

interface Named {
  zh: string;
  en: string;
}
interface Criterion {
  id: string;
  name: Named;
  about: Named;
  weight: number;
  scale: { min: number; max: number };
  source: string;
}
interface Assignment {
  application: string;
  experts: string[];
}
interface Ranked {
  application: string;
  raw: number;
  rawRank: number;
  adjusted: number;
  adjustedRank: number;
  interval: [number, number];
  component: number;
  scores: number;
}

export interface PanelContent {
  batch: string;
  criteria: Criterion[];
  strata: { by: 'field' | 'region' | 'any'; value: string; seats: number }[];
  perApplication: number;
  perInstitution: number;
  commitment?: string;
  committedOn?: string;
  drawFrom?: string;
  pool?: { experts: { id: string; institution: string }[]; applications: string[] };
  poolDigest?: string;
  names: Record<string, string>;
  reasons: { expert: string; application: string; rule: string; zh: string; en: string }[];
  seed?: string;
  drawn?: {
    order: { expert: string; ticket: string }[];
    members: { expert: string; seat: number | 'reserve' }[];
    assignments: Assignment[];
  };
  replaced: { application: string; expert: string; by?: string; reason: string }[];
  ranking?: {
    applications: Ranked[];
    experts: { expert: string; effect: number; component: number; scores: number }[];
    components: string[][];
    indispensable: string[];
  };
  recommended?: string[];
}

export interface ScoreContent {
  application: string;
  panel: string;
  batch: string;
  title: Named;
  place: string;
  expert: string;
  criteria: Criterion[];
  marks: Record<string, number>;
  comment: string;
  reason?: string;
}

export interface ExpertContent {
  account: string;
  name: string;
  employer: { id?: string; name: string };
  place: string;
  fields: string[];
  ties: { to: { name: string }; what: string }[];
}

export interface Entry {
  application?: string;
  park?: string;
  name: Named;
  place: string;
  placeName: string;
  applicant: string;
  partner: string;
}

export interface NoticeContent {
  batch: string;
  title: Named;
  text: string;
  workingDays: number;
  entries: Entry[];
  contact: { office: string; phone: string; email: string };
  from?: string;
  to?: string;
  withdrawn?: { on: string; reason: string };
}

export interface Said {
  on: string;
  by: string;
  text: string;
}

export interface ObjectionContent {
  notice: string;
  application?: string;
  objector: { name: string; organisation: string; contact: string };
  grounds: string;
  evidence: string;
  receivedOn?: string;
  admission?: Said;
  statement?: Said;
  reply?: Said;
  decision?: Said & { consequence: 'none' | 'rejected' };
}

export interface ListContent {
  batch: string;
  title: Named;
  number: string;
  issuer: string;
  addressee: string;
  text: string;
  lists: { type: string; basis: 'recognised' | 're-assessed'; title: Named; entries: Entry[] }[];
  issuedOn?: string;
}

/** A re-assessment or an exit: what was said about a park, step by step. */
export interface CaseContent {
  batch?: string;
  park: string;
  name: Named;
  place: string;
  due?: string;
  warning?: string;
  mendBy?: string;
  report?: Said;
  conclusion?: Said;
  answer?: Said;
  proposal?: Said;
  hearing?: Said;
  decision?: Said;
}

export type ReviewedApplications = Got<'/api/panels/{id}/applications'>;
type Clock = Got<'/api/notices/{id}/clock'>;

export const review = {
  applications: (panel: string) =>
    get<ReviewedApplications>(`panels/${encodeURIComponent(panel)}/applications`),
  clock: (notice: string) => get<Clock>(`notices/${encodeURIComponent(notice)}/clock`),
};

/** What is offered as a file; a plain link downloads it. */
export const reviewFiles = {
  draw: (panel: string) => `/api/panels/${encodeURIComponent(panel)}/draw`,
  document: (plural: string, id: string) => `/api/${plural}/${encodeURIComponent(id)}/document.docx`,
  signed: (list: string) => `/api/lists/${encodeURIComponent(list)}/signed`,
  key: '/api/house-key',
};

/** SHA-256 of the UTF-8 bytes in hexadecimal; nothing where the browser keeps it to secure pages. */
export async function sha256Hex(text: string): Promise<string | undefined> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (!subtle) return undefined;
  const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** 32 bytes of chance in hexadecimal: what nobody can guess before it is told. */
export const freshSeed = (): string =>
  [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
