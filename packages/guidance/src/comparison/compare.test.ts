import { ruleSet } from '@tidu/policy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CompanyPlan } from './company-plan.ts';
import { greatCircleKm } from './great-circle.ts';
import { npv } from './npv.ts';
import {
  comparedAs,
  far,
  fullPlan,
  itemOf,
  near,
  placeOf,
  roundCosts,
  rule,
  twoPlaces,
  without,
} from './two-places.cases.ts';

const tenTimes = (yuan: number) => new Array<number>(10).fill(yuan);
const inFirst = (yuan: number) => [yuan, ...new Array<number>(9).fill(0)];
const says = { zh: '说明', en: 'said' };

describe('two places by hand', () => {
  const told = comparedAs();
  /** A degree of a meridian, km. */
  const degree = greatCircleKm({ longitude: 110, latitude: 20 }, { longitude: 110, latitude: 21 });
  const perTeu = degree * 1.5 * 10;

  it('cost what their facts times the plan come to', () => {
    expect(degree).toBeCloseTo(111.195, 3);
    expect(perTeu).toBeCloseTo(1667.93, 2);
    const cost = (code: string, item: string) => itemOf(told, code, item)?.years;
    expect(cost(near, 'labour')).toEqual(tenTimes(100 * 50_000 * 1.3));
    expect(cost(far, 'labour')).toEqual(tenTimes(100 * 40_000 * 1.3));
    expect(cost(near, 'site')).toEqual(tenTimes(120_000));
    expect(cost(far, 'site')).toEqual(tenTimes(240_000));
    expect(cost(near, 'power')).toEqual(tenTimes(500_000));
    expect(cost(far, 'power')).toEqual(tenTimes(600_000));
    expect(cost(near, 'water')).toEqual(tenTimes(30_000));
    expect(cost(near, 'equipment')).toEqual(inFirst(10_000_000));
    expect(cost(near, 'freight-export')?.[0]).toBeCloseTo(100 * perTeu, 6);
    expect(cost(far, 'freight-export')?.[0]).toBeCloseTo(200 * perTeu, 4);
    expect(cost(near, 'freight-import')?.[0]).toBeCloseTo(40 * perTeu, 6);
    // 25 TEU sold and 60 TEU bought at home, one degree from the farther place.
    expect(cost(near, 'freight-home')).toEqual(tenTimes(0));
    expect(cost(far, 'freight-home')?.[0]).toBeCloseTo(85 * perTeu, 4);
    // Bonded: of 2 million imported at 10 %, the fifth that is sold at home.
    expect(cost(near, 'duty')?.[0]).toBeCloseTo(40_000, 6);
    expect(told.suspended?.dutyCny).toBeCloseTo(200_000, 6);
    expect(told.suspended?.vatCny).toBeCloseTo(286_000, 6);
  });

  it('pay tax on what is left of output', () => {
    const profit =
      20e6 - 5e6 - 1e6 - 100 * 50_000 * 1.3 - 120_000 - 500_000 - 30_000 - 140 * perTeu - 40_000 - 10e6 / 10;
    expect(itemOf(told, near, 'income-tax')?.years?.[0]).toBeCloseTo(profit * 0.25, 4);
    expect(itemOf(told, near, 'income-tax')?.years?.[9]).toBeCloseTo(profit * 0.25, 4);
  });

  it('are ranked by the present value of the sum', () => {
    for (const code of [near, far]) {
      const { compared, items } = placeOf(told, code);
      const years = compared.years.map((_, y) =>
        items.reduce((sum, { years }) => sum + (years?.[y] ?? 0), 0),
      );
      for (const [y, yuan] of years.entries()) expect(compared.years[y]).toBeCloseTo(yuan, 4);
      expect(compared.npv).toBeCloseTo(
        years.reduce((sum, yuan, y) => sum + yuan / 1.1 ** (y + 1), 0),
        3,
      );
    }
    expect(told.places.map(({ code, rank }) => [code, rank])).toEqual([
      [far, 1],
      [near, 2],
    ]);
  });

  it('need the days of the road and of the sea', () => {
    const [way] = placeOf(told, near).markets;
    expect(way?.days?.low).toBeCloseTo(degree * 1.5 * 0.01 + 20, 6);
    expect(way?.days?.high).toBeCloseTo(degree * 1.5 * 0.01 + 30, 6);
  });
});

