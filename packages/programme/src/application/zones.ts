import { area } from '@turf/area';
import { z } from 'zod';

/** Longitude and latitude, degrees. */
export type Position = [number, number];
type Ring = readonly Position[];

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** A closed polygon as GeoJSON writes it: an outer ring, and holes in it. */
export const isPolygon = z.strictObject({
  type: z.literal('Polygon'),
  coordinates: z.array(z.array(position).min(4).max(5000)).min(1).max(50),
});
export type Polygon = z.infer<typeof isPolygon>;

/**
 * The area of a polygon on the sphere, km²: every ring by the formula of Chamberlain and Duquette
 * (2007), holes subtracted.
 */
export const areaKm2 = (polygon: Polygon): number => area(polygon) / 1e6;

/**
 * Whether a point lies in a polygon and in none of its holes; the border may count either way.
 * @example contains({ type: 'Polygon', coordinates: [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]] }, [1, 1]) // true
 */
export function contains({ coordinates }: Polygon, point: Position): boolean {
  return coordinates.reduce((inside, ring) => (crossesLeft(ring, point) ? !inside : inside), false);
}

/** Whether a ray from the point to the west crosses the ring an odd number of times. */
function crossesLeft(ring: Ring, [x, y]: Position): boolean {
  let odd = false;
  for (const [[ax, ay], [bx, by]] of edges(ring)) {
    if (ay > y !== by > y && x > ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  }
  return odd;
}

const edges = (ring: Ring): [Position, Position][] => ring.slice(1).map((to, i) => [ring[i] as Position, to]);

/** Whether two polygons share ground: an edge of one truly crosses an edge of the other, or one lies in the other. */
export function overlap(one: Polygon, other: Polygon): boolean {
  const [mine, yours] = [one, other].map(({ coordinates }) => edges(coordinates[0] ?? [])) as [
    [Position, Position][],
    [Position, Position][],
  ];
  return mine.some((a) => yours.some((b) => cross(a, b))) || inside(one, other) || inside(other, one);
}

/** Judged by the middles of edges too: corners may lie on the border of a neighbour. */
function inside(inner: Polygon, outer: Polygon): boolean {
  const ring = inner.coordinates[0] ?? [];
  const middle = centreOf(ring);
  return (
    contains(inner, middle) &&
    contains(outer, middle) &&
    ring.every((p) => contains(outer, p) || onBorder(outer, p))
  );
}

const centreOf = (ring: Ring): Position => {
  const points = ring.slice(1);
  const mean = (i: 0 | 1) => points.reduce((sum, point) => sum + point[i], 0) / points.length;
  return [mean(0), mean(1)];
};

const onBorder = ({ coordinates }: Polygon, p: Position): boolean =>
  coordinates.some((ring) => edges(ring).some(([a, b]) => turn(a, b, p) === 0 && within(a, b, p)));

const within = (a: Position, b: Position, [x, y]: Position): boolean =>
  Math.min(a[0], b[0]) <= x &&
  x <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= y &&
  y <= Math.max(a[1], b[1]);

/** Sides on which c lies of the line from a to b: 1 left, −1 right, 0 on it. */
const turn = (a: Position, b: Position, c: Position): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

/** Touching is not crossing: neighbours share borders. */
const cross = ([a, b]: [Position, Position], [c, d]: [Position, Position]): boolean =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;

/** Whether a ring crosses itself, like a figure of eight: its area would mean nothing. */
export function crossesItself(ring: Ring): boolean {
  const all = edges(ring);
  return all.some((edge, i) => all.slice(i + 1).some((other) => cross(edge, other)));
}
