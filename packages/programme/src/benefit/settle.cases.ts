import fc from 'fast-check';
import {
  type BenefitClause,
  type BenefitEntry,
  benefitClause,
  benefitKind,
  outputKinds,
  taxKinds,
} from './clause.ts';

const side = fc.constantFrom('park' as const, 'partner' as const);
const bound = fc.record({ side, fen: fc.nat(1e9) });
const kinds = [...taxKinds, ...outputKinds];

/** Clauses that the schema takes, all of them sharing the whole of 2025. */
export const clauses: fc.Arbitrary<BenefitClause> = fc
  .record({
    parts: fc.array(
      fc.record({ park: fc.nat(10), partner: fc.nat(10), base: fc.integer({ min: 1, max: 10_000 }) }),
      {
        minLength: kinds.length,
        maxLength: kinds.length,
      },
    ),
    floor: fc.option(bound, { nil: undefined }),
    cap: fc.option(bound, { nil: undefined }),
    remainder: side,
  })
  .map(({ parts, floor, cap, remainder }) => ({
    bases: parts.map(({ base }, at) => ({ kind: kinds[at], perTenThousand: base })),
    shares: parts.map(({ park, partner }, at) => ({
      kinds: [kinds[at]],
      from: 2020,
      park,
      partner: partner || 1,
    })),
    floor,
    cap,
    partialYear: 'by-months',
    from: '2020-01',
    remainder,
  }))
  .filter((clause) => benefitClause.safeParse(clause).success)
  .map((clause) => benefitClause.parse(clause));

/** Entries of a year, each project and kind once. */
export const entriesOf = (year: number): fc.Arbitrary<BenefitEntry[]> =>
  fc.uniqueArray(
    fc.record({
      project: fc.constantFrom('a', 'b', 'c'),
      kind: fc.constantFrom(...benefitKind.options),
      period: fc.constant(String(year)),
      fen: fc.nat(2e9),
    }),
    { selector: ({ project, kind }) => `${project} ${kind}`, maxLength: 12 },
  );
