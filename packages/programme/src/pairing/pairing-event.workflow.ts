import type { Facts } from '../ground/kind.ts';
import { createWorkflow } from '../ground/workflow.ts';
import type { PairingEventContent } from './pairing-event.ts';
import { isConcerned, refusal } from './parties.ts';

type F = Facts<PairingEventContent>;

/** Something that both sides do together: planned, held, or not. */
export const pairingEventWorkflow = createWorkflow({
  name: 'pairing-event',
  states: {
    planned: { zh: '计划中', en: 'planned' },
    held: { zh: '已举行', en: 'held' },
    cancelled: { zh: '已取消', en: 'cancelled' },
  },
  initial: 'planned',
  editable: ['planned'],
  acts: {
    hold: {
      name: { zh: '登记为已举行', en: 'record as held' },
      from: ['planned'],
      to: 'held',
      guards: [
        isConcerned,
        {
          name: 'has taken place',
          holds: ({ record, today }: F) =>
            record.content.date <= today || refusal('日期未到', 'its day has not come'),
        },
      ],
    },
    cancel: {
      name: { zh: '取消', en: 'cancel' },
      from: ['planned'],
      to: 'cancelled',
      guards: [isConcerned],
    },
  },
});

export type PairingEventState = keyof typeof pairingEventWorkflow.states;
export type PairingEventAct = keyof typeof pairingEventWorkflow.acts;
