import type { z } from 'zod';
import type { Ground } from './ground.ts';
import type { Method } from './receipt.ts';

/** Something that Tidu can advise: a pure function of a ground and a request. */
export interface Guidance<Request = unknown, Result = unknown> {
  /** As in its address: `leaving`, `capacity`, `plan`. */
  readonly name: string;
  readonly method: Method;
  readonly request: z.ZodType<Request>;
  readonly result: z.ZodType<Result>;
  /** The request is too large for an address, and is sent as a body. */
  readonly large?: true;
  /** @throws GuidanceRefused where the ground cannot tell */
  compute(ground: Ground, request: Request): Result | Promise<Result>;
}

type GuidanceRefusal = 'no-statistics' | 'place-unknown' | 'park-unknown' | 'not-computable';

/** What cannot be advised: why, and what to do. */
export class GuidanceRefused extends Error {
  readonly code: GuidanceRefusal;
  readonly remedy: string;
  constructor(code: GuidanceRefusal, message: string, remedy: string) {
    super(`${message}; ${remedy}`);
    this.code = code;
    this.remedy = remedy;
  }
}
