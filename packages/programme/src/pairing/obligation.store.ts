import { clock } from '../account/asker.ts';
import type { Facts, ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import { NotAcceptable } from '../ground/refusal.ts';
import type { Registered } from '../ground/registered.ts';
import { above, mustBeEmpty } from './belonging.store.ts';
import { type ObligationContent, obligation } from './obligation.ts';
import type { ObligationAct, ObligationState } from './obligation.workflow.ts';
import { becomeDue, meet } from './pairing.store.ts';
import type { PairingContent } from './pairing.ts';
import { sideOf } from './parties.ts';

type Effect = (
  records: Records,
  record: ProgrammeRecord<ObligationContent>,
  facts: Facts<ObligationContent>,
) => Promise<void>;

export const registeredObligation: Registered<ObligationContent, ObligationState, ObligationAct> = {
  kind: obligation,
  effects: {
    create: async (records, record, { asker }) => {
      const { content } = record;
      const agreement = await above(records, record, 'agreement', content.agreement);
      mustBeEmpty(content, ['claims', 'disputes', 'settled']);
      const refuse = (field: string, message: string) => {
        throw new NotAcceptable([{ field: `content.${field}`, message }]);
      };
      if (agreement.state !== 'in-force') refuse('agreement', 'is not in force: nothing becomes due by it');
      if (agreement.parent !== content.pairing)
        refuse('pairing', `is not that of the agreement: ${agreement.parent}`);
      // What the clauses promise, the agreement itself makes due when it comes into force.
      if (asker.account === clock.account) return;
      if (sideOf(content, asker) !== content.whose) {
        refuse('whose', 'you can take on an obligation for your own side only');
      }
      await becomeDue(records, content.pairing, [{ obligation: record.id, due: content.due }], asker);
    },
    confirm: async (records, record, facts) => {
      const { content, id } = record;
      const date = content.claims.at(-1)?.fulfilledOn ?? facts.today;
      await noLongerDue(records, record, facts);
      await meet(records, content.pairing, { kind: 'obligation-fulfilled', date, record: id }, facts.asker);
    },
    release: noLongerDue,
  },
};

async function noLongerDue(...[records, { id, content }, { asker }]: Parameters<Effect>): Promise<void> {
  await records.revise<PairingContent>(
    content.pairing,
    (was) => ({ ...was, dues: was.dues.filter(({ obligation: one }) => one !== id) }),
    'obligation',
    asker,
  );
}
