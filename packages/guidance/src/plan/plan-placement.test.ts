import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openHighs } from './highs-solver.ts';
import type { Solver } from './linear-program.ts';
import { placementPlan } from './placement-plan.ts';
import { type PlacementProblem, placementProblem } from './placement-problem.ts';
import { inOrder, programOf, some } from './placement-program.ts';
import { planPlacement, preparePlacement } from './plan-placement.ts';
import { evenSplit, yi } from './rules.ts';
import { smallProblem } from './small-problems.cases.ts';
import { manyPairs, twoParks } from './two-parks.cases.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await openHighs();
});
const planned = (problem: PlacementProblem) => planPlacement(problem, solver);

/** The best of all choices of lots, each tried; nothing where none keeps every rule. */
function enumerated(problem: PlacementProblem): number | undefined {
  const program = programOf(inOrder(problem));
  const count = program.movable.length;
  let best: number | undefined;
  for (let choice = 0; choice < 2 ** count; choice++) {
    const columns = Array.from({ length: count }, (_, j) => j).filter((j) => (choice >> j) & 1);
    const chosen = some(program.whole.columns, Int32Array.from(columns));
    const open = solver.open({
      ...program.whole,
      columns: { ...chosen, lower: chosen.lower.fill(program.lot) },
    });
    const found = open.solve();
    open.close();
    if (found.status === 'optimal') best = Math.max(best ?? Number.NEGATIVE_INFINITY, found.objective);
  }
  return best;
}

/** What of a problem's rules a plan breaks, by more than rounding. */
function broken({ movable, parks, needs, pairings, least, most, lot, ...problem }: PlacementProblem) {
  const { placements } = planned({ movable, parks, needs, pairings, least, most, lot, ...problem });
  const sum = (of: typeof placements, each = 1) => of.reduce((all, { amount }) => all + amount * each, 0);
  const over = (uses: number, bound: number) => uses > bound * (1 + 1e-6) + 1;
  const even = evenSplit({ ...problem, movable, parks, needs, pairings, least, most, lot }) * yi;
  return [
    ...placements.filter(({ amount }) => over(lot, amount)),
    ...movable.filter(({ origin, group, volume }) =>
      over(sum(placements.filter((one) => one.origin === origin && one.group === group)), volume),
    ),
    ...parks.filter(({ id, limits }) => {
      const here = placements.filter(({ park }) => park === id);
      const used = (kind: 'land' | 'labour') =>
        here.reduce((all, { group, amount }) => all + (needs[group]?.[kind] ?? 0) * (amount / yi), 0);
      return (
        over(used('land') * yi, (limits.land ?? Number.POSITIVE_INFINITY) * yi) ||
        over(used('labour') * yi, (limits.labour ?? Number.POSITIVE_INFINITY) * yi) ||
        over(least * even, sum(here)) ||
        over(sum(here), (most ?? Number.POSITIVE_INFINITY) * even)
      );
    }),
    ...pairings.filter(({ origin, park, share }) => {
      const all = movable.reduce((volume, one) => volume + (one.origin === origin ? one.volume : 0), 0);
      return over(share * all, sum(placements.filter((one) => one.origin === origin && one.park === park)));
    }),
  ];
}

