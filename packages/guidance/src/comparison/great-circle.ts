import type { Coordinates } from './compared-places.ts';

/** Mean radius of the earth (IUGG), km. */
const earthRadiusKm = 6371.0088;

/**
 * Great-circle distance by the haversine formula.
 *
 *   d = 2R · asin √( sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2) )
 *
 * @returns kilometres on a sphere
 */
export function greatCircleKm(a: Coordinates, b: Coordinates): number {
  const rad = Math.PI / 180;
  const half = (x: number) => Math.sin((x * rad) / 2) ** 2;
  const h =
    half(b.latitude - a.latitude) +
    Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * half(b.longitude - a.longitude);
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}
