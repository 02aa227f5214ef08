import type { MultiPolygon, Position, Ring } from './zone.ts';

/** Twice the signed area in the plane: positive where the ring runs anticlockwise. */
const turn = (ring: Ring): number =>
  ring.slice(1).reduce((sum, [x, y], i) => {
    const [x0, y0] = ring[i] as Position;
    return sum + (x0 * y - x * y0);
  }, 0);

/** The ring in the direction that RFC 7946 asks for: shells anticlockwise, holes clockwise. */
export const wound = (ring: Ring, shell: boolean): Position[] =>
  turn(ring) > 0 === shell ? [...ring] : [...ring].reverse();

/** In degrees, about a millimetre: programs that draw round differently, and a border shared up to that is shared. */
const tolerance = 1e-8;

/** On which side of the line from a to b a point lies: 1 left, -1 right, 0 on it. */
function side([ax, ay]: Position, [bx, by]: Position, [x, y]: Position): number {
  const product = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  return Math.abs(product) <= tolerance * Math.hypot(bx - ax, by - ay) ? 0 : Math.sign(product);
}

const between = (a: Position, b: Position, [x, y]: Position): boolean =>
  Math.min(a[0], b[0]) - tolerance <= x &&
  x <= Math.max(a[0], b[0]) + tolerance &&
  Math.min(a[1], b[1]) - tolerance <= y &&
  y <= Math.max(a[1], b[1]) + tolerance;

/** Most segments lie far apart, which is told without multiplying. */
const apart = (a: Position, b: Position, c: Position, d: Position): boolean =>
  Math.max(a[0], b[0]) + tolerance < Math.min(c[0], d[0]) ||
  Math.max(c[0], d[0]) + tolerance < Math.min(a[0], b[0]) ||
  Math.max(a[1], b[1]) + tolerance < Math.min(c[1], d[1]) ||
  Math.max(c[1], d[1]) + tolerance < Math.min(a[1], b[1]);

/** Whether two segments have a point in common. */
function meet(a: Position, b: Position, c: Position, d: Position): boolean {
  if (apart(a, b, c, d)) return false;
  const [c1, d1, a1, b1] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (c1 !== d1 && a1 !== b1) return true;
  return (
    (c1 === 0 && between(a, b, c)) ||
    (d1 === 0 && between(a, b, d)) ||
    (a1 === 0 && between(c, d, a)) ||
    (b1 === 0 && between(c, d, b))
  );
}

/** Whether two segments cross, each going from one side of the other to its other side. */
const cross = (a: Position, b: Position, c: Position, d: Position): boolean =>
  !apart(a, b, c, d) && side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** Whether the line goes back on itself at a point: a needle without area. */
const needle = (a: Position, b: Position, c: Position): boolean =>
  side(a, b, c) === 0 && (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0;

/**
 * Where a closed ring first meets itself: the numbers of the two edges, counted from 0. A sweep from west to
 * east; O(n²) only where all edges lie above each other.
 * @example selfMeeting([[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]) // [0, 2]
 */
export function selfMeeting(ring: Ring): [number, number] | undefined {
  const count = ring.length - 1;
  const edges = ring
    .slice(1)
    .map((b, i) => ({ i, edge: [ring[i] as Position, b] as Edge }))
    .sort((a, b) => west(a.edge) - west(b.edge));
  let first: [number, number] | undefined;
  edges.forEach((one, at) => {
    for (let n = at + 1; n < edges.length; n++) {
      const other = edges[n] as (typeof edges)[number];
      if (west(other.edge) > east(one.edge) + tolerance) break;
      const [i, j] = one.i < other.i ? [one.i, other.i] : [other.i, one.i];
      if (first && (i > first[0] || (i === first[0] && j > first[1]))) continue;
      const meeting =
        j === i + 1
          ? needle(ring[i] as Position, ring[j] as Position, ring[j + 1] as Position)
          : i === 0 && j === count - 1
            ? needle(ring[j] as Position, ring[0] as Position, ring[1] as Position)
            : meet(...one.edge, ...other.edge);
      if (meeting) first = [i, j];
    }
  });
  return first;
}

type Place = 'inside' | 'edge' | 'outside';

/** Where a point lies to a closed ring (Sunday 2001: winding number). */
export function placeIn(ring: Ring, point: Position): Place {
  let winding = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i] as Position, ring[i + 1] as Position];
    if (point[1] < Math.min(a[1], b[1]) - tolerance || point[1] > Math.max(a[1], b[1]) + tolerance) continue;
    const to = side(a, b, point);
    if (to === 0 && between(a, b, point)) return 'edge';
    if (a[1] <= point[1] && b[1] > point[1] && to > 0) winding++;
    else if (a[1] > point[1] && b[1] <= point[1] && to < 0) winding--;
  }
  return winding === 0 ? 'outside' : 'inside';
}

