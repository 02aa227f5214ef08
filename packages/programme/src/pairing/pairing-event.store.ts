import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import { NotAcceptable } from '../ground/refusal.ts';
import type { Registered } from '../ground/registered.ts';
import { above } from './belonging.store.ts';
import { meet } from './pairing.store.ts';
import { type PairingEventContent, pairingEvent } from './pairing-event.ts';
import type { PairingEventAct, PairingEventState } from './pairing-event.workflow.ts';

export const registeredPairingEvent: Registered<PairingEventContent, PairingEventState, PairingEventAct> = {
  kind: pairingEvent,
  effects: {
    create: mayStand,
    edit: mayStand,
    hold: (records, { id, content: { pairing, kind, date } }, { asker }) =>
      meet(records, pairing, { kind, date, record: id }, asker),
  },
};

async function mayStand(records: Records, record: ProgrammeRecord<PairingEventContent>): Promise<void> {
  const { state } = await above(records, record, 'pairing', record.content.pairing);
  if (['agreed', 'active', 'dormant'].includes(state)) return;
  throw new NotAcceptable([
    { field: 'content.pairing', message: 'the two sides have not agreed to work together, or no longer do' },
  ]);
}
