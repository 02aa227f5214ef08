import type { Pack, Region } from '@tidu/reference';
import type { GuidedPlace } from './ground.ts';

/**
 * The cities of a pack as of a day: prefectures, municipalities, and counties directly under a province, within the four
 * regions, by code.
 */
export function guidedPlaces({ places }: Pick<Pack, 'places'>, day: string): GuidedPlace[] {
  const valid = places.filter(({ validFrom = '', validTo = '9999' }) => validFrom <= day && day < validTo);
  const byCode = new Map(valid.map((place) => [place.code, place]));
  const divided = new Set(valid.flatMap(({ level, parent }) => (level === 'prefecture' ? [parent] : [])));
  const regionOf = (code: string): Region | undefined => {
    let place = byCode.get(code);
    while (place && place.region === undefined) place = byCode.get(place.parent ?? '');
    return place?.region;
  };
  return valid
    .filter(
      ({ code, level, parent }) =>
        level === 'prefecture' ||
        (level === 'province' && !divided.has(code)) ||
        (level === 'county' && divided.has(parent)),
    )
    .flatMap(({ code, name, longitude, latitude }) => {
      const region = regionOf(code);
      return region
        ? [{ code, names: name, region, province: `${code.slice(0, 2)}0000`, longitude, latitude }]
        : [];
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