/** Where a point lies to a polygon, the first ring its shell and the others its holes. */
function placeInPolygon([shell = [], ...holes]: readonly Ring[], point: Position): Place {
  const outer = placeIn(shell, point);
  if (outer !== 'inside') return outer;
  const inner = holes.map((hole) => placeIn(hole, point));
  if (inner.includes('inside')) return 'outside';
  return inner.includes('edge') ? 'edge' : 'inside';
}

/** Points by which it is told whether a ring reaches into a polygon: its corners and the middles of its edges. */
const probes = (ring: Ring): Position[] =>
  ring.slice(1).flatMap((b, i) => {
    const a = ring[i] as Position;
    return [a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] satisfies Position];
  });

/** Whether two polygons have some area in common; a shared border is none. */
function polygonsOverlap(one: readonly Ring[], other: readonly Ring[]): boolean {
  if (someCross(edgesOf(one), edgesOf(other))) return true;
  const reaches = (into: readonly Ring[], [shell = []]: readonly Ring[]) => {
    const box = boxOf(into[0] ?? []);
    return probes(shell).some((point) => isIn(box, point) && placeInPolygon(into, point) === 'inside');
  };
  return reaches(one, other) || reaches(other, one) || sameShell(one, other);
}

type Edge = readonly [Position, Position];

/** From west to east. */
const edgesOf = (rings: readonly Ring[]): Edge[] =>
  rings
    .flatMap((ring) => ring.slice(1).map((b, i): Edge => [ring[i] as Position, b]))
    .sort((a, b) => west(a) - west(b));
const west = ([a, b]: Edge): number => Math.min(a[0], b[0]);
const east = ([a, b]: Edge): number => Math.max(a[0], b[0]);

/** A sweep from west to east: each edge meets only those that begin before it ends and are not yet left behind. */
function someCross(ones: readonly Edge[], others: readonly Edge[]): boolean {
  const widest = others.reduce((most, edge) => Math.max(most, east(edge) - west(edge)), 0);
  let first = 0;
  for (const one of ones) {
    while (first < others.length && west(others[first] as Edge) < west(one) - widest - tolerance) first++;
    for (let at = first; at < others.length; at++) {
      const other = others[at] as Edge;
      if (west(other) > east(one) + tolerance) break;
      if (cross(...one, ...other)) return true;
    }
  }
  return false;
}

/** Equal shells touch everywhere and reach nowhere. */
function sameShell([one = []]: readonly Ring[], [other = []]: readonly Ring[]): boolean {
  const corners = new Set(one.map(String));
  return one.length === other.length && other.every((point) => corners.has(String(point)));
}

/** Whether two zones have some area in common. */
export function overlap(one: MultiPolygon, other: MultiPolygon): boolean {
  const [a, b] = [boxOf(one.coordinates.flat(2)), boxOf(other.coordinates.flat(2))];
  if (a.east <= b.west || b.east <= a.west || a.north <= b.south || b.north <= a.south) return false;
  return one.coordinates.some((first) => other.coordinates.some((second) => polygonsOverlap(first, second)));
}

type Box = ReturnType<typeof boxOf>;

/** The frame in degrees that points fill. */
const boxOf = (points: readonly Position[]) =>
  points.reduce(
    (box, [x, y]) => ({
      west: Math.min(box.west, x),
      south: Math.min(box.south, y),
      east: Math.max(box.east, x),
      north: Math.max(box.north, y),
    }),
    { west: 180, south: 90, east: -180, north: -90 },
  );

const isIn = (box: Box, [x, y]: Position): boolean =>
  box.west <= x && x <= box.east && box.south <= y && y <= box.north;