describe('a plan of few pairs', () => {
  it('is the best of all choices of lots, or there is none', () => {
    fc.assert(
      fc.property(smallProblem, (given) => {
        const problem = placementProblem.parse(given);
        const plan = planned(problem);
        const best = enumerated(problem);
        expect(plan.status).toBe(best === undefined ? 'impossible' : 'planned');
        if (best === undefined) return;
        expect(plan.objective / yi).toBeCloseTo(best, 6);
        expect(plan.bound / yi).toBeGreaterThan(best - 1e-6);
        expect(placementPlan.safeParse(plan).error).toBeUndefined();
        expect(broken(problem)).toEqual([]);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('prices a limit so that no unit more is worth more, and no unit less costs less', () => {
    fc.assert(
      fc.property(smallProblem, (given) => {
        const problem = { ...given, lot: 0 };
        const plan = planned(problem);
        const worth = (land: number) => {
          const [first, ...rest] = problem.parks;
          return planned({
            ...problem,
            parks: [{ ...first, limits: { ...first?.limits, land } }, ...rest],
          } as PlacementProblem);
        };
        const limit = plan.limits.find(({ park, kind }) => park === 'p0' && kind === 'land');
        if (plan.status !== 'planned' || !limit) return;
        const price = (limit.priceOpen ?? 0) / yi;
        const [more, less] = [worth(limit.limit + 0.5), worth(limit.limit - 0.5)];
        expect((more.objective - plan.objective) / yi).toBeLessThan(price * 0.5 + 1e-6);
        if (less.status === 'planned')
          expect((plan.objective - less.objective) / yi).toBeGreaterThan(price * 0.5 - 1e-6);
      }),
      { numRuns: 40, seed: 2 },
    );
  });

  it('says why this park, why not the next, and what one more hectare is worth', () => {
    // Clothing takes the ten hectares of Meishan: 0.4 more than in Xian by each, toys 0.2 by two.
    const plan = planned(twoParks());
    const [clothing, toys] = plan.placements;
    expect(clothing).toMatchObject({ group: 'clothing', park: 'meishan', next: { park: 'xian', full: [] } });
    expect(clothing?.amount).toBeCloseTo(10e8, 0);
    expect(toys).toMatchObject({ group: 'toys', park: 'xian', paid: 0, next: { park: 'meishan' } });
    const [land] = toys?.next?.full ?? [];
    expect(land?.rule).toEqual({ rule: 'limit', park: 'meishan', kind: 'land' });
    const limit = plan.limits.find(({ park }) => park === 'meishan');
    expect(limit).toMatchObject({ limit: 10, full: true });
    expect(limit?.used).toBeCloseTo(10, 9);
    // With as much land as clothing needs, a further hectare goes to toys: 0.2 a yuan, half of a 亿元.
    const more = planned(
      twoParks({
        parks: [
          { id: 'meishan', limits: { land: 14 } },
          { id: 'xian', limits: {} },
        ],
      }),
    );
    expect(more.limits[0]?.priceOpen).toBeCloseTo(0.1 * yi, 0);
    expect(more.objective - plan.objective).toBeCloseTo(0.4 * yi, 0);
  });

  it('names goods and a park that would rather have each other', () => {
    const plan = planned(
      twoParks({
        terms: [
          {
            id: 'fit',
            weight: 1,
            side: 'park',
            values: [
              [0.9, 0.5],
              [0.8, 0.6],
            ],
          },
          {
            id: 'cost',
            weight: 0.1,
            side: 'firm',
            values: [
              [0.1, 0.9],
              [0.1, 0.9],
            ],
          },
        ],
      }),
    );
    expect(plan.blocking).toEqual([
      expect.objectContaining({ group: 'clothing', park: 'xian', instead: 'meishan', displaces: null }),
    ]);
  });
});

describe('a plan of many pairs', () => {
  it('keeps every rule, within one per cent of what no plan can be better than', () => {
    const plan = planned(manyPairs);
    expect(plan.status).toBe('planned');
    expect(plan.gap).toBeLessThan(0.01);
    expect(plan.work.nodes).toBe(0);
    expect(broken(manyPairs)).toEqual([]);
  });

  it('is the same each time, in whatever order it is asked', () => {
    const turned: PlacementProblem = {
      ...manyPairs,
      movable: manyPairs.movable.toReversed(),
      parks: manyPairs.parks.toReversed(),
      terms: manyPairs.terms
        .toReversed()
        .map((term) => ({ ...term, values: term.values.toReversed().map((row) => row.toReversed()) })),
    };
    const plan = planned(manyPairs);
    expect(planned(manyPairs)).toEqual(plan);
    expect(planned(turned)).toEqual(plan);
  });

  it('answers other weights at once from where a plan stands, and says how far off it is at most', () => {
    const moved = {
      ...manyPairs,
      terms: manyPairs.terms.map((term, t) => ({ ...term, weight: t === 0 ? 0.4 : 0.6 })),
    };
    const prepared = preparePlacement(manyPairs, solver);
    const [quick, full] = [planPlacement(moved, solver, prepared), planned(moved)];
    expect(quick).toMatchObject({ status: 'planned', approximate: true, blockingInAll: null });
    expect(quick.bound).toBeGreaterThan(full.objective * (1 - 1e-9));
    expect(quick.objective).toBeLessThan(full.bound * (1 + 1e-9));
    expect(planPlacement(moved, solver, prepared)).toEqual(quick);
  });
});

describe('what is no question', () => {
  it('is refused with what to do: no park, nothing movable', () => {
    expect(() => planned(twoParks({ parks: [], terms: [] }))).toThrow(/no park.*name at least one/);
    expect(() => planned(twoParks({ movable: [], terms: [] }))).toThrow(/nothing is movable; name/);
  });

  it('names field and remedy of what cannot be', () => {
    const faults = (over: object) =>
      placementProblem
        .safeParse({ ...twoParks(), ...over })
        .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    expect(faults({ excluded: [{}] })).toEqual([
      'excluded.0: this shuts out everything; name an origin, a group or a park',
    ]);
    expect(faults({ least: 2, most: 1 })).toEqual(['most: 1 is below the least of 2']);
    expect(faults({ pairings: [{ origin: 'atlantis', park: 'xian' }] })).toEqual([
      'pairings.0.origin: nothing is movable from atlantis',
    ]);
    expect(faults({ parks: [...twoParks().parks, { id: 'xian', limits: {} }] })).toContain(
      'parks.2: xian stands here twice; leave one',
    );
  });
});
