import { names } from '@tidu/reference';
import { z } from 'zod';
import { side } from '../benefit/clause.ts';
import type { Kind } from '../ground/kind.ts';
import { type PairingAct, type PairingState, pairingWorkflow } from './pairing.workflow.ts';
import { faceOf, parties, reason, signature } from './parties.ts';
import { interaction, type Pulse } from './pulse.ts';

const pairingContent = z.strictObject({
  ...parties,
  proposedBy: side,
  /** What the two want to build together. */
  purpose: z.string().trim().min(5, 'say what the two sides want to do together').max(4000),
  industries: z.array(z.string().trim().min(1).max(60)).max(20).default([]),
  /** A cooperation that public sources tell of: which record of the pack, and what it says. */
  known: z
    .strictObject({ source: z.string(), date: z.string().optional(), note: names.optional() })
    .optional(),
  /** Written by acts, and by what happens in agreements, obligations, events and statements. */
  answer: signature.extend({ reason: reason.optional() }).optional(),
  interactions: z.array(interaction).default([]),
  dues: z.array(z.strictObject({ obligation: z.string(), due: z.iso.date() })).default([]),
  end: signature.extend({ reason }).optional(),
});
export type PairingContent = z.infer<typeof pairingContent>;

/** What a pairing looks at outside of itself. */
export interface PairingOutside {
  readonly inForce: boolean;
  readonly pulse: Pulse;
}

/** A park and an eastern city or park that build together. */
export const pairing: Kind<PairingContent, PairingState, PairingAct, PairingOutside> = {
  name: 'pairing',
  plural: 'pairings',
  names: { zh: '结对共建', en: 'pairing' },
  content: pairingContent,
  workflow: pairingWorkflow,
  face: (content, state) => ({
    ...faceOf(content),
    title: content.name,
    published: ['active', 'dormant', 'ended'].includes(state),
    due: content.dues.map(({ due }) => due).sort()[0],
    words: content.industries,
  }),
  publicContent: ({ name, park, partner, parkPlace, partnerPlace, industries, known }) => ({
    name,
    park,
    partner,
    parkPlace,
    partnerPlace,
    industries,
    known,
  }),
  doing: {
    agree: {
      change: (content, { asker, today }) => ({ ...content, answer: { by: asker.name, on: today } }),
    },
    decline: {
      given: z.strictObject({ reason }),
      change: (content, { asker, today, given }) => ({
        ...content,
        answer: { by: asker.name, on: today, reason: given.reason as string },
      }),
    },
    end: {
      given: z.strictObject({ reason }),
      change: (content, { asker, today, given }) => ({
        ...content,
        dues: [],
        end: { by: asker.name, on: today, reason: given.reason as string },
      }),
    },
  },
};
