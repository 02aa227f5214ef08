/**
 * The one place where an error of any room becomes an HTTP status, an exit code and a sentence.
 * Rooms throw errors with a `code`; what has none is a fault of the program itself.
 */
export interface Explanation {
  readonly code: string;
  readonly status: number;
  readonly exit: number;
  readonly sentence: string;
  readonly remedy?: string;
  /** What stands against an act, or which fields are not as they should be. */
  readonly particulars?: object;
}

/** Exit codes, as docs/use/command-line.md lists them. */
export const exits = {
  fine: 0,
  refused: 1,
  usage: 2,
  quarantined: 3,
  differs: 4,
  unsound: 5,
  fault: 70,
} as const;

const statuses: Readonly<Record<string, number>> = {
  'not-found': 404,
  'figure-unknown': 404,
  'guidance-unknown': 404,
  'guidance-pack-fault': 500,
  'port-taken': 500,
  'store-in-use': 503,
  'store-unreadable': 503,
  'folder-unwritable': 503,
  'facts-elsewhere': 503,
  'shard-down': 503,
  'cluster-unreachable': 503,
  'cluster-unready': 503,
  'cluster-incomplete': 503,
  'cluster-of-another': 503,
  'cluster-refused': 503,
  'cluster-address': 503,
  'pack-fault': 500,
  'not-allowed': 403,
  confidential: 403,
  'no-such-load': 404,
  'release-unknown': 404,
  'too-many-views': 409,
  'views-unreadable': 500,
  'release-state': 409,
  'finding-unknown': 404,
  'finding-gone': 409,
  'not-signed-in': 401,
  'programme-begun': 409,
  'too-soon': 429,
  'too-many-calls': 429,
  'provider-unreachable': 503,
  'not-possible': 409,
  'not-current': 409,
  'programme-store': 503,
  'file-too-large': 413,
  'file-type': 415,
  'file-withdrawn': 409,
  'file-missing': 500,
  'second-factor-key': 500,
};

/** A refusal of the program itself: what, where, and what to do. */
export class Refused extends Error {
  readonly code: string;
  readonly remedy: string;
  constructor(code: string, message: string, remedy: string) {
    super(message);
    this.name = 'Refused';
    this.code = code;
    this.remedy = remedy;
  }
}

export function explain(error: unknown): Explanation {
  if (!(error instanceof Error)) return fault(String(error));
  if (error.message.startsWith('Out of Memory Error')) return outOfMemory;
  const { code, remedy, reasons, fields } = error as Error & Readonly<Record<string, unknown>>;
  if (typeof code !== 'string' || /^[A-Z_]+$/.test(code)) return fault(error.message);
  return {
    code,
    status: statuses[code] ?? 422,
    exit: exits.refused,
    sentence: error.message,
    ...(typeof remedy === 'string' ? { remedy } : {}),
    ...(Array.isArray(reasons) && { particulars: { reasons } }),
    ...(Array.isArray(fields) && { particulars: { fields } }),
  };
}

/** The engine says so of itself, when what it must hold at once is more than it may hold. */
const outOfMemory: Explanation = {
  code: 'out-of-memory',
  status: 503,
  exit: exits.refused,
  sentence: 'the statistics engine has too little memory for this',
  remedy: 'give it more, e.g. TIDU_MEMORY=512MB, or ask for less at once',
};

const fault = (message: string): Explanation => ({
  code: 'fault',
  status: 500,
  exit: exits.fault,
  sentence: `something went wrong inside the program: ${message}`,
  remedy: 'run again with TIDU_DEBUG=1 for details, and report it',
});
