import type { Pack } from '@tidu/reference';
import { gravityCentre as centreOf, type Point, type WeightedPoint } from '@tidu/regional';
import type { Indicator } from './figure.ts';
import {
  type Amounts,
  amountsOf,
  amountsQuestion,
  known,
  levelOf,
  levelParameter,
  placeCoverage,
} from './place-amounts.ts';

export const gravityFormula = {
  text: 'c = Σ w u / |Σ w u|, u the unit vector of the place’s centroid, w its trade',
  source: 'centre of gravity on the sphere; centroids of the pack',
};

/** The centre of gravity of trade, weighted at the centroids of places. */
export const gravityCentre: Indicator = {
  name: 'gravity-centre',
  unit: 'degrees',
  formula: gravityFormula,
  parameters: levelParameter(['province', 'prefecture']),
  questions: (ask) => ({ places: amountsQuestion(ask, levelOf(ask)) }),
  compute({ places }, ask, pack) {
    const level = levelOf(ask);
    const amounts = located(amountsOf(places, level, pack), pack);
    const { longitude, latitude } = centre(amounts, pack);
    return {
      values: { longitude: known(longitude), latitude: known(latitude) },
      ...placeCoverage(amounts, level, pack, ask.period),
    };
  },
};

/** Only places whose centroid the pack knows can pull. */
export function located(amounts: Amounts, pack: Pack): Amounts {
  const points = centroids(pack);
  return new Map([...amounts].filter(([code]) => points.has(code)));
}

export function centre(amounts: Amounts, pack: Pack): Point {
  const points = centroids(pack);
  const weighted = [...amounts].flatMap(([code, weight]): WeightedPoint[] => {
    const point = points.get(code);
    return point ? [{ ...point, weight }] : [];
  });
  return centreOf(weighted);
}

const centroids = (pack: Pack): ReadonlyMap<string, Point> =>
  new Map(
    pack.places.flatMap(({ code, longitude, latitude }): [string, Point][] =>
      longitude === undefined || latitude === undefined ? [] : [[code, { longitude, latitude }]],
    ),
  );
