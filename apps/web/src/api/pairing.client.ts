import { get, post } from './http.client.ts';
import type { paths } from './openapi.gen.ts';
import type { Got } from './programme.client.ts';

type Posted<P extends keyof paths> = paths[P] extends {
  post: {
    requestBody: { content: { 'application/json': infer B } };
    responses: { 200: { content: { 'application/json': infer A } } };
  };
}
  ? { body: B; answer: A }
  : never;

export type PairingBoard = Got<'/api/pairing-board'>;
export type PairedFace = PairingBoard['pairings'][number];
export type PulseSeen = Got<'/api/pairings/{id}/pulse'>;
export type Course = Got<'/api/pairings/{id}/course'>;
export type Side = Got<'/api/pairing-sides'>['sides'][number];
export type Templates = Got<'/api/agreement-templates'>;
export type ClauseTemplate = Templates['clauses'][number];
export type AgreementText = Got<'/api/agreements/{id}/text'>;
export type CountedOnce = Got<'/api/benefit-counted-once'>;
type Calculation = Posted<'/api/benefit-calculation'>;
export type Calculated = Calculation['answer'];
export type BenefitClause = Calculation['body']['clause'];
export type BenefitEntry = Calculation['body']['years'][number]['entries'][number];
export type BenefitKind = BenefitEntry['kind'];
export type Settlement = Calculated['years'][number]['settlement'];
export type Step = Calculated['years'][number]['steps'][number];

interface Parties {
  name: { zh: string; en: string };
  park: string;
  partner: string;
  parkPlace: string;
  partnerPlace: string;
}
interface Signed {
  by: string;
  on: string;
}
export interface PairingContent extends Parties {
  proposedBy: 'park' | 'partner';
  purpose: string;
  industries: string[];
  known?: { source: string; date?: string; note?: { zh: string; en: string } };
  answer?: Signed & { reason?: string };
  end?: Signed & { reason: string };
}
export interface AgreementContent extends Parties {
  pairing: string;
  from: string;
  to: string;
  clauses: { template: string; values: Record<string, string | number> }[];
  benefit?: BenefitClause;
  projects: { key: string; name: string }[];
  signatures?: { park?: Signed; partner?: Signed };
  end?: Signed & { reason: string };
}
export interface StatementContent extends Parties {
  pairing: string;
  agreement: string;
  year: number;
  entries: BenefitEntry[];
  clause?: BenefitClause;
  settled?: { edition: number; on: string; by: string; settlement: Settlement; steps: Step[] };
  confirmations?: { park?: Signed; partner?: Signed };
  disputes?: (Signed & { reason: string; edition: number })[];
}
export interface ObligationContent extends Parties {
  pairing: string;
  agreement: string;
  whose: 'park' | 'partner';
  what: { zh: string; en: string };
  due: string;
  claims?: (Signed & { evidence: string; fulfilledOn: string })[];
  disputes?: (Signed & { reason: string })[];
}
export interface EventContent extends Parties {
  pairing: string;
  kind: string;
  title: string;
  date: string;
  numbers: Record<string, number>;
}

const one = encodeURIComponent;

export const pairings = {
  board: (wanted: { state?: string | undefined; page?: string | undefined }) =>
    get<PairingBoard>('pairing-board', wanted),
  pulse: (id: string) => get<PulseSeen>(`pairings/${one(id)}/pulse`),
  course: (id: string) => get<Course>(`pairings/${one(id)}/course`),
  sides: () => get<{ sides: Side[] }>('pairing-sides'),
  templates: () => get<Templates>('agreement-templates'),
  text: (id: string) => get<AgreementText>(`agreements/${one(id)}/text`),
  calculate: (body: Calculation['body']) => post<Calculated>('benefit-calculation', body),
  countedOnce: (year: string | undefined) => get<CountedOnce>('benefit-counted-once', { year }),
};

export const statementFile = (id: string, ending: 'xlsx' | 'csv', language: string): string =>
  `/api/benefit-statements/${one(id)}/lines.${ending}?lang=${language === 'en' ? 'en' : 'zh'}`;
