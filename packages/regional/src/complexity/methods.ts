import type { Method } from '../compute/method.ts';
import { toArrays } from '../matrix/matrix.ts';
import { diversity, prody, ubiquity } from './diversity.ts';
import { complexityOutlook, economicComplexity } from './economic-complexity.ts';
import { fitnessComplexity, reflections } from './iterated.ts';
import { density, proximity } from './proximity.ts';
import { coOccurrence, normalisations, relatedness, relatednessDensity } from './relatedness.ts';

const regionsByIndustries = { matrix: 'regions × industries' };

export const complexityMethods: readonly Method[] = [
  {
    name: 'diversity',
    says: 'how many industries each region has',
    input: regionsByIndustries,
    compute: (input) => ({ values: diversity(input.matrix('matrix')) }),
  },
  {
    name: 'ubiquity',
    says: 'how many regions have each industry',
    input: regionsByIndustries,
    compute: (input) => ({ values: ubiquity(input.matrix('matrix')) }),
  },
  {
    name: 'prody',
    says: 'the income of the regions that are specialised in an industry',
    input: { ...regionsByIndustries, income: 'per head, one per region' },
    compute: (input) => ({ values: prody(input.matrix('matrix'), input.numbers('income')) }),
  },
  {
    name: 'co-occurrence',
    says: 'in how many regions two industries stand together',
    input: regionsByIndustries,
    compute: (input) => ({ matrix: toArrays(coOccurrence(input.matrix('matrix'))) }),
  },
  {
    name: 'relatedness',
    says: 'co-occurrence against chance',
    input: { cooccurrence: 'industries × industries', '?normalisation': normalisations.join(', ') },
    compute: (input) => ({
      matrix: toArrays(
        relatedness(input.matrix('cooccurrence'), input.choice('normalisation', normalisations, 'prob')),
      ),
    }),
  },
  {
    name: 'relatedness-density',
    says: 'how much of what is related to an industry a region has, percent',
    input: { presence: 'regions × industries, 0 or 1', relatedness: 'industries × industries' },
    compute: (input) => ({
      matrix: toArrays(relatednessDensity(input.matrix('presence'), input.matrix('relatedness'))),
    }),
  },
  {
    name: 'proximity',
    says: 'how likely who has one industry has the other',
    input: regionsByIndustries,
    compute: (input) => ({ matrix: toArrays(proximity(input.matrix('matrix'))) }),
  },
  {
    name: 'density',
    says: 'how near a region’s industries are to each industry',
    input: regionsByIndustries,
    compute: (input) => ({ matrix: toArrays(density(input.matrix('matrix'))) }),
  },
  {
    name: 'economic-complexity',
    says: 'ECI of regions and PCI of industries',
    input: regionsByIndustries,
    compute: (input) => ({ ...economicComplexity(input.matrix('matrix')) }),
  },
  {
    name: 'complexity-outlook',
    says: 'opportunity value of regions, gain of each industry they lack',
    input: regionsByIndustries,
    compute: (input) => {
      const { coi, cog } = complexityOutlook(input.matrix('matrix'));
      return { coi, cog: toArrays(cog) };
    },
  },
  {
    name: 'reflections',
    says: 'the method of reflections after n turns',
    input: { ...regionsByIndustries, times: 'n' },
    compute: (input) => ({ ...reflections(input.matrix('matrix'), input.number('times')) }),
  },
  {
    name: 'fitness-complexity',
    says: 'fitness of regions, complexity of industries',
    input: { ...regionsByIndustries, '?iterations': 'at most, 1000' },
    compute: (input) => ({ ...fitnessComplexity(input.matrix('matrix'), input.number('iterations', 1000)) }),
  },
];
