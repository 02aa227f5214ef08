import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  columnOf,
  columnSums,
  contributionToGrowth,
  cumulated,
  fromYearToDate,
  gravityCentre,
  gravityPath,
  growth,
  herfindahl,
  impliedBase,
  kilometresBetween,
  locationQuotient,
  matrix,
  monthOnMonth,
  nestedTheil,
  rowOf,
  rowSums,
  share,
  shares,
  standardisedLocationQuotient,
  symmetricLocationQuotient,
  theilDecomposition,
  theilL,
  theilT,
  yearOnYear,
  yearToDate,
} from './index.ts';

const amount = fc.double({ min: 1, max: 1000, noNaN: true });
const amounts = fc.array(amount, { minLength: 2, maxLength: 30 });
const scale = fc.constantFrom(1e-4, 7, 1e4, 1e8);
const grouped = fc.array(
  fc.record({
    y: amount,
    p: amount,
    region: fc.constantFrom('e', 'c', 'w', 'n'),
    city: fc.constantFrom('1', '2'),
  }),
  { minLength: 2, maxLength: 30 },
);
const table = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(amount, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
const dot = (a: number[], b: number[]) => a.reduce((total, value, i) => total + value * (b[i] as number), 0);

describe('shares', () => {
  it('sum to 1 and do not depend on the unit', () =>
    fc.assert(
      fc.property(amounts, scale, (x, k) => {
        expect(shares(x).reduce((a, b) => a + b)).toBeCloseTo(1, 10);
        shares(x.map((value) => value * k)).forEach((s, i) => {
          expect(s).toBeCloseTo(shares(x)[i] as number, 10);
        });
      }),
    ));
  it('are missing, not zero, of a whole that is zero or unknown', () => {
    expect(shares([0, 0])).toEqual([Number.NaN, Number.NaN]);
    expect(share([1], [0])).toBeNaN();
    expect(share([1], [Number.NaN])).toBeNaN();
  });
  it('refuse a negative part', () => expect(() => shares([1, -1])).toThrow(/value 1 is -1/));
});

describe('growth', () => {
  it('from nothing or from the unknown is missing', () => {
    expect(growth(1, 0)).toBeNaN();
    expect(growth(1, Number.NaN)).toBeNaN();
    expect(growth(0, 5)).toBe(-1);
  });
  it('year on year, month on month and year to date of two hand-worked years of three months', () => {
    const x = [10, 20, 30, 11, 18, 33];
    expect(yearOnYear(x, 3).slice(3).map(percent)).toEqual([10, -10, 10]);
    expect(monthOnMonth(x).slice(1).map(percent)).toEqual([100, 50, -63.33, 63.64, 83.33]);
    expect(yearToDate(x, 1, 3).slice(3).map(percent)).toEqual([10, -3.33, 3.33]);
  });
  it('a year to date and its months are the same thing twice', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 40 }), (x) => {
        expect(fromYearToDate(cumulated(x))).toEqual(x);
      }),
    ));
  it('the implied base grows back to the amount', () =>
    fc.assert(
      fc.property(amount, fc.double({ min: -0.9, max: 10, noNaN: true }), (x, g) => {
        expect(growth(x, impliedBase(x, g))).toBeCloseTo(g, 9);
      }),
    ));
  it('contributions sum to the growth of the whole', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1 }), (pairs) => {
        const [current, base] = [pairs.map((p) => p[0]), pairs.map((p) => p[1])];
        const total = (x: number[]) => x.reduce((a, b) => a + b);
        const contributed = total(contributionToGrowth(current, base));
        expect((1 + contributed) / (1 + growth(total(current), total(base)))).toBeCloseTo(1, 9);
      }),
    ));
});

describe('the location quotient', () => {
  it('has an output-weighted mean of 1 in each region and industry', () =>
    fc.assert(
      fc.property(table, (values) => {
        const x = matrix(values);
        const quotients = locationQuotient(x);
        const national = shares(columnSums(x));
        const size = shares(rowSums(x));
        x.rows.forEach((_, r) => {
          expect(dot(rowOf(quotients, r), national)).toBeCloseTo(1, 8);
        });
        x.columns.forEach((_, i) => {
          expect(dot(columnOf(quotients, i), size)).toBeCloseTo(1, 8);
        });
      }),
    ));
  it('of a region like the whole is 1', () => {
    expect(
      rowOf(
        locationQuotient(
          matrix([
            [1, 2],
            [2, 4],
          ]),
        ),
        0,
      ),
    ).toEqual([1, 1]);
  });
  it('of an empty region is missing, of an empty industry 0', () => {
    const quotients = locationQuotient(
      matrix([
        [0, 0],
        [5, 0],
      ]),
    );
    expect(rowOf(quotients, 0)).toEqual([Number.NaN, Number.NaN]);
    expect(rowOf(quotients, 1)).toEqual([1, 0]);
  });
  it('is symmetric about 0 and standardised to mean 0 over the regions', () => {
    const x = matrix([
      [8, 2, 5],
      [2, 8, 5],
      [0, 0, 0],
    ]);
    expect(symmetricLocationQuotient(x).at(0, 2)).toBe(0);
    expect(rowOf(standardisedLocationQuotient(x), 0).map((z) => Number(z.toFixed(9)))).toEqual([1, -1, 0]);
    expect(rowOf(standardisedLocationQuotient(x), 2)[0]).toBeNaN();
  });
});

