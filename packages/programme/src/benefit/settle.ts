import {
  type BenefitClause,
  type BenefitEntry,
  type BenefitKind,
  isTax,
  otherSide,
  type Share,
  type Side,
} from './clause.ts';
import { partOf } from './money.ts';
import type { SettledLine, Settlement, Sides } from './settlement.ts';
import { type Months, monthsBound, monthsShared } from './term.ts';
import { type Unsettled, whatStandsAgainst } from './unsettled.ts';

/** A year that cannot be computed as it was given. */
export class CannotSettle extends Error {
  readonly code = 'cannot-settle';
  readonly remedy: string;
  readonly faults: readonly Unsettled[];
  constructor(faults: readonly Unsettled[]) {
    super(faults.map(({ field, en }) => `${field}: ${en}`).join('; '));
    this.name = 'CannotSettle';
    this.faults = faults;
    this.remedy = 'mend the amounts that are named';
  }
}

/**
 * Shares the benefits of one year by a clause.
 *
 *   counted = ⌊given × base⌋                        per project, kind and period
 *   partner = ⌊counted × r / (p + r)⌋               park gets the rest; the other way round
 *                                                   where the remainder is the partner's
 *   result  = clamp(Σ side, floor, cap)             what is added to one side is taken from the other
 *
 * Floor and cap of a year of which m months count are ⌊amount × m / 12⌋, unless the clause says whole.
 *
 * @param entries  fen, of the year or of its months
 * @param before   what either side got in the years before, fen
 * @throws CannotSettle with every entry that cannot be counted, and what to do
 * @see    docs/methods/benefit-sharing.md
 */
export function settle(
  clause: BenefitClause,
  year: number,
  entries: readonly BenefitEntry[],
  before: Sides = { park: 0, partner: 0 },
): Settlement {
  const faults = whatStandsAgainst(clause, year, entries);
  if (faults.length > 0) throw new CannotSettle(faults);
  const months = monthsShared(clause, year);
  const lines = entries.map((entry) => divide(clause, year, months, entry));
  const taxes = sums(lines.filter(({ kind }) => isTax(kind)));
  let result: Sides = { park: taxes.park, partner: taxes.partner };

  const floored = clause.floor && { ...clause.floor, ...inForce(clause, clause.floor, year) };
  const topUp = floored?.months ? Math.max(0, floored.fen - result[floored.side]) : 0;
  if (floored) result = move(result, topUp, floored.side);

  const capped = clause.cap && { ...clause.cap, ...inForce(clause, clause.cap, year) };
  const cut = capped?.months ? Math.max(0, result[capped.side] - capped.fen) : 0;
  if (capped) result = move(result, cut, otherSide(capped.side));

  return {
    year,
    months,
    lines,
    taxes,
    ...(floored && { floor: { side: floored.side, months: floored.months, fen: floored.fen, topUp } }),
    ...(capped && { cap: { side: capped.side, months: capped.months, fen: capped.fen, cut } }),
    result,
    cumulative: { park: before.park + result.park, partner: before.partner + result.partner },
    outputs: clause.bases
      .filter(({ kind }) => !isTax(kind))
      .map(({ kind }) => ({ kind, ...sums(lines.filter((line) => line.kind === kind)) })),
  };
}

function divide(clause: BenefitClause, year: number, months: Months, entry: BenefitEntry): SettledLine {
  const nothing = { ...entry, counted: 0, park: 0, partner: 0 };
  const base = clause.bases.find(({ kind }) => kind === entry.kind);
  if (!base) return { ...nothing, why: 'no-base' };
  if (!months || !within(entry.period, months)) return { ...nothing, why: 'outside-term' };
  const share = shareOf(clause, entry.kind, year);
  if (!share) return { ...nothing, why: 'no-share' };
  const counted = partOf(entry.fen, base.perTenThousand, 10_000);
  const whole = share.park + share.partner;
  const least = partOf(counted, clause.remainder === 'park' ? share.partner : share.park, whole);
  const divided =
    clause.remainder === 'park'
      ? { park: counted - least, partner: least }
      : { park: least, partner: counted - least };
  return { ...entry, counted, ...divided, parts: { park: share.park, partner: share.partner } };
}

const shareOf = (clause: BenefitClause, kind: BenefitKind, year: number): Share | undefined =>
  clause.shares.find(
    (share) => share.kinds.includes(kind) && share.from <= year && year <= (share.to ?? year),
  );

/** A whole year is within when it was let pass: `whatStandsAgainst` refuses it where only some months count. */
const within = (period: string, months: NonNullable<Months>): boolean =>
  period.length === 4 || (months.from <= period && period <= months.to);

function inForce(
  clause: BenefitClause,
  bound: NonNullable<BenefitClause['floor']>,
  year: number,
): { months: Months; fen: number } {
  const months = monthsBound(clause, bound, year);
  if (!months) return { months, fen: 0 };
  return { months, fen: clause.partialYear === 'whole' ? bound.fen : partOf(bound.fen, months.count, 12) };
}

const move = (sides: Sides, amount: number, to: Side): Sides =>
  to === 'park'
    ? { park: sides.park + amount, partner: sides.partner - amount }
    : { park: sides.park - amount, partner: sides.partner + amount };

const sums = (lines: readonly SettledLine[]) =>
  lines.reduce(
    (sum, line) => ({
      given: sum.given + line.fen,
      counted: sum.counted + line.counted,
      park: sum.park + line.park,
      partner: sum.partner + line.partner,
    }),
    { given: 0, counted: 0, park: 0, partner: 0 },
  );
