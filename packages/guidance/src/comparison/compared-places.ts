import { type PlaceFacts, placesOf } from '@tidu/policy';
import type { Names, Pack } from '@tidu/reference';

export interface Coordinates {
  readonly longitude: number;
  readonly latitude: number;
}

/** A park that a company may choose. */
export interface ComparedPlace extends Coordinates {
  readonly park: string;
  readonly code: string;
  readonly names: Names;
  readonly facts: PlaceFacts;
}

export interface Places {
  readonly compared: readonly ComparedPlace[];
  /** Where a place of the country lies, as far as it is known. */
  at(code: string): Coordinates | undefined;
}

/** The parks of a pack as places to be compared. */
export function comparedPlaces(pack: Pick<Pack, 'places' | 'parks'>): Places {
  const factsOf = placesOf(pack);
  const known = new Map(pack.places.map((place) => [place.code, place]));
  return {
    compared: pack.parks.map(({ id, name, place, longitude, latitude }) => ({
      park: id,
      code: place,
      names: name,
      longitude,
      latitude,
      facts: factsOf(place),
    })),
    at(code) {
      for (const one of [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]) {
        const { longitude, latitude } = known.get(one) ?? {};
        if (longitude !== undefined && latitude !== undefined) return { longitude, latitude };
      }
      return undefined;
    },
  };
}
