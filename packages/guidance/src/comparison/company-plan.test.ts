import { describe, expect, it } from 'vitest';
import { type CompanyPlan, companyPlanSchema } from './company-plan.ts';
import { subjectOf } from './subject-of-plan.ts';
import { fullPlan, twoPlaces } from './two-places.cases.ts';

const place = twoPlaces.compared[0] as (typeof twoPlaces.compared)[number];
const projectOf = (plan: CompanyPlan) => subjectOf(plan, place, [1], '2026-05-01')({});

describe('a plan', () => {
  it('may be left open altogether', () => {
    expect(companyPlanSchema.parse({})).toEqual({});
    expect(companyPlanSchema.parse({ products: [{}], jobs: [{}], site: {} })).toBeDefined();
  });

  it('is refused where a range has no order, a share is more than all, or a field is not known', () => {
    for (const wrong of [
      { own: { '510100': { wageCny: { low: 5, likely: 9, high: 8 } } } },
      { products: [{ exportedShare: 1.2 }] },
      { powr: 5 },
      { own: { chengdu: {} } },
    ]) {
      expect(companyPlanSchema.safeParse(wrong).success).toBe(false);
    }
  });

  it('does not say twice what is computed from it', () => {
    const { error } = companyPlanSchema.safeParse({ project: { jobs: 5 } });
    expect(error?.issues).toMatchObject([
      { path: ['project', 'jobs'], message: expect.stringContaining('computed') },
    ]);
    expect(companyPlanSchema.safeParse({ project: { encouraged: true } }).success).toBe(true);
  });
});

describe('the subject of a plan', () => {
  it('has what measures ask for, from the whole plan', () => {
    const { project, yearly, date } = projectOf({
      ...fullPlan,
      jobs: [
        { skill: 'worker', count: 80 },
        { skill: 'engineer', count: 20 },
      ],
      project: { encouraged: true },
      loan: { cny: 1e6, rate: 0.04 },
    });
    expect(date).toBe('2026-01-01');
    expect(project).toMatchObject({
      hs: ['8517'],
      jobs: 100,
      skilledJobs: 20,
      encouraged: true,
      premises: 'rent',
      investmentCny: 10e6,
      inPark: true,
    });
    expect(yearly[0]).toMatchObject({
      outputCny: 20e6,
      exportsCny: 16e6,
      importsCny: 2e6,
      teu: 100,
      interestCny: 40_000,
    });
  });

  it('leaves open what the plan leaves open', () => {
    const { project, yearly, date } = projectOf({ jobs: [{ skill: 'worker' }] });
    expect(date).toBe('2026-05-01');
    expect(project.jobs).toBeUndefined();
    expect(project.relocated).toBeUndefined();
    expect(yearly[0]?.outputCny).toBeUndefined();
    expect(yearly[0]?.interestCny).toBeUndefined();
  });
});
