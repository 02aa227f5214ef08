import { concentration } from './concentration.ts';
import { contributionToGrowth } from './contribution-to-growth.ts';
import type { Indicator } from './figure.ts';
import { FigureRefused } from './figure-refused.ts';
import { goodsOfPlaces } from './goods-of-places.ts';
import { gravityCentre } from './gravity-centre.ts';
import { gravityPath } from './gravity-path.ts';
import { impliedTransfer } from './implied-transfer.ts';
import { locationQuotient } from './location-quotient.ts';
import { locationQuotients } from './location-quotients.ts';
import { parkCitiesShare } from './park-cities-share.ts';
import { placeGrowth } from './place-growth.ts';
import { placeShares } from './place-shares.ts';
import { regionGrowth } from './region-growth.ts';
import { regionShares } from './region-shares.ts';
import { shiftShare } from './shift-share.ts';
import { theil } from './theil.ts';

/** Every figure that can be asked for. */
export const catalogue: readonly Indicator[] = [
  regionShares,
  regionGrowth,
  parkCitiesShare,
  placeShares,
  placeGrowth,
  contributionToGrowth,
  concentration,
  theil,
  locationQuotient,
  gravityCentre,
  gravityPath,
  locationQuotients,
  shiftShare,
  impliedTransfer,
  goodsOfPlaces,
];

/** @throws FigureRefused `figure-unknown` */
export function indicatorNamed(name: string): Indicator {
  const indicator = catalogue.find((candidate) => candidate.name === name);
  if (indicator) return indicator;
  throw new FigureRefused(
    'figure-unknown',
    `there is no figure "${name}"`,
    `ask for one of ${catalogue.map((known) => known.name).join(', ')}`,
  );
}
