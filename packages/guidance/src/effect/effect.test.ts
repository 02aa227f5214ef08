import { differenceInDifferences, groupTimeEffects, syntheticControl } from '@tidu/regional';
import { describe, expect, it } from 'vitest';
import type { Ground } from '../ground/ground.ts';
import { smallGround } from '../ground/small-ground.cases.ts';
import { coursesAgainstBefore, observationsOf, percentOf } from './city-courses.ts';
import { effect } from './effect.ts';
import { estimateOfPark, syntheticOfPark } from './effect-of-park.ts';
import { comparedTogether, effectOfProgramme, estimateOfProgramme } from './effect-of-programme.ts';
import type { EffectResult, ToldEffect } from './effect-result.ts';
import { type EvaluatedPark, type Evaluation, evaluatedPark, evaluationOf } from './evaluated.ts';
import { madeUpNation } from './made-up-nation.cases.ts';

const asked = (ground: Ground, request: object = {}) =>
  effect.result.parse(effect.compute(ground, effect.request.parse(request))) as EffectResult;
const evaluated = (ground: Ground) => {
  const evaluation = evaluationOf(ground) as Evaluation;
  const parks = ground.parks.map((park) => evaluatedPark(evaluation, park, 'nearest') as EvaluatedPark);
  return { evaluation, parks };
};
const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
const holds = ({ low, high }: { low: number | null; high: number | null }, value: number) =>
  (low as number) <= value && value <= (high as number);

describe('whether the programme worked', () => {
  it('finds an effect that was put in: within its interval as often as that says, and never takes it for nothing', () => {
    const found = seeds(60).map((seed) => {
      const { evaluation, parks } = evaluated(madeUpNation({ seed, effect: 0.3, others: 30 }));
      return estimateOfProgramme(evaluation, parks, comparedTogether(parks)).effect;
    });
    const held = found.filter((one) => holds(one, percentOf(0.3))).length / found.length;
    expect(held).toBeGreaterThan(0.89);
    expect(found.filter(({ low }) => (low as number) <= 0)).toEqual([]);
  });

  it('holds nothing where there was nothing, in 95 of 100 nations, and seldom tells of a difference before', () => {
    const found = seeds(120).map((seed) => {
      const { evaluation, parks } = evaluated(madeUpNation({ seed, others: 30 }));
      return estimateOfProgramme(evaluation, parks, comparedTogether(parks));
    });
    const part = (is: (one: (typeof found)[number]) => boolean) => found.filter(is).length / found.length;
    expect(part(({ effect }) => holds(effect, 0))).toBeGreaterThan(0.91);
    expect(part(({ effect }) => holds(effect, 0))).toBeLessThan(0.99);
    expect(part(({ before }) => (before?.p ?? 0) < 0.05)).toBeLessThan(0.1);
  });

  it('compares each batch with who is not recognised yet', () => {
    const ground = madeUpNation({
      seed: 3,
      effect: 0.4,
      shock: 0.02,
      parks: 6,
      others: 20,
      recognised: (park) => (park < 4 ? '2019-05-01' : '2021-09-10'),
    });
    const { answer } = asked(ground);
    expect(answer).toMatchObject({
      told: true,
      starts: [
        { period: '2020', parks: 4 },
        { period: '2022', parks: 2 },
      ],
    });
    expect(holds((answer as ToldEffect).effect, percentOf(0.4))).toBe(true);
  });

  it('is the mean of group-time effects and, beside it, the difference in differences of regional', () => {
    const { evaluation, parks } = evaluated(madeUpNation({ seed: 8 }));
    const others = comparedTogether(parks);
    const observations = observationsOf(evaluation.courses, [
      ...parks.map(({ park }) => park.place),
      ...others,
    ]);
    const start = observations.unit.map((unit) => (others.includes(String(unit)) ? Number.NaN : 6));
    const treated = observations.period.map((period, t) => (period >= (start[t] as number) ? 1 : 0));
    const { effect, simple } = estimateOfProgramme(evaluation, parks, others);
    expect(effect.percent).toBeCloseTo(percentOf(groupTimeEffects(observations, start).overall), 9);
    expect(simple?.percent).toBeCloseTo(percentOf(differenceInDifferences(observations, treated).effect), 9);
  });

  it('is seldom thought to be above as many cities drawn by lot, where nothing happened', () => {
    const low = seeds(16).filter((seed) => {
      const ground = madeUpNation({ seed, others: 16, parks: 4, years: [2018, 2024] });
      const { evaluation, parks } = evaluated(ground);
      return effectOfProgramme(ground, evaluation, parks).synthetic.p <= 0.1;
    });
    expect(low.length).toBeLessThanOrEqual(4);
  });
});

