import type { Input } from '../compute/input.ts';
import type { Method } from '../compute/method.ts';
import { type Matrix, toArrays } from '../matrix/matrix.ts';
import { coagglomeration, ellisonGlaeser } from './ellison-glaeser.ts';
import { equivalentNumber, herfindahl, herfindahlByRegion } from './herfindahl.ts';
import { krugmanIndex, krugmanSpecialisation, specialisationCoefficient } from './krugman.ts';
import { localisationCoefficient, locationalGini, locationalGiniArea } from './localisation.ts';
import {
  locationQuotient,
  smallBase,
  standardisedLocationQuotient,
  symmetricLocationQuotient,
} from './location-quotient.ts';
import { presence } from './presence.ts';
import { share, shares } from './share.ts';
import { entropy, hachman } from './structure.ts';

const regionsByIndustries = { matrix: 'regions × industries' };

const ofMatrix = (name: string, says: string, method: (x: Matrix) => Matrix): Method => ({
  name,
  says,
  input: regionsByIndustries,
  compute: (input) => ({ matrix: toArrays(method(input.matrix('matrix'))) }),
});
const valuesOfMatrix = (name: string, says: string, method: (x: Matrix) => number[]): Method => ({
  name,
  says,
  input: regionsByIndustries,
  compute: (input) => ({ values: method(input.matrix('matrix')) }),
});
const plantsOf = (input: Input) => ({
  plants: input.numbers('plants'),
  plantRegion: input.numbers('plantRegion'),
});

export const specialisationMethods: readonly Method[] = [
  ofMatrix('location-quotient', 'how specialised each region is in each industry', locationQuotient),
  ofMatrix('location-quotient-symmetric', 'the quotient between −1 and 1', symmetricLocationQuotient),
  ofMatrix('location-quotient-standardised', 'the quotient in deviations', standardisedLocationQuotient),
  {
    name: 'small-base',
    says: '1 where region or industry is too small a part for its quotient to mean much',
    input: { ...regionsByIndustries, '?share': 'a fraction of the whole, 0.001' },
    compute: (input) => ({
      matrix: toArrays(smallBase(input.matrix('matrix'), input.number('share', 0.001))),
    }),
  },
  {
    name: 'rca-binary',
    says: '1 where the quotient is at least the threshold',
    input: { ...regionsByIndustries, '?threshold': 'of the quotient, 1' },
    compute: (input) => ({
      matrix: toArrays(presence(input.matrix('matrix'), input.number('threshold', 1))),
    }),
  },
  valuesOfMatrix(
    'krugman-index',
    'how far each region’s structure is from the whole’s, 0 to 2',
    krugmanIndex,
  ),
  {
    name: 'krugman-specialisation',
    says: 'how far two structures are apart, 0 to 2',
    input: { a: 'one region’s industries', b: 'another’s' },
    compute: (input) => ({ value: krugmanSpecialisation(input.numbers('a'), input.numbers('b')) }),
  },
  valuesOfMatrix('specialisation-coefficient', 'half of Krugman’s index', specialisationCoefficient),
  valuesOfMatrix('localisation-coefficient', 'Hoover’s, per industry', localisationCoefficient),
  valuesOfMatrix('hachman', 'how like the whole each region is', hachman),
  valuesOfMatrix('entropy', 'bits, per region', entropy),
  valuesOfMatrix('locational-gini', 'per industry, as an area (half the coefficient)', locationalGiniArea),
  valuesOfMatrix('locational-gini-coefficient', 'per industry, 0 to 1', locationalGini),
  {
    name: 'herfindahl',
    says: 'concentration: the sum of squared shares',
    input: { values: 'one amount per place' },
    compute: (input) => ({ value: herfindahl(input.numbers('values')) }),
  },
  {
    name: 'equivalent-number',
    says: 'how many places of equal size would be as concentrated',
    input: { values: 'one amount per place' },
    compute: (input) => ({ value: equivalentNumber(input.numbers('values')) }),
  },
  valuesOfMatrix(
    'herfindahl-by-region',
    'how concentrated each region is on few industries',
    herfindahlByRegion,
  ),
  {
    name: 'shares',
    says: 'what each part is of the whole',
    input: { values: 'one amount per place' },
    compute: (input) => ({ values: shares(input.numbers('values')) }),
  },
  {
    name: 'share',
    says: 'what one set of places is of another',
    input: { part: 'amounts of the set', whole: 'amounts of what it is measured against' },
    compute: (input) => ({ value: share(input.numbers('part'), input.numbers('whole')) }),
  },
  {
    name: 'ellison-glaeser',
    says: 'whether an industry is more concentrated than so few plants would be by chance',
    input: {
      plants: 'employment of each plant',
      plantRegion: 'region of each plant, from 0',
      regionTotals: 'employment of each region in all industries',
    },
    compute: (input) => ({
      value: ellisonGlaeser({ ...plantsOf(input), regionTotals: input.numbers('regionTotals') }),
    }),
  },
  {
    name: 'coagglomeration',
    says: 'whether two industries stand together more than each would alone',
    input: {
      a: '{ plants, plantRegion } of one industry',
      b: 'of another',
      regionTotals: 'employment of each region in all industries',
    },
    compute: (input) => ({
      value: coagglomeration(
        [plantsOf(input.within('a')), plantsOf(input.within('b'))],
        input.numbers('regionTotals'),
      ),
    }),
  },
];
