import { matrixOf, panel } from '@tidu/regional';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GuidanceRefused } from '../ground/guidance.ts';
import { smallGround } from '../ground/small-ground.cases.ts';
import { backTest, beaten, horizonOf, learnable } from './back-test.ts';
import { backTested } from './back-tested.ts';
import { features } from './feature.ts';
import { learn } from './model.ts';
import { type Observed, observedOf, periodAfter } from './observed.ts';
import { prediction } from './prediction.ts';
import { sampleAt, withOutcome } from './sample.ts';

const asked = { of: 'parks', horizon: 3 } as const;
const observed = observedOf(smallGround);

/** Places whose share of the one group is told by a rule. */
const made = (places: number, years: number, exports: (place: number, year: number) => number): Observed => {
  const rows = Array.from({ length: places }, (_, row) => `p${row}`);
  const at = Array.from({ length: years }, (_, year) =>
    matrixOf(
      rows,
      ['all'],
      Float64Array.from(rows, (_, row) => exports(row, year)),
    ),
  );
  return {
    exports: panel(
      at.map((_, year) => String(2000 + year)),
      at,
    ),
    places: rows.map((_, row) => ({ region: row % 2 ? 'west' : 'east' })),
    wageGap: () => Number.NaN,
  };
};

describe('what was known at an origin', () => {
  it('does not change with what came later', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 }),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        (origin, by) => {
          const { exports, imports } = observed;
          const later = (x: typeof exports) =>
            panel(
              x.periods,
              x.at.map((one, t) =>
                t <= origin
                  ? one
                  : matrixOf(
                      one.rows,
                      one.columns,
                      one.cells.map((v, k) => v * by * (k + 1)),
                    ),
              ),
            );
          const changed = { ...observed, exports: later(exports), imports: imports && later(imports) };
          expect(sampleAt(changed, [origin], 1).known).toEqual(sampleAt(observed, [origin], 1).known);
        },
      ),
    ));

  it('is unknown, not none, before the statistics begin and where no wage is published', () => {
    const { known } = sampleAt(observed, [0], 1);
    for (const feature of ['trend-1', 'trend-3', 'usual', 'wage-gap'] as const)
      expect(Array.from(known[feature]).every(Number.isNaN)).toBe(true);
  });

  it('holds a park to be one from the year of its list on', () => {
    const parks = smallGround.parks.map((park) => ({ ...park, recognised: '2021-09-10' }));
    const since = observedOf({ ...smallGround, parks });
    const parksAt = (origin: number) =>
      Array.from(sampleAt(since, [origin], 1).known.park).filter(Boolean).length;
    expect([parksAt(2), parksAt(3)]).toEqual([0, 9]);
  });

  it('by hand: the share, its change about the middle, the quotient and the value added', () => {
    const at = (cells: number[][]) => matrixOf(['a', 'b'], ['x', 'y'], Float64Array.from(cells.flat()));
    const two: Observed = {
      exports: panel(
        ['2000', '2001'],
        [
          at([
            [1, 1],
            [3, 5],
          ]),
          at([
            [2, 0],
            [2, 6],
          ]),
        ],
      ),
      imports: panel(
        ['2000', '2001'],
        [
          at([
            [0, 0],
            [0, 0],
          ]),
          at([
            [1, 0],
            [9, 3],
          ]),
        ],
      ),
      places: [{ region: 'east' }, { region: 'west' }],
      wageGap: () => 0,
    };
    const { cells, known } = sampleAt(two, [1], 1);
    expect(cells.map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
    // A quarter became a half: 2 · ¼ / ¾ about the middle.
    expect(known['trend-1'][0]).toBeCloseTo(2 / 3, 12);
    expect(known['trend-1'][1]).toBeCloseTo(-0.4, 12);
    expect(known.share[0]).toBeCloseTo(Math.log(0.5), 12);
    expect(known.specialisation[0]).toBeCloseTo(Math.log(2.5), 12);
    expect(Array.from(known['value-added'])).toEqual([0.5, -1, 0.5]);
  });
});

