import type { AnyRegistered } from './ground/registered.ts';

/** Every kind of record of the programme. */
export const kinds: readonly AnyRegistered[] = [];
