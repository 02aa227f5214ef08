import type { ApplicationContent } from '../application/application.ts';
import type { Registered } from '../ground/registered.ts';
import { type BatchContent, batch } from './batch.ts';
import type { BatchAct, BatchFacts, BatchState } from './batch.workflow.ts';

export const registeredBatch: Registered<BatchContent, BatchState, BatchAct, BatchFacts['extra']> = {
  kind: batch,
  extra: async (records, { id }) => {
    const [applications, notices, lists] = await Promise.all(
      ['application', 'notice', 'list'].map((kind) => records.counts({ kind, parent: id })),
    );
    return { applications: applications ?? {}, notices: notices ?? {}, lists: lists ?? {} };
  },
  effects: {
    // What the review recommends is proposed with the batch.
    propose: async (records, { id }, { asker }) => {
      const reviewed = await records.whole<ApplicationContent>({
        kind: 'application',
        parent: id,
        state: 'reviewed',
      });
      for (const { id: application, version, content } of reviewed)
        if (content.course.review?.recommended) await records.act(application, 'propose', {}, version, asker);
    },
  },
};
