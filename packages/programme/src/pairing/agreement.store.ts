import { clock } from '../account/asker.ts';
import type { Facts, ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import { NotAcceptable } from '../ground/refusal.ts';
import type { Registered } from '../ground/registered.ts';
import { type AgreementContent, type AgreementOutside, agreement } from './agreement.ts';
import type { AgreementAct, AgreementState } from './agreement.workflow.ts';
import { faultsOf } from './agreement-text.ts';
import { above, mustBeEmpty } from './belonging.store.ts';
import type { ObligationContent } from './obligation.ts';
import { becomeDue, meet } from './pairing.store.ts';
import type { PairingContent } from './pairing.ts';
import { partiesOf } from './parties.ts';
import { promised } from './promised.ts';

type F = Facts<AgreementContent, AgreementOutside>;

export const registeredAgreement: Registered<
  AgreementContent,
  AgreementState,
  AgreementAct,
  AgreementOutside
> = {
  kind: agreement,
  extra: async (records, { content }) => ({
    pairingState: (await records.get(content.pairing, 'pairing')).state,
    templates: records.world.rules['agreement-templates'],
  }),
  effects: { create: mayStand, edit: mayStand, countersign: comeIntoForce },
};

async function mayStand(records: Records, record: ProgrammeRecord<AgreementContent>): Promise<void> {
  const { content } = record;
  await above<PairingContent>(records, record, 'pairing', content.pairing);
  mustBeEmpty(content, ['text', 'signatures', 'end']);
  const faults = faultsOf(content, records.world.rules['agreement-templates']);
  if (faults.length > 0) throw new NotAcceptable(faults);
}

/** The pairing becomes active, and what the clauses promise becomes due. */
async function comeIntoForce(
  records: Records,
  { id, content, sample }: ProgrammeRecord<AgreementContent>,
  { asker, today }: F,
): Promise<void> {
  const paired = await records.get<PairingContent>(content.pairing, 'pairing');
  if (paired.state === 'agreed') await records.act(paired.id, 'activate', {}, paired.version, clock);
  const { park, partner } = content.signatures;
  const on = [park?.on ?? '', partner?.on ?? ''].sort().at(-1) as string;
  await meet(records, content.pairing, { kind: 'agreement-signed', date: on, record: id }, asker);
  const dues: PairingContent['dues'] = [];
  for (const promise of promised(content, records.world.rules['agreement-templates'], today)) {
    const owed: ObligationContent = {
      ...partiesOf(content),
      ...promise,
      pairing: content.pairing,
      agreement: id,
      claims: [],
      disputes: [],
    };
    const obligation = await records.create('obligation', owed, clock, { sample });
    dues.push({ obligation: obligation.id, due: promise.due });
  }
  await becomeDue(records, content.pairing, dues, asker);
}
