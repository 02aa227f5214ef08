import { z } from 'zod';
import { benefitEntry, benefitKind, month, side } from './clause.ts';

const amount = z.int();
const sides = z.strictObject({ park: amount, partner: amount });
/** What either side gets, fen. */
export type Sides = z.infer<typeof sides>;

const months = z.strictObject({ from: month, to: month, count: z.int().min(1).max(12) }).optional();

/** What one project paid or made, and what of it goes to either side. Amounts are fen. */
const settledLine = benefitEntry.extend({
  /** The part that the clause shares; 0 where it shares nothing of it. */
  counted: amount,
  park: amount,
  partner: amount,
  /** The parts by which it was divided; nothing where it is not shared, and then `why`. */
  parts: sides.optional(),
  why: z.enum(['no-base', 'outside-term', 'no-share']).optional(),
});
export type SettledLine = z.infer<typeof settledLine>;

/** A year, shared. */
export const settlement = z
  .strictObject({
    year: z.int(),
    months,
    lines: z.array(settledLine),
    /** Sums of the taxes, as divided line by line. */
    taxes: sides.extend({ given: amount, counted: amount }),
    floor: z.strictObject({ side, months, fen: amount, topUp: amount }).optional(),
    cap: z.strictObject({ side, months, fen: amount, cut: amount }).optional(),
    /** What either side gets of the taxes that are shared. `park + partner = taxes.counted`, always. */
    result: sides,
    /** With the years before. */
    cumulative: sides,
    /** Value added and output, which are counted for either side and never paid. */
    outputs: z.array(sides.extend({ kind: benefitKind, given: amount, counted: amount })),
  })
  .meta({ id: 'Settlement' });
export type Settlement = z.infer<typeof settlement>;
