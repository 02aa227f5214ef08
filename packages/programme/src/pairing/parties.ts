import { names } from '@tidu/reference';
import { z } from 'zod';
import type { Asker } from '../account/asker.ts';
import { otherSide, type Side } from '../benefit/clause.ts';
import type { Face, Facts } from '../ground/kind.ts';
import type { Guard, Reason } from '../ground/workflow.ts';

const organisation = z.string().regex(/^org-[a-z0-9-]+$/, 'the id of an organisation');
const place = z.string().regex(/^\d{6}$/, 'a place by its GB/T 2260 code of six digits');

/** The two sides, as every record of a pairing names them. */
export const parties = {
  /** Both places by name: 哈尔滨—深圳. */
  name: names,
  park: organisation,
  partner: organisation,
  parkPlace: place,
  partnerPlace: place,
};
export type Parties = z.infer<z.ZodObject<typeof parties>>;

export const partiesOf = ({ name, park, partner, parkPlace, partnerPlace }: Parties): Parties => ({
  name,
  park,
  partner,
  parkPlace,
  partnerPlace,
});

export const sameParties = (one: Parties, other: Parties): boolean =>
  one.name.zh === other.name.zh &&
  one.name.en === other.name.en &&
  one.park === other.park &&
  one.partner === other.partner &&
  one.parkPlace === other.parkPlace &&
  one.partnerPlace === other.partnerPlace;

/** A signature, a confirmation: who, for which side, and when. */
export const signature = z.strictObject({ by: z.string(), on: z.iso.date() });
export const signatures = z.strictObject({ park: signature.optional(), partner: signature.optional() });

/** Which side an asker speaks for; neither, when their organisation is not concerned. */
export function sideOf({ park, partner }: Parties, { organisation }: Asker): Side | undefined {
  if (organisation === '') return undefined;
  if (organisation === park) return 'park';
  return organisation === partner ? 'partner' : undefined;
}

/** What the faces of all records between two sides share. */
export const faceOf = ({
  park,
  partner,
  parkPlace,
}: Parties): Pick<Face, 'territory' | 'organisations' | 'published'> => ({
  territory: parkPlace,
  organisations: [park, partner],
  published: false,
});

export const refusal = (zh: string, en: string, clause?: string): Reason => ({
  zh,
  en,
  ...(clause && { clause }),
});

/** Only one of the two sides. */
export const isConcerned: Guard<Facts<Parties>> = {
  name: 'concerned',
  holds: ({ record, asker }) =>
    sideOf(record.content, asker) !== undefined ||
    refusal('只能由结对双方办理', 'only one of the two sides can do this'),
};

/**
 * The other side than the one that did something before.
 * @param who  the side that did it; nothing lets neither pass
 */
export const isOtherThan = <C extends Parties>(
  who: (content: C) => Side | undefined,
  because: Reason,
): Guard<Facts<C>> => ({
  name: 'other side',
  holds: ({ record, asker }) => {
    const did = who(record.content);
    return (did !== undefined && sideOf(record.content, asker) === otherSide(did)) || because;
  },
});

/** A reason that has to be given with an act. */
export const reason = z.string().trim().min(2, 'say why, for the other side').max(2000);
