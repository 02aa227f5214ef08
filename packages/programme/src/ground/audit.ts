import canonicalize from 'canonicalize';

/** One line of the audit trail: who did what to what, chained to the line before. */
export interface AuditEntry {
  /** From 1, without gaps. */
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly account: string;
  readonly name: string;
  readonly role: string;
  /** `application.submit`, `account.disable`, `session.open` */
  readonly deed: string;
  readonly record: string | null;
  /** Further particulars, never a secret and never the content itself. */
  readonly about: unknown;
  /** Hash of the line before; of the first line, zeros. */
  readonly previous: string;
  readonly hash: string;
}

export const beforeTheFirst = '0'.repeat(64);

/**
 * What is hashed: the line without its own hash, in the canonical form of RFC 8785.
 *
 *   hash[n] = sha256(canonical(line[n] with previous = hash[n − 1]))
 */
export function hashed({
  hash: _,
  ...line
}: AuditEntry | (Omit<AuditEntry, 'hash'> & { hash?: string })): string {
  return canonicalize(line) as string;
}

/** Where the trail was tampered with: the first line that is not what the chain says. */
export interface Tampered {
  readonly seq: number;
  readonly why: 'missing' | 'changed' | 'unchained';
}

/**
 * Walks the lines in their order.
 * @param sha256 in hex
 * @returns the first line that is missing, changed or not chained to the one before; nothing when all is well
 */
export function firstTampered(
  lines: Iterable<AuditEntry>,
  sha256: (text: string) => string,
  after: { seq: number; hash: string } = { seq: 0, hash: beforeTheFirst },
): Tampered | undefined {
  let { seq, hash } = after;
  for (const line of lines) {
    seq += 1;
    if (line.seq !== seq) return { seq, why: 'missing' };
    if (sha256(hashed(line)) !== line.hash) return { seq, why: 'changed' };
    if (line.previous !== hash) return { seq, why: 'unchained' };
    hash = line.hash;
  }
  return undefined;
}
