/** What an account is in the programme. One account has one role; the three administrators are kept apart. */
export const roles = [
  'system-admin',
  'security-admin',
  'audit-admin',
  'ministry',
  'province',
  'park',
  'partner',
  'company',
  'expert',
  'analyst',
  'public',
] as const;
export type Role = (typeof roles)[number];

/** Who asks: an account with its role and organisation, or the public. */
export interface Asker {
  /** Id of the account; `public` without one. */
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  /** Id of the organisation; empty for the public. */
  readonly organisation: string;
  /** The place whose affairs the organisation looks after, GB/T 2260. */
  readonly territory: string;
}

export const everybody: Asker = {
  account: 'public',
  name: '',
  role: 'public',
  organisation: '',
  territory: '',
};

/** The programme itself, when time brings something about. */
export const clock: Asker = {
  account: 'clock',
  name: '系统',
  role: 'public',
  organisation: '',
  territory: '100000',
};

/**
 * Whether a place lies in another, by their codes.
 * @example liesIn('140100', '140000') // true
 */
export function liesIn(inner: string, outer: string): boolean {
  if (outer === '' || inner === '') return false;
  if (outer === '100000') return true;
  return inner.startsWith(outer.replace(/(0000|00)$/, ''));
}
