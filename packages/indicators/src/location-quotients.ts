import { matrix, locationQuotient as quotients, smallBase } from '@tidu/regional';
import type { Indicator } from './figure.ts';
import {
  amountsQuestion,
  known,
  levelOf,
  levelParameter,
  placeCoverage,
  regionOfPlace,
} from './place-amounts.ts';

/** How specialised each place is in each HS chapter: the whole table at once. */
export const locationQuotients: Indicator = {
  name: 'location-quotients',
  unit: 'index',
  formula: {
    text: 'LQ[r,i] = (X[r,i] / X[r,·]) / (X[·,i] / X), X the trade of place r in HS chapter i, over the goods loaded',
    source: 'Hoover (1936); Balassa (1965)',
  },
  parameters: levelParameter(['region', 'province'], 'region'),
  questions: (ask) => ({ goods: amountsQuestion(ask, 'province', ask.period, { by: ['chapter'] }) }),
  compute({ goods }, ask, pack) {
    const level = levelOf(ask);
    const regionOf = regionOfPlace(pack);
    const amounts = new Map<string, number>();
    const cells = new Map<string, Map<string, number>>();
    for (const { province, chapter, value } of goods?.rows ?? []) {
      const region = regionOf(province ?? '');
      if (province === undefined || chapter === undefined || region === undefined || value === null) continue;
      amounts.set(province, (amounts.get(province) ?? 0) + value);
      const row = cells.get(level === 'region' ? region : province) ?? new Map<string, number>();
      row.set(chapter, (row.get(chapter) ?? 0) + Math.max(0, value));
      cells.set(level === 'region' ? region : province, row);
    }
    const places = [...cells.keys()];
    const chapters = [...new Set([...cells.values()].flatMap((row) => [...row.keys()]))].sort();
    const x = matrix(
      places.map((place) => chapters.map((chapter) => cells.get(place)?.get(chapter) ?? 0)),
      { rows: places, columns: chapters },
    );
    const [lq, small] = [quotients(x), smallBase(x)];
    const pairs = places.flatMap((place, r) =>
      chapters.map((chapter, i) => ({ key: `${place}.${chapter}`, r, i })),
    );
    const { coverage, notes } = placeCoverage(amounts, level, pack, ask.period);
    const onSmallBase = pairs.filter(({ r, i }) => small.at(r, i) === 1).map(({ key }) => key);
    return {
      values: Object.fromEntries(pairs.map(({ key, r, i }) => [key, known(lq.at(r, i))])),
      coverage: { ...coverage, chapters, smallBase: onSmallBase },
      notes: [...notes, 'loaded-goods-only', ...(onSmallBase.length > 0 ? (['small-base'] as const) : [])],
    };
  },
};
