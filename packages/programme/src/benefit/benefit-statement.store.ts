import type { ProgrammeRecord } from '../ground/kind.ts';
import type { Records } from '../ground/records.store.ts';
import type { Registered } from '../ground/registered.ts';
import type { AgreementContent } from '../pairing/agreement.ts';
import { above, mustBeEmpty } from '../pairing/belonging.store.ts';
import { meet } from '../pairing/pairing.store.ts';
import {
  type BenefitStatementContent,
  benefitStatement,
  type StatementOutside,
} from './benefit-statement.ts';
import { type StatementAct, type StatementState, standing } from './benefit-statement.workflow.ts';
import type { Sides } from './settlement.ts';
import { count, uncount } from './statements.store.ts';

export const registeredBenefitStatement: Registered<
  BenefitStatementContent,
  StatementState,
  StatementAct,
  StatementOutside
> = {
  kind: benefitStatement,
  extra: async (records, { id, content }) => {
    const [agreement, ofThePark] = await Promise.all([
      records.get<AgreementContent>(content.agreement, 'agreement'),
      records.whole<BenefitStatementContent>({
        kind: 'benefit-statement',
        organisation: content.park,
        state: [...standing, 'draft', 'disputed'],
      }),
    ]);
    const others = ofThePark.filter((other) => other.id !== id && other.content.park === content.park);
    const siblings = others.filter((other) => other.content.agreement === content.agreement);
    const elsewhere = others.filter(
      ({ state, content: other }) =>
        state !== 'draft' && other.agreement !== content.agreement && other.year === content.year,
    );
    const { benefit, projects } = agreement.content;
    return {
      agreementState: agreement.state,
      clause: benefit,
      projects: projects.map(({ key }) => key),
      projectNames: Object.fromEntries(projects.map(({ key, name }) => [key, name])),
      otherYears: siblings.filter(({ state }) => state !== 'draft').map(({ content: { year } }) => year),
      claimedElsewhere: elsewhere.flatMap(({ content: { entries } }) =>
        entries.map(({ project }) => project),
      ),
      before: siblings
        .filter(
          ({ state, content: { year } }) => standing.includes(state as StatementState) && year < content.year,
        )
        .reduce<Sides>(
          (sum, { content: { settled } }) => ({
            park: sum.park + (settled?.settlement.result.park ?? 0),
            partner: sum.partner + (settled?.settlement.result.partner ?? 0),
          }),
          { park: 0, partner: 0 },
        ),
    };
  },
  effects: {
    create: mayStand,
    edit: mayStand,
    state: count,
    correct: count,
    dispute: uncount,
    'confirm-second': (records, { id, content }, { asker, today }) =>
      meet(records, content.pairing, { kind: 'statement-confirmed', date: today, record: id }, asker),
  },
};

async function mayStand(records: Records, record: ProgrammeRecord<BenefitStatementContent>): Promise<void> {
  await above(records, record, 'agreement', record.content.agreement);
  mustBeEmpty(record.content, ['clause', 'settled', 'confirmations', 'disputes']);
}
