import { type Pack, undertakingRegions } from '@tidu/reference';
import { share } from '@tidu/regional';
import type { Ask, Indicator } from './figure.ts';
import { FigureRefused } from './figure-refused.ts';
import type { NoteCode } from './note.ts';
import { amountsOf, amountsQuestion, percent, placesAt, regionOfPlace } from './place-amounts.ts';

/**
 * What the cities of a batch of parks hold of the trade of the central, western and northeastern
 * regions. Cities for which nothing is published stay out of the numerator and are named.
 */
export const parkCitiesShare: Indicator = {
  name: 'park-cities-share',
  unit: 'percent',
  formula: {
    text: '100 · Σ trade of the park cities / Σ trade of the provinces of the central, western and northeastern regions',
    source:
      'Ministry of Commerce, explanation of the list of the first batch, 15 September 2021 (there for processing trade in 2020)',
  },
  parameters: {
    batch: { default: 'first', describe: 'id of the batch of parks; `first` is the first of the pack' },
  },
  questions: (ask, pack) => ({
    cities: amountsQuestion(ask, 'prefecture', ask.period, { where: { prefecture: cities(ask, pack) } }),
    regions: amountsQuestion(ask, 'province', ask.period, { where: { region: undertakingRegions } }),
  }),
  compute(answers, ask, pack) {
    const asked = cities(ask, pack);
    const amounts = amountsOf(answers.cities, 'prefecture', pack);
    const whole = amountsOf(answers.regions, 'province', pack);
    const unpublished = new Set(answers.cities?.unpublished ?? asked);
    const named = asked.filter((code) => amounts.has(code) || !unpublished.has(code));
    const missing = asked.filter((code) => !named.includes(code));
    const missingProvinces = provincesOf(pack, ask).filter((code) => !whole.has(code));
    const notes: NoteCode[] = [];
    if (named.length === 10 && asked.length === 13) notes.push('ten-of-thirteen');
    else if (missing.length > 0) notes.push('places-missing');
    if (missingProvinces.length > 0 && !notes.includes('places-missing')) notes.push('places-missing');
    return {
      values: {
        share: named.length === 0 ? null : percent(share([...amounts.values()], [...whole.values()])),
      },
      coverage: {
        named,
        missing,
        of: asked.length,
        ...(missingProvinces.length > 0 ? { missingProvinces } : {}),
      },
      notes,
    };
  },
};

function cities(ask: Ask, pack: Pack): string[] {
  const wanted = ask.parameters.batch;
  const batch = wanted === 'first' ? pack.batches[0] : pack.batches.find(({ id }) => id === wanted);
  if (!batch) {
    const ids = pack.batches.map(({ id }) => id).join(', ');
    throw new FigureRefused(
      'batch-unknown',
      `the pack has no batch "${wanted}"`,
      `use one of: first, ${ids}`,
    );
  }
  const parks = pack.parks.filter((park) => park.batch === batch.id).sort((a, b) => a.order - b.order);
  return [...new Set(parks.map((park) => park.place))];
}

const provincesOf = (pack: Pack, ask: Ask): string[] => {
  const regionOf = regionOfPlace(pack);
  return placesAt('province', pack, ask.period).filter((code) =>
    (undertakingRegions as readonly (string | undefined)[]).includes(regionOf(code)),
  );
};
