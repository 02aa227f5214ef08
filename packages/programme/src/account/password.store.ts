import { hash, parseOptions, verify } from '@node-rs/argon2';

/**
 * argon2id with the first of the settings that OWASP recommends: 19 MiB, two passes, one thread.
 * @see OWASP Password Storage Cheat Sheet
 */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The password as it is kept: one way, salted, its parameters with it. */
export const passwordHash = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost);

/**
 * Whether it is the password. Where there is none to compare with, one that nobody has is compared, so
 * that an account that does not exist takes as long to refuse as one that does.
 */
export async function passwordHolds(kept: string | undefined, password: string): Promise<boolean> {
  const holds = await verify(kept ?? (await nobodys()), password.normalize('NFKC'));
  return kept !== undefined && holds;
}

/** Whether it was hashed with other parameters than today's: it is hashed anew when its owner signs in. */
export function isOutdated(kept: string): boolean {
  const { memoryCost, timeCost, parallelism, algorithm } = parseOptions(kept);
  const argon2id = 2;
  return (
    algorithm !== argon2id ||
    memoryCost !== cost.memoryCost ||
    timeCost !== cost.timeCost ||
    parallelism !== cost.parallelism
  );
}

let kept: Promise<string> | undefined;
function nobodys(): Promise<string> {
  kept ??= passwordHash(crypto.randomUUID());
  return kept;
}
