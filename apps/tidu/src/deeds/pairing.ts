import { type Deeds, type Grants, of } from '@tidu/programme';

/** Either side. */
const sides = (): Grants => ({ park: [of('own')], partner: [of('own')] });
/** Confidential to those concerned: the two sides, the park's province, the ministry. */
const concerned: Grants = { ...sides(), ministry: [of('all')], province: [of('territory')] };
const published = [of('published')];

/** Pairings are known; what the two sides agree upon, owe and share is theirs. */
export const pairingDeeds: Deeds = {
  'pairing.read': {
    ...concerned,
    park: [of('own'), of('published')],
    partner: [of('own'), of('published')],
    province: [of('territory'), of('published')],
    analyst: published,
    company: published,
    expert: published,
    public: published,
  },
  'pairing.create': sides(),
  'pairing.edit': sides(),
  'pairing.agree': sides(),
  'pairing.decline': sides(),
  'pairing.end': sides(),

  'agreement.read': concerned,
  'agreement.create': sides(),
  'agreement.edit': sides(),
  'agreement.consult': sides(),
  'agreement.sign': sides(),
  'agreement.withdraw': sides(),
  'agreement.countersign': sides(),
  'agreement.terminate': sides(),
  'agreement.drop': sides(),

  'obligation.read': concerned,
  'obligation.create': sides(),
  'obligation.claim': sides(),
  'obligation.confirm': sides(),
  'obligation.dispute': sides(),
  'obligation.release': sides(),

  'pairing-event.read': concerned,
  'pairing-event.create': sides(),
  'pairing-event.edit': sides(),
  'pairing-event.hold': sides(),
  'pairing-event.cancel': sides(),

  'benefit-statement.read': concerned,
  'benefit-statement.create': sides(),
  'benefit-statement.edit': sides(),
  'benefit-statement.state': sides(),
  'benefit-statement.confirm': sides(),
  'benefit-statement.confirm-second': sides(),
  'benefit-statement.dispute': sides(),
  'benefit-statement.correct': sides(),
  'benefit-statement.drop': sides(),
  /** The table of the whole country adds up amounts of all pairings. */
  'benefit-statement.national': { ministry: [of('all')] },
};
