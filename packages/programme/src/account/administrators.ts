import type { Reason } from '../ground/workflow.ts';
import type { Role } from './asker.ts';

/** The three that hold each other in check: no account is two of them, none of them sees a case. */
export const administrators = ['system-admin', 'security-admin', 'audit-admin'] as const;
export const isAdministrator = (role: Role): boolean => (administrators as readonly Role[]).includes(role);

/** An account as the rules of administration see it. */
export interface Administered {
  readonly id: string;
  readonly role: Role;
  readonly email: string;
  readonly disabled: boolean;
}

/**
 * What stands against giving a person an account with a role.
 * @param others  all accounts there are
 */
export function againstCreating(
  made: { readonly role: Role; readonly email: string },
  others: readonly Administered[],
): Reason[] {
  return made.role === 'public' ? [publicHasNone] : againstTwoAtOnce(made, others);
}

/** What stands against changing an account: its role, or whether it may sign in. */
export function againstChanging(
  account: Administered,
  to: { readonly role?: Role; readonly disabled?: boolean },
  by: string,
  all: readonly Administered[],
): Reason[] {
  const others = all.filter(({ id }) => id !== account.id);
  const role = to.role ?? account.role;
  const disabled = to.disabled ?? account.disabled;
  const reasons: Reason[] = [];
  if (account.id === by) reasons.push(notOneself);
  if (role === 'public') reasons.push(publicHasNone);
  const leaves = isAdministrator(account.role) && !account.disabled && (disabled || role !== account.role);
  const remaining = others.filter((other) => other.role === account.role && !other.disabled);
  if (leaves && remaining.length === 0) reasons.push(lastOfItsKind);
  if (!disabled) reasons.push(...againstTwoAtOnce({ role, email: account.email }, others));
  return reasons;
}

/** One person with two accounts would hold two keys as surely as one account with two roles. */
function againstTwoAtOnce(
  { role, email }: { readonly role: Role; readonly email: string },
  others: readonly Administered[],
): Reason[] {
  const same = others.filter((other) => !other.disabled && alike(other.email, email));
  const apart = same.some((other) => isAdministrator(role) || isAdministrator(other.role));
  return apart ? [keptApart] : [];
}

const alike = (one: string, other: string): boolean =>
  one !== '' && one.trim().toLowerCase() === other.trim().toLowerCase();

const notOneself: Reason = {
  zh: '不能更改自己的角色，也不能停用自己的账户',
  en: 'nobody changes their own role or disables their own account',
};
const publicHasNone: Reason = { zh: '公众没有账户', en: 'the public has no accounts' };
const lastOfItsKind: Reason = {
  zh: '这是该类管理员的最后一个有效账户',
  en: 'it is the last account of this administrator in force',
};
const keptApart: Reason = {
  zh: '三员分立：同一人（同一邮箱）不能再持有另一个账户',
  en: 'administrators are kept apart: the same person (the same e-mail) cannot hold a second account',
};
