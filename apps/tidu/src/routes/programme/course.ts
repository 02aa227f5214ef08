import {
  type AgreementContent,
  type Asker,
  type BenefitStatementContent,
  dateIn,
  grantsOf,
  namesOfSides,
  type ObligationContent,
  type PairingContent,
  type PairingEventContent,
  type ProgrammeRecord,
  type Records,
} from '@tidu/programme';
import { z } from 'zod';
import { allow } from '../../allow.ts';
import { deeds } from '../../deeds/deeds.ts';
import { stateName } from '../../kind-names.ts';
import { words } from '../schemas.ts';

const face = z.object({ id: z.string(), state: z.string(), stateName: words, sample: z.boolean() });
const side = z.enum(['park', 'partner']);

/** All that happens in a pairing, in one answer. */
export const course = z.object({
  sides: z.object({ park: words, partner: words }),
  /** Where public sources tell of the pairing. */
  source: z.object({ title: z.string(), url: z.string().optional() }).optional(),
  agreements: z.array(face.extend({ title: words, from: z.string(), to: z.string(), shares: z.boolean() })),
  obligations: z.array(
    face.extend({
      agreement: z.string(),
      whose: side,
      what: words,
      due: z.string(),
      overdue: z.boolean(),
      evidence: z.string().optional(),
      fulfilledOn: z.string().optional(),
    }),
  ),
  events: z.array(
    face.extend({
      kind: z.string(),
      title: z.string(),
      date: z.string(),
      numbers: z.record(z.string(), z.number()),
    }),
  ),
  statements: z.array(
    face.extend({
      agreement: z.string(),
      year: z.int(),
      edition: z.int().optional(),
      park: z.number().optional(),
      partner: z.number().optional(),
    }),
  ),
  /** What the asker may add. */
  may: z.object({
    agreement: z.boolean(),
    event: z.boolean(),
    statement: z.boolean(),
    obligation: z.boolean(),
  }),
});

/** The records below a pairing: one question for each kind, however many there are. */
export async function courseOf(
  records: Records,
  pairing: ProgrammeRecord<PairingContent>,
  asker: Asker,
): Promise<z.infer<typeof course>> {
  const { park, known } = pairing.content;
  const source = records.world.pack.sources.find(({ id }) => id === known?.source);
  const today = dateIn(records.world.now());
  const of = async <C extends { pairing: string }>(kind: string) => {
    const seen = { asker, grants: grantsOf(deeds, `${kind}.read`, asker.role) };
    const found = await records.whole<C>({ kind, organisation: park, seen });
    return found
      .filter(({ content }) => content.pairing === pairing.id)
      .map(({ id, state, sample, title, content }) => ({
        face: { id, state, sample, stateName: stateName(kind, state) },
        title: { ...title },
        content,
        state,
      }));
  };
  const [sides, agreements, obligations, events, statements] = await Promise.all([
    namesOfSides(records, pairing.content),
    of<AgreementContent>('agreement'),
    of<ObligationContent>('obligation'),
    of<PairingEventContent>('pairing-event'),
    of<BenefitStatementContent>('benefit-statement'),
  ]);
  const may = (kind: string) => allow(asker, `${kind}.create`, { ...pairing, kind }) !== undefined;
  return {
    sides,
    ...(source && { source: { title: source.title, ...(source.url && { url: source.url }) } }),
    agreements: agreements.map(({ face, title, content: { from, to, benefit } }) => ({
      ...face,
      ...{ title, from, to, shares: benefit !== undefined },
    })),
    obligations: obligations
      .map(({ face, state, content: { agreement, whose, what, due, claims } }) => ({
        ...face,
        ...{ agreement, whose, what: { ...what }, due },
        overdue: (state === 'open' || state === 'disputed') && due < today,
        ...(claims.at(-1) && {
          evidence: claims.at(-1)?.evidence as string,
          fulfilledOn: claims.at(-1)?.fulfilledOn as string,
        }),
      }))
      .sort((one, other) => one.due.localeCompare(other.due)),
    events: events
      .map(({ face, content: { kind, title, date, numbers } }) => ({
        ...face,
        ...{ kind, title, date, numbers: numbers as Record<string, number> },
      }))
      .sort((one, other) => other.date.localeCompare(one.date)),
    statements: statements
      .map(({ face, content: { agreement, year, settled } }) => ({
        ...face,
        ...{ agreement, year },
        ...(settled && { edition: settled.edition, ...settled.settlement.result }),
      }))
      .sort((one, other) => other.year - one.year),
    may: {
      agreement: may('agreement'),
      event: may('pairing-event'),
      statement: may('benefit-statement'),
      obligation: may('obligation'),
    },
  };
}
