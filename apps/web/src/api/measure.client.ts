import { answer, get, type Parameters, post, queryString } from './http.client.ts';
import type { paths } from './openapi.gen.ts';
import type { Got } from './programme.client.ts';

type Posted<P extends keyof paths> = paths[P] extends {
  post: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;

export type Library = Got<'/api/measures/in-force'>;
export type MeasureBrief = Library['measures'][number];
export type MeasureWhole = Got<'/api/measures/in-force/{id}'>;
export type MeasureExample = MeasureWhole['examples'][number];
export type MeasureField = MeasureWhole['fields'][number];
export type MeasureFinding = MeasureWhole['findings'][number];
export type Tried = Posted<'/api/measures/try'>;
export type MeasureFault = Tried['faults'][number];
export type Benefits = Posted<'/api/measures/benefits'>;
export type MeasureOutcome = Benefits['outcomes'][number];
export type WhatIf = Posted<'/api/measures/what-if'>;
export type Tabled = Posted<'/api/measures/table'>;
export type MeasureUses = Got<'/api/measures/use'>;

/** What an office writes: the record's content. */
export interface MeasureContent {
  measure: string;
  title: { zh: string; en: string };
  text: string;
  place: string;
  owner: string;
  note: string;
}

/** A company with its project in a place, as far as it is known. */
export interface Subject {
  date: string;
  place: string;
  there?: Record<string, unknown>;
  company?: Record<string, unknown>;
  project?: Record<string, unknown>;
  yearly?: Record<string, unknown>;
}

export const measures = {
  library: (wanted: Parameters) => get<Library>('measures/in-force', wanted),
  one: (id: string) => get<MeasureWhole>(`measures/in-force/${encodeURIComponent(id)}`),
  try: (id: string, text: string) => post<Tried>('measures/try', { ...(id && { id }), text }),
  benefits: (measure: string, subject: Subject) => post<Benefits>('measures/benefits', { measure, subject }),
  whatIf: (id: string, text: string) => post<WhatIf>('measures/what-if', { id, text }),
  /** Texts out of a workbook that somebody has edited, or what is wrong in it; nothing is kept. */
  bringIn: async (file: File): Promise<Tabled> => {
    const form = new FormData();
    form.append('file', file);
    return answer<Tabled>(await fetch('/api/measures/table', { method: 'POST', body: form }));
  },
  tableAddress: (measure?: string) => `/api/measures/table.xlsx${queryString({ measure })}`,
  uses: () => get<MeasureUses>('measures/use'),
};
