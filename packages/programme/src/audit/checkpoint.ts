import canonicalize from 'canonicalize';

/**
 * How far the trail had come, signed. Kept outside of the program, it shows what the chain alone cannot:
 * that the whole trail was written anew, or that its end was cut off.
 */
export interface Checkpoint {
  readonly format: 'tidu-audit-checkpoint/1';
  /** How many lines there were. */
  readonly lines: number;
  /** Hash of the last of them. */
  readonly head: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Ed25519, PEM. */
  readonly key: string;
  /** Over `signedText`, base64. */
  readonly signature: string;
}

/** What is signed: everything but key and signature, in the canonical form of RFC 8785. */
export const signedText = ({ format, lines, head, at }: Omit<Checkpoint, 'key' | 'signature'>): string =>
  canonicalize({ format, lines, head, at }) as string;

export interface AgainstCheckpoint {
  readonly seq: number;
  readonly why: 'cut-off' | 'rewritten';
}

/**
 * Whether a trail is the one that a checkpoint was made of, as far as that went.
 * @param lines  how many the trail has now
 * @param hashAt the hash of its line with the number of the checkpoint's last
 */
export function differsFrom(
  checkpoint: Pick<Checkpoint, 'lines' | 'head'>,
  lines: number,
  hashAt: string | undefined,
): AgainstCheckpoint | undefined {
  if (lines < checkpoint.lines) return { seq: lines + 1, why: 'cut-off' };
  if (checkpoint.lines > 0 && hashAt !== checkpoint.head) return { seq: checkpoint.lines, why: 'rewritten' };
  return undefined;
}
