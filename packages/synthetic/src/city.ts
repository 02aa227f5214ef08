import type { Pack, Place, Region } from '@tidu/reference';
import { NationRefused } from './refusal.ts';

/** A place at which figures are compared: a prefecture, a municipality, or a county directly under a province. */
export interface City {
  readonly code: string;
  readonly name: string;
  readonly region: Region;
  readonly park: boolean;
  /** In the east, and in an agglomeration most of whose members are: from there industry moves first. */
  readonly coastal: boolean;
  /** Customs places in it, five digits; never empty. */
  readonly districts: readonly Place[];
}

/**
 * The cities of a pack that customs rows can name: those with a customs district of today.
 * @throws NationRefused when a park's place has no customs district
 */
export function citiesOf(pack: Pack): City[] {
  const places = new Map(pack.places.map((place) => [place.code, place]));
  const parks = new Set(pack.parks.map((park) => park.place));
  const divided = new Set(
    pack.places.flatMap((place) => (place.level === 'prefecture' && place.parent ? [place.parent] : [])),
  );
  const standsForItself = ({ code, level, parent = '' }: Place): boolean =>
    level === 'prefecture' ||
    (level === 'province' && !divided.has(code)) ||
    (level === 'county' && divided.has(parent));

  const districts = new Map<string, Place[]>();
  for (const district of pack.places) {
    if (district.level !== 'district' || district.validTo !== undefined) continue;
    let above = places.get(district.parent ?? '');
    while (above && !standsForItself(above)) above = places.get(above.parent ?? '');
    if (above) districts.set(above.code, [...(districts.get(above.code) ?? []), district]);
  }
  for (const park of parks) {
    if (!districts.has(park)) {
      throw new NationRefused(
        `the pack has no customs district within ${park}, where a park lies: add one to places.csv`,
      );
    }
  }
  const eastern = (code: string): boolean => places.get(code)?.region === 'east';
  const coastal = new Set(
    pack.agglomerations
      .filter(({ members }) => members.filter(eastern).length * 2 > members.length)
      .flatMap(({ members }) => members.filter(eastern)),
  );
  return [...districts]
    .map(([code, within]) => ({ place: places.get(code) as Place, within }))
    .flatMap(({ place, within }) =>
      place.region === undefined || place.validTo !== undefined
        ? []
        : {
            code: place.code,
            name: place.name.zh,
            region: place.region,
            park: parks.has(place.code),
            coastal: coastal.has(place.code),
            districts: within,
          },
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
