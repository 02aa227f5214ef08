import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openHighs } from './highs-solver.ts';
import { irreducible } from './irreducible.ts';
import type { Solver } from './linear-program.ts';
import type { Conflict } from './placement-plan.ts';
import type { PlacementProblem } from './placement-problem.ts';
import { planPlacement } from './plan-placement.ts';
import { smallProblem } from './small-problems.cases.ts';
import { twoParks } from './two-parks.cases.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openHighs();
});

type Rule = Conflict['rules'][number];

/** A problem with one of its rules at another bound; nothing where the rule is not one of its own numbers. */
function changed(problem: PlacementProblem, { rule }: Rule, to: number): PlacementProblem | undefined {
  const { park: id, kind, origin } = rule;
  if (rule.rule === 'limit' && kind)
    return {
      ...problem,
      parks: problem.parks.map((park) =>
        park.id === id ? { ...park, limits: { ...park.limits, [kind]: to } } : park,
      ),
    };
  if (rule.rule === 'required')
    return { ...problem, required: problem.required.map((one) => ({ ...one, amount: to })) };
  if (rule.rule === 'pairing') {
    const all = problem.movable.reduce((sum, one) => sum + (one.origin === origin ? one.volume : 0), 0);
    return { ...problem, pairings: problem.pairings.map((one) => ({ ...one, share: to / all })) };
  }
  return undefined;
}

describe('rules that cannot hold together', () => {
  it('are found without one too many', () => {
    const all = Array.from({ length: 20 }, (_, i) => i);
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.nat(19), { minLength: 1, maxLength: 5 }), { minLength: 1 }),
        (bad) => {
          const fails = (part: readonly number[]) =>
            bad.some((set) => set.every((one) => part.includes(one)));
          const found = irreducible(all, fails);
          expect(fails(found)).toBe(true);
          for (const one of found) expect(fails(found.filter((other) => other !== one))).toBe(false);
        },
      ),
      { seed: 1 },
    );
  });

  it('are named with what would resolve them: the land of a park, and what it has to get', () => {
    // Half of the even split of 10 亿元 is 5, for which toys need 10 ha and clothing 5; there are 2.
    const parks = [
      { id: 'meishan', limits: { land: 2 } },
      { id: 'xian', limits: {} },
    ];
    const { status, conflicts } = planPlacement(twoParks({ parks, least: 0.5 }), solver);
    expect(status).toBe('impossible');
    expect(conflicts).toHaveLength(1);
    const [land, least] = conflicts[0]?.rules ?? [];
    expect(land?.rule).toEqual({ rule: 'limit', park: 'meishan', kind: 'land' });
    expect(land?.resolvedAt).toBeCloseTo(5, 6);
    expect(least?.rule).toEqual({ rule: 'least', park: 'meishan' });
    expect(least?.bound).toBeCloseTo(0.5, 9);
    expect(least?.resolvedAt).toBeCloseTo(0.2, 6);
  });

  it('tell of lots where these alone are too coarse', () => {
    const parks = [
      { id: 'meishan', limits: { land: 3 } },
      { id: 'xian', limits: {} },
    ];
    const { conflicts } = planPlacement(twoParks({ parks, least: 0.1, lot: 4e8 }), solver);
    expect(conflicts[0]?.rules.map(({ rule }) => rule.rule)).toEqual(['limit', 'least', 'lot']);
  });

  it('are gone, one conflict alone, where one of them gives way as told, and not before', () => {
    fc.assert(
      fc.property(smallProblem, (given) => {
        const problem = { ...given, lot: 0 };
        const { status, conflicts } = planPlacement(problem, solver);
        if (status !== 'impossible' || conflicts.length !== 1) return;
        for (const rule of conflicts[0]?.rules ?? []) {
          const { bound, resolvedAt } = rule;
          if (resolvedAt === null) continue;
          const past = changed(
            problem,
            rule,
            resolvedAt + Math.sign(resolvedAt - bound) * 1e-4 * Math.abs(resolvedAt),
          );
          const short = changed(problem, rule, bound + (resolvedAt - bound) * 0.9);
          if (!past || !short) continue;
          expect(planPlacement(short, solver).status).toBe('impossible');
          const after = planPlacement(past, solver);
          // What it hid may come to light: then by other rules.
          if (after.status === 'impossible')
            expect(after.conflicts[0]?.rules.map((one) => one.rule)).not.toEqual(
              conflicts[0]?.rules.map((one) => one.rule),
            );
        }
      }),
      { numRuns: 80, seed: 3 },
    );
  });
});
