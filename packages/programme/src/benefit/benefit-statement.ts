import { z } from 'zod';
import type { Facts, Kind } from '../ground/kind.ts';
import { faceOf, parties, reason, signature, signatures } from '../pairing/parties.ts';
import {
  benefitStatementWorkflow,
  entriesOf,
  type StatementAct,
  type StatementState,
} from './benefit-statement.workflow.ts';
import { type BenefitClause, benefitClause, benefitEntry } from './clause.ts';
import { settle } from './settle.ts';
import { type Sides, settlement } from './settlement.ts';
import { step, trace } from './trace.ts';

const entries = z.array(benefitEntry).max(2000);

const statementContent = z.strictObject({
  ...parties,
  pairing: z.string().min(1),
  agreement: z.string().min(1),
  year: z.int().min(2000).max(2100),
  entries,
  /** Written by acts: the clause it was computed by, what came of it, how, and which edition it is. */
  clause: benefitClause.optional(),
  settled: z
    .strictObject({
      edition: z.int().min(1),
      on: z.iso.date(),
      by: z.string(),
      settlement,
      steps: z.array(step),
    })
    .optional(),
  confirmations: signatures.default({}),
  disputes: z.array(signature.extend({ reason, edition: z.int() })).default([]),
});
export type BenefitStatementContent = z.infer<typeof statementContent>;

/** What a statement looks at outside of itself. */
export interface StatementOutside {
  readonly agreementState: string;
  readonly clause: BenefitClause | undefined;
  /** Projects of the agreement: key → name. */
  readonly projects: readonly string[];
  readonly projectNames: Readonly<Record<string, string>>;
  /** Years of which the agreement has another statement. */
  readonly otherYears: readonly number[];
  /** Projects whose year another agreement has stated. */
  readonly claimedElsewhere: readonly string[];
  /** What either side got in the years before. */
  readonly before: Sides;
}

type F = Facts<BenefitStatementContent, StatementOutside>;

/** What the two sides share of one year, computed by their clause. */
export const benefitStatement: Kind<BenefitStatementContent, StatementState, StatementAct, StatementOutside> =
  {
    name: 'benefit-statement',
    plural: 'benefit-statements',
    names: { zh: '权益分配结算单', en: 'benefit statement' },
    content: statementContent,
    workflow: benefitStatementWorkflow,
    face: (content) => ({
      ...faceOf(content),
      title: {
        zh: `${content.name.zh}${content.year}年权益分配结算单`,
        en: `Benefit statement ${content.year}, ${content.name.en}`,
      },
      parent: content.agreement,
    }),
    doing: {
      state: { change: stated },
      correct: { given: z.strictObject({ entries, note: reason }), change: stated },
      confirm: { change: confirmed },
      'confirm-second': { change: confirmed },
      dispute: {
        given: z.strictObject({ reason }),
        change: (content, { asker, today, given }) => ({
          ...content,
          confirmations: {},
          disputes: [
            ...content.disputes,
            {
              by: asker.name,
              on: today,
              reason: given.reason as string,
              edition: content.settled?.edition ?? 1,
            },
          ],
        }),
      },
      drop: { given: z.strictObject({ reason }) },
    },
  };

function stated(content: BenefitStatementContent, facts: F): BenefitStatementContent {
  const { clause, projectNames, before } = facts.extra;
  if (!clause) return content;
  const given = [...entriesOf(facts)];
  const shared = settle(clause, content.year, given, before);
  return {
    ...content,
    entries: given,
    clause,
    confirmations: {},
    settled: {
      edition: (content.settled?.edition ?? 0) + 1,
      on: facts.today,
      by: facts.asker.name,
      settlement: shared,
      steps: trace(clause, shared, projectNames),
    },
  };
}

function confirmed(content: BenefitStatementContent, { asker, today }: F): BenefitStatementContent {
  const side = asker.organisation === content.park ? 'park' : 'partner';
  return { ...content, confirmations: { ...content.confirmations, [side]: { by: asker.name, on: today } } };
}
