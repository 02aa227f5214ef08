import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What was sealed cannot be opened: the key is not there, or not the one that sealed it. */
class SealFault extends Error {
  readonly code = 'second-factor-key';
  readonly remedy =
    'restore the file from a backup; recovery codes open without it. If it is lost for good, take the second factors away one by one: tidu account reset NAME --second-factor';
}

const mark = 'sealed:';
const cipher = 'aes-256-gcm';
const bytes = { key: 32, nonce: 12, tag: 16 } as const;

/** Whether a secret is kept sealed: an earlier version kept it as it is. */
export const isSealed = (kept: string): boolean => kept.startsWith(mark);

/**
 * Seals secrets with a key that lies in a file beside the store, so that who reads the database alone reads
 * none of them. What is sealed for one account opens for no other.
 * @see OWASP ASVS 5.0, 6.5.2 and 11.3; NIST SP 800-38D
 */
export class Seal {
  readonly #path: string;
  constructor(path: string) {
    this.#path = path;
  }

  /** Makes the key where there is none; only its owner can read the file. Not once something has been sealed. */
  make(): void {
    if (existsSync(this.#path)) return;
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(this.#path, `${randomBytes(bytes.key).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  }

  /** @throws SealFault */
  close(secret: string, account: string): string {
    const nonce = randomBytes(bytes.nonce);
    const closing = createCipheriv(cipher, this.#key(), nonce).setAAD(Buffer.from(account));
    const closed = Buffer.concat([closing.update(secret, 'utf8'), closing.final()]);
    return mark + Buffer.concat([nonce, closing.getAuthTag(), closed]).toString('base64url');
  }

  /** @throws SealFault */
  open(kept: string, account: string): string {
    const key = this.#key();
    const all = Buffer.from(kept.slice(mark.length), 'base64url');
    const nonce = all.subarray(0, bytes.nonce);
    const tag = all.subarray(bytes.nonce, bytes.nonce + bytes.tag);
    try {
      const opening = createDecipheriv(cipher, key, nonce, { authTagLength: bytes.tag })
        .setAAD(Buffer.from(account))
        .setAuthTag(tag);
      const opened = opening.update(all.subarray(bytes.nonce + bytes.tag));
      return Buffer.concat([opened, opening.final()]).toString('utf8');
    } catch {
      throw new SealFault(`the second factor of ${account} was not sealed with the key in ${this.#path}`);
    }
  }

  #key(): Buffer {
    if (!existsSync(this.#path)) {
      throw new SealFault(`the key that opens second factors is missing: ${this.#path}`);
    }
    const key = Buffer.from(readFileSync(this.#path, 'utf8'), 'base64');
    if (key.length === bytes.key) return key;
    throw new SealFault(`the key that opens second factors is damaged: ${this.#path}`);
  }
}
