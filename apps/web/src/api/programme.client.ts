import { get, type Parameters, post, remove } from './http.client.ts';
import type { paths } from './openapi.gen.ts';

export type Got<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;

export type Session = Got<'/api/session'>;

interface Named {
  zh: string;
  en: string;
}

/** A record as a list shows it. */
export interface Face {
  id: string;
  kind: string;
  state: string;
  stateName: Named;
  version: number;
  title: Named;
  territory: string;
  organisations: string[];
  parent?: string;
  published: boolean;
  due?: string;
  sample: boolean;
  madeAt: string;
  changedAt: string;
}

export interface Possibility {
  act: string;
  name: Named;
  allowed: boolean;
  reasons: (Named & { clause?: string })[];
}

/** A record as far as one may see it: `C` is its content, of which parts can be hidden. */
export interface RecordSeen<C = Record<string, unknown>> extends Face {
  content: Partial<C>;
  editable: boolean;
  possible: Possibility[];
}

export interface RecordList {
  records: Face[];
  total: number;
  counts: Record<string, number>;
  mayCreate: boolean;
}

export interface RecordVersion<C = Record<string, unknown>> {
  version: number;
  state: string;
  stateName: Named;
  act: string;
  actName: Named;
  by: string;
  at: string;
  content: Partial<C>;
  given: Record<string, unknown>;
}

const at = (plural: string, id: string): string => `${plural}/${encodeURIComponent(id)}`;

/** The programme's records, all kinds alike; `plural` is the kind's name in addresses. */
export const programme = {
  session: () => get<Session>('session'),
  signIn: (login: string, password: string) => post<void>('session', { login, password }),
  signInAsSample: (account: string) => post<void>('session/sample', { account }),
  signOut: () => remove('session'),
  list: (plural: string, wanted: Parameters = {}) => get<RecordList>(plural, wanted),
  record: <C>(plural: string, id: string) => get<RecordSeen<C>>(at(plural, id)),
  create: <C>(plural: string, content: C) => post<RecordSeen<C>>(plural, content),
  edit: <C>(plural: string, id: string, version: number, content: C) =>
    post<RecordSeen<C>>(at(plural, id), { version, content }, 'PUT'),
  act: <C>(plural: string, id: string, act: string, version: number, given?: object) =>
    post<RecordSeen<C>>(`${at(plural, id)}/acts/${act}`, { version, ...(given && { given }) }),
  versions: <C>(plural: string, id: string) =>
    get<{ versions: RecordVersion<C>[] }>(`${at(plural, id)}/versions`),
};
