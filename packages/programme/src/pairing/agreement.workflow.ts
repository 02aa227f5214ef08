import type { Facts } from '../ground/kind.ts';
import { createWorkflow, type Guard } from '../ground/workflow.ts';
import type { AgreementContent, AgreementOutside } from './agreement.ts';
import { isConcerned, isOtherThan, refusal, sideOf } from './parties.ts';

type F = Facts<AgreementContent, AgreementOutside>;

const pairingLives: Guard<F> = {
  name: 'pairing lives',
  holds: ({ extra }) =>
    ['agreed', 'active', 'dormant'].includes(extra.pairingState) ||
    refusal(
      '结对尚未获另一方同意，或已结束',
      'the other side has not agreed to the pairing, or it has ended',
    ),
};
const hasClauses: Guard<F> = {
  name: 'clauses',
  holds: ({ record }) =>
    record.content.clauses.length > 0 ||
    record.content.benefit !== undefined ||
    refusal('协议还没有条款', 'the agreement has no clauses yet'),
};
const notYetSigned: Guard<F> = {
  name: 'not yet signed',
  holds: ({ record, asker }) => {
    const side = sideOf(record.content, asker);
    return (
      side === undefined ||
      record.content.signatures[side] === undefined ||
      refusal('本方已签署', 'your side has signed already')
    );
  },
};

const notAhead: Guard<F> = {
  name: 'date of signature',
  holds: ({ given, today }) =>
    given.on === undefined ||
    (given.on as string) <= today ||
    refusal('签署日期不能晚于今天', 'the date of the signature lies ahead'),
};

/** A framework agreement: drafted, talked over, signed by one and then by the other, in force, over. */
export const agreementWorkflow = createWorkflow({
  name: 'agreement',
  states: {
    draft: { zh: '起草', en: 'drafted' },
    consultation: { zh: '磋商', en: 'under consultation' },
    'signed-by-one': { zh: '一方已签', en: 'signed by one side' },
    'in-force': { zh: '生效', en: 'in force' },
    expired: { zh: '到期', en: 'expired' },
    terminated: { zh: '终止', en: 'terminated' },
    dropped: { zh: '作废', en: 'dropped' },
  },
  initial: 'draft',
  editable: ['draft', 'consultation'],
  acts: {
    consult: {
      name: { zh: '送对方磋商', en: 'send for consultation' },
      from: ['draft'],
      to: 'consultation',
      guards: [isConcerned, pairingLives, hasClauses],
    },
    sign: {
      name: { zh: '签署', en: 'sign' },
      from: ['consultation'],
      to: 'signed-by-one',
      guards: [isConcerned, pairingLives, hasClauses, notAhead],
    },
    withdraw: {
      name: { zh: '退回磋商', en: 'back to consultation' },
      from: ['signed-by-one'],
      to: 'consultation',
      guards: [isConcerned],
    },
    countersign: {
      name: { zh: '签署（第二方）', en: 'sign as the second side' },
      from: ['signed-by-one'],
      to: 'in-force',
      guards: [
        isConcerned,
        pairingLives,
        notYetSigned,
        notAhead,
        isOtherThan<AgreementContent>(
          ({ signatures: { park } }) => (park ? 'park' : 'partner'),
          refusal('须由另一方签署', 'the other side has to sign'),
        ),
      ],
    },
    expire: {
      name: { zh: '到期', en: 'expire' },
      from: ['in-force'],
      to: 'expired',
      by: 'clock',
      guards: [
        {
          name: 'term is over',
          holds: ({ record, today }: F) =>
            today > record.content.to || refusal('期限未到', 'its term is not over'),
        },
      ],
    },
    terminate: {
      name: { zh: '终止', en: 'terminate' },
      from: ['in-force'],
      to: 'terminated',
      guards: [isConcerned],
    },
    drop: {
      name: { zh: '作废', en: 'drop' },
      from: ['draft', 'consultation'],
      to: 'dropped',
      guards: [isConcerned],
    },
  },
});

export type AgreementState = keyof typeof agreementWorkflow.states;
export type AgreementAct = keyof typeof agreementWorkflow.acts;
