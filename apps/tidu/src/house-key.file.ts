import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refused } from './errors.ts';

/** The key by which this installation signs what others have to trust: lists, checkpoints of the audit trail. */
export interface HouseKey {
  /** PEM, for anybody: `openssl pkeyutl -verify` reads it. */
  readonly publicKey: string;
  /** Ed25519 (RFC 8032) over the UTF-8 bytes, base64. */
  sign(text: string): string;
}

/**
 * The Ed25519 key in the data folder, made when there is none; only its owner can read the file.
 * @throws Refused where the file is damaged: a new key would make all earlier signatures look false
 */
export function houseKey(folder: string): HouseKey {
  const path = join(folder, 'house-key.pem');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  }
  chmodSync(path, 0o600);
  const key = readKey(path);
  return {
    publicKey: String(createPublicKey(key).export({ type: 'spki', format: 'pem' })),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
  };
}

/** Whether the signature is of this text and by the owner of the key; a damaged key or signature is a no. */
export function signedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    return verify(null, Buffer.from(text), createPublicKey(publicKey), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

function readKey(path: string) {
  try {
    return createPrivateKey(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Refused(
      'house-key-unreadable',
      `${path} is no private key: ${(error as Error).message}`,
      'restore it from a backup; only if no signature is out in the world, remove it and a new one is made',
    );
  }
}
