import type { Registered } from '../ground/registered.ts';
import { type BatchContent, batch } from './batch.ts';
import type { BatchAct, BatchFacts, BatchState } from './batch.workflow.ts';

export const registeredBatch: Registered<BatchContent, BatchState, BatchAct, BatchFacts['extra']> = {
  kind: batch,
  extra: async (records, { id }) => ({
    applications: await records.counts({ kind: 'application', parent: id }),
  }),
};
