import type { Role } from '@tidu/programme';
import { type Explanation, Refused } from './errors.ts';
import { showsToken } from './token.server.ts';

/**
 * Who may do what with the statistics, decided here alone; with the programme, `allow.ts` decides. The
 * `desk` sees every figure and takes files in; the `public` sees what the customs publish and what has
 * been released under disclosure control.
 */
export type Clearance = 'desk' | 'public';

export interface Asking {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface ClearanceRules {
  /** The server is open to everybody: only who shows the token is the desk. */
  readonly openToPublic: boolean;
  /** What a command on the same machine shows. */
  readonly token?: string | undefined;
}

/** Of those who have signed in, the ministry and its analysts are the desk. */
const atTheDesk: readonly Role[] = ['ministry', 'analyst'];

export function clearanceOf(
  { headers }: Asking,
  { openToPublic, token }: ClearanceRules,
  role: Role = 'public',
): Clearance {
  if (showsToken(headers.authorization, token)) return 'desk';
  if (role !== 'public') return atTheDesk.includes(role) ? 'desk' : 'public';
  return openToPublic ? 'public' : 'desk';
}

/** @throws Refused `not-allowed` */
export function mustBeDesk(clearance: Clearance): void {
  if (clearance === 'desk') return;
  throw new Refused(
    'not-allowed',
    'this is for the statistics desk',
    'the public reads releases: /api/releases, /api/sdmx, /api/catalog.jsonld',
  );
}

/** A failure as the public hears of it: where servers stand and what lies in which folder is the desk's to know. */
export function toldTo(clearance: Clearance, explanation: Explanation): Explanation {
  if (clearance === 'desk' || explanation.status < 500) return explanation;
  return {
    ...explanation,
    code: 'not-available',
    sentence: 'the statistics cannot be asked at the moment',
    remedy: 'try again later',
  };
}

/**
 * Another site cannot make a visitor's browser change anything here: browsers say where a request
 * comes from, and programs that are no browsers say nothing.
 * @throws Refused `not-allowed`
 */
export function mustComeFromHere({ method, headers }: Asking): void {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return;
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  const elsewhere = site !== undefined && site !== 'same-origin' && site !== 'none';
  const other = origin !== undefined && hostOf(String(origin)) !== host;
  if (elsewhere || other) {
    throw new Refused('not-allowed', 'the request comes from another site', "use this program's own page");
  }
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
