/** By what the audit trail is filtered, as it stands in the address. */
export interface AuditState {
  readonly account?: string;
  readonly record?: string;
  readonly deed?: string;
  readonly from?: string;
  readonly to?: string;
}

const keys = ['account', 'record', 'deed', 'from', 'to'] as const;

/** @example readAudit({ deed: 'session.open', other: 1, record: '' }) // { deed: 'session.open' } */
export function readAudit(search: object): AuditState {
  const given = search as Readonly<Record<string, unknown>>;
  const known = keys.flatMap((key) => {
    const value = given[key];
    return typeof value === 'string' && value.trim() !== '' ? [[key, value.trim()]] : [];
  });
  return Object.fromEntries(known);
}

/** Why somebody came back from a provider without being signed in. */
export const readSignIn = (search: object): { refused?: 'provider' | 'unreachable' } => {
  const { refused } = search as { refused?: unknown };
  return refused === 'provider' || refused === 'unreachable' ? { refused } : {};
};
