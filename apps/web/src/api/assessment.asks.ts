import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get } from './http.client.ts';
import type { paths } from './openapi.gen.ts';

type Got<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;
type Made<P extends keyof paths> = paths[P] extends {
  post: { requestBody?: { content: { 'application/json': infer A } } };
}
  ? A
  : never;

export type Frameworks = Got<'/api/assessment-frameworks'>;
export type FrameworkInWords = Got<'/api/assessment-rounds/{id}/framework'>;
export type Framework = FrameworkInWords['framework'];
export type Indicator = Framework['groups'][number]['indicators'][number];
export type Ranking = Got<'/api/assessment-rounds/{id}/ranking'>;
export type Standing = Ranking['standings'][number];
export type Progress = Got<'/api/assessment-rounds/{id}/progress'>;
export type Years = Got<'/api/assessments/{id}/years'>;

/** Contents of the records, as their schemas say. */
export type Round = Made<'/api/assessment-rounds'>;
export type Proposal = NonNullable<Round['proposals']>[number];
export type Assessment = Made<'/api/assessments'>;
export type AssessmentResult = NonNullable<Assessment['result']>;
export type Prefilled = Assessment['prefilled'][string];
export type Answer = Made<'/api/assessment-answers'>;
export type Answered = NonNullable<Answer['values']>[string];

const at = (id: string): string => `assessment-rounds/${encodeURIComponent(id)}`;

export const plurals = {
  round: 'assessment-rounds',
  assessment: 'assessments',
  answer: 'assessment-answers',
} as const;

/** Questions about assessments besides their records; an act on a record makes them be asked anew. */
export const assessmentAsks = {
  frameworks: () =>
    queryOptions({
      queryKey: ['assessment-frameworks'],
      queryFn: () => get<Frameworks>('assessment-frameworks'),
    }),
  framework: (round: string) =>
    queryOptions({
      queryKey: ['records', plurals.round, round, 'framework'],
      queryFn: () => get<FrameworkInWords>(`${at(round)}/framework`),
    }),
  ranking: (round: string, page: number, size: number, weights?: string) =>
    queryOptions({
      queryKey: ['records', plurals.round, round, 'ranking', page, size, weights],
      queryFn: () =>
        get<Ranking>(`${at(round)}/ranking`, { page: String(page), size: String(size), weights }),
      placeholderData: keepPreviousData,
    }),
  progress: (round: string, page: number, size: number) =>
    queryOptions({
      queryKey: ['records', plurals.round, round, 'progress', page, size],
      queryFn: () => get<Progress>(`${at(round)}/progress`, { page: String(page), size: String(size) }),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  years: (assessment: string) =>
    queryOptions({
      queryKey: ['records', plurals.assessment, assessment, 'years'],
      queryFn: () => get<Years>(`assessments/${encodeURIComponent(assessment)}/years`),
    }),
};

export const reportAddress = (round: string, format: 'docx' | 'xlsx'): string =>
  `/api/${at(round)}/report.${format}`;
export const receiptAddress = (round: string, sha256: string): string =>
  `/api/${at(round)}/receipts/${sha256}`;
