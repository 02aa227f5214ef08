import { names } from '@tidu/reference';
import { area } from '@turf/area';
import { z } from 'zod';

/** Longitude and latitude in degrees of WGS84, in this order (RFC 7946). */
const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
export type Position = z.infer<typeof position>;
export type Ring = readonly Position[];

const multiPolygon = z.strictObject({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(position).min(4)).min(1)).min(1),
});
export type MultiPolygon = z.infer<typeof multiPolygon>;

/** A zone of a park: 一园多区. What is unknown is absent. */
export const zone = z.strictObject({
  name: names,
  /** As declared by the park. */
  areaKm2: z.number().positive().max(100_000).optional(),
  industries: z.array(names).max(20).optional(),
  /** Where it lies. */
  geometry: multiPolygon.optional(),
});
export type Zone = z.infer<typeof zone>;

/**
 * Area as drawn, in km², on the sphere of radius 6 371 008.8 m (Chamberlain & Duquette 2007, as in @turf/area);
 * nothing where no zone is drawn. Against the ellipsoid of WGS84 it is off by less than 0.6 %.
 * @example drawnAreaKm2([{ name: { zh: '一区', en: 'One' } }]) // undefined
 */
export function drawnAreaKm2(zones: readonly Zone[]): number | undefined {
  const drawn = zones.flatMap(({ geometry }) => (geometry ? [geometry] : []));
  if (drawn.length === 0) return undefined;
  return drawn.reduce((sum, geometry) => sum + area(geometry as GeoJSON.MultiPolygon), 0) / 1e6;
}
