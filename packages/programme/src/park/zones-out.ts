import { area } from '@turf/area';
import type { Zone } from './zone.ts';

/**
 * Zones as a FeatureCollection of RFC 7946: as it came in, with the area as drawn beside the one declared; a zone of
 * which no drawing is known has a null geometry. What was made up for the demonstration says `sample`.
 */
export const zonesToGeoJson = (zones: readonly Zone[], sample = false) => ({
  type: 'FeatureCollection' as const,
  features: zones.map(({ name, areaKm2, industries = [], geometry }) => ({
    type: 'Feature' as const,
    properties: {
      name: name.zh,
      name_en: name.en,
      ...(sample && { sample }),
      ...(areaKm2 !== undefined && { areaKm2 }),
      ...(geometry && { drawnKm2: Math.round(area(geometry) / 1e2) / 1e4 }),
      ...(industries.length > 0 && { industries: industries.map(({ zh }) => zh) }),
    },
    geometry: geometry ?? null,
  })),
});
