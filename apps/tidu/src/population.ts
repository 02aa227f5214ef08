import { placesOf, type Subject } from '@tidu/policy';
import type { Pack } from '@tidu/reference';
import { makeCompanies } from '@tidu/synthetic';

/** One seed for all: what is tried today and tomorrow is tried on the same made-up companies. */
const seed = 20_210_910;

/** Made-up companies of the east that go to the pack's parks, on which rules are tried out. */
export function population(pack: Pick<Pack, 'places' | 'parks'>, count: number, date: string): Subject[] {
  const placeOf = placesOf(pack);
  const origins = pack.places
    .filter(({ level, region }) => level === 'prefecture' && region === 'east')
    .map(({ code }) => code);
  const companies = makeCompanies({
    seed,
    count,
    date,
    origins,
    places: pack.parks.map(({ place }) => place),
  });
  return [...companies].map(({ place, company, project, yearly }) => ({
    date,
    place: placeOf(place),
    company,
    project,
    yearly,
  }));
}
