import type { Facts } from '../ground/kind.ts';
import { createWorkflow } from '../ground/workflow.ts';
import type { PairingContent, PairingOutside } from './pairing.ts';
import { isConcerned, isOtherThan, refusal } from './parties.ts';

type F = Facts<PairingContent, PairingOutside>;

/** Two sides find each other, work together, fall silent, wake up, part. */
export const pairingWorkflow = createWorkflow({
  name: 'pairing',
  states: {
    proposed: { zh: '已提出', en: 'proposed' },
    agreed: { zh: '原则同意', en: 'agreed in principle' },
    declined: { zh: '未同意', en: 'declined' },
    active: { zh: '活跃', en: 'active' },
    dormant: { zh: '沉寂', en: 'dormant' },
    ended: { zh: '已结束', en: 'ended' },
  },
  initial: 'proposed',
  editable: ['proposed'],
  acts: {
    agree: {
      name: { zh: '原则同意', en: 'agree in principle' },
      from: ['proposed'],
      to: 'agreed',
      guards: [answersProposal()],
    },
    decline: {
      name: { zh: '不同意', en: 'decline' },
      from: ['proposed'],
      to: 'declined',
      guards: [answersProposal()],
    },
    activate: {
      name: { zh: '协议生效', en: 'agreement in force' },
      from: ['agreed'],
      to: 'active',
      by: 'clock',
      guards: [
        {
          name: 'agreement in force',
          holds: ({ extra }: F) =>
            extra.inForce || refusal('尚无双方签署的协议', 'no agreement is signed by both sides'),
        },
      ],
    },
    'fall-dormant': {
      name: { zh: '转为沉寂', en: 'fall dormant' },
      from: ['active'],
      to: 'dormant',
      by: 'clock',
      guards: [
        {
          name: 'silent',
          holds: ({ extra }: F) =>
            extra.pulse.dormant || refusal('近期仍有往来', 'there has been contact recently'),
        },
      ],
    },
    revive: {
      name: { zh: '恢复活跃', en: 'come alive again' },
      from: ['dormant'],
      to: 'active',
      by: 'clock',
      guards: [
        {
          name: 'contact',
          holds: ({ extra }: F) =>
            !extra.pulse.dormant || refusal('尚无新的往来', 'there has been no new contact'),
        },
      ],
    },
    end: {
      name: { zh: '结束结对', en: 'end' },
      from: ['agreed', 'active', 'dormant'],
      to: 'ended',
      guards: [
        isConcerned,
        {
          name: 'nothing in force',
          holds: ({ extra }: F) =>
            !extra.inForce ||
            refusal('尚有生效的协议，请先终止', 'an agreement is still in force: terminate it first'),
        },
      ],
    },
  },
});

function answersProposal() {
  return isOtherThan<PairingContent>(
    ({ proposedBy }) => proposedBy,
    refusal('须由另一方答复', 'the other side has to answer'),
  );
}

export type PairingState = keyof typeof pairingWorkflow.states;
export type PairingAct = keyof typeof pairingWorkflow.acts;