describe('a comparison', () => {
  it('with a rate of nothing adds up the years', () => {
    const told = comparedAs({ plan: { ...fullPlan, discountRate: 0 } });
    const { compared } = placeOf(told, near);
    expect(compared.npv).toBeCloseTo(
      compared.years.reduce((sum, one) => sum + one, 0),
      4,
    );
  });

  it('does not depend on the order of the places', () => {
    const turned = { ...twoPlaces, compared: [...twoPlaces.compared].reverse() };
    expect(comparedAs({ places: turned })).toEqual(comparedAs());
  });

  it('writes off land over its term and buildings over twenty years', () => {
    const site = { premises: 'land', landM2: 1000, buildingCny: 2e6 } as const;
    const tax = (plan: CompanyPlan) => itemOf(comparedAs({ plan }), near, 'income-tax')?.years?.[4] ?? 0;
    const none = tax({ ...fullPlan, site: { ...site, landM2: 0, buildingCny: 0 } });
    expect(tax({ ...fullPlan, site })).toBeCloseTo(none - 0.25 * (300_000 / 50 + 2e6 / 20), 4);
  });

  it('takes interest off the profit, and not off the cost', () => {
    const told = comparedAs({ plan: { ...fullPlan, loan: { cny: 1e6, rate: 0.04 } } });
    const tax = (one: typeof told) => itemOf(one, near, 'income-tax')?.years?.[0] ?? 0;
    expect(tax(told) - tax(comparedAs())).toBeCloseTo(-0.25 * 40_000, 4);
    expect(placeOf(told, near).items.map(({ item }) => item)).toEqual(
      placeOf(comparedAs(), near).items.map(({ item }) => item),
    );
  });

  it('takes duty on all imported inputs in ordinary trade', () => {
    const told = comparedAs({ plan: { ...fullPlan, customs: { processing: false } } });
    expect(itemOf(told, near, 'duty')?.years?.[0]).toBeCloseTo(200_000, 6);
    expect(told.suspended).toBeUndefined();
  });

  it('suspends duty inside of a bonded zone too', () => {
    const told = comparedAs({ plan: { ...fullPlan, customs: { inBondedZone: true } } });
    expect(itemOf(told, near, 'duty')?.years?.[0]).toBeCloseTo(40_000, 6);
  });

  it('takes what measures give off the cost, in the years in which it is paid', () => {
    const rules = ruleSet([
      rule('grant', {
        holds: { in: [near], from: '2020-01-01' },
        gives: { per: 'once', amounts: [{ amount: '1000000', says }], paid: [0.5, 0.5] },
      }),
    ]);
    const told = comparedAs({ rules });
    expect(itemOf(told, near, 'benefits')?.npv).toBeCloseTo(-npv(0.1, [500_000, 500_000]), 4);
    expect(itemOf(told, far, 'benefits')?.npv).toBeCloseTo(0, 9);
    expect(placeOf(told, near).measures).toMatchObject([
      { measure: 'grant', verdict: 'given', total: 1_000_000 },
    ]);
  });

  it('feeds measures with its own years', () => {
    const relief = rule('relief', {
      gives: { per: 'year', amounts: [{ amount: 'yearly.taxableCny * 0.1', says }] },
    });
    const told = comparedAs({ rules: ruleSet([relief]) });
    const tax = itemOf(told, near, 'income-tax')?.years?.[3] ?? 0;
    expect(itemOf(told, near, 'benefits')?.years?.[3]).toBeCloseTo((-tax / 0.25) * 0.1, 1);
  });

  it('says which facts are of different years', () => {
    const costs = {
      ...roundCosts,
      places: roundCosts.places.map((one) =>
        one.place === far && one.item.startsWith('wage') ? { ...one, date: '2021' } : one,
      ),
    };
    expect(comparedAs({ costs }).ofDifferentYears).toMatchObject([
      { item: 'wage.average.urban-private', from: '2021', to: '2024' },
    ]);
    expect(comparedAs().ofDifferentYears).toEqual([]);
  });

  it('brings wages of different years to the latest by the growth of the whole country, where that is known', () => {
    const national = (value: number, date: string) =>
      ({
        item: 'wage.average.urban-private',
        value,
        unit: 'CNY/year',
        date,
        sure: 'press',
        source: 'test',
      }) as const;
    const costs = {
      ...roundCosts,
      national: [...roundCosts.national, national(50_000, '2021'), national(60_000, '2024')],
      places: roundCosts.places.map((one) =>
        one.place === far && one.item.startsWith('wage') ? { ...one, date: '2021' } : one,
      ),
    };
    const told = comparedAs({ costs });
    expect(itemOf(told, far, 'labour')?.years?.[0]).toBeCloseTo(100 * 40_000 * 1.2 * 1.3, 4);
    expect(itemOf(told, near, 'labour')?.years?.[0]).toBeCloseTo(100 * 50_000 * 1.3, 4);
    expect(told.ofDifferentYears).toEqual([]);
    const own = comparedAs({ costs, plan: { ...fullPlan, own: { [far]: { wageCny: 40_000 } } } });
    expect(itemOf(own, far, 'labour')?.years?.[0]).toBeCloseTo(100 * 40_000 * 1.3, 4);
  });

  it('without a rate to discount by is refused, with what to do', () => {
    const costs = {
      ...roundCosts,
      national: roundCosts.national.filter(({ item }) => item !== 'discount-rate'),
    };
    expect(() => comparedAs({ costs })).toThrow(expect.objectContaining({ code: 'no-discount-rate' }));
    expect(comparedAs({ costs, plan: { ...fullPlan, discountRate: 0.05 } }).rate).toBe('discountRate');
  });
});

