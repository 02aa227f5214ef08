import { RegionalFault, requireNonNegative, sum } from '../fault.ts';

/** Degrees, east and north positive. */
export interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

export interface WeightedPoint extends Point {
  readonly weight: number;
}

/** Mean radius of the earth (IUGG), km. */
const earthRadiusKm = 6371.0088;

/**
 * Centre of gravity of weighted places on the sphere.
 *
 *   c = Σ w[r] u[r] / |Σ w[r] u[r]|,  u = (cos φ cos λ, cos φ sin λ, sin φ)
 *
 * By unit vectors, so that neither the date line nor the narrowing of meridians bends it.
 *
 * @param places  longitude λ and latitude φ in degrees, weights of any one unit
 * @returns  degrees; NaN where there is no weight or the weights balance round the globe
 * @throws   RegionalFault `negative-value`, `not-a-coordinate`
 * @example  gravityCentre([{ longitude: 100, latitude: 0, weight: 1 }, { longitude: 110, latitude: 0, weight: 1 }]).longitude // 105
 */
export function gravityCentre(places: readonly WeightedPoint[]): Point {
  requireNonNegative(places.map(({ weight }) => weight));
  places.forEach(requireCoordinate);
  const vectors = places.map(({ longitude, latitude, weight }) => {
    const [lambda, phi] = [radians(longitude), radians(latitude)];
    return [
      weight * Math.cos(phi) * Math.cos(lambda),
      weight * Math.cos(phi) * Math.sin(lambda),
      weight * Math.sin(phi),
    ] as const;
  });
  const x = sum(vectors.map((v) => v[0]));
  const y = sum(vectors.map((v) => v[1]));
  const z = sum(vectors.map((v) => v[2]));
  const length = Math.hypot(x, y, z);
  if (!(length > 1e-12 * sum(places.map(({ weight }) => weight)))) {
    return { longitude: Number.NaN, latitude: Number.NaN };
  }
  return { longitude: degrees(Math.atan2(y, x)), latitude: degrees(Math.atan2(z, Math.hypot(x, y))) };
}

/**
 * Great-circle distance (haversine), km.
 * @example  kilometresBetween({ longitude: 0, latitude: 0 }, { longitude: 0, latitude: 90 }) // 10007.557221017962
 */
export function kilometresBetween(a: Point, b: Point): number {
  const [phiA, phiB] = [radians(a.latitude), radians(b.latitude)];
  const h =
    Math.sin((phiB - phiA) / 2) ** 2 +
    Math.cos(phiA) * Math.cos(phiB) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * How a centre wanders: each centre with the kilometres from the one before.
 *
 * @param centres  in order of time, one per step (a month, a year): `km` is then km per step
 * @returns  the same length; the first step, and every step from or to an unknown centre, is NaN
 * @example  gravityPath([{ longitude: 0, latitude: 0 }, { longitude: 0, latitude: 0 }])[1].km // 0
 */
export const gravityPath = (centres: readonly Point[]): (Point & { readonly km: number })[] =>
  centres.map((centre, t) => {
    const before = centres[t - 1];
    return { ...centre, km: before ? kilometresBetween(before, centre) : Number.NaN };
  });

function requireCoordinate({ longitude, latitude }: Point, i: number): void {
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return;
  throw new RegionalFault('not-a-coordinate', `place ${i}: longitude ${longitude}, latitude ${latitude}`);
}

const radians = (angle: number): number => (angle * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;
