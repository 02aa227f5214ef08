import { names } from '@tidu/reference';
import { z } from 'zod';
import { fen } from './money.ts';

/** The two sides of a pairing: where the output stands, and the other one. */
export const side = z.enum(['park', 'partner']);
export type Side = z.infer<typeof side>;
export const otherSide = (one: Side): Side => (one === 'park' ? 'partner' : 'park');

/** What is money and moves between the treasuries; and what is only counted for either side. */
export const taxKinds = ['vat', 'corporate-income-tax', 'individual-income-tax', 'other-tax'] as const;
export const outputKinds = ['value-added', 'output'] as const;
export const benefitKind = z.enum([...taxKinds, ...outputKinds]);
export type BenefitKind = z.infer<typeof benefitKind>;
export const isTax = (kind: BenefitKind): boolean => (taxKinds as readonly string[]).includes(kind);

export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM');
const year = z.int().min(2000).max(2100);
const day = z.iso.date();

/** Something that has to have happened; without a date it has not. */
const trigger = z.strictObject({
  what: names,
  date: day.optional(),
  /** Counts so many months after the month of the date. */
  delayMonths: z.int().min(0).max(120).default(0),
});
export type Trigger = z.infer<typeof trigger>;

const base = z.strictObject({
  kind: benefitKind,
  /** The part that is shared: 10000 is the whole tax, 5000 the half that stays in the place. */
  perTenThousand: z.int().min(1).max(10_000),
});

const share = z.strictObject({
  kinds: z.array(benefitKind).min(1),
  from: year,
  /** The last year; open where absent. */
  to: year.optional(),
  park: z.int().min(0).max(1000),
  partner: z.int().min(0).max(1000),
});
export type Share = z.infer<typeof share>;

const bound = z.strictObject({ side, fen, trigger: trigger.optional() });

/**
 * A clause on the sharing of benefits, as data from which a year is computed.
 * What contradicts itself is refused with the field that does.
 */
export const benefitClause = z
  .strictObject({
    bases: z.array(base).min(1),
    shares: z.array(share).min(1),
    /** A side gets at least so much a year. */
    floor: bound.optional(),
    /** A side gets at most so much a year. */
    cap: bound.optional(),
    /** Floor and cap of a year of which only some months count: their twelfths, or whole. */
    partialYear: z.enum(['by-months', 'whole']),
    from: month,
    to: month.optional(),
    /** Sharing starts only then. */
    trigger: trigger.optional(),
    /** Who gets the fen that does not divide. */
    remainder: side,
  })
  .superRefine((clause, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const { bases, shares, floor, cap, from, to } = clause;
    bases.forEach(({ kind }, at) => {
      if (bases.findIndex((other) => other.kind === kind) < at) {
        refuse(['bases', at, 'kind'], `${kind} is named twice: name each base once`);
      }
      if (!shares.some(({ kinds }) => kinds.includes(kind))) {
        refuse(['bases', at, 'kind'], `no share is agreed for ${kind}: add one, or leave the base out`);
      }
    });
    shares.forEach((one, at) => {
      if (one.park + one.partner === 0)
        refuse(['shares', at], 'both sides have 0 parts: give one of them some');
      if (one.to !== undefined && one.to < one.from) {
        refuse(['shares', at, 'to'], `ends in ${one.to}, before it starts in ${one.from}`);
      }
      for (const kind of one.kinds) {
        if (!bases.some((known) => known.kind === kind)) {
          refuse(['shares', at, 'kinds'], `${kind} is shared but is no base: add it to the bases`);
        }
        if (shares.slice(0, at).some((other) => other.kinds.includes(kind) && overlap(other, one))) {
          refuse(
            ['shares', at, 'from'],
            `two shares of ${kind} hold in the same year: end the earlier one before`,
          );
        }
      }
    });
    if (to !== undefined && to < from) refuse(['to'], `the term ends in ${to}, before it starts in ${from}`);
    if (floor && cap && floor.side === cap.side && cap.fen < floor.fen) {
      refuse(['cap', 'fen'], 'the cap is below the floor of the same side');
    }
    if ((floor || cap) && !bases.some(({ kind }) => isTax(kind))) {
      refuse([floor ? 'floor' : 'cap'], 'a floor and a cap are of money, and no tax is among the bases');
    }
  })
  .meta({ id: 'BenefitClause' });
export type BenefitClause = z.infer<typeof benefitClause>;

const overlap = (one: Share, other: Share): boolean =>
  one.from <= (other.to ?? Infinity) && other.from <= (one.to ?? Infinity);

/** What one project paid or made, as the side where it stands reports it: of a year, or of one month. */
export const benefitEntry = z.strictObject({
  project: z.string().trim().min(1).max(80),
  kind: benefitKind,
  period: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, 'a year YYYY or a month YYYY-MM'),
  fen,
});
export type BenefitEntry = z.infer<typeof benefitEntry>;