describe('Herfindahl', () => {
  it('lies between 1/n and 1 whatever the order and the unit', () =>
    fc.assert(
      fc.property(amounts, scale, (x, k) => {
        const h = herfindahl(x);
        expect(h).toBeGreaterThanOrEqual(1 / x.length - 1e-12);
        expect(h).toBeLessThanOrEqual(1 + 1e-12);
        expect(herfindahl([...x].reverse().map((value) => value * k))).toBeCloseTo(h, 10);
      }),
    ));
});

describe('Theil', () => {
  it('of four provinces in two regions, worked by hand', () => {
    const { total, within, between, groups } = theilDecomposition([6, 2, 1, 1], ['e', 'e', 'w', 'w']);
    const insideEast = 0.75 * Math.log(1.5) + 0.25 * Math.log(0.5);
    expect(groups).toMatchObject([
      { group: 'e', share: 0.8 },
      { group: 'w', share: 0.2, index: 0 },
    ]);
    expect(within).toBeCloseTo(0.8 * insideEast, 12);
    expect(between).toBeCloseTo(0.8 * Math.log(1.6) + 0.2 * Math.log(0.4), 12);
    expect(total).toBeCloseTo(within + between, 12);
  });
  it('is within plus between, for T and for L, each group adding its part', () =>
    fc.assert(
      fc.property(grouped, fc.constantFrom('T' as const, 'L' as const), (places, index) => {
        const y = places.map((place) => place.y);
        const weights = places.map((place) => place.p);
        const parts = theilDecomposition(
          y,
          places.map((place) => place.region),
          { weights, index },
        );
        const total = (index === 'T' ? theilT : theilL)(y, weights);
        expect(parts.within + parts.between).toBeCloseTo(total, 8);
        expect(parts.total).toBeCloseTo(total, 12);
        expect(total).toBeGreaterThan(-1e-12);
        expect(parts.groups.reduce((a, group) => a + group.within, 0)).toBeCloseTo(parts.within, 10);
      }),
    ));
  it('adds up over a deeper hierarchy, no component below zero', () =>
    fc.assert(
      fc.property(grouped, (places) => {
        const y = places.map((place) => place.y);
        const p = places.map((place) => place.p);
        const components = nestedTheil(
          y,
          places.map((place) => [place.region, place.city]),
          p,
        );
        expect(components).toHaveLength(3);
        expect(components.reduce((a, b) => a + b)).toBeCloseTo(theilT(y, p), 8);
        for (const component of components) expect(component).toBeGreaterThan(-1e-9);
      }),
    ));
  it('does not depend on order or unit', () =>
    fc.assert(
      fc.property(amounts, scale, (x, k) => {
        expect(theilT([...x].reverse().map((value) => value * k))).toBeCloseTo(theilT(x), 8);
        expect(theilL([...x].reverse().map((value) => value * k))).toBeCloseTo(theilL(x), 8);
      }),
    ));
  it('is missing where an amount is', () => expect(theilT([1, Number.NaN])).toBeNaN());
});

describe('the centre of gravity', () => {
  const place = fc.record({
    longitude: fc.double({ min: 73, max: 136, noNaN: true }),
    latitude: fc.double({ min: 3, max: 54, noNaN: true }),
    weight: amount,
  });
  it('of one place is the place, whatever its weight', () =>
    fc.assert(
      fc.property(place, (one) => {
        expect(kilometresBetween(gravityCentre([one]), one)).toBeLessThan(1e-3);
      }),
    ));
  it('does not depend on order or unit', () =>
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 20 }), scale, (places, k) => {
        const other = [...places].reverse().map((p) => ({ ...p, weight: p.weight * k }));
        expect(kilometresBetween(gravityCentre(places), gravityCentre(other))).toBeLessThan(1e-3);
      }),
    ));
  it('crosses the date line the short way', () => {
    const centre = gravityCentre([
      { longitude: 179, latitude: 0, weight: 1 },
      { longitude: -179, latitude: 0, weight: 1 },
    ]);
    expect(Math.abs(centre.longitude)).toBeCloseTo(180, 9);
  });
  it('without weight, or balanced round the globe, is nowhere', () => {
    expect(gravityCentre([{ longitude: 100, latitude: 30, weight: 0 }]).longitude).toBeNaN();
    const round = [0, 180].map((longitude) => ({ longitude, latitude: 0, weight: 1 }));
    expect(gravityCentre(round).latitude).toBeNaN();
  });
  it('goes its way in kilometres per step', () => {
    const path = gravityPath([0, 1, 3].map((longitude) => ({ longitude, latitude: 0 })));
    expect(path.map(({ km }) => Math.round(km * 10) / 10)).toEqual([Number.NaN, 111.2, 222.4]);
  });
  it('refuses what is no coordinate', () => {
    expect(() => gravityCentre([{ longitude: 30, latitude: 120, weight: 1 }])).toThrow(/latitude 120/);
  });
});

const percent = (value: number) => Math.round(value * 1e4) / 100;
