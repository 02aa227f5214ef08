import type { Place } from '@tidu/reference';

/** code, level, name in Chinese, name in English, region, province, prefecture. */
export type PlaceRow = readonly [string, string, string, string, string | null, string | null, string | null];

/**
 * Each place with the ancestors that facts roll up to.
 *
 * A prefecture is its own prefecture, and so are a municipality (a province with a region and no
 * prefectures below) and a county directly under a province: each stands for itself where
 * prefectures are compared. Zones, districts and other counties take the prefecture they lie in.
 */
export function placeRows(places: readonly Place[]): PlaceRow[] {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const withPrefectures = new Set(
    places.filter(({ level }) => level === 'prefecture').map(({ parent }) => parent),
  );
  const lineage = (place: Place): Place[] => {
    const line = [place];
    for (let at = place.parent; at !== undefined && line.length < 8; ) {
      const next = byCode.get(at);
      if (next === undefined) break;
      line.push(next);
      at = next.parent;
    }
    return line;
  };
  return places.map((place) => {
    const line = lineage(place);
    const province = line.find(({ level }) => level === 'province');
    const prefecture =
      line.find(({ level }) => level === 'prefecture') ??
      line.find(
        ({ level, parent }) => level === 'county' && parent !== undefined && parent === province?.code,
      ) ??
      (province?.region && !withPrefectures.has(province.code) ? province : undefined);
    const region =
      place.level === 'country' ? undefined : line.find((step) => step.region !== undefined)?.region;
    return [
      place.code,
      place.level,
      place.name.zh,
      place.name.en,
      region ?? null,
      province?.code ?? null,
      prefecture?.code ?? null,
    ];
  });
}
