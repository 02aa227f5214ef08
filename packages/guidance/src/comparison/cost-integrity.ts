import type { Pack } from '@tidu/reference';
import type { Costs } from './cost-facts.ts';
import type { Profile } from './profile.ts';

/** What single records of costs cannot show: a source or place that names nothing, an end of a journey that is nowhere. */
export function faultsOfCosts(
  {
    places,
    national,
    gateways,
    freight,
    labour,
    profiles,
  }: Costs & { readonly profiles: readonly Profile[] },
  pack: Pick<Pack, 'places' | 'sources'>,
): string[] {
  const sources = new Set(pack.sources.map(({ id }) => id));
  const codes = new Set(pack.places.map(({ code }) => code));
  const ends = new Set([...codes, ...gateways.map(({ id }) => id)]);
  const files = {
    'costs/place-costs.json': places,
    'costs/national.json': national,
    'costs/gateways.json': gateways,
    'costs/freight.json': freight,
    'costs/labour.json': labour,
    'profiles.json': profiles,
  };
  const unsourced = Object.entries(files).flatMap(([file, records]) =>
    records.flatMap(({ source }, i) =>
      sources.has(source) ? [] : [`${file}[${i}]: source: no source "${source}"; add it to sources/`],
    ),
  );
  const nowhere = [
    ...places.map(({ place }, i) => ({ at: `costs/place-costs.json[${i}]`, place })),
    ...gateways.map(({ place }, i) => ({ at: `costs/gateways.json[${i}]`, place })),
    ...labour.map(({ place }, i) => ({ at: `costs/labour.json[${i}]`, place })),
  ].flatMap(({ at, place }) => (codes.has(place) ? [] : [`${at}: place: no place "${place}" in places.csv`]));
  const fromNowhere = freight.flatMap(({ from }, i) =>
    from === undefined || ends.has(from)
      ? []
      : [`costs/freight.json[${i}]: from: "${from}" is neither a gateway nor a place`],
  );
  const twice = gateways.flatMap(({ id }, i) =>
    gateways.findIndex((one) => one.id === id) === i
      ? []
      : [`costs/gateways.json[${i}]: id: "${id}" stands twice; keep one`],
  );
  const toldTwice = labour.flatMap(({ place, item, date }, i) =>
    labour.findIndex((one) => one.place === place && one.item === item && one.date === date) === i
      ? []
      : [`costs/labour.json[${i}]: date: "${item}" of ${place} stands twice for ${date}; keep one`],
  );
  return [...unsourced, ...nowhere, ...fromNowhere, ...twice, ...toldTwice];
}
