import { registeredApplication } from './application/application.store.ts';
import { registeredAnswer, registeredAssessment } from './assessment/assessment.store.ts';
import { registeredRound } from './assessment/round.store.ts';
import { registeredBatch } from './batch/batch.store.ts';
import type { AnyRegistered } from './ground/registered.ts';

/** Every kind of record of the programme. */
export const kinds: readonly AnyRegistered[] = [
  registeredBatch,
  registeredApplication,
  registeredRound,
  registeredAssessment,
  registeredAnswer,
];