describe('whether a park worked', () => {
  const nations = seeds(60).map((seed) => evaluated(madeUpNation({ seed, parks: 1, others: 19 })));

  it('has an interval that holds nothing where there was nothing, as often as its level says', () => {
    const held = nations.filter(({ evaluation, parks }) => {
      const { estimate } = estimateOfPark(evaluation, parks[0] as EvaluatedPark);
      expect(estimate.level).toBeCloseTo(0.9, 12);
      return holds(estimate, 0);
    });
    expect(held.length / nations.length).toBeGreaterThan(0.82);
    expect(held.length / nations.length).toBeLessThan(0.98);
  });

  it('ranks anywhere among its placebos where there was nothing', () => {
    const ranks = nations.map(
      ({ evaluation, parks }) => syntheticOfPark(evaluation, parks[0] as EvaluatedPark).p,
    );
    const below = (p: number) => ranks.filter((rank) => rank <= p).length / ranks.length;
    for (const p of [0.25, 0.5, 0.75]) expect(Math.abs(below(p) - p)).toBeLessThan(0.15);
  });

  it('finds an effect that was put in, by both ways, and names the donors', () => {
    const ground = madeUpNation({ seed: 4, effect: 0.5, shock: 0.03, others: 45 });
    const { answer, park } = asked(ground, { park: 'park-2' });
    const told = answer as ToldEffect;
    expect(park?.record).toBe('record-2');
    expect(holds(told.effect, percentOf(0.5))).toBe(true);
    expect(told.effect.p).toBeCloseTo(1 / 40, 12);
    expect(told.synthetic.p).toBeLessThan(0.1);
    expect(Math.abs(told.synthetic.percent - percentOf(0.5))).toBeLessThan(20);
    expect(told.synthetic.donors.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    expect(told.byPeriod.map(({ relative }) => relative)).toEqual([-6, -5, -4, -3, -2, 0, 1, 2]);
  });

  it('is the difference in differences and the group-time effects of regional', () => {
    const { evaluation, parks } = nations[1] as (typeof nations)[number];
    const { park, start, comparable } = parks[0] as EvaluatedPark;
    const observations = observationsOf(evaluation.courses, [park.place, ...comparable]);
    const own = observations.unit.map((unit) => unit === park.place);
    const treated = observations.period.map((period, t) => (own[t] && period >= start ? 1 : 0));
    const starts = own.map((is) => (is ? start : Number.NaN));
    const told = estimateOfPark(evaluation, parks[0] as EvaluatedPark);
    expect(told.own.effect).toBeCloseTo(differenceInDifferences(observations, treated).effect, 9);
    for (const { relative, effect } of groupTimeEffects(observations, starts).byRelativePeriod)
      expect(told.own.byPeriod.get(relative)).toBeCloseTo(effect, 9);
  });

  it('follows the synthetic control of regional', () => {
    const { evaluation, parks } = nations[0] as (typeof nations)[number];
    const { park, start } = parks[0] as EvaluatedPark;
    const fit = evaluation.synthetic(park.place, start);
    expect(fit.donors).toHaveLength(start);
    const outcomes = coursesAgainstBefore(evaluation.courses, [park.place, ...fit.donors], start);
    expect(syntheticControl(outcomes, 0, start).gap).toEqual(fit.gap);
  });
});

describe('what cannot be told', () => {
  const official = (periods: readonly [number, number]) =>
    madeUpNation({ seed: 1, parks: 4, others: 15, years: periods });

  it('is said as an answer, with the years to load, where the statistics begin after recognition', () => {
    const { answer, parks } = asked(official([2024, 2025]));
    expect(answer).toMatchObject({
      told: false,
      why: 'too-few-before',
      before: 0,
      after: 2,
      load: { from: 2020, betterFrom: 2016, to: 2022 },
    });
    expect(parks.every(({ why, effect }) => why === 'too-few-before' && effect === null)).toBe(true);
  });

  it('is said where they end before, where a city is not told, where none are like it, and without any', () => {
    expect(asked(official([2016, 2021])).answer).toMatchObject({ why: 'none-after' });
    expect(asked(madeUpNation({ seed: 1, others: 5 })).answer).toMatchObject({ why: 'too-few-comparable' });
    expect(asked({ ...official([2016, 2024]), trade: undefined }).answer).toMatchObject({
      why: 'no-statistics',
    });
    const ground = official([2016, 2024]);
    const [first, ...others] = ground.parks;
    const moved = { ...ground, parks: [{ ...first, place: '999999' }, ...others] } as Ground;
    expect(asked(moved, { park: 'park-0' }).answer).toMatchObject({ why: 'city-not-told' });
    expect(asked(moved).answer).toMatchObject({ told: true, treated: 3 });
  });

  it('is a park that there is not', () => {
    expect(() => asked(smallGround, { park: 'nowhere' })).toThrow(/ask for one of taiyuan/);
  });
});
