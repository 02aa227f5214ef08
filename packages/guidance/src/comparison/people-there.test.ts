import { describe, expect, it } from 'vitest';
import { peopleThere } from './people-there.ts';
import { comparedAs, far, fullPlan, near, placeOf, roundCosts } from './two-places.cases.ts';

describe('the people of a place', () => {
  it('are told with the share of them that the jobs of the plan are', () => {
    const [working, resident] = placeOf(comparedAs(), near).people;
    expect(working).toMatchObject({ item: 'people.working-age', value: 10_000, jobsShare: 100 / 10_000 });
    expect(resident).toMatchObject({ item: 'people.resident', jobsShare: 100 / 20_000, source: 'test' });
  });

  it('of whom only the number is known are told without those of working age', () => {
    expect(placeOf(comparedAs(), far).people.map(({ item }) => item)).toEqual(['people.resident']);
  });

  it('have no share where a number of jobs is open', () => {
    const plan = { ...fullPlan, jobs: [{ count: 100 }, { skill: 'engineer' as const }] };
    expect(peopleThere(plan, near, roundCosts).map(({ jobsShare }) => jobsShare)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('of a wider place stand for a place of which nothing is told, without a share', () => {
    const inside = `${near.slice(0, 2)}0100`;
    expect(peopleThere(fullPlan, inside, roundCosts)).toMatchObject([{ place: near }, { place: near }]);
    for (const one of peopleThere(fullPlan, inside, roundCosts)) expect(one).not.toHaveProperty('jobsShare');
    expect(peopleThere(fullPlan, '999999', roundCosts)).toEqual([]);
  });
});
