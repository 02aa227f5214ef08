import { createHash, randomBytes } from 'node:crypto';

/** What only its bearer knows: 256 random bits, for a session or an invitation. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** All that is kept of a token or a recovery code: as these are random, a plain digest gives nothing away. */
export const fingerprint = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** No letter or digit that is taken for another. */
const signs = '23456789abcdefghjkmnpqrstuvwxyz';
/** 24 of 31 signs are 118 bits: beyond the 112 from which on a plain digest may keep them (ASVS 5.0, 6.5.2). */
const length = 24;

/** Ten codes for the day on which the telephone is lost, each of which opens once. */
export const newRecoveryCodes = (): string[] => Array.from({ length: 10 }, newRecoveryCode);

/** The same code however it was copied: with or without its dashes, in capitals. */
export const asRecoveryCode = (typed: string): string => typed.toLowerCase().replace(/[\s-]/g, '');

function newRecoveryCode(): string {
  let code = '';
  while (code.length < length) {
    // A byte past the last whole alphabet would make the first signs likelier than others.
    for (const byte of randomBytes(length)) {
      if (byte < 248 && code.length < length) code += signs[byte % signs.length];
    }
  }
  return code.replace(/(.{4})(?=.)/g, '$1-');
}
