import { answer, get, type Parameters, queryString } from './http.client.ts';
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

export type Board = Got<'/api/project-board'>;
export type ProjectRow = Board['rows'][number];
export type Results = Got<'/api/project-results'>;
export type Pair = Results['total']['investment'];
export type Flows = Got<'/api/project-flows'>;
export type Choices = Got<'/api/project-choices'>;
export type ClaimSeen = Got<'/api/projects/{id}/claims'>['claims'][number];
export type Imported = Posted<'/api/project-import'>;
export type PlanBoard = Got<'/api/plan-board'>;
export type PlanProgress = Got<'/api/plans/{id}/progress'>;

export interface YearResult {
  year: number;
  paidIn: number;
  jobs: number;
  output: number;
  exports: number;
}

interface Reached {
  stage: string;
  date: string;
  evidence: string;
  file?: string;
  note: string;
  skipped?: string;
}

export interface ProjectContent {
  name: string;
  company: string;
  creditCode: string;
  companyOrganisation?: string;
  park: string;
  parkOrganisation: string;
  territory: string;
  partner?: string | undefined;
  origin: string;
  industry: string;
  chapters: string[];
  found: string;
  promised: {
    investment: number;
    jobs: number;
    production?: string | undefined;
    years: { year: number; output: number; exports: number }[];
  };
  amendments: { on: string; document: string; reason: string }[];
  results: YearResult[];
  course: {
    reached: Reached[];
    stalls: { from: string; since: string; until?: string; reason: string }[];
    confirmed?: { by: string; on: string };
    counted: number;
    withdrawn?: { on: string; reason: string };
  };
}

export interface Goal {
  name: string;
  unit: string;
  from: { year: number; value: number };
  to: { year: number; value: number };
  measured: { year: number; value: number; source: string }[];
}

export interface PlanContent {
  title: string;
  sort: 'action-plan' | 'implementation-plan';
  park: string;
  owner: string;
  territory: string;
  others: string[];
  document: string;
  summary: string;
  goals: Goal[];
  published: boolean;
}

export interface TaskContent {
  title: string;
  plan: string;
  owner: string;
  responsible: string;
  person: string;
  territory: string;
  start: string;
  due: string;
  weight: number;
  progress: { date: string; percent: number; text: string; evidence: string; by: string }[];
}

const at = (id: string): string => encodeURIComponent(id);

/** Projects and plans beside their records: seen together, in and out as files. */
export const projects = {
  board: (wanted: Parameters) => get<Board>('project-board', wanted),
  results: (wanted: Parameters) => get<Results>('project-results', wanted),
  flows: () => get<Flows>('project-flows'),
  choices: () => get<Choices>('project-choices'),
  claims: (id: string) => get<{ claims: ClaimSeen[] }>(`projects/${at(id)}/claims`),
  plans: (wanted: Parameters) => get<PlanBoard>('plan-board', wanted),
  progress: (id: string) => get<PlanProgress>(`plans/${at(id)}/progress`),
  /** Brings in a table that somebody filled in: all of it, or nothing and why. */
  bringIn: async (park: string, file: File): Promise<Imported> => {
    const form = new FormData();
    form.append('file', file);
    return answer<Imported>(
      await fetch(`/api/project-import${queryString({ park })}`, { method: 'POST', body: form }),
    );
  },
  tableAddress: (wanted: Parameters) => `/api/project-table${queryString(wanted)}`,
  templateAddress: (wanted: Parameters) => `/api/project-template${queryString(wanted)}`,
};
