import { timingSafeEqual } from 'node:crypto';

/** Whether a request shows the token of this server, compared in a time that tells nothing of it. */
export function showsToken(authorization: string | string[] | undefined, token: string | undefined): boolean {
  const shown = Buffer.from(String(authorization ?? ''));
  const wanted = Buffer.from(`Bearer ${token}`);
  return token !== undefined && shown.length === wanted.length && timingSafeEqual(shown, wanted);
}
