import type { Coverage, Finding } from '@tidu/trade';
import type { Check, Ground } from './check.ts';
import { cellRates } from './mirror/cell-rates.ts';
import { fineAndCoarse, overlap } from './mirror/fine-and-coarse.ts';

const tolerances = {
  monthRate: {
    is: 0.02,
    why: 'The customs convert by one rate a month; declarations of the month before and of other currencies leave less than two percent.',
  },
  yearRate: { is: 0.06, why: 'A year mixes the rates of its months, which differ by up to six percent.' },
  jump: {
    is: 0.1,
    why: 'No month since 2005 had a rate ten percent from the month before; a table in the wrong currency has.',
  },
  rateAmount: { is: 10_000, why: 'Below ten thousand yuan a rate is a matter of rounding.' },
  part: { is: 0.001, why: 'Editions of the same month differ by revisions of a tenth of a percent.' },
  amount: { is: 1_000_000, why: 'A hundred of the 万元 in which totals are printed.' },
  complete: {
    is: 0.98,
    why: 'A table that holds less than 98 % of the other was restricted when it was downloaded.',
  },
} as const;

/** The same trade seen twice: in two currencies, and in a finer and a coarser table. */
export const mirror: Check = {
  name: 'mirror',
  formula: {
    text: '(CNY / USD) of a cell against the median of its month; Σ of the finer table ≤ the coarser',
    source:
      'United Nations, International Merchandise Trade Statistics: Compilers Manual (2013), on data quality and bilateral comparison; the sides here are tables of one reporter',
  },
  tolerances,
  reads: (ground, table) => [
    table.shape.id,
    ...dollarsOf(ground, table).map(({ shape }) => shape.id),
    ...coarserThan(ground, table).map(({ shape }) => shape.id),
  ],
  look: async (ground, table) => {
    const findings: Finding[] = [];
    for (const usd of dollarsOf(ground, table)) {
      findings.push(
        ...(await cellRates(ground, table, usd, {
          month: tolerances.monthRate.is,
          year: tolerances.yearRate.is,
          jump: tolerances.jump.is,
          amount: tolerances.rateAmount.is,
        })),
      );
    }
    for (const coarse of coarserThan(ground, table)) {
      findings.push(
        ...(await fineAndCoarse(ground, table, coarse, {
          part: tolerances.part.is,
          amount: tolerances.amount.is,
          complete: tolerances.complete.is,
        })),
      );
    }
    return findings;
  },
};

/** The same cut in dollars. */
const dollarsOf = ({ coverage }: Ground, { shape }: Coverage): Coverage[] =>
  shape.currency === 'CNY'
    ? coverage.filter(
        (other) => other.shape.id === shape.id.replace(/CNY$/, 'USD') && other.shape.id !== shape.id,
      )
    : [];

/** Tables in the same currency that tell less apart, of the whole country or the same part of it; never made-up ones beside real ones. */
function coarserThan({ coverage }: Ground, fine: Coverage): Coverage[] {
  const { shape } = fine;
  return coverage.filter(
    (coarse) =>
      coarse.shape.id !== shape.id &&
      coarse.shape.currency === shape.currency &&
      coarse.synthetic === fine.synthetic &&
      !shape.inland &&
      !coarse.shape.inland &&
      shape.span !== 'range' &&
      coarse.shape.span !== 'range' &&
      (coarse.shape.within === undefined || coarse.shape.within === shape.within) &&
      coarseness(coarse) < coarseness(fine) &&
      overlap(fine, coarse),
  );
}

/** Parts of the country first, then what is told apart, then digits. */
const coarseness = ({ shape }: Coverage): number =>
  shape.dimensions.length * 100 +
  (shape.hsDigits ?? 0) +
  (shape.within === undefined ? 0 : 10) +
  (shape.span === 'month' ? 0 : 0.5);
