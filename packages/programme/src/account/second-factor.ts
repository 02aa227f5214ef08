import { Secret, TOTP } from 'otpauth';

const seconds = 30;
/** One step to either side: clocks of telephones go wrong by so much. */
const tolerance = 1;

/** A new secret of 160 bits, and the address that a picture tells the telephone. */
export function newSecondFactor(login: string, issuer: string): { secret: string; address: string } {
  const secret = new Secret({ size: 20 });
  return { secret: secret.base32, address: factor(secret.base32, login, issuer).toString() };
}

/**
 * The step of time that a code is of: the thirty seconds since 1970, counted. Nothing where it is wrong, too
 * old, or not newer than the last that was taken: one code opens once.
 * @param secret  base32
 * @param now     milliseconds since 1970
 * @param last    the step of the code that was taken last
 * @see RFC 6238, 5.2
 */
export function stepOfCode(secret: string, code: string, now: number, last = 0): number | undefined {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return undefined;
  const delta = factor(secret).validate({ token: digits, timestamp: now, window: tolerance });
  if (delta === null) return undefined;
  const step = Math.floor(now / (seconds * 1000)) + delta;
  return step > last ? step : undefined;
}

/** SHA-1 and six digits: what every telephone's program understands. */
const factor = (secret: string, label = '', issuer = ''): TOTP =>
  new TOTP({
    secret: Secret.fromBase32(secret),
    label,
    issuer,
    algorithm: 'SHA1',
    digits: 6,
    period: seconds,
  });