describe('what is unknown', () => {
  it('has no years, says what is missing and where to enter it, and is in no sum', () => {
    const told = comparedAs({ costs: without('factory.rent', far) });
    const item = itemOf(told, far, 'site');
    expect(item?.years).toBeUndefined();
    expect(item?.npv).toBeUndefined();
    expect(item?.missing).toMatchObject([{ fact: 'factory.rent', field: `own.${far}.rentCnyPerM2Month` }]);
    expect(placeOf(told, far).known.leavesOut).toEqual(['site']);
  });

  it('in one place is compared in none, and the tax rests on it nowhere', () => {
    const told = comparedAs({ costs: without('factory.rent', far) });
    expect(told.compared).not.toContain('site');
    expect(told.leftOut).toMatchObject([{ item: 'site', unknownIn: [far] }]);
    const all = comparedAs();
    const tax = (one: typeof told) => itemOf(one, near, 'income-tax')?.years?.[0] ?? 0;
    expect(tax(told) - tax(all)).toBeCloseTo(0.25 * 120_000, 4);
    const { known, compared } = placeOf(told, near);
    expect((known.years[0] as number) - (compared.years[0] as number)).toBeCloseTo(120_000, 4);
  });

  it('in one place is written off in none', () => {
    const plan: CompanyPlan = { ...fullPlan, site: { premises: 'land', landM2: 1e5, buildingCny: 0 } };
    const tax = (landCnyPerM2: number) => {
      const own = { [near]: { landCnyPerM2 } };
      const told = comparedAs({ plan: { ...plan, own }, costs: without('land.industrial', far) });
      return itemOf(told, near, 'income-tax')?.years?.[0];
    };
    expect(tax(500)).toBe(tax(100));
  });

  it('in one place is told to the measures of none', () => {
    const half = ruleSet([
      rule('half-the-rent', { gives: { per: 'year', amounts: [{ amount: 'yearly.rentCny * 0.5', says }] } }),
    ]);
    const benefitOf = (costs: typeof roundCosts) =>
      placeOf(comparedAs({ costs, rules: half }), near).measures[0];
    expect(benefitOf(roundCosts)?.total).toBe(600_000);
    expect(benefitOf(without('factory.rent', far))).toMatchObject({ open: ['yearly.rentCny'] });
    expect(benefitOf(without('factory.rent', far))?.total).toBeUndefined();
  });

  it('is known by a figure of the company’s own', () => {
    const plan = { ...fullPlan, own: { [far]: { rentCnyPerM2Month: 20 } } };
    const told = comparedAs({ plan, costs: without('factory.rent', far) });
    expect(itemOf(told, far, 'site')?.years).toEqual(tenTimes(240_000));
    expect(told.figures.find(({ id }) => id === `own.${far}.rentCnyPerM2Month`)?.sure).toBe('own');
    expect(placeOf(told, far).compared.npv).toBeCloseTo(placeOf(comparedAs(), far).compared.npv, 4);
  });

  it('of the plan leaves open what rests on it alone', () => {
    const { powerKwh: _, ...plan } = fullPlan;
    const told = comparedAs({ plan });
    expect(told.leftOut).toMatchObject([
      { item: 'power', missing: [{ field: 'powerKwh' }, { field: 'powerKwh' }] },
    ]);
    expect(told.compared).toContain('labour');
  });

  it('stays so through every half-filled plan: no number is made up, and none is broken (property)', () => {
    const keys = Object.keys(fullPlan) as (keyof CompanyPlan)[];
    fc.assert(
      fc.property(fc.subarray(keys), fc.boolean(), (kept, thin) => {
        const plan = Object.fromEntries(
          kept.map((key) => {
            const value = fullPlan[key];
            return [key, thin && Array.isArray(value) ? [{}] : value];
          }),
        ) as CompanyPlan;
        const told = comparedAs({ plan, options: { draws: 5 } });
        const numbers = (value: unknown): number[] =>
          typeof value === 'number'
            ? [value]
            : value && typeof value === 'object'
              ? Object.values(value).flatMap(numbers)
              : [];
        expect(numbers(told).filter((one) => !Number.isFinite(one))).toEqual([]);
        for (const { items } of told.places) {
          for (const { years, missing } of items) expect(years === undefined).toBe(missing.length > 0);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a higher price', () => {
  it('never makes a place cheaper (property)', () => {
    const price = fc.constantFrom(
      'wageCny',
      'rentCnyPerM2Month',
      'powerCnyPerKwh',
      'waterCnyPerM3',
      'freightCnyPerTeu',
    );
    const amount = fc.double({ min: 0, max: 200_000, noNaN: true });
    fc.assert(
      fc.property(price, amount, amount, (name, a, b) => {
        const cost = (value: number) =>
          placeOf(
            comparedAs({ plan: { ...fullPlan, own: { [near]: { [name]: value } } }, options: { draws: 1 } }),
            near,
          ).compared.npv;
        expect(cost(Math.max(a, b))).toBeGreaterThanOrEqual(cost(Math.min(a, b)) - 1e-3);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a waterfall', () => {
  it('adds up to the difference of the sums (property)', () => {
    const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(amount, amount, (wage, rent) => {
        const plan = { ...fullPlan, own: { [far]: { wageCny: wage, rentCnyPerM2Month: rent } } };
        const told = comparedAs({ plan, options: { draws: 1, reference: near } });
        expect(told.waterfall.reference).toBe(near);
        for (const { code, compared } of told.places) {
          const { parts = [], total } = told.waterfall.places[code] ?? {};
          expect(parts.reduce((sum, { npv }) => sum + npv, 0)).toBeCloseTo(total ?? Number.NaN, 2);
          expect(total).toBeCloseTo(compared.npv - placeOf(told, near).compared.npv, 2);
        }
      }),
      { numRuns: 40 },
    );
  });
});
