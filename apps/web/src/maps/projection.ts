import type { Feature, Geometry, Position } from '../api/types.ts';

const radians = Math.PI / 180;

/**
 * Albers' equal-area conic with standard parallels 25° and 47° N about 105° E, as maps of China
 * are usually drawn: areas compare, and the far north is not blown up.
 *
 *   n = (sin φ₁ + sin φ₂)/2, ρ = √(cos²φ₁ + 2n·sin φ₁ − 2n·sin φ)/n, x = ρ sin nλ, y = ρ₀ − ρ cos nλ
 *
 * @returns kilopixels east and south of 105° E, 35° N; multiply to fit
 * @see Snyder (1987), Map projections: a working manual, §14
 */
function project([longitude, latitude]: Position): Position {
  const theta = n * (longitude - 105) * radians;
  const rho = distance(latitude);
  return [rho * Math.sin(theta), rho * Math.cos(theta) - rho0];
}
const sin1 = Math.sin(25 * radians);
const n = (sin1 + Math.sin(47 * radians)) / 2;
const c = Math.cos(25 * radians) ** 2 + 2 * n * sin1;
const distance = (latitude: number): number => Math.sqrt(c - 2 * n * Math.sin(latitude * radians)) / n;
const rho0 = distance(35);

/** The box on the sheet, in sheet units, that a point falls into. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly at: (position: Position) => Position;
}

/** Fits the points of a frame, given by its corners in degrees, into a sheet of this width. */
export function sheet(width: number, frame: readonly Position[], flat = false): Sheet {
  const map: (p: Position) => Position = flat ? ([x, y]) => [x, -y] : project;
  const points = frame.map(map);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  const scale = width / (Math.max(...xs) - left);
  return {
    width,
    height: Math.round((Math.max(...ys) - top) * scale),
    at: (position) => {
      const [x, y] = map(position);
      return [(x - left) * scale, (y - top) * scale];
    },
  };
}

/** The `d` of an SVG path; points closer than half a unit to the last are left out. */
export function pathOf({ geometry }: Feature, { at }: Sheet): string {
  const line = (positions: readonly Position[], closed: boolean): string => {
    let text = '';
    let last: Position | undefined;
    for (const position of positions) {
      const [x, y] = at(position);
      if (last && Math.abs(x - last[0]) + Math.abs(y - last[1]) < 0.5) continue;
      text += `${last ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
      last = [x, y];
    }
    return closed ? `${text}Z` : text;
  };
  switch (geometry.type) {
    case 'Polygon':
      return geometry.coordinates.map((ring) => line(ring, true)).join('');
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((rings) => rings.map((ring) => line(ring, true))).join('');
    case 'LineString':
      return line(geometry.coordinates, false);
    case 'Point':
      return '';
  }
}

/** Paths by code, in the order of the layer. */
export const pathsOf = (layer: Geometry, on: Sheet): { code: string; name: string; d: string }[] =>
  layer.features.map((feature) => ({
    code: feature.properties.code ?? '',
    name: feature.properties.name ?? '',
    d: pathOf(feature, on),
  }));

/** The sheet of national maps: from north-west by south-west to north-east of the mainland, Hainan and Taiwan. */
export const nationalSheet = sheet(1000, [
  [73.4, 39.5],
  [80, 30],
  [109.5, 18],
  [122.5, 21.5],
  [135.2, 48.4],
  [122, 53.6],
]);
