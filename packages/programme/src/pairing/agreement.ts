import { z } from 'zod';
import { benefitClause } from '../benefit/clause.ts';
import type { Facts, Kind } from '../ground/kind.ts';
import { type AgreementAct, type AgreementState, agreementWorkflow } from './agreement.workflow.ts';
import type { AgreementTemplates } from './agreement-templates.ts';
import { article, textOf } from './agreement-text.ts';
import { faceOf, parties, reason, sideOf, signature, signatures } from './parties.ts';

const agreementContent = z
  .strictObject({
    ...parties,
    pairing: z.string().min(1),
    from: z.iso.date(),
    to: z.iso.date(),
    /** Clauses chosen from the templates, with the parameters filled in. */
    clauses: z
      .array(
        z.strictObject({
          template: z.string().min(1),
          values: z.record(z.string(), z.union([z.string().max(400), z.number()])).default({}),
        }),
      )
      .max(20),
    benefit: benefitClause.optional(),
    /** The projects that the two sides brought about together: only these are shared. */
    projects: z
      .array(
        z.strictObject({ key: z.string().trim().min(1).max(80), name: z.string().trim().min(1).max(200) }),
      )
      .max(500)
      .default([]),
    /** Written by acts. */
    text: z.array(article).optional(),
    signatures: signatures.default({}),
    end: signature.extend({ reason }).optional(),
  })
  .refine(({ from, to }) => from < to, {
    path: ['to'],
    message: 'ends before it begins: give a later day',
  })
  .refine(({ projects }) => new Set(projects.map(({ key }) => key)).size === projects.length, {
    path: ['projects'],
    message: 'a project is named twice: keep it once',
  });
export type AgreementContent = z.infer<typeof agreementContent>;

/** What an agreement looks at outside of itself. */
export interface AgreementOutside {
  readonly pairingState: string;
  readonly templates: AgreementTemplates;
}

type F = Facts<AgreementContent, AgreementOutside>;

const signing = z.strictObject({
  /** Who signs for the side, with title. */
  name: z.string().trim().min(2, 'name and title of the person who signs').max(100),
  on: z.iso.date(),
});

/** What both sides promise each other. */
export const agreement: Kind<AgreementContent, AgreementState, AgreementAct, AgreementOutside> = {
  name: 'agreement',
  plural: 'agreements',
  names: { zh: '合作框架协议', en: 'framework agreement' },
  content: agreementContent,
  workflow: agreementWorkflow,
  face: (content) => ({
    ...faceOf(content),
    title: { zh: `${content.name.zh}合作框架协议`, en: `Framework agreement ${content.name.en}` },
    parent: content.pairing,
  }),
  doing: {
    sign: {
      given: signing,
      // What is signed stays as it reads now, whatever becomes of the templates.
      change: (content, facts) => ({
        ...signed(content, facts),
        text: textOf(content, facts.extra.templates),
      }),
    },
    countersign: { given: signing, change: signed },
    withdraw: {
      given: z.strictObject({ reason }),
      change: ({ text: _, ...content }) => ({ ...content, signatures: {} }),
    },
    terminate: { given: z.strictObject({ reason }), change: ended },
    drop: { given: z.strictObject({ reason }), change: ended },
  },
};

function signed(content: AgreementContent, { asker, given }: F): AgreementContent {
  const side = sideOf(content, asker);
  if (!side) return content;
  const signature = { by: given.name as string, on: given.on as string };
  return { ...content, signatures: { ...content.signatures, [side]: signature } };
}

function ended(content: AgreementContent, { asker, today, given }: F): AgreementContent {
  return { ...content, end: { by: asker.name, on: today, reason: given.reason as string } };
}