describe('the model', () => {
  it('is learnt only from origins whose outcome was known by then', () => {
    expect(learnable(3, 3)).toEqual([0]);
    expect(learnable(2, 3)).toEqual([]);
    expect([3, 4, 5, 6, 7, 13].map((periods) => horizonOf(periods, 3))).toEqual([1, 1, 2, 2, 3, 3]);
    expect(() => horizonOf(2, 3)).toThrow(/2 periods are too few/);
    for (const { origin, learntFrom } of backTest(observed, 1).folds)
      expect(Math.max(...learntFrom.map(Number)) + 1).toBeLessThanOrEqual(Number(origin));
  });

  it('says why: contributions and the log-odds of the mean add up to the log-odds', () => {
    const past = withOutcome(sampleAt(observed, [0, 1, 2, 3], 2));
    const model = learn(past);
    const today = sampleAt(observed, [5], 2);
    model.probabilities(today).forEach((p, t) => {
      const reasons = model.contributions(today, t).reduce((sum, { logOdds }) => sum + logOdds, 0);
      expect((model.fit?.atMeans ?? 0) + reasons).toBeCloseTo(Math.log(p / (1 - p)), 6);
    });
  });

  it('leaves out what it could not learn, and tells why', () => {
    const one = made(10, 5, (place, year) => 10 + place + ((place * 7 + year * 3) % 5));
    const { leftOut, features: used } = learn(withOutcome(sampleAt(one, [0], 1)));
    expect(leftOut).toMatchObject({
      'trend-1': 'unknown',
      'value-added': 'unknown',
      specialisation: 'alike',
      park: 'alike',
    });
    expect(used).toContain('share');
    expect([...used, ...Object.keys(leftOut)].sort()).toEqual([...features].sort());
  });

  it('does not take for a law what is known of a few places', () => {
    const forty = made(40, 5, (place, year) => 10 + place + ((place * 7 + year * 3) % 5));
    const wagesOf = (count: number) => (code: string) => {
      const place = Number(code.slice(1));
      return place < count ? place / 100 : Number.NaN;
    };
    const past = (count: number) =>
      learn(withOutcome(sampleAt({ ...forty, wageGap: wagesOf(count) }, [1, 2], 1)));
    expect(past(3).leftOut['wage-gap']).toBe('unknown');
    expect(past(4).features).toContain('wage-gap');
  });

  it('finds that what rose goes on rising, where it does', () => {
    const rising = made(40, 8, (place, year) => 100 * (1 + (place % 2 ? 0.1 : -0.05) + place / 1000) ** year);
    const { folds, calibration } = backTest(rising, 2);
    const last = folds.at(-1);
    expect(last?.model.auc).toBe(1);
    expect(last && beaten(last, 'constant')).toEqual({ auc: true, brier: true });
    expect(calibration.bins.reduce((sum, { n }) => sum + n, 0)).toBe(
      folds.reduce((sum, { tested }) => sum + tested, 0),
    );
  });
});

describe('prediction as guidance', () => {
  it('gives park cities with a probability, and reasons that begin with the strongest', async () => {
    const given = prediction.result.parse(await prediction.compute(smallGround, asked));
    expect(given).toMatchObject({
      origin: '2023',
      until: '2025',
      horizon: 2,
      synthetic: true,
      measured: 'processing',
    });
    expect(new Set(given.cells.map(({ place }) => place))).toEqual(new Set(['140100', '430100', '500000']));
    for (const { probability, reasons } of given.cells) {
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThan(1);
      const weights = reasons.map(({ logOdds }) => Math.abs(logOdds));
      expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    }
    // What has grown fastest is likelier to gain than what has shrunk.
    const of = (place: string, group: string) =>
      given.cells.find((cell) => cell.place === place && cell.group === group)?.probability;
    expect(of('430100', 'clothing')).toBeGreaterThan(of('140100', 'clothing') ?? 1);
  });

  it('is asked by place and by group', async () => {
    const east = await prediction.compute(smallGround, { ...asked, place: '441900' });
    expect(east.cells).toHaveLength(3);
    const toys = await prediction.compute(smallGround, { ...asked, of: 'all', group: 'toys-misc' });
    // Chengdu exports none: of what is not there nothing is foretold.
    expect(toys.cells.map(({ place }) => place)).not.toContain('510100');
    expect(toys.cells).toHaveLength(7);
  });

  it('is learnt anew where parks were recognised at another time', () => {
    const probability = (recognised: string | undefined) => {
      const parks = smallGround.parks.map((park) => ({ ...park, recognised }));
      const given = prediction.compute({ ...smallGround, parks }, asked) as {
        cells: { probability: number }[];
      };
      return given.cells.map((cell) => cell.probability);
    };
    expect(probability('2018-05-01')).not.toEqual(probability(undefined));
    expect(probability(undefined)).toEqual(probability(undefined));
  });

  it('tells its test fold by fold, beside every baseline', async () => {
    const told = backTested.result.parse(await backTested.compute(smallGround, { horizon: 1 }));
    expect(told.folds.map(({ origin, known }) => [origin, known])).toEqual([
      ['2019', '2020'],
      ['2020', '2021'],
      ['2021', '2022'],
      ['2022', '2023'],
    ]);
    expect(told.folds[0]?.baselines.map(({ name }) => name)).toEqual([
      'persistence',
      'specialisation',
      'density',
      'constant',
    ]);
    expect(told.regions.reduce((sum, { tested }) => sum + tested, 0)).toBe(
      told.folds.reduce((sum, { tested }) => sum + tested, 0),
    );
  });

  it('refuses with what to do', () => {
    const refusal = (act: () => unknown) => {
      try {
        act();
      } catch (error) {
        if (error instanceof GuidanceRefused) return error.code;
      }
      return undefined;
    };
    const short = smallGround.trade && {
      ...smallGround.trade,
      exports: panel(['2022', '2023'], smallGround.trade.exports.at.slice(4)),
    };
    expect(refusal(() => prediction.compute({ ...smallGround, trade: undefined }, asked))).toBe(
      'no-statistics',
    );
    expect(refusal(() => prediction.compute({ ...smallGround, trade: short }, asked))).toBe('not-computable');
    expect(refusal(() => prediction.compute(smallGround, { ...asked, place: '999999' }))).toBe(
      'place-unknown',
    );
    expect(refusal(() => prediction.compute(smallGround, { ...asked, group: 'ships' }))).toBe(
      'not-computable',
    );
    const still = made(4, 4, () => 1);
    expect(refusal(() => backTest(still, 1))).toBe('not-computable');
  });

  it('counts periods on', () => {
    expect(periodAfter('2024', 3)).toBe('2027');
    expect(periodAfter('2024-01..2024-06', 1)).toBe('2025-01..2025-06');
  });
});
