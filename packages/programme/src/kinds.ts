import { registeredApplication } from './application/application.store.ts';
import { registeredBatch } from './batch/batch.store.ts';
import type { AnyRegistered } from './ground/registered.ts';

/** Every kind of record of the programme. */
export const kinds: readonly AnyRegistered[] = [registeredBatch, registeredApplication];
