import type { Pack } from '@tidu/reference';
import type { PlaceFacts } from './subject.ts';

/** What is known of any place by its code. */
export type PlacesKnown = (code: string) => PlaceFacts;

/** Places as a pack knows them; a code that it does not know has the region of its province. */
export function placesOf({ places, parks }: Pick<Pack, 'places' | 'parks'>): PlacesKnown {
  const regions = new Map(places.map(({ code, region }) => [code, region]));
  const withPark = new Set(parks.map(({ place }) => place));
  return (code) => {
    const province = `${code.slice(0, 2)}0000`;
    return {
      code,
      province,
      region: regions.get(code) ?? regions.get(province),
      nationalPark: withPark.has(code),
    };
  };
}
