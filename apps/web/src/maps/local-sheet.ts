import type { Position } from '../api/types.ts';
import type { Sheet } from './projection.ts';

/** A sheet on which a point can be told back into degrees. */
export interface LocalSheet extends Sheet {
  readonly from: (point: Position) => Position;
}

/**
 * The sheet of one city, on which zones are drawn: plate carrée, with degrees of longitude shortened as they
 * are at its middle latitude, x = (λ − λw)·cos φm · k, y = (φn − φ) · k. Over a degree the shortening is off by
 * less than 2 %; areas are measured on the sphere, not here.
 *
 * @param points  corners in degrees that have to lie on the sheet
 * @param air     of the larger side, left free around them
 */
export function localSheet(width: number, points: readonly Position[], air = 0.08): LocalSheet {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const middle = (Math.min(...ys) + Math.max(...ys)) / 2;
  const narrowing = Math.cos((middle * Math.PI) / 180);
  const tall = Math.max(Math.max(...ys) - Math.min(...ys), 1e-4);
  const broad = Math.max((Math.max(...xs) - Math.min(...xs)) * narrowing, tall * 0.6);
  const free = air * Math.max(tall, broad);
  const centre = (Math.min(...xs) + Math.max(...xs)) / 2;
  const west = centre - (broad / 2 + free) / narrowing;
  const north = Math.max(...ys) + free;
  const scale = width / (broad + 2 * free);
  return {
    width,
    height: Math.round((tall + 2 * free) * scale),
    at: ([longitude, latitude]) => [(longitude - west) * narrowing * scale, (north - latitude) * scale],
    from: ([x, y]) => [west + x / (narrowing * scale), north - y / scale],
  };
}

/** Every point of polygons, whatever their nesting. */
export const pointsOf = (geometry: { readonly coordinates: unknown }): Position[] => {
  const found: Position[] = [];
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === 'number') found.push([part[0], part[1] as number]);
    else part.forEach(walk);
  };
  walk(geometry.coordinates);
  return found;
};
