import { post } from './http.client.ts';
import type { paths } from './openapi.gen.ts';
import { type Got, programme } from './programme.client.ts';

type Posted<P extends keyof paths> = paths[P] extends {
  post: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;
type Sent<P extends keyof paths> = paths[P] extends {
  post: { requestBody: { content: { 'application/json': infer B } } };
}
  ? B
  : never;

export type CompanyPlan = Sent<'/api/comparison'>['plan'];
export type Comparison = Posted<'/api/comparison'>;
export type ComparedPlace = Comparison['places'][number];
export type CostOfItem = ComparedPlace['items'][number];
export type ComparedFigure = Comparison['figures'][number];
export type MoveChoices = Got<'/api/comparison'>;
type Reasons = Posted<'/api/comparison/reasons'>;

export interface CompanyPlanContent {
  title: string;
  owner: string;
  plan: CompanyPlan;
}

export interface Told {
  name?: string | undefined;
  industry: string;
  products: { chapter: string; name?: string | undefined }[];
  investment?: string | undefined;
  jobs?: string | undefined;
  when?: string | undefined;
  message: string;
  contact?: string | undefined;
}

export interface IntentContent {
  /** Absent for the park. */
  plan: string;
  company: string;
  park: string;
  place: string;
  told: Told;
  answerBy: string;
  answer?: { offer: string; contact: string; validUntil: string; on: string };
  ending?: { on: string; reason: string };
}

export const company = {
  compare: (plan: CompanyPlan, reference?: string) =>
    post<Comparison>('comparison', { plan, ...(reference && { reference }) }),
  reasons: (plan: CompanyPlan, park: string) => post<Reasons>('comparison/reasons', { plan, park }),
  newPlan: (content: CompanyPlanContent) => programme.create<CompanyPlanContent>('company-plans', content),
  send: (content: IntentContent) => programme.create<IntentContent>('intents', content),
};
