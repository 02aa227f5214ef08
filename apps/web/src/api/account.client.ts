import { get, type Parameters, post } from './http.client.ts';
import type { paths } from './openapi.gen.ts';

type Got<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } };
}
  ? A
  : never;

export type OwnAccount = Got<'/api/account'>;
export type AdministeredAccount = Got<'/api/admin/accounts'>['accounts'][number];
export type AdministeredOrganisation = Got<'/api/admin/organisations'>['organisations'][number];
export type FactorRule = Got<'/api/admin/second-factor'>['rule'];
export type AuditLine = Got<'/api/audit'>['lines'][number];

/** What a person needs to have an account. */
export type AccountGiven = Pick<AdministeredAccount, 'login' | 'name' | 'email' | 'role' | 'organisation'>;
export type OrganisationGiven = Pick<AdministeredOrganisation, 'id' | 'kind' | 'name' | 'territory'>;

export interface Verdict {
  lines: number;
  head: string;
  fault: { seq: number; why: string } | null;
}

const at = (kind: string, id: string): string => `admin/${kind}/${encodeURIComponent(id)}`;

/** One's own account, and the way to it. */
export const account = {
  own: () => get<OwnAccount>('account'),
  giveCode: (code: string) => post<void>('session/code', { code }),
  changePassword: (current: string, next: string) => post<void>('account/password', { current, next }, 'PUT'),
  beginSecondFactor: () => post<{ secret: string; address: string }>('account/second-factor', {}),
  confirmSecondFactor: (given: { password?: string; secret: string; code: string }) =>
    post<{ recoveryCodes: string[] }>('account/second-factor', given, 'PUT'),
  /** One session, or all others. */
  endSessions: (proof: string, id?: string) => post<void>('account/sessions/end', { proof, id }),
  invited: (token: string) => post<{ login: string; name: string }>('invitations/find', { token }),
  takeInvitation: (token: string, password: string) => post<void>('invitations/take', { token, password }),
};

/** What the three administrators do. */
export const administration = {
  accounts: () => get<Got<'/api/admin/accounts'>>('admin/accounts'),
  createAccount: (given: AccountGiven) => post<{ id: string; invitation: string }>('admin/accounts', given),
  changeAccount: (id: string, given: AccountGiven) => post<void>(at('accounts', id), given, 'PUT'),
  factorRule: () => get<Got<'/api/admin/second-factor'>>('admin/second-factor'),
  setFactorRule: (rule: FactorRule) => post<void>('admin/second-factor', { rule }, 'PUT'),
  invite: (id: string) => post<{ invitation: string }>(`${at('accounts', id)}/invite`, {}),
  reset: (id: string, secondFactor: boolean) =>
    post<{ invitation: string }>(`${at('accounts', id)}/reset`, { secondFactor }),
  setDisabled: (kind: 'accounts' | 'organisations', id: string, disabled: boolean) =>
    post<void>(`${at(kind, id)}/${disabled ? 'disable' : 'enable'}`, {}),
  endSessions: (id: string) => post<void>(`${at('accounts', id)}/end-sessions`, {}),
  link: (id: string, issuer: string, email: string | undefined) =>
    post<void>(`${at('accounts', id)}/identity`, { issuer, ...(email && { email }) }, 'PUT'),
  organisations: () => get<Got<'/api/admin/organisations'>>('admin/organisations'),
  createOrganisation: (given: OrganisationGiven) => post<void>('admin/organisations', given),
  changeOrganisation: (id: string, { name, territory }: Pick<OrganisationGiven, 'name' | 'territory'>) =>
    post<void>(at('organisations', id), { name, territory }, 'PUT'),
  audit: (filter: Parameters) => get<Got<'/api/audit'>>('audit', filter),
  verify: (against?: unknown) => post<Verdict>('audit/verify', against === undefined ? {} : { against }),
};
