import type { Method } from '../compute/method.ts';
import { toArrays } from '../matrix/matrix.ts';
import { herfindahl, herfindahlByRegion } from './herfindahl.ts';
import { locationQuotient } from './location-quotient.ts';

const regionsByIndustries = { matrix: 'regions × industries' };

export const specialisationMethods: readonly Method[] = [
  {
    name: 'location-quotient',
    says: 'how specialised each region is in each industry',
    input: regionsByIndustries,
    compute: (input) => ({ matrix: toArrays(locationQuotient(input.matrix('matrix'))) }),
  },
  {
    name: 'herfindahl',
    says: 'concentration: the sum of squared shares',
    input: { values: 'one amount per place' },
    compute: (input) => ({ value: herfindahl(input.numbers('values')) }),
  },
  {
    name: 'herfindahl-by-region',
    says: 'how concentrated each region is on few industries',
    input: regionsByIndustries,
    compute: (input) => ({ values: herfindahlByRegion(input.matrix('matrix')) }),
  },
];
